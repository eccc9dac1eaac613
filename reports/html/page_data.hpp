// The values that the page's template shows, section by section. They lay out and compute nothing.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/html/page_shell.hpp"

namespace assess::reports {

PageData verdict_data(const GapReport& report);
PageData groups_data(const GapReport& report);
PageData where_data(const GapReport& report);
PageData findings_data(const GapReport& report);
PageData ladders_data(const GapReport& report);
PageData contributions_data(const GapReport& report);
PageData overlap_data(const GapReport& report);
PageData lifecycle_data(const GapReport& report);
PageData said_data(const GapReport& report);
PageData method_data(const GapReport& report);

} // namespace assess::reports
