// left-end, on the building diagonal: does the organization build software and hardly any models?
//
// A share rule: present when the interval of the share of all usage that lies left of
// Policy::left_end_building is wholly at or above left_end_share (usage_share.hpp says which
// interval, and from how many people on).
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/verdict.hpp"

#include <algorithm>

namespace assess {

namespace left_end_rule {
namespace {

double building(const Tool& tool) {
    return along(Diagonal::Building, tool.placement->point);
}

bool on_the_right(const Tool& tool) {
    return tool.placement && building(tool) > 0;
}

/// What researchers (everybody, where roles are not the grouping) have on the right.
struct RightSide {
    GroupName whose;
    PeopleUsing people;
    std::vector<ToolIndex> tools; ///< by users, most first
};

RightSide right_side(const RuleInput& input) {
    RightSide right;
    const auto& tools = input.landscape.tools;
    const auto belongs = [&](ToolIndex j) { return on_the_right(tools[j]); };
    const auto* researchers = group_of(input, Role::Researcher);
    std::vector<std::size_t> users(tools.size());
    for (const auto& group : input.groups) {
        if (researchers != nullptr && &group != researchers) {
            continue;
        }
        for (std::size_t j = 0; j < tools.size(); ++j) {
            users[j] += group.tools[j].users;
        }
    }
    right.whose = researchers != nullptr ? group_name(*researchers) : GroupName{"everybody", {}};
    right.people = researchers != nullptr ? people_using(input, researchers->members, belongs)
                                          : people_using(input, belongs);
    for (ToolIndex j = 0; j < tools.size(); ++j) {
        if (users[j] > 0 && belongs(j)) {
            right.tools.push_back(j);
        }
    }
    std::ranges::stable_sort(right.tools,
                             [&](ToolIndex a, ToolIndex b) { return users[a] > users[b]; });
    return right;
}

/// What every sentence about the right side tells: "3 of 5 researchers", whoever of them was
/// asked, and the tools that they use.
std::vector<NamedValue> use_on_the_right(const RuleInput& input, const RightSide& right) {
    constexpr std::size_t most_named = 3;
    return {{"users", count_told(input, right.people.users)},
            {"asked", Count(right.people.base)},
            {"whose", right.whose},
            {"count", Count(right.tools.size())},
            {"tools", named_tools(input.landscape, right.tools, most_named)}};
}

Message says(const Estimate& share, State state, const Policy& policy) {
    const Share value(share.value);
    const Decimal end(policy.left_end_building);
    switch (state) {
    case State::Present:
        return {"left-end.says.present",
                {{"share", value}, {"end", end}, {"lower", Share(*share.lower)}}};
    case State::Possible:
        return {"left-end.says.possible",
                {{"share", value}, {"end", end}, {"lower", Share(*share.lower)}}};
    case State::Absent:
        return {"left-end.says.absent", {{"share", value}, {"upper", Share(*share.upper)}}};
    case State::Undetermined:
        break;
    }
    if (!share.has_interval()) {
        return {"left-end.says.no-interval",
                {{"share", value}, {"people", people_behind(share)}, {"reason", share.reason}}};
    }
    return {"left-end.says.undetermined", {{"share", value}, {"upper", Share(*share.upper)}}};
}

Message means(const RuleInput& input, const Estimate& share, State state, const RightSide& right) {
    auto values = use_on_the_right(input, right);
    values.push_back({"share", Share(share.value)});
    switch (state) {
    case State::Present:
    case State::Possible:
        return right.people.users > 0 ? Message{"left-end.means.beside", std::move(values)}
                                      : Message{"left-end.means.no-tool", std::move(values)};
    case State::Absent:
        values.push_back({"elsewhere", Share(1 - share.value)});
        return right.tools.empty() ? Message{"left-end.means.elsewhere", std::move(values)}
                                   : Message{"left-end.means.real-part", std::move(values)};
    case State::Undetermined:
        break;
    }
    return {"left-end.means.undetermined", std::move(values)};
}

/// Kinds of specialized tools to begin with, of which nobody uses any.
std::vector<Value> categories_lacking(const Landscape& landscape, const RightSide& right) {
    std::vector<Value> categories;
    for (std::size_t c = 0; c < landscape.categories.size(); ++c) {
        const auto& category = landscape.categories[c];
        const bool used = std::ranges::any_of(
            right.tools, [&](ToolIndex tool) { return is_of(landscape.tools[tool], c); });
        if (category.quadrant == Quadrant::SpecializedMlTools && category.ring <= Ring::Trial &&
            !used) {
            categories.emplace_back(with_ring(category));
        }
    }
    return categories;
}

std::vector<Message> actions(const RuleInput& input, const Estimate& share,
                             const RightSide& right) {
    const Share value(share.value);
    std::vector<Message> list{{"left-end.action.leave", {{"share", value}}}};
    auto categories = categories_lacking(input.landscape, right);
    if (!categories.empty()) {
        list.push_back({"left-end.action.buy",
                        {{"whose", right.whose},
                         {"categories", List(std::move(categories), 3, List::Last::Or)},
                         {"how", first_step_in(Ring::Trial, people_behind(share))}}});
    } else if (right.people.users == 0) {
        list.push_back({"left-end.action.no-adoption", {{"share", value}}});
    }
    if (!right.tools.empty()) {
        auto values = use_on_the_right(input, right);
        values.push_back({"tool", tool_name(input.landscape, right.tools.front())});
        list.push_back({"left-end.action.support", std::move(values)});
    }
    return list;
}

Message flips_when(const Estimate& share, State state, const Policy& policy,
                   const Message& settle) {
    const double threshold = policy.left_end_share;
    switch (state) {
    case State::Present:
        return {"left-end.flips.present",
                {{"lower", Share(*share.lower, threshold)}, {"threshold", Share(threshold)}}};
    case State::Absent:
        return {"left-end.flips.absent",
                {{"upper", Share(*share.upper, threshold)}, {"threshold", Share(threshold)}}};
    default:
        return settle;
    }
}

void add_evidence(const RuleInput& input, const Estimate& share, const RightSide& right,
                  Finding& finding) {
    finding.evidence.push_back(
        {"left-end.usage",
         {{"share", share_told_with_interval(share)}, {"people", people_behind(share)}}});
    finding.evidence.push_back(
        right.people.users == 0
            ? Message{"left-end.on-right.nobody", use_on_the_right(input, right)}
            : Message{"left-end.on-right", use_on_the_right(input, right)});
    finding.tools = right.tools;
}

std::vector<Finding> judge(const RuleInput& input) {
    auto finding = start_finding("left-end", id_of(Diagonal::Building));
    const auto& policy = input.policy;
    const auto share = share_of_usage(
        input, [&](const Tool& tool) { return building(tool) < policy.left_end_building; });
    if (!share) {
        leave_undetermined(input, finding, {"left-end.question"}, share.reason(),
                           lacking_places(input));
        return {finding};
    }
    const auto right = right_side(input);
    const auto& estimate = share->estimate;
    finding.state = at_least(estimate, policy.left_end_share);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(estimate, finding.state, policy);
    finding.means = means(input, estimate, finding.state, right);
    finding.magnitude =
        Magnitude{{"left-end.magnitude"}, estimate, policy.left_end_share, std::nullopt, 0, 1};
    add_evidence(input, estimate, right, finding);
    // How many people would settle it takes a search, so it is asked for where it is told.
    const bool open = finding.state == State::Possible || finding.state == State::Undetermined;
    const auto settle = open ? settling_share(*share, policy.left_end_share, policy,
                                              end_of_diagonal(Diagonal::Building, false))
                             : Message();
    finding.flips_when = flips_when(estimate, finding.state, policy, settle);
    if (open) {
        finding.actions.push_back(settle);
    }
    if (stands(finding)) {
        const auto ways = actions(input, estimate, right);
        finding.actions.insert(finding.actions.end(), ways.begin(), ways.end());
    }
    return {finding};
}

bool is_on_the_right(const AdoptionSubject& subject) {
    return along(Diagonal::Building, subject.place()) > 0;
}

Redraw redraw(const Finding& /*finding*/, Draws& draws) {
    if (!draws.any_usage()) {
        return {};
    }
    const auto& policy = draws.input().policy;
    const auto share = draws.share_in([limit = policy.left_end_building](const Point& point) {
        return along(Diagonal::Building, point) < limit;
    });
    return [&policy, share](const Drawn& drawn, DrawMemory& memory) {
        return at_least(share(drawn, memory).estimate, policy.left_end_share);
    };
}

} // namespace
} // namespace left_end_rule

namespace rule {
extern const Rule left_end;
const Rule left_end{
    .id = "left-end",
    .asks = "left-end.asks",
    .criteria = {"left-end.criteria.present", "left-end.criteria.possible",
                 "left-end.criteria.undetermined", "left-end.criteria.absent"},
    .policy_groups = {"left_end", "shares"},
    .scale = {.below = "left-end.scale.below", .above = "left-end.scale.above", .shares = true},
    .adoption = {.what = "left-end.asks-for", .met_by = left_end_rule::is_on_the_right},
    .redraw = left_end_rule::redraw,
    .judge = left_end_rule::judge};
} // namespace rule

} // namespace assess
