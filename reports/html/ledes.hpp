// The sentence that opens each section of the page: its result, before its figure.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

std::string where_lede(const GapReport& report);
std::string ladders_lede(const GapReport& report);
std::string contributions_lede(const GapReport& report);
std::string overlap_lede(const GapReport& report);
std::string lifecycle_lede(const GapReport& report);

} // namespace assess::reports
