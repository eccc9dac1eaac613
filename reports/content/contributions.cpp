#include "reports/content/contributions.hpp"

#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::reports {
double part_of(const ToolContribution& tool, Diagonal diagonal) {
    return diagonal == Diagonal::Orchestration ? tool.orchestration : tool.building;
}

Estimate part_estimate(const Comparison& comparison, const ToolContribution& part,
                       Diagonal diagonal) {
    Estimate estimate;
    estimate.value = part_of(part, diagonal);
    const auto index = static_cast<std::size_t>(diagonal);
    if (const auto& gap = comparison.diagonal.at(index)) {
        estimate.level = gap->gap.level;
        estimate.n = gap->gap.n;
    }
    if (const auto& interval = part.interval.at(index)) {
        estimate.lower = interval->lower;
        estimate.upper = interval->upper;
    } else {
        estimate.reason = no_part_interval(comparison, part);
    }
    return estimate;
}

std::string interval_in_words(const std::optional<PartInterval>& interval) {
    return interval ? fmt::format("{} to {}", fixed(interval->lower, contribution_decimals),
                                  fixed(interval->upper, contribution_decimals))
                    : std::string();
}

std::string part_intervals_statement(const Comparison& comparison) {
    if (!comparison.no_part_intervals.empty()) {
        return fmt::format("No tool's part has an interval, because {}.",
                           comparison.no_part_intervals);
    }
    return "The interval of a tool's part comes from how much people differ in its use, and from "
           "how exactly its place is known. The middle of both groups is taken as fixed.";
}

ContributionTable contributions(const GapReport& report, const Comparison& comparison,
                                Diagonal diagonal, std::size_t most) {
    const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
    ContributionTable table;
    if (!gap) {
        return table;
    }
    std::vector<const ToolContribution*> tools;
    for (const auto& tool : comparison.by_tool) {
        tools.push_back(&tool);
    }
    std::stable_sort(tools.begin(), tools.end(),
                     [&](const ToolContribution* a, const ToolContribution* b) {
                         return std::fabs(part_of(*a, diagonal)) > std::fabs(part_of(*b, diagonal));
                     });
    // One more tool takes no more room than "1 other tool".
    const auto shown = tools.size() == most + 1 ? tools.size() : std::min(most, tools.size());
    for (std::size_t i = 0; i < shown; ++i) {
        table.rows.push_back(
            {report.landscape.tools[tools[i]->tool].name,
             tools[i]->share_first,
             tools[i]->share_second,
             part_of(*tools[i], diagonal),
             {},
             interval_in_words(tools[i]->interval.at(static_cast<std::size_t>(diagonal)))});
    }
    if (shown < tools.size()) {
        ContributionRow rest{fmt::format("{} other tools", tools.size() - shown), 0, 0, 0, {}, {}};
        for (std::size_t i = shown; i < tools.size(); ++i) {
            rest.share_first += tools[i]->share_first;
            rest.share_second += tools[i]->share_second;
            rest.value += part_of(*tools[i], diagonal);
        }
        table.rows.push_back(std::move(rest));
    }
    if (const auto& few = comparison.by_few) {
        table.rows.push_back({"tools of few people",
                              few->share_first,
                              few->share_second,
                              part_of(*few, diagonal),
                              {},
                              {}});
    }
    std::vector<double> parts;
    for (const auto& row : table.rows) {
        parts.push_back(row.value);
        table.longest = std::max(table.longest, std::fabs(row.value));
    }
    table.total = gap->gap.value;
    const auto units = rounded_to_sum(parts, table.total, contribution_decimals);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        table.rows[i].printed = from_units(units[i], contribution_decimals);
        sum += units[i];
    }
    table.printed_total = from_units(sum, contribution_decimals);
    return table;
}

} // namespace assess::reports
