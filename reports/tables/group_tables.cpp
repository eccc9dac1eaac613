// groups: one row a group. tools: one row a group and a tool that it was asked about.
#include "reports/tables/tables.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace assess {
namespace tables_of_groups {
namespace {

using enum ColumnKind;

constexpr std::array group_columns{
    Column{"group", Text, "researcher, engineer, hybrid, other; or the team's name"},
    Column{"listed", Integer, "people of the group in the input"},
    Column{"answered", Integer, "of these, who answered anything about tools"},
    Column{"placed", Integer, "of these, who use at least one tool with a place"},
    Column{"group_reason", Text, "why a group is not shown at all"},
    Column{"centroid_x", Number, "software-focused (-1) to model-focused (1)"},
    Column{"centroid_y", Number, "piecemeal (-1) to all-in-one (1)"},
    Column{"centroid_orchestration", Number, "(x + y) / 2"},
    Column{"centroid_building", Number, "(x - y) / 2"},
    Column{"centroid_reason", Text, "why there is no centroid"},
    Column{"covariance_xx", Number, "of the positions, with placed - 1"},
    Column{"covariance_xy", Number, "the same"},
    Column{"covariance_yy", Number, "the same"},
    Column{"standard_distance", Number, "square root of the covariance's trace"},
    Column{"spread_reason", Text, "why there is no covariance"},
    Column{"spatial_median_x", Number, "the middle that outliers do not move"},
    Column{"spatial_median_y", Number, "the same"},
    Column{"spatial_median_reason", Text, "why there is none"},
    Column{"mean_distance_to_median", Number, "from the spatial median"},
    Column{"mean_distance_reason", Text, "why there is none"},
    Column{"share_cloud_platforms", Number, "of the group's usage weight on the plane, 0 to 1"},
    Column{"share_machine_learning_platforms", Number, "the same"},
    Column{"share_specialized_ml_tools", Number, "the same"},
    Column{"share_standard_swe_tools", Number, "the same"},
    Column{"share_reason", Text, "why there are no shares"},
};

void add_point(Table& table, const Quantity<Point>& point, bool diagonals_too) {
    if (!point) {
        table.empty(diagonals_too ? 4 : 2).text(point.reason());
        return;
    }
    table.number(point->x).number(point->y);
    if (diagonals_too) {
        table.number(along(Diagonal::Orchestration, *point));
        table.number(along(Diagonal::Building, *point));
    }
    table.empty();
}

void add_spread(Table& table, const Group& group) {
    if (!group.covariance || !group.standard_distance) {
        table.empty(4).text(group.covariance.reason());
        return;
    }
    const auto& covariance = *group.covariance;
    table.number(covariance.xx).number(covariance.xy).number(covariance.yy);
    table.number(*group.standard_distance).empty();
}

void fill_groups(const GapReport& report, Table& table) {
    for (const auto& group : report.groups) {
        table.text(group.id).count(group.listed).count(group.n).count(group.placed).empty();
        add_point(table, group.centroid, true);
        add_spread(table, group);
        add_point(table, group.spatial_median, false);
        if (group.mean_distance_to_median) {
            table.number(*group.mean_distance_to_median).empty();
        } else {
            table.empty().text(group.mean_distance_to_median.reason());
        }
        if (group.quadrant_share) {
            for (const double share : *group.quadrant_share) {
                table.number(share);
            }
            table.empty();
        } else {
            table.empty(quadrants.size()).text(group.quadrant_share.reason());
        }
        table.end();
    }
    for (const auto& hidden : report.hidden_groups) {
        table.text(hidden.id).empty(3).text(reports::english(hidden.reason));
        table.empty(group_columns.size() - 5).end();
    }
}

constexpr std::array tool_columns{
    Column{"group", Text, "researcher, engineer, hybrid, other; or the team's name"},
    Column{"tool", Text, "id in the landscape"},
    Column{"name", Text, "name in the landscape"},
    Column{"categories", Text, "ids, with a semicolon between them"},
    Column{"x", Number, "the tool's place; empty: it has none"},
    Column{"y", Number, "the same"},
    Column{"tolerance", Number, "standard deviation of x and of y"},
    Column{"asked", Integer, "people who were asked about the tool and answered"},
    Column{"users", Integer, "of these, who use it"},
    Column{"regular", Integer, "of the users, who do weekly, daily, or without saying how often"},
    Column{"weight", Number, "summed depth weights"},
    Column{"share", Number, "mean share of the placed people's use, 0 to 1"},
    Column{"daily", Integer, "people at this depth; the next ten likewise"},
    Column{"weekly", Integer, ""},
    Column{"monthly", Integer, ""},
    Column{"rarely", Integer, ""},
    Column{"uses", Integer, "without saying how often"},
    Column{"evaluating", Integer, ""},
    Column{"wanted", Integer, ""},
    Column{"stopped", Integer, ""},
    Column{"never", Integer, ""},
    Column{"dont_know", Integer, ""},
    Column{"not_applicable", Integer, ""},
    Column{"reason", Text, "why numbers are missing"},
};

void add_tool(Table& table, const Tool& tool, const Landscape& landscape) {
    std::string categories;
    for (const auto category : tool.categories) {
        categories += (categories.empty() ? "" : ";") + landscape.categories[category].id;
    }
    table.text(tool.id).text(tool.name).text(categories);
    if (tool.placement) {
        table.number(tool.placement->point.x).number(tool.placement->point.y);
        table.number(tool.placement->tolerance);
    } else {
        table.empty(3);
    }
}

bool is_named(const ToolUse& use) {
    return std::ranges::any_of(use.by_depth, [](std::size_t people) { return people > 0; });
}

/// A zero that a confidential report shows may stand for a few people, where there are any.
void add_use(Table& table, const ToolUse& use, std::size_t least_told) {
    const auto few = fmt::format("fewer than {} people, kept confidential", least_told);
    if (use.few) {
        table.empty(5 + depth_count).text(few);
        return;
    }
    const bool held_back = least_told > 0 && use.users > 0;
    const bool regular_told = !held_back || use.regular > 0;
    const bool depths_told = !held_back || is_named(use);
    table.count(use.base).count(use.users);
    if (regular_told) {
        table.count(use.regular);
    } else {
        table.empty();
    }
    // Their sum of weights would tell the depths.
    table.number(depths_told ? std::optional(use.weight) : std::nullopt).number(use.share);
    for (const auto people : use.by_depth) {
        if (depths_told) {
            table.count(people);
        } else {
            table.empty();
        }
    }
    if (regular_told && depths_told) {
        table.empty();
    } else {
        table.text("what is missing may be about " + few);
    }
}

void fill_tools(const GapReport& report, Table& table) {
    for (const auto& group : report.groups) {
        for (ToolIndex index = 0; index < group.tools.size(); ++index) {
            const auto& use = group.tools[index];
            if (use.base == 0 && !use.few && !is_named(use)) {
                continue; // not asked
            }
            table.text(group.id);
            add_tool(table, report.landscape.tools[index], report.landscape);
            add_use(table, use, group.least_told);
            table.end();
        }
    }
}

} // namespace
} // namespace tables_of_groups

NamedTable groups_table() {
    return {"groups", "a group", tables_of_groups::group_columns, tables_of_groups::fill_groups};
}

NamedTable tools_table() {
    return {"tools", "a group and a tool that it was asked about", tables_of_groups::tool_columns,
            tables_of_groups::fill_tools};
}

} // namespace assess
