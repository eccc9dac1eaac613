// contributions: how much of the gap each tool makes. The parts add up to the gap.
#include "reports/tables/tables.hpp"

#include <array>

namespace assess {
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
    Column{"building", Number, "the same"},
};

void add(Table& table, const ToolContribution& part) {
    table.number(part.share_first).number(part.share_second).number(part.x).number(part.y);
    table.number(part.orchestration).number(part.building).end();
}

void fill(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        const auto& first = report.groups[comparison.first].id;
        const auto& second = report.groups[comparison.second].id;
        for (const auto& part : comparison.by_tool) {
            const auto& tool = report.landscape.tools[part.tool];
            table.text(first).text(second).text(tool.id).text(tool.name);
            add(table, part);
        }
        if (comparison.by_few) {
            table.text(first).text(second).empty().text("tools of few people");
            add(table, *comparison.by_few);
        }
    }
}

} // namespace

NamedTable contributions_table() {
    return {"contributions", "a tool's part of the gap between two groups", columns, fill};
}

} // namespace assess
