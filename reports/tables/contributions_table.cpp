// contributions: how much of the gap each tool makes. The parts add up to the gap.
#include "reports/tables/tables.hpp"

#include <array>
#include <string>

namespace assess {
namespace table_of_contributions {
namespace {

using enum ColumnKind;

constexpr std::array columns{
    Column{"first", Text, "id of the first group"},
    Column{"second", Text, "id of the second group"},
    Column{"tool", Text, "id in the landscape; empty: tools of few people, together"},
    Column{"name", Text, "name in the landscape"},
    Column{"share_first", Number, "mean share of the first group's use, 0 to 1"},
    Column{"share_second", Number, "the same of the second group"},
    Column{"x", Number, "part of the gap on x"},
    Column{"y", Number, "part of the gap on y"},
    Column{"orchestration", Number, "part of the gap on that diagonal"},
    Column{"orchestration_lower", Number, "end of its interval, at the level of the gap's"},
    Column{"orchestration_upper", Number, "the other end"},
    Column{"building", Number, "part of the gap on that diagonal"},
    Column{"building_lower", Number, "end of its interval"},
    Column{"building_upper", Number, "the other end"},
    Column{"interval_reason", Text, "why there are no intervals"},
};

void add(Table& table, const Comparison& comparison, const ToolContribution& part) {
    table.number(part.share_first).number(part.share_second).number(part.x).number(part.y);
    bool given = true;
    for (const auto diagonal : diagonals) {
        table.number(diagonal == Diagonal::Orchestration ? part.orchestration : part.building);
        if (const auto& interval = part.interval.at(static_cast<std::size_t>(diagonal))) {
            table.number(interval->lower).number(interval->upper);
        } else {
            table.empty(2);
            given = false;
        }
    }
    table.text(given ? std::string() : no_part_interval(comparison, part)).end();
}

void fill(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        const auto& first = report.groups[comparison.first].id;
        const auto& second = report.groups[comparison.second].id;
        for (const auto& part : comparison.by_tool) {
            const auto& tool = report.landscape.tools[part.tool];
            table.text(first).text(second).text(tool.id).text(tool.name);
            add(table, comparison, part);
        }
        if (comparison.by_few) {
            table.text(first).text(second).empty().text("tools of few people");
            add(table, comparison, *comparison.by_few);
        }
    }
}

} // namespace
} // namespace table_of_contributions

NamedTable contributions_table() {
    return {"contributions", "a tool's part of the gap between two groups",
            table_of_contributions::columns, table_of_contributions::fill};
}

} // namespace assess
