// Groups: where they stand, and what they use.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>

namespace assess::fields {
namespace {

const FieldList<Covariance>& covariance_fields() {
    static const FieldList<Covariance> list([](auto& fields) {
        fields.add("xx", "Variance of x.", not_negative, &Covariance::xx);
        fields.add("xy", "Covariance of x and y.", any_number, &Covariance::xy);
        fields.add("yy", "Variance of y.", not_negative, &Covariance::yy);
    });
    return list;
}

bool is_named(const ToolUse& use) {
    return std::ranges::any_of(use.by_depth, [](std::size_t people) { return people > 0; });
}

/// A confidential report tells no depths where one of them is a few people's.
bool tells_depths(const ToolUse& use) {
    return is_named(use) || use.users == 0;
}

template <typename T>
Quantity<T> where(bool told, const T& value) {
    return told ? Quantity<T>(value) : Quantity<T>::unavailable({"reason.confidential.depths"});
}

const FieldList<ToolUse>& use_fields() {
    static const FieldList<ToolUse> list([](auto& fields) {
        fields.add("users", "People who use it, at a depth that carries weight.", Count(),
                   &ToolUse::users);
        fields.add("base", "People who were asked about it and answered.", Count(), &ToolUse::base);
        fields.add_with_reason("regular",
                               "Of the users, who do weekly, daily or without saying how often.",
                               Count(), [](const ToolUse& use) {
                                   return where(tells_depths(use) || use.regular > 0, use.regular);
                               });
        fields.add_with_reason(
            "weight", "Summed depth weights.", not_negative,
            [](const ToolUse& use) { return where(tells_depths(use), use.weight); });
        fields.add("share", "Mean over the placed people of the tool's share of their use.", share,
                   &ToolUse::share);
        fields.add_with_reason(
            "by_depth", "People at each depth; uses: without saying how often.",
            ById{id_up_to(Depth::NotApplicable).ids, Count()},
            [](const ToolUse& use) { return where(tells_depths(use), use.by_depth); });
    });
    return list;
}

const Tool& tool_of(const GroupTool& one, const GapReport& report) {
    return report.landscape.tools[one.tool];
}

/// Any use of a tool, told or not.
const FieldList<GroupTool>& any_tool_fields() {
    static const FieldList<GroupTool> list([](auto& fields) {
        fields.include(tool_fields(), tool_of);
        fields.add("placed", "Whether the tool has a place on the plane.", Flag(),
                   [](const GroupTool& one, const GapReport& report) {
                       return tool_of(one, report).placement.has_value();
                   });
    });
    return list;
}

const FieldList<GroupTool>& tool_of_few_fields() {
    static const FieldList<GroupTool> list(
        "tool_of_few", "A tool that fewer people use than may be told.", [](auto& fields) {
            fields.include(any_tool_fields(), std::identity());
            fields.add("few", "Why its numbers are not told.", not_empty, [](const GroupTool& one) {
                return kept_confidential(one.group->least_told);
            });
        });
    return list;
}

/// A tool's use as it may be told.
struct ToolOfGroup {
    Json schema(Json& definitions) const {
        return {{"anyOf", Json::array({tool_use_fields().schema(definitions),
                                       tool_of_few_fields().schema(definitions)})}};
    }
    Json json(const GroupTool& one, const GapReport& report) const {
        return (one.use().few ? tool_of_few_fields() : tool_use_fields()).json(one, report);
    }
};

/// The tools that anybody of the group says anything about.
std::vector<GroupTool> named_tools(const Group& group) {
    std::vector<GroupTool> named;
    for (ToolIndex tool = 0; tool < group.tools.size(); ++tool) {
        const auto& use = group.tools[tool];
        if (use.users > 0 || use.few || is_named(use)) {
            named.push_back({&group, tool});
        }
    }
    return named;
}

} // namespace

std::string kept_confidential(std::size_t least_told) {
    return reports::english({"privacy.too-few-people", {{"least", assess::Count(least_told)}}});
}

std::vector<std::string> tool_ids(const std::vector<ToolIndex>& tools, const GapReport& report) {
    std::vector<std::string> ids;
    for (const auto tool : tools) {
        ids.push_back(report.landscape.tools[tool].id);
    }
    return ids;
}

const FieldList<Tool>& tool_fields() {
    static const FieldList<Tool> list([](auto& fields) {
        fields.add("tool", "Id of the tool in the landscape.", not_empty, &Tool::id);
        fields.add("name", "Name of the tool.", Text(), &Tool::name);
    });
    return list;
}

const FieldList<GroupTool>& tool_use_fields() {
    static const FieldList<GroupTool> list("tool_use", "A group's use of a tool.",
                                           [](auto& fields) {
                                               fields.include(any_tool_fields(), std::identity());
                                               fields.include(use_fields(), &GroupTool::use);
                                           });
    return list;
}

const FieldList<Group>& group_fields() {
    static const FieldList<Group> list(
        "group", "The people of one role or team.", [](auto& fields) {
            fields.add("id", "Researcher, engineer, hybrid or other; or the team's name.",
                       not_empty, &Group::id);
            fields.add("name", "For the middle of a sentence.", Text(), &Group::name);
            fields.add("role", "Null for teams.", OrNull{id_up_to(Role::Other)}, &Group::role);
            fields.add("listed", "People of the group in the input.", Count(), &Group::listed);
            fields.add("n", "Of these, who answered anything about tools.", Count(), &Group::n);
            fields.add("placed", "Of these, who use a tool that has a place on the plane.", Count(),
                       &Group::placed);
            fields.add_with_reason("centroid", "Mean of the positions; every person counts once.",
                                   ObjectOf(place_fields()), &Group::centroid);
            fields.add_with_reason("covariance",
                                   "Of the positions, with n - 1 of the placed people.",
                                   ObjectOf(covariance_fields()), &Group::covariance);
            fields.add_with_reason("standard_distance",
                                   "Square root of the trace of the covariance, in units of the "
                                   "plane.",
                                   not_negative, &Group::standard_distance);
            fields.add_with_reason("spatial_median", "The middle that outliers do not move.",
                                   ObjectOf(point_fields()), &Group::spatial_median);
            fields.add_with_reason("mean_distance_to_median",
                                   "Mean distance of the positions to the spatial median.",
                                   not_negative, &Group::mean_distance_to_median);
            fields.add_with_reason(
                "quadrant_share", "Share of the group's use in each quadrant, placed tools only.",
                ById{id_up_to(Quadrant::StandardSweTools).ids, share}, &Group::quadrant_share);
            fields.add_with_reason("category_share",
                                   "Share of the group's use by category of the landscape.",
                                   ByCategory{share}, &Group::category_share);
            fields.add("tools", "Tools that anybody of the group says anything about.",
                       ListOf{ToolOfGroup()}, named_tools);
        });
    return list;
}

const FieldList<HiddenGroup>& hidden_group_fields() {
    static const FieldList<HiddenGroup> list([](auto& fields) {
        fields.add("id", "As of a group that is shown.", not_empty, &HiddenGroup::id);
        fields.add("name", "For the middle of a sentence.", Text(), &HiddenGroup::name);
        fields.add("reason", "Why the group is not shown.", not_empty, &HiddenGroup::reason);
    });
    return list;
}

} // namespace assess::fields
