// The tools that make the gap, arranged so that what is printed adds up.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/content/labels.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess::reports {

/// One line of the table: a tool, or all the remaining ones together.
struct ContributionRow {
    Value name;                            ///< as in the landscape; "3 other tools" for the rest
    std::optional<double> share_first = 0; ///< of use; none of what is lost in rounding
    std::optional<double> share_second = 0;
    double value = 0; ///< for the bar
    Decimal printed;  ///< of a tool as everywhere; what is left of the gap, of the rest
    Message interval; ///< "-0.01 to 0.31"; empty for several tools, or where there is none
};

struct ContributionTable {
    std::vector<ContributionRow> rows; ///< largest first, the rest last
    double total = 0;
    Decimal printed_total = Decimal(0); ///< the printed rows add up to it exactly
    double longest = 0;                 ///< the largest absolute value, for the bars' scale
};

/// A tool's part of the gap on one diagonal.
double part_of(const ToolContribution& tool, Diagonal diagonal);
/// The same with its interval or the reason why it has none.
Estimate part_estimate(const Comparison& comparison, const ToolContribution& part,
                       Diagonal diagonal);
/// "-0.01 to 0.31"; empty where there is no interval.
Message part_interval(const std::optional<PartInterval>& interval);
/// What the intervals of the parts are, or why none has one: a sentence.
Message part_intervals_statement(const Comparison& comparison);
/// "3 other tools".
Message other_tools(std::size_t tools);
/// The row of all tools that too few people use to be told one by one.
Message tools_of_few();
/// What the parts miss of the total when all are printed, since each is rounded by itself.
double lost_in_rounding(std::span<const double> parts, double total);
/// The row of what is lost in rounding, where no row of the rest takes it.
Message from_rounding();

/// The `most` tools with the largest part of the gap on one diagonal; no rows where there is no
/// gap to take apart or no tool makes any of it.
ContributionTable contributions(const GapReport& report, const Comparison& comparison,
                                Diagonal diagonal, std::size_t most);

} // namespace assess::reports
