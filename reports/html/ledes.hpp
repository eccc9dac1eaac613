// The sentence that opens each section of the page: its result, before its figure.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// A piece of a sentence: a group's name with its mark, a number in bold, or words between.
struct Run {
    std::string text;
    std::optional<std::size_t> group; ///< index in the report, at the group's first mention
    bool strong = false;
};

/// A sentence about the report's groups in pieces. Together they are the sentence.
std::vector<Run> runs_of(const GapReport& report, std::string_view text);
/// The same of the report's answer.
std::vector<Run> runs_of(const GapReport& report);

std::string where_lede(const GapReport& report);
std::string ladders_lede(const GapReport& report);
std::string contributions_lede(const GapReport& report);
std::string overlap_lede(const GapReport& report);
std::string lifecycle_lede(const GapReport& report);

} // namespace assess::reports
