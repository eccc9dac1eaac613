#include "reports/content/contributions.hpp"

#include "model/assessment/arguments.hpp"

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

Message part_interval(const std::optional<PartInterval>& interval) {
    return interval ? range_cell(interval->lower, interval->upper) : Message();
}

Message part_intervals_statement(const Comparison& comparison) {
    return comparison.no_part_intervals.empty()
               ? Message{"contributions.intervals"}
               : Message{"contributions.no-intervals", {{"reason", comparison.no_part_intervals}}};
}

Message other_tools(std::size_t tools) {
    return {"contributions.other-tools", {{"n", Count(tools)}}};
}

Message tools_of_few() {
    return {"contributions.tools-of-few"};
}

double lost_in_rounding(std::span<const double> parts, double total) {
    long lost = in_hundredths(total);
    for (const double part : parts) {
        lost -= in_hundredths(part);
    }
    return static_cast<double>(lost) / 100;
}

Message from_rounding() {
    return {"contributions.from-rounding"};
}

namespace {

/// Prints each row by itself, and what that loses in the row of the rest.
void print_rows(ContributionTable& table, bool has_rest) {
    std::vector<double> parts;
    for (auto& row : table.rows) {
        row.printed = Decimal(row.value);
        parts.push_back(row.value);
        table.longest = std::max(table.longest, std::fabs(row.value));
    }
    const double lost = lost_in_rounding(parts, table.total);
    if (table.rows.empty() || lost == 0) {
        return;
    }
    if (has_rest) {
        auto& rest = table.rows.back();
        rest.printed = Decimal(static_cast<double>(in_hundredths(rest.value)) / 100 + lost);
    } else {
        table.rows.push_back({from_rounding(), {}, {}, 0, Decimal(lost), {}});
    }
}

} // namespace

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
            {tool_name(report.landscape, tools[i]->tool), tools[i]->share_first,
             tools[i]->share_second, part_of(*tools[i], diagonal), Decimal(0),
             part_interval(tools[i]->interval.at(static_cast<std::size_t>(diagonal)))});
    }
    if (shown < tools.size()) {
        ContributionRow rest{other_tools(tools.size() - shown), 0, 0, 0, Decimal(0), {}};
        for (std::size_t i = shown; i < tools.size(); ++i) {
            *rest.share_first += tools[i]->share_first;
            *rest.share_second += tools[i]->share_second;
            rest.value += part_of(*tools[i], diagonal);
        }
        table.rows.push_back(std::move(rest));
    }
    if (const auto& few = comparison.by_few) {
        table.rows.push_back({tools_of_few(),
                              few->share_first,
                              few->share_second,
                              part_of(*few, diagonal),
                              Decimal(0),
                              {}});
    }
    table.total = gap->gap.value;
    table.printed_total = Decimal(table.total);
    print_rows(table, shown < tools.size() || comparison.by_few.has_value());
    return table;
}

} // namespace assess::reports
