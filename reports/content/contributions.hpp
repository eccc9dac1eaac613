// The tools that make the gap, arranged so that what is printed adds up.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/content/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// One line of the table: a tool, or all the remaining ones together.
struct ContributionRow {
    Value name; ///< as in the landscape; "3 other tools" for the rest
    double share_first = 0;
    double share_second = 0;
    double value = 0; ///< for the bar
    Decimal printed;  ///< so rounded that the rows add up
    Message interval; ///< "-0.012 to 0.310"; empty for several tools, or where there is none
};

struct ContributionTable {
    std::vector<ContributionRow> rows; ///< largest first, the rest last
    double total = 0;
    Decimal printed_total = Decimal(0); ///< the printed rows add up to it exactly
    double longest = 0;                 ///< the largest absolute value, for the bars' scale
};

inline constexpr int contribution_decimals = 3;

/// A tool's part of the gap on one diagonal.
double part_of(const ToolContribution& tool, Diagonal diagonal);
/// The same with its interval or the reason why it has none.
Estimate part_estimate(const Comparison& comparison, const ToolContribution& part,
                       Diagonal diagonal);
/// "-0.012 to 0.310"; empty where there is no interval.
Message part_interval(const std::optional<PartInterval>& interval);
/// What the intervals of the parts are, or why none has one: a sentence.
Message part_intervals_statement(const Comparison& comparison);
/// "3 other tools".
Message other_tools(std::size_t tools);
/// The row of all tools that too few people use to be told one by one.
Message tools_of_few();
/// A part in units of its last decimal: rounded_to_sum() gives them.
Decimal printed_part(std::int64_t units);

/// The `most` tools with the largest part of the gap on one diagonal; no rows where there is no
/// gap to take apart or no tool makes any of it.
ContributionTable contributions(const GapReport& report, const Comparison& comparison,
                                Diagonal diagonal, std::size_t most);

} // namespace assess::reports
