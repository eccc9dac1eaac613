// scattered-group, on each of the two groups: do its people stand farther from one another than
// the other group's do? And beside it, on categories: side_by_side.hpp.
//
// The mean distance of a group's people to their spatial median, adjusted for its size, less that
// of the other group (SpreadComparison):
//   absent        the interval stays below Policy::scattered_distance
//   present       else, the interval lies above 0 and PERMDISP's p below Policy::scattered_p
//   possible      only the estimate lies above scattered_distance
//   undetermined  otherwise, or with fewer than Policy::scattered_placed people in a group: of so
//                 few the distances to their own median say too little (model/calibration.md)
// F is two-sided, so that its p already is what Holm's method makes of the two one-sided questions
// ("is it the researchers?", "is it the engineers?"): twice the smaller of their p-values. A report
// has one comparison, so there is no further test to adjust for.
#include "model/findings/rule_support.hpp"
#include "model/findings/side_by_side.hpp"
#include "model/findings/verdict.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace assess {

namespace scattered_group_rule {
namespace {

constexpr std::string_view id = "scattered-group";

/// One group against the other.
struct Subject {
    const RuleInput& input;
    const Group& group;
    const Group& other;
    const SpreadComparison& spread;
    double distance;       ///< mean adjusted distance of the group
    double other_distance; ///< and of the other one
    Estimate difference;   ///< of these
};

Estimate negated(Estimate estimate) {
    estimate.value = -estimate.value;
    std::swap(estimate.lower, estimate.upper);
    for (auto* end : {&estimate.lower, &estimate.upper}) {
        if (*end) {
            **end = -**end;
        }
    }
    return estimate;
}

Subject make_subject(const RuleInput& input, const Pair& pair, const SpreadComparison& spread,
                     bool second) {
    return second ? Subject{input,
                            pair.second,
                            pair.first,
                            spread,
                            spread.mean_distance_second,
                            spread.mean_distance_first,
                            negated(spread.difference)}
                  : Subject{input,
                            pair.first,
                            pair.second,
                            spread,
                            spread.mean_distance_first,
                            spread.mean_distance_second,
                            spread.difference};
}

std::string distances(const Subject& subject) {
    return fmt::format("on average they stand {} from the middle of their group, {} {} from theirs",
                       decimal(subject.distance), people_of(subject.other),
                       decimal(subject.other_distance));
}

std::string says(const Subject& subject, State state) {
    const auto name = at_start(subject.group);
    switch (state) {
    case State::Present:
        return fmt::format("{} are scattered: {}.", name, distances(subject));
    case State::Possible:
        return fmt::format("{} may be scattered: {}, but chance may have done that.", name,
                           distances(subject));
    case State::Absent:
        return fmt::format("{} are no more scattered than {}: {}.", name, people_of(subject.other),
                           distances(subject));
    case State::Undetermined:
        break;
    }
    return fmt::format("The answers leave open whether {} are more scattered than {}: {}.",
                       people_of(subject.group), people_of(subject.other), distances(subject));
}

std::string means(const Subject& subject, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("Among {} there is no one way of working: what one of them builds, "
                           "another may not know how to run.",
                           people_of(subject.group, subject.group.placed));
    case State::Absent:
        return fmt::format("The tools of {} differ no more from person to person than those of {}.",
                           people_of(subject.group, subject.group.placed),
                           people_of(subject.other, subject.other.placed));
    case State::Undetermined:
        break;
    }
    return fmt::format("With {} and {}, {} may be a difference or chance: do not act on it yet.",
                       people_of(subject.group, subject.group.placed),
                       people_of(subject.other, subject.other.placed),
                       decimal(subject.difference.value));
}

/// The category of which the group uses most different tools; nothing where that is fewer than 2.
struct Fullest {
    std::size_t category = 0;
    std::vector<ToolIndex> tools;
};

Fullest fullest_category(const Subject& subject) {
    const auto& landscape = subject.input.landscape;
    Fullest best;
    for (std::size_t c = 0; c < landscape.categories.size(); ++c) {
        std::vector<ToolIndex> used;
        for (ToolIndex j = 0; j < landscape.tools.size(); ++j) {
            if (subject.group.tools[j].users > 0 && is_of(landscape.tools[j], c)) {
                used.push_back(j);
            }
        }
        if (used.size() > std::max<std::size_t>(1, best.tools.size())) {
            best = {c, std::move(used)};
        }
    }
    std::ranges::stable_sort(best.tools, [&](ToolIndex a, ToolIndex b) {
        return subject.group.tools[a].users > subject.group.tools[b].users;
    });
    return best;
}

std::string agree(const Subject& subject) {
    const auto name = people_of(subject.group);
    const auto fullest = fullest_category(subject);
    if (fullest.tools.empty()) {
        return fmt::format("To bring {} nearer to the {} of {}, let {} show one another how they "
                           "work, and agree on one tool for each job.",
                           decimal(subject.distance), decimal(subject.other_distance),
                           people_of(subject.other), name);
    }
    const auto& landscape = subject.input.landscape;
    return fmt::format("To bring {} nearer to the {} of {}, let {} agree on one tool for each job. "
                       "Start with {}, of which they use {}: {}.",
                       decimal(subject.distance), decimal(subject.other_distance),
                       people_of(subject.other), name, landscape.categories[fullest.category].name,
                       counted(fullest.tools.size(), "tool"),
                       tool_names(landscape, fullest.tools, 4));
}

/// Tools that the group uses, those first that take its people farthest from their middle.
std::vector<ToolIndex> outlying_tools(const Subject& subject) {
    const auto& landscape = subject.input.landscape;
    std::vector<std::pair<double, ToolIndex>> pulls;
    for (ToolIndex j = 0; j < landscape.tools.size(); ++j) {
        const double share = subject.group.tools[j].share;
        if (share > 0 && landscape.tools[j].placement) {
            const Point away = landscape.tools[j].placement->point - *subject.group.spatial_median;
            pulls.emplace_back(-share * norm(away), j);
        }
    }
    std::ranges::sort(pulls);
    std::vector<ToolIndex> tools;
    std::ranges::transform(pulls, std::back_inserter(tools), &std::pair<double, ToolIndex>::second);
    return tools;
}

void add_evidence(const Subject& subject, Finding& finding) {
    const auto& test = subject.spread.test;
    finding.evidence.push_back(fmt::format(
        "Mean distance to the middle ({} minus {}): {}, from {} and {} with a place on the plane. "
        "Distances are adjusted for the size of the group.",
        subject.group.name, subject.other.name, with_interval(subject.difference),
        people_of(subject.group, subject.group.placed),
        people_of(subject.other, subject.other.placed)));
    finding.evidence.push_back(
        fmt::format("Permutation test of the two spreads (PERMDISP): {}.", p_value(test.p)));
    finding.tools = outlying_tools(subject);
}

std::string settle(const Subject& subject) {
    const double limit = subject.input.policy.scattered_distance;
    const double threshold = subject.difference.value > limit ? 0 : limit;
    const auto whom = fmt::format("{} and {}", people_of(subject.group, subject.group.placed),
                                  people_of(subject.other, subject.other.placed));
    return fmt::format("{} {}", unsettled(subject.difference, whom),
                       settling(growth_to_settle(subject.difference, threshold), subject.group,
                                subject.group.placed, subject.other, subject.other.placed));
}

std::string flips_when(const Subject& subject, State state) {
    const auto& policy = subject.input.policy;
    const auto& difference = subject.difference;
    switch (state) {
    case State::Present:
        return fmt::format("It would be only possible or open if the interval's lower end, {}, "
                           "fell to 0, or p, {:.3f}, rose to {}.",
                           decimal_against(*difference.lower, 0), subject.spread.test.p,
                           decimal(policy.scattered_p));
    case State::Absent:
        return fmt::format("It would be open again if the interval's upper end, {}, reached {}.",
                           decimal_against(*difference.upper, policy.scattered_distance),
                           decimal(policy.scattered_distance));
    default:
        return settle(subject);
    }
}

void judge_spread(const Subject& subject, Finding& finding) {
    const auto& policy = subject.input.policy;
    finding.state = scattered(subject.difference, subject.spread.test.p, policy);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    finding.flips_when = flips_when(subject, finding.state);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(finding.flips_when);
    }
    if (stands) {
        finding.actions.push_back(agree(subject));
    }
}

/// Why the two spreads cannot be judged; empty where they can.
std::string no_judgement(const Pair& pair, const Policy& policy) {
    const auto& spread = pair.comparison.spread;
    if (!spread) {
        return spread.reason();
    }
    if (std::min(pair.first.placed, pair.second.placed) < policy.scattered_placed) {
        return fmt::format("spreads are judged from {} placed people in each group on",
                           policy.scattered_placed);
    }
    return spread->difference.reason;
}

Finding judge_group(const RuleInput& input, const Pair& pair, bool second) {
    const auto& group = second ? pair.second : pair.first;
    const auto& other = second ? pair.first : pair.second;
    auto finding = start_finding(id, group.id);
    finding.groups = {group.id, other.id};
    const auto reason = no_judgement(pair, input.policy);
    if (!reason.empty()) {
        leave_open(input, finding,
                   fmt::format("whether {} are more scattered than {}", people_of(group),
                               people_of(other)),
                   reason,
                   people_lacking(pair, input.policy.scattered_placed,
                                  "whether " + people_of(group) + " are the more scattered"));
    }
    if (!pair.comparison.spread) {
        return finding;
    }
    const auto subject = make_subject(input, pair, *pair.comparison.spread, second);
    if (reason.empty()) {
        judge_spread(subject, finding);
    }
    finding.magnitude = Magnitude{std::string("how much farther they stand from the middle of their group"),
                                  subject.difference,
                                  input.policy.scattered_distance,
                                  std::nullopt,
                                  -1,
                                  1};
    add_evidence(subject, finding);
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    std::vector<Finding> findings;
    if (const auto pair = pair_of(input)) {
        findings.push_back(judge_group(input, *pair, false));
        findings.push_back(judge_group(input, *pair, true));
    } else {
        findings.push_back(without_pair(id, input, "which of two groups is scattered"));
    }
    std::ranges::move(side_by_side(input), std::back_inserter(findings));
    return findings;
}

} // namespace
} // namespace scattered_group_rule

namespace rule {
extern const Rule scattered_group;
const Rule scattered_group{"scattered-group",
                           "Do the people of one group work more unlike one another than the "
                           "other's, or with many tools of one kind?",
                           scattered_group_rule::judge};
} // namespace rule

} // namespace assess
