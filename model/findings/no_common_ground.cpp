// no-common-ground, on the pair: do the two groups share tools?
//
// An interval rule on the overlap of their mean shares (Morisita-Horn; Horn 1966), with the
// comparison's jackknife interval: present when it lies wholly below Policy::common_ground.
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"
#include "model/statistics/overlap.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {

namespace no_common_ground_rule {
namespace {

constexpr std::string_view id = "no-common-ground";

std::vector<ToolIndex> shared_tools(const Comparison& comparison) {
    std::vector<ToolIndex> tools;
    for (const auto& bridge : comparison.overlap.bridges) {
        tools.push_back(bridge.tool);
    }
    return tools;
}

/// What every sentence about the shared tools tells.
std::vector<NamedValue> sharing(const RuleInput& input, const Pair& pair) {
    constexpr std::size_t most_named = 3;
    const auto shared = shared_tools(pair.comparison);
    return {{"number", Count(shared.size())},
            {"tools", named_tools(input.landscape, shared, most_named)},
            {"pair", pair.groups()},
            {"people", pair.placed_people()},
            {"first", people_told(pair.first, pair.first.placed)},
            {"second", people_told(pair.second, pair.second.placed)}};
}

/// "both use Git and Docker": a clause.
Message what_both_use(const RuleInput& input, const Pair& pair) {
    return {"no-common-ground.what-both-use", sharing(input, pair)};
}

Message says(const RuleInput& input, const Pair& pair, const Estimate& overlap, State state) {
    std::vector<NamedValue> values{{"pair", pair.groups()},
                                   {"overlap", Decimal(overlap.value)},
                                   {"lower", Decimal(*overlap.lower)},
                                   {"upper", Decimal(*overlap.upper)},
                                   {"least", Decimal(0, 0)},
                                   {"most", Decimal(1, 0)},
                                   {"shared", what_both_use(input, pair)}};
    switch (state) {
    case State::Present:
        return {"no-common-ground.says.present", std::move(values)};
    case State::Possible:
        return {"no-common-ground.says.possible", std::move(values)};
    case State::Absent:
        return {"no-common-ground.says.absent", std::move(values)};
    case State::Undetermined:
        break;
    }
    return {"no-common-ground.says.undetermined", std::move(values)};
}

Message means(const RuleInput& input, const Pair& pair, const Estimate& overlap, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return {"no-common-ground.means.little", sharing(input, pair)};
    case State::Absent:
        return {"no-common-ground.means.absent", sharing(input, pair)};
    case State::Undetermined:
        break;
    }
    return {"no-common-ground.means.undetermined",
            {{"overlap", Decimal(overlap.value)}, {"shared", what_both_use(input, pair)}}};
}

void add_bridges(const RuleInput& input, const Pair& pair, Finding& finding) {
    const auto& bridges = pair.comparison.overlap.bridges;
    const auto shown = std::min<std::size_t>(5, bridges.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& bridge = bridges[i];
        finding.evidence.push_back(
            {"no-common-ground.bridge",
             {{"tool", tool_name(input.landscape, bridge.tool)},
              {"first", k_of_n(pair.first, bridge.users_first, bridge.base_first)},
              {"second", k_of_n(pair.second, bridge.users_second, bridge.base_second)}}});
    }
    if (shown < bridges.size()) {
        finding.evidence.push_back(
            {"no-common-ground.more-shared", {{"more", Count(bridges.size() - shown)}}});
    }
}

void add_evidence(const RuleInput& input, const Pair& pair, Finding& finding) {
    const auto& overlap = pair.comparison.overlap;
    if (overlap.morisita_horn) {
        finding.evidence.push_back({"no-common-ground.overlap",
                                    {{"overlap", told_with_interval(*overlap.morisita_horn)},
                                     {"people", pair.placed_people()}}});
    }
    if (overlap.jaccard) {
        finding.evidence.push_back(
            {"no-common-ground.on-both-sides", {{"share", Share(*overlap.jaccard)}}});
    }
    add_bridges(input, pair, finding);
    finding.tools = shared_tools(pair.comparison);
}

/// The best tool to share: in an adopt or trial ring, used by most people of the two.
std::optional<ToolIndex> tool_to_share(const RuleInput& input, const Pair& pair) {
    std::optional<ToolIndex> best;
    std::size_t most = 0;
    for (ToolIndex j = 0; j < input.landscape.tools.size(); ++j) {
        const auto users = pair.first.tools[j].users + pair.second.tools[j].users;
        if (users > most && ring_of(input.landscape, j) <= Ring::Trial &&
            !is_retired(input.landscape.tools[j])) {
            most = users;
            best = j;
        }
    }
    return best;
}

Message share_a_tool(const RuleInput& input, const Pair& pair, const Estimate& overlap) {
    const Decimal size(overlap.value);
    if (const auto best = tool_to_share(input, pair)) {
        return {"no-common-ground.share",
                {{"overlap", size},
                 {"tool", tool_name(input.landscape, *best)},
                 {"how", bring_in(input, *best, {&pair.first, &pair.second})}}};
    }
    return {"no-common-ground.try", {{"overlap", size}, {"people", pair.placed_people()}}};
}

void add_actions(const RuleInput& input, const Pair& pair, const Estimate& overlap,
                 Finding& finding) {
    finding.actions.push_back(share_a_tool(input, pair, overlap));
    if (auto teach = teach_researchers(input, pair)) {
        finding.actions.push_back(std::move(*teach));
    }
    finding.actions.push_back(use_hybrids(input, pair));
}

Message flips_when(const Estimate& overlap, State state, double threshold, const Message& settle) {
    const std::vector<NamedValue> values{{"lower", Decimal(*overlap.lower, threshold)},
                                         {"upper", Decimal(*overlap.upper, threshold)},
                                         {"threshold", Decimal(threshold)}};
    switch (state) {
    case State::Present:
        return {"no-common-ground.flips.present", values};
    case State::Possible:
        return {"no-common-ground.flips.possible", values};
    case State::Absent:
        return {"no-common-ground.flips.absent", values};
    case State::Undetermined:
        break;
    }
    return settle;
}

void judge_interval(const RuleInput& input, const Pair& pair, const Estimate& overlap,
                    Finding& finding) {
    const double threshold = input.policy.common_ground;
    finding.state = below(overlap, threshold);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(input, pair, overlap, finding.state);
    finding.means = means(input, pair, overlap, finding.state);
    const auto settle =
        sentences(not_settled_by(overlap, pair.placed_people()),
                  people_to_settle(growth_to_settle(overlap, threshold), pair.first,
                                   pair.first.placed, pair.second, pair.second.placed));
    finding.flips_when = flips_when(overlap, finding.state, threshold, settle);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(settle);
    }
    if (stands(finding)) {
        add_actions(input, pair, overlap, finding);
    }
}

void leave_without_interval(const RuleInput& input, const Pair& pair, const Message& reason,
                            Finding& finding) {
    const auto shared = what_both_use(input, pair);
    const auto lacking =
        lacking_people(pair, fewest_for_overlap_interval, {"no-common-ground.the-common-ground"});
    leave_undetermined(input, finding, {"no-common-ground.question", {{"pair", pair.groups()}}},
                       reason,
                       {"no-common-ground.lacking", {{"shared", shared}, {"lacking", lacking}}});
    finding.says = sentences(finding.says, {"no-common-ground.so-far", {{"shared", shared}}});
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {undetermined_without_pair(id, input, {"no-common-ground.question.no-pair"})};
    }
    auto finding = start_finding(id, "pair");
    finding.groups = {pair->first.id, pair->second.id};
    const auto& overlap = pair->comparison.overlap.morisita_horn;
    if (overlap && overlap->has_interval()) {
        judge_interval(input, *pair, *overlap, finding);
    } else {
        leave_without_interval(input, *pair, overlap ? overlap->reason : overlap.reason(), finding);
    }
    if (overlap) {
        finding.magnitude = Magnitude{{"no-common-ground.magnitude"},
                                      *overlap,
                                      input.policy.common_ground,
                                      std::nullopt,
                                      0,
                                      1};
    }
    add_evidence(input, *pair, finding);
    return {finding};
}

/// Under a confidential promise by more than a few.
bool is_used_by_the_other(const AdoptionSubject& subject) {
    const auto users = subject.other.tools[subject.index].users;
    return users > 0 && !count_told(subject.input, users).hidden();
}

} // namespace
} // namespace no_common_ground_rule

namespace rule {
extern const Rule no_common_ground;
const Rule no_common_ground{
    .id = "no-common-ground",
    .asks = "no-common-ground.asks",
    .criteria = {"no-common-ground.criteria.present", "no-common-ground.criteria.possible",
                 "no-common-ground.criteria.undetermined", "no-common-ground.criteria.absent"},
    .policy_groups = {"no_common_ground"},
    .scale = {.below = "no-common-ground.scale.below",
              .above = "no-common-ground.scale.above",
              .finding_below = true},
    .adoption = {.what = "no-common-ground.asks-for",
                 .met_by = no_common_ground_rule::is_used_by_the_other},
    .judge = no_common_ground_rule::judge};
} // namespace rule

} // namespace assess
