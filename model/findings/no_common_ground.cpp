// no-common-ground, on the pair: do the two groups share tools?
//
// An interval rule on the overlap of their mean shares (Morisita-Horn; Horn 1966), with the
// comparison's jackknife interval: present when it lies wholly below Policy::common_ground.
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"
#include "model/statistics/overlap.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::string shared_clause(const RuleInput& input, const std::vector<ToolIndex>& shared) {
    if (shared.empty()) {
        return "no tool is used by both";
    }
    if (shared.size() == 1) {
        return fmt::format("{} is the only tool that both use",
                           tool_names(input.landscape, shared));
    }
    return fmt::format("both use {}", tool_names(input.landscape, shared));
}

std::string says(const RuleInput& input, const Pair& pair, const Estimate& overlap, State state) {
    const auto shared = shared_clause(input, shared_tools(pair.comparison));
    switch (state) {
    case State::Present:
        return fmt::format("{} have little common ground: their tool use overlaps by {} (0 is "
                           "none, 1 the same), and {}.",
                           pair.at_start(), decimal(overlap.value), shared);
    case State::Possible:
        return fmt::format("{} may have little common ground: their tool use overlaps by {} (0 is "
                           "none, 1 the same), but up to {} fits the answers; {}.",
                           pair.at_start(), decimal(overlap.value), decimal(*overlap.upper),
                           shared);
    case State::Absent:
        return fmt::format("{} share common ground: their tool use overlaps by {} and by at least "
                           "{} (0 is none, 1 the same); {}.",
                           pair.at_start(), decimal(overlap.value), decimal(*overlap.lower),
                           shared);
    case State::Undetermined:
        break;
    }
    return fmt::format("The answers leave open how much common ground {} have: their tool use "
                       "overlaps by {}, and anything from {} to {} fits; {}.",
                       pair.in_middle(), decimal(overlap.value), decimal(*overlap.lower),
                       decimal(*overlap.upper), shared);
}

std::string means(const RuleInput& input, const Pair& pair, const Estimate& overlap, State state) {
    const auto shared = shared_tools(pair.comparison);
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("{}, what {} know of their tools likely helps {} little, and the other "
                           "way round.",
                           shared.empty() ? "Without a tool in common"
                                          : "Outside of " + tool_names(input.landscape, shared),
                           people_of(pair.first, pair.first.placed),
                           people_of(pair.second, pair.second.placed));
    case State::Absent:
        if (shared.empty()) {
            return fmt::format("{} can meet, train and help one another.", pair.placed());
        }
        return fmt::format("{} {} where {} can meet, train and help one another.",
                           tool_names(input.landscape, shared), shared.size() == 1 ? "is" : "are",
                           pair.in_middle());
    case State::Undetermined:
        break;
    }
    return fmt::format("How much of {} is chance is open; that {} is not.", decimal(overlap.value),
                       shared_clause(input, shared));
}

void add_evidence(const RuleInput& input, const Pair& pair, Finding& finding) {
    const auto& overlap = pair.comparison.overlap;
    if (overlap.morisita_horn) {
        finding.evidence.push_back(fmt::format(
            "Overlap of tool use (Morisita-Horn on mean shares): {}, from {} and {}.",
            with_interval(*overlap.morisita_horn), people_of(pair.first, pair.first.placed),
            people_of(pair.second, pair.second.placed)));
    }
    if (overlap.jaccard) {
        finding.evidence.push_back(
            fmt::format("Of the tools that anybody of the two uses, {} are used on both sides.",
                        percent(*overlap.jaccard)));
    }
    const auto shown = std::min<std::size_t>(5, overlap.bridges.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& bridge = overlap.bridges[i];
        finding.evidence.push_back(
            fmt::format("{}: {}, {}.", input.landscape.tools[bridge.tool].name,
                        k_of_n(bridge.users_first, bridge.base_first, pair.first),
                        k_of_n(bridge.users_second, bridge.base_second, pair.second)));
    }
    if (shown < overlap.bridges.size()) {
        finding.evidence.push_back(fmt::format(
            "And {} shared.", counted(overlap.bridges.size() - shown, "more tool", "more tools")));
    }
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

void add_actions(const RuleInput& input, const Pair& pair, const Estimate& overlap,
                 Finding& finding) {
    if (const auto best = tool_to_share(input, pair)) {
        finding.actions.push_back(
            fmt::format("To raise the overlap of {}, agree on one tool to share, {} first. {}",
                        decimal(overlap.value), input.landscape.tools[*best].name,
                        bring_in(input, *best, {&pair.first, &pair.second}).words()));
    } else {
        finding.actions.push_back(
            fmt::format("No tool in the adopt or trial ring is in use on either side, so an "
                        "overlap of {} cannot grow from what is there: choose one tool that {} "
                        "both try.",
                        decimal(overlap.value), pair.placed()));
    }
    if (auto teach = teach_researchers(input, pair)) {
        finding.actions.push_back(std::move(*teach));
    }
    finding.actions.push_back(use_hybrids(input, pair));
}

std::string flips_when(const Estimate& overlap, State state, double threshold,
                       const std::string& settle) {
    switch (state) {
    case State::Present:
        return fmt::format("It would be only possible if the interval's upper end, {}, reached {}.",
                           decimal_against(*overlap.upper, threshold), decimal(threshold));
    case State::Possible:
        return fmt::format("It would be present if the interval's upper end, {}, fell below {}.",
                           decimal_against(*overlap.upper, threshold), decimal(threshold));
    case State::Absent:
        return fmt::format("It would be open again if the interval's lower end, {}, fell below {}.",
                           decimal_against(*overlap.lower, threshold), decimal(threshold));
    case State::Undetermined:
        break;
    }
    return settle;
}

void judge_interval(const RuleInput& input, const Pair& pair, const Estimate& overlap,
                    Finding& finding) {
    const double threshold = input.policy.common_ground;
    finding.state = below(overlap, threshold);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(input, pair, overlap, finding.state);
    finding.means = means(input, pair, overlap, finding.state);
    const auto settle = unsettled(overlap, pair.placed()) + " " +
                        settling(growth_to_settle(overlap, threshold), pair.first,
                                 pair.first.placed, pair.second, pair.second.placed);
    finding.flips_when = flips_when(overlap, finding.state, threshold, settle);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(settle);
    }
    if (stands) {
        add_actions(input, pair, overlap, finding);
    }
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {without_pair(id, input, "how much common ground two groups have")};
    }
    auto finding = start_finding(id, "pair");
    finding.groups = {pair->first.id, pair->second.id};
    const auto& overlap = pair->comparison.overlap.morisita_horn;
    const auto question = fmt::format("how much common ground {} have", pair->in_middle());
    const auto what_to_do = fmt::format(
        "{} so far. {}", capitalized(shared_clause(input, shared_tools(pair->comparison))),
        people_lacking(*pair, fewest_for_overlap_interval, "the common ground"));
    if (!overlap || !overlap->has_interval()) {
        leave_open(input, finding, question, overlap ? overlap->reason : overlap.reason(),
                   what_to_do);
        finding.says +=
            fmt::format(" So far, {}.", shared_clause(input, shared_tools(pair->comparison)));
    } else {
        judge_interval(input, *pair, *overlap, finding);
    }
    if (overlap) {
        finding.magnitude = Magnitude{std::string("overlap of tool use"), *overlap, input.policy.common_ground,
                                      std::nullopt,          0,        1};
    }
    add_evidence(input, *pair, finding);
    return {finding};
}

} // namespace
} // namespace no_common_ground_rule

namespace rule {
extern const Rule no_common_ground;
const Rule no_common_ground{"no-common-ground", "Do the two groups share tools?",
                            no_common_ground_rule::judge};
} // namespace rule

} // namespace assess
