// groups: one row a group. tools: one row a group and a tool that it was asked about.
#include "reports/fields/lists.hpp"
#include "reports/tables/columns.hpp"
#include "reports/tables/tables.hpp"

#include <algorithm>

namespace assess {
namespace tables_of_groups {
namespace {

/// Of a group's fields those that make its row.
const fields::FieldList<Group>& row_fields() {
    static const fields::FieldList<Group> list([](auto& row) {
        row.include(fields::group_fields(), std::identity(),
                    {"id", "listed", "n", "placed", "centroid", "covariance", "standard_distance",
                     "spatial_median", "mean_distance_to_median", "quadrant_share"});
    });
    return list;
}

const std::vector<Column>& group_columns() {
    static const auto columns =
        Columns()
            .of(row_fields(), {{"group", "id"}, {"listed"}, {"answered", "n"}, {"placed"}})
            .of(fields::hidden_group_fields(), {{"group_reason", "reason"}})
            .of(row_fields(),
                {{"centroid_x", "centroid/x"},
                 {"centroid_y", "centroid/y"},
                 {"centroid_orchestration", "centroid/orchestration"},
                 {"centroid_building", "centroid/building"},
                 {"centroid_reason"},
                 {"covariance_xx", "covariance/xx"},
                 {"covariance_xy", "covariance/xy"},
                 {"covariance_yy", "covariance/yy"},
                 {"standard_distance"},
                 {"spread_reason", "covariance_reason"},
                 {"spatial_median_x", "spatial_median/x"},
                 {"spatial_median_y", "spatial_median/y"},
                 {"spatial_median_reason"},
                 {"mean_distance_to_median"},
                 {"mean_distance_reason", "mean_distance_to_median_reason"},
                 {"share_cloud_platforms", "quadrant_share/cloud-platforms"},
                 {"share_machine_learning_platforms", "quadrant_share/machine-learning-platforms"},
                 {"share_specialized_ml_tools", "quadrant_share/specialized-ml-tools"},
                 {"share_standard_swe_tools", "quadrant_share/standard-swe-tools"},
                 {"share_reason", "quadrant_share_reason"}});
    return columns.all();
}

void fill_groups(const GapReport& report, Table& table) {
    for (const auto& group : report.groups) {
        table.row(row_fields().json(group, report));
    }
    for (const auto& hidden : report.hidden_groups) {
        table.row(fields::hidden_group_fields().json(hidden, report));
    }
}

const Tool& tool_of(const fields::GroupTool& one, const GapReport& report) {
    return report.landscape.tools[one.tool];
}

/// What a row says of the tool itself.
const fields::FieldList<fields::GroupTool>& place_fields() {
    using fields::GroupTool;
    using fields::OrNull;
    static const fields::FieldList<GroupTool> list([](auto& row) {
        const auto placed = [](auto read) {
            return [=](const GroupTool& one, const GapReport& report) {
                const auto& placement = tool_of(one, report).placement;
                return placement ? std::optional(read(*placement)) : std::nullopt;
            };
        };
        row.add("group", "Id of the group.", fields::Text(),
                [](const GroupTool& one) { return one.group->id; });
        row.include(fields::tool_fields(), tool_of);
        row.add("categories", "Ids of its categories.", fields::ListOf{fields::Text()},
                [](const GroupTool& one, const GapReport& report) {
                    std::vector<std::string> ids;
                    for (const auto category : tool_of(one, report).categories) {
                        ids.push_back(report.landscape.categories[category].id);
                    }
                    return ids;
                });
        row.add("x", "The tool's place; empty: it has none.", OrNull{fields::coordinate},
                placed([](const Placement& placement) { return placement.point.x; }));
        row.add("y", "The tool's place; empty: it has none.", OrNull{fields::coordinate},
                placed([](const Placement& placement) { return placement.point.y; }));
        row.add("tolerance", "Standard deviation of x and of y.", OrNull{fields::not_negative},
                placed([](const Placement& placement) { return placement.tolerance; }));
    });
    return list;
}

const std::vector<Column>& tool_columns() {
    static const auto columns =
        Columns()
            .of(place_fields(),
                {{"group"}, {"tool"}, {"name"}, {"categories"}, {"x"}, {"y"}, {"tolerance"}})
            .of(fields::tool_use_fields(), {{"asked", "base"},
                                            {"users"},
                                            {"regular"},
                                            {"weight"},
                                            {"share"},
                                            {"daily", "by_depth/daily"},
                                            {"weekly", "by_depth/weekly"},
                                            {"monthly", "by_depth/monthly"},
                                            {"rarely", "by_depth/rarely"},
                                            {"uses", "by_depth/uses"},
                                            {"evaluating", "by_depth/evaluating"},
                                            {"wanted", "by_depth/wanted"},
                                            {"stopped", "by_depth/stopped"},
                                            {"never", "by_depth/never"},
                                            {"dont_know", "by_depth/dont-know"},
                                            {"not_applicable", "by_depth/not-applicable"}})
            .own("reason", ColumnKind::Text, "Why numbers are missing.");
    return columns.all();
}

fields::Json tool_row(const fields::GroupTool& one, const GapReport& report) {
    auto row = place_fields().json(one, report);
    const auto& use = one.use();
    const auto few = fields::kept_confidential(one.group->least_told);
    if (use.few) {
        row["reason"] = few;
        return row;
    }
    row.update(fields::tool_use_fields().json(one, report));
    // A zero that a confidential report shows may stand for a few people, where there are any.
    if (one.group->least_told > 0 && use.users > 0 && use.regular == 0) {
        row["regular"] = nullptr;
    }
    if (row["regular"].is_null() || row["by_depth"].is_null()) {
        row["reason"] = "what is missing may be about " + few;
    }
    return row;
}

void fill_tools(const GapReport& report, Table& table) {
    for (const auto& group : report.groups) {
        for (ToolIndex tool = 0; tool < group.tools.size(); ++tool) {
            const auto& use = group.tools[tool];
            const bool asked =
                use.base > 0 || use.few ||
                std::ranges::any_of(use.by_depth, [](auto people) { return people > 0; });
            if (asked) {
                table.row(tool_row({&group, tool}, report));
            }
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
