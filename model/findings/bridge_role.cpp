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

namespace assess {

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

std::string means(const Pair& pair, const Estimate& place, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("They use tools of both sides, so they may carry work across. They are "
                           "nearer to {}.",
                           nearer(pair, place.value).name);
    case State::Absent:
        return "By their tools they are no link between the two.";
    case State::Undetermined:
        break;
    }
    return "It does not matter for the other findings.";
}

void judge_place(const RuleInput& input, const Pair& pair, const Group& hybrids, Finding& finding) {
    const auto line = bridge_line(pair.first, pair.second, hybrids);
    const auto place = bridge_place(line, input.landscape, input.policy.interval_level);
    finding.state = between(place);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Info : Severity::None;
    finding.says = says(pair, hybrids, place, finding.state);
    finding.means = means(pair, place, finding.state);
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
        finding.actions.push_back(fmt::format("Put them where work passes from {} to {}, and let "
                                              "them teach both sides.",
                                              pair.first.name, pair.second.name));
    } else if (finding.state == State::Undetermined) {
        finding.actions.emplace_back("Collect the answers of more hybrids.");
    }
    finding.flips_when =
        place.has_interval()
            ? fmt::format("It depends on whether the interval, {} to {}, stays within 0 and 1.",
                          decimal(*place.lower), decimal(*place.upper))
            : "It can be judged once all three groups have at least two placed people.";
}

void nothing_to_bridge(const Pair& pair, State apart, Finding& finding) {
    finding.state = apart == State::Absent ? State::Absent : State::Undetermined;
    finding.says =
        apart == State::Absent
            ? fmt::format("There is no gap between {} for hybrids to bridge.", pair.in_middle())
            : fmt::format("Nobody can say yet {}, because {} may not stand apart at all.", question,
                          pair.in_middle());
    finding.means = "Hybrids may be useful all the same; the plane cannot show it here.";
    finding.magnitude = Quantity<Magnitude>::unavailable("the two groups do not stand apart");
    finding.flips_when = "It can be judged once opposite-ends is at least possible on a diagonal.";
    if (finding.state == State::Undetermined) {
        finding.actions.emplace_back("Settle opposite-ends first.");
    }
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair && input.grouping == Grouping::Role) {
        return {without_pair(id, input, question)};
    }
    auto finding = start_finding(id, "hybrid");
    if (input.grouping != Grouping::Role) {
        leave_open(finding, question, "people are grouped by team here, and hybrids are a role",
                   "Make the report by role to see where hybrids stand.");
        return {finding};
    }
    finding.groups = {pair->first.id, pair->second.id};
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (const auto reason = no_question(*pair, hybrids); !reason.empty()) {
        leave_open(finding, question, reason,
                   "Collect answers of hybrids, and compare two other groups.");
        return {finding};
    }
    finding.groups.push_back(hybrids->id);
    const auto apart = stand_apart(pair->comparison.diagonal, input.policy.gap_notable);
    if (apart == State::Absent || apart == State::Undetermined) {
        nothing_to_bridge(*pair, apart, finding);
    } else {
        judge_place(input, *pair, *hybrids, finding);
    }
    return {finding};
}

} // namespace

namespace rule {
extern const Rule bridge_role;
const Rule bridge_role{"bridge-role", "Do hybrids stand between the two groups?", judge};
} // namespace rule

} // namespace assess
