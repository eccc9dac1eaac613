// The tools that make the gap, arranged so that what is printed adds up.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One line of the table: a tool, or all the remaining ones together.
struct ContributionRow {
    std::string name; ///< as in the landscape; "3 other tools" for the rest
    double share_first = 0;
    double share_second = 0;
    double value = 0;     ///< for the bar
    std::string printed;  ///< three decimals
    std::string interval; ///< "-0.012 to 0.310"; empty for several tools, or where there is none
};

struct ContributionTable {
    std::vector<ContributionRow> rows; ///< largest first, the rest last
    double total = 0;
    std::string printed_total; ///< the printed rows add up to it exactly
    double longest = 0;        ///< the largest absolute value, for the bars' scale
};

inline constexpr int contribution_decimals = 3;

/// A tool's part of the gap on one diagonal.
double part_of(const ToolContribution& tool, Diagonal diagonal);
/// The same with its interval or the reason why it has none.
Estimate part_estimate(const Comparison& comparison, const ToolContribution& part,
                       Diagonal diagonal);
/// "-0.012 to 0.310"; empty where there is no interval.
std::string interval_in_words(const std::optional<PartInterval>& interval);
/// What the intervals of the parts are, or why none has one: a sentence.
std::string part_intervals_statement(const Comparison& comparison);

/// The `most` tools with the largest part of the gap on one diagonal; no rows where there is no
/// gap to take apart or no tool makes any of it.
ContributionTable contributions(const GapReport& report, const Comparison& comparison,
                                Diagonal diagonal, std::size_t most);

} // namespace assess::reports
