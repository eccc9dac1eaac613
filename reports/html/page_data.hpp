// The values that the page's template shows, section by section. They lay out and compute nothing.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/html/page_shell.hpp"
#include "reports/wording/text.hpp"

namespace assess::reports {

/// The report's answer, or another text about its groups, as the verdict of a page: each group
/// with its mark where it is named first, and what was measured in bold.
PageData verdict_data(const GapReport& report, const Text& text);
PageData groups_data(const GapReport& report);
PageData where_data(const GapReport& report);
PageData findings_data(const GapReport& report);
PageData ladders_data(const GapReport& report);
PageData contributions_data(const GapReport& report);
PageData overlap_data(const GapReport& report);
PageData lifecycle_data(const GapReport& report);
PageData said_data(const GapReport& report);
/// Empty where the report was not asked what would close it.
PageData closing_data(const GapReport& report);
/// The rules of that section's table, which other pages use too.
std::string closing_style();
PageData method_data(const GapReport& report);

} // namespace assess::reports
