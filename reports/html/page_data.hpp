// The values that the page's template shows, section by section. They lay out and compute nothing.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

using PageData = kainjow::mustache::data;

/// Words from anywhere: on one line, without control characters, with true minus signs. The
/// template escapes them.
PageData page_words(std::string_view text);
PageData page_list(const std::vector<std::string>& texts);

/// A mark beside a word, as an <svg> element.
std::string glyph(const GroupLook& look);

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
