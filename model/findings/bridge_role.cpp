// bridge-role, on the hybrids: do they stand between the two groups?
//
// For information only. The hybrids' centroid h is projected on the line from the first group's
// centroid (place 0) to the second's (place 1):
//     t = (h - c1) . d / (d . d),   d = c2 - c1.
// Its variance is linearized (delta method) over the three groups' covariances, the landscape's
// part added with each tool's error shared by all three; degrees of freedom after Welch and
// Satterthwaite. Present when the interval lies wholly within (0, 1), absent when wholly outside.
// The linearization needs two groups that do stand apart: where neither diagonal has an estimated
// gap beyond the notable threshold there is nothing to bridge, and the finding is absent or
// undetermined with opposite-ends.
#include "model/findings/bridge_place.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assess {

namespace bridge_role_rule {
namespace {

constexpr std::string_view id = "bridge-role";
constexpr std::string_view question = "whether hybrids stand between the two groups";

/// Why there is nothing to judge, whatever the numbers; empty where there is something.
std::string no_question(const Pair& pair, const Group* hybrids) {
    if (hybrids == nullptr) {
        return "nobody answered as a hybrid";
    }
    if (hybrids == &pair.first || hybrids == &pair.second) {
        return "the hybrids are one of the two groups compared here";
    }
    for (const auto* group : {&pair.first, &pair.second, hybrids}) {
        if (!group->centroid) {
            return fmt::format("none of the {} has a place on the plane", people_of(*group));
        }
    }
    return {};
}

/// "Optuna of researchers and AWS of engineers": what the hybrids use of each group's own tools.
std::string tools_shared_with(const RuleInput& input, const Pair& pair, const Group& hybrids) {
    std::vector<std::string> parts;
    for (const bool second : {false, true}) {
        const ToolContribution* best = nullptr;
        const auto lead = [&](const ToolContribution& tool) {
            return second ? tool.share_second - tool.share_first
                          : tool.share_first - tool.share_second;
        };
        for (const auto& tool : pair.comparison.by_tool) {
            const auto users = hybrids.tools[tool.tool].users;
            if (users > 0 && !told(hybrids).hides(users) && lead(tool) > 0 &&
                (best == nullptr || lead(tool) > lead(*best))) {
                best = &tool;
            }
        }
        if (best != nullptr) {
            parts.push_back(fmt::format("{} of {}", input.landscape.tools[best->tool].name,
                                        second ? pair.second.name : pair.first.name));
        }
    }
    return parts.size() == 2 ? enumerated(parts, 2) : std::string();
}

const Group& nearer(const Pair& pair, double place) {
    return place < 0.5 ? pair.first : pair.second;
}

std::string says(const Pair& pair, const Group& hybrids, const Estimate& place, State state) {
    const auto who = capitalized(people_of(hybrids, hybrids.placed));
    const auto& near = nearer(pair, place.value).name;
    switch (state) {
    case State::Present:
        return fmt::format("{} between {}: {} of the way from {} to {}.",
                           who + (hybrids.placed == 1 ? " stands" : " stand"), pair.in_middle(),
                           percent(place.value), pair.first.name, pair.second.name);
    case State::Possible:
        return fmt::format("{} may stand between {}, {} of the way from {} to {}, but the interval "
                           "reaches past one of them.",
                           who, pair.in_middle(), percent(place.value), pair.first.name,
                           pair.second.name);
    case State::Absent:
        return fmt::format("{} not between {} but on the far side of {}.",
                           who + (hybrids.placed == 1 ? " stands" : " stand"), pair.in_middle(),
                           near);
    case State::Undetermined:
        break;
    }
    if (!place.has_interval()) {
        return fmt::format("Nobody can say yet {}, because {}.", question, place.reason);
    }
    return fmt::format("The answers leave open {}: they seem to stand on the far side of {}.",
                       question, near);
}

std::string means(const RuleInput& input, const Pair& pair, const Group& hybrids,
                  const Estimate& place, State state) {
    switch (state) {
    case State::Present:
    case State::Possible: {
        const auto shared = tools_shared_with(input, pair, hybrids);
        return fmt::format("{}, so they may carry work across. They are nearer to {}.",
                           shared.empty()
                               ? fmt::format("They stand at {} of the way", percent(place.value))
                               : "They use tools of both sides, " + shared,
                           nearer(pair, place.value).name);
    }
    case State::Absent:
        return fmt::format(
            "By their tools, at {} on the way from 0 to 1, the {} are no link between "
            "the two.",
            decimal(place.value), people_of(hybrids, hybrids.placed));
    case State::Undetermined:
        break;
    }
    return fmt::format("{} of the way from {} to {} does not matter for the other findings.",
                       percent(place.value), pair.first.name, pair.second.name);
}

/// How many more hybrids (and others, in proportion) it takes to tell on which side they stand.
std::string settle(const Pair& pair, const Group& hybrids, const Estimate& place) {
    if (!place.has_interval()) {
        const auto lacking = hybrids.placed < 2
                                 ? more_of(hybrids, 2 - hybrids.placed)
                                 : fmt::format("1 more than the {} at hand, with other tools",
                                               people_of(hybrids, hybrids.placed));
        return fmt::format("It takes 2 people with a place on the plane, not all at the same one, "
                           "in each of the three groups; there are {}, {} and {}. Of hybrids: {}.",
                           people_of(pair.first, pair.first.placed),
                           people_of(pair.second, pair.second.placed),
                           people_of(hybrids, hybrids.placed), lacking);
    }
    const double side = place.value < 0.5 ? 0 : 1;
    return fmt::format("{} {}", unsettled(place, people_of(hybrids, hybrids.placed)),
                       settling(growth_to_settle(place, side),
                                pair.first.placed + pair.second.placed + hybrids.placed));
}

/// Nearer to one side, they have most to learn of the other.
std::string where_to_put(const Pair& pair, const Group& hybrids, const Estimate& place) {
    const auto& near = nearer(pair, place.value);
    const auto& far = &near == &pair.first ? pair.second : pair.first;
    return fmt::format("Put the {} where work passes from {} to {}, and let them teach both sides: "
                       "at {} of the way they know {} better, so have them work with {} first.",
                       people_of(hybrids, hybrids.placed), pair.first.name, pair.second.name,
                       percent(place.value), near.name, far.name);
}

void judge_place(const RuleInput& input, const Pair& pair, const Group& hybrids, Finding& finding) {
    const auto line = bridge_line(pair.first, pair.second, hybrids);
    const auto place = bridge_place(line, input.landscape, input.policy.interval_level);
    finding.state = between(place);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Info : Severity::None;
    finding.says = says(pair, hybrids, place, finding.state);
    finding.means = means(input, pair, hybrids, place, finding.state);
    finding.magnitude = Magnitude{fmt::format("place of the hybrids on the line, 0 at {}, 1 at {}",
                                              pair.first.name, pair.second.name),
                                  place,
                                  std::nullopt,
                                  std::nullopt,
                                  -1,
                                  2};
    finding.evidence.push_back(fmt::format("Place on the line, 0 at {} and 1 at {}: {}.",
                                           pair.first.name, pair.second.name,
                                           with_interval(place)));
    finding.evidence.push_back(fmt::format("It rests on {}, {} and {} with a place on the plane.",
                                           people_of(pair.first, pair.first.placed),
                                           people_of(pair.second, pair.second.placed),
                                           people_of(hybrids, hybrids.placed)));
    if (stands) {
        finding.actions.push_back(where_to_put(pair, hybrids, place));
    }
    if (finding.state == State::Undetermined || finding.state == State::Possible) {
        finding.actions.push_back(settle(pair, hybrids, place));
    }
    finding.flips_when =
        place.has_interval()
            ? fmt::format("It depends on whether the interval, {} to {}, stays within 0 and 1.",
                          decimal(*place.lower), decimal(*place.upper))
            : settle(pair, hybrids, place);
}

/// "0.08 on the building diagonal and -0.02 on the orchestration diagonal".
std::string gaps_in_words(const Pair& pair) {
    std::vector<std::string> gaps;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
        gaps.push_back(fmt::format("{} on the {}", gap ? decimal(gap->gap.value) : "not known",
                                   name_of(diagonal)));
    }
    return enumerated(gaps, 2);
}

/// What opposite-ends lacks for its wider gap.
std::string settle_gaps_first(const RuleInput& input, const Pair& pair) {
    const DiagonalGap* widest = nullptr;
    for (const auto& gap : pair.comparison.diagonal) {
        if (!gap || !gap->gap.has_interval()) {
            return "Settle opposite-ends first. " +
                   people_lacking(pair, 2, "what there is to bridge");
        }
        if (widest == nullptr || std::abs(gap->gap.value) > std::abs(widest->gap.value)) {
            widest = &*gap;
        }
    }
    return fmt::format("Settle opposite-ends first. {} {}", unsettled(widest->gap, pair.placed()),
                       settling(growth_to_settle(*widest, input.policy.gap_notable), pair.first,
                                pair.first.placed, pair.second, pair.second.placed));
}

void nothing_to_bridge(const RuleInput& input, const Pair& pair, const Group& hybrids, State apart,
                       Finding& finding) {
    finding.state = apart == State::Absent ? State::Absent : State::Undetermined;
    finding.says =
        apart == State::Absent
            ? fmt::format("There is no gap between {} for hybrids to bridge.", pair.in_middle())
            : fmt::format("Nobody can say yet {}, because {} may not stand apart at all.", question,
                          pair.in_middle());
    finding.means = fmt::format("{} may be useful all the same; the plane cannot show it here.",
                                capitalized(people_of(hybrids, hybrids.n)));
    finding.magnitude = Quantity<Magnitude>::unavailable("the two groups do not stand apart");
    finding.flips_when =
        fmt::format("It can be judged once opposite-ends is at least possible on a "
                    "diagonal; the gaps are {}.",
                    gaps_in_words(pair));
    if (finding.state == State::Undetermined) {
        finding.actions.push_back(settle_gaps_first(input, pair));
    }
}

std::string what_is_missing(const Pair& pair, const Group* hybrids) {
    if (hybrids == &pair.first || hybrids == &pair.second) {
        return fmt::format("Compare two other groups than {}.", pair.placed());
    }
    if (hybrids == nullptr || !hybrids->centroid) {
        return fmt::format("It takes at least 2 hybrids with a place on the plane beside the {}; "
                           "today {}.",
                           pair.placed(),
                           hybrids == nullptr ? std::string("nobody answered as one")
                                              : fmt::format("none of the {} has one",
                                                            people_of(*hybrids, hybrids->listed)));
    }
    return people_lacking(pair, 2, "where hybrids stand");
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair && input.grouping == Grouping::Role) {
        return {without_pair(id, input, question)};
    }
    auto finding = start_finding(id, "hybrid");
    if (input.grouping != Grouping::Role) {
        leave_open(input, finding, question,
                   "people are grouped by team here, and hybrids are a role",
                   fmt::format("Make the report by role instead of these {} to see where hybrids "
                               "stand.",
                               counted(input.groups.size(), "team")));
        return {finding};
    }
    finding.groups = {pair->first.id, pair->second.id};
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (const auto reason = no_question(*pair, hybrids); !reason.empty()) {
        leave_open(input, finding, question, reason, what_is_missing(*pair, hybrids));
        return {finding};
    }
    finding.groups.push_back(hybrids->id);
    const auto apart = stand_apart(pair->comparison.diagonal, input.policy.gap_notable);
    if (apart == State::Absent || apart == State::Undetermined) {
        nothing_to_bridge(input, *pair, *hybrids, apart, finding);
    } else {
        judge_place(input, *pair, *hybrids, finding);
    }
    return {finding};
}

} // namespace
} // namespace bridge_role_rule

namespace rule {
extern const Rule bridge_role;
const Rule bridge_role{"bridge-role", "Do hybrids stand between the two groups?",
                       bridge_role_rule::judge};
} // namespace rule

} // namespace assess
