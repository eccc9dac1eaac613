// one-region, on the organization: does everybody stay in one region, to the benefit of one group?
//
// Three conditions, each judged by its own interval, and all must hold (all_of in verdict.hpp):
// no gap on either diagonal (the interval lies within the notable threshold), a pooled centroid at
// least Policy::one_region_distance from the centre, and at least one_region_share of all usage in
// one half of the plane. The half is the fullest of the four that the axes make. With one group
// only, the first condition holds by itself: there is nobody to stand apart from.
#include "model/findings/one_region.hpp"

#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace assess {

namespace one_region_rule {
namespace {

constexpr std::string_view question = "whether the organization stays in one region";

struct Evidence {
    PooledCentroid centroid;
    Half half;
    UsageShare share;
    State together = State::Undetermined; ///< no gap on either diagonal
    State far_out = State::Undetermined;  ///< the pooled centroid
    State one_half = State::Undetermined;
};

UsageShare share_in(const RuleInput& input, const Half& half) {
    return *share_of_usage(input,
                           [&](const Tool& tool) { return half.holds(tool.placement->point); });
}

Evidence gather(const RuleInput& input, const PooledCentroid& centroid) {
    Evidence evidence{centroid, halves[0], share_in(input, halves[0])};
    for (const auto& half : std::span(halves).subspan(1)) {
        auto share = share_in(input, half);
        if (share.estimate.value > evidence.share.estimate.value) {
            evidence.half = half;
            evidence.share = share;
        }
    }
    evidence.together =
        stand_together(input, input.comparison == nullptr ? nullptr : &input.comparison->diagonal);
    evidence.far_out = at_least(centroid.distance, input.policy.one_region_distance);
    evidence.one_half = at_least(evidence.share.estimate, input.policy.one_region_share);
    return evidence;
}

/// The groups that stand on the other side than the one they are at home on, and by more than a
/// notable gap: a hair's breadth past the centre is not far.
std::vector<const Group*> far_from_home(const RuleInput& input) {
    std::vector<const Group*> away;
    const double far = input.policy.gap_notable;
    const auto* researchers = group_of(input, Role::Researcher);
    const auto* engineers = group_of(input, Role::Engineer);
    if (researchers != nullptr && researchers->centroid && researchers->centroid->x < -far) {
        away.push_back(researchers);
    }
    if (engineers != nullptr && engineers->centroid && engineers->centroid->x > far) {
        away.push_back(engineers);
    }
    return away;
}

/// ", by 0.62 on the building diagonal".
std::string widest_gap(const RuleInput& input) {
    std::string words;
    double widest = 0;
    for (const auto diagonal : diagonals) {
        const auto& gap = input.comparison->diagonal[static_cast<std::size_t>(diagonal)];
        if (gap && std::abs(gap->gap.value) >= widest) {
            widest = std::abs(gap->gap.value);
            words = fmt::format(", by {} on the {}", decimal(widest), name_of(diagonal));
        }
    }
    return words;
}

std::string shortcomings(const RuleInput& input, const Evidence& evidence, State worst) {
    std::vector<std::string> reasons;
    if (evidence.together == worst) {
        reasons.emplace_back(
            worst == State::Absent ? "the two groups stand apart" + widest_gap(input)
            : input.comparison == nullptr
                ? std::string("no two groups are compared")
                : std::string("the gap between the groups is not known well enough"));
    }
    if (evidence.far_out == worst) {
        const auto& distance = evidence.centroid.distance;
        const double limit = input.policy.one_region_distance;
        reasons.push_back(
            distance.has_interval()
                ? fmt::format("everybody together stands {} from the centre "
                              "(threshold {})",
                              decimal_against(distance.value, limit), decimal(limit))
                : fmt::format("{} for the distance from the centre", distance.reason));
    }
    if (evidence.one_half == worst) {
        const auto& share = evidence.share.estimate;
        const double limit = input.policy.one_region_share;
        reasons.push_back(share.has_interval()
                              ? fmt::format("{} of all usage lies in the fullest half (threshold "
                                            "{})",
                                            percent_against(share.value, limit), percent(limit))
                              : share.reason);
    }
    return enumerated(reasons, 3);
}

std::string says(const RuleInput& input, const Evidence& evidence, State state) {
    if (state == State::Absent) {
        return fmt::format("The organization does not stay in one region: {}.",
                           shortcomings(input, evidence, State::Absent));
    }
    if (state == State::Undetermined) {
        return fmt::format("The answers leave open {}: {}.", question,
                           shortcomings(input, evidence, State::Undetermined));
    }
    const auto away = far_from_home(input);
    const auto who = away.empty() ? std::string()
                                  : fmt::format(", and {} work far from their home side",
                                                away.size() == 1 ? away[0]->name : "both groups");
    return fmt::format("The organization {} in one region: {} of all usage lies in {}{}.",
                       state == State::Present ? "stays" : "may stay",
                       percent(evidence.share.estimate.value), evidence.half.name, who);
}

std::string means(const RuleInput& input, const Evidence& evidence, State state) {
    const auto& share = evidence.share.estimate;
    if (state == State::Absent) {
        return fmt::format("With {} of all usage in {}, the fullest half, the tools are spread, or "
                           "each group has its own.",
                           percent(share.value), evidence.half.name);
    }
    if (state == State::Undetermined) {
        return fmt::format("Nothing follows from {} of all usage in {} yet.", percent(share.value),
                           evidence.half.name);
    }
    const auto away = far_from_home(input);
    if (away.size() == 1) {
        const bool researchers = away[0]->role == Role::Researcher;
        return fmt::format("Most of the tools are made for {}; {}, at x {}, may be the ones who "
                           "adapt.",
                           researchers ? "building software" : "building models", away[0]->name,
                           decimal(away[0]->centroid->x));
    }
    return fmt::format("{} work with tools of much the same kind. That is easy to integrate, and "
                       "it may leave out what the rest of the plane offers, where {} of the usage "
                       "lies.",
                       capitalized(people(share.n)), percent(1 - share.value));
}

void add_evidence(const RuleInput& input, const Evidence& evidence, Finding& finding) {
    finding.evidence.push_back(fmt::format(
        "Usage in {}: {}, from {} with a place on the plane.", evidence.half.name,
        share_with_interval(evidence.share.estimate), people(evidence.share.estimate.n)));
    finding.evidence.push_back(
        fmt::format("Pooled centroid at x {}, y {}; its distance from the centre is {}.",
                    decimal(evidence.centroid.point.x), decimal(evidence.centroid.point.y),
                    with_interval(evidence.centroid.distance)));
    if (input.comparison != nullptr) {
        for (const auto diagonal : diagonals) {
            const auto& gap = input.comparison->diagonal[static_cast<std::size_t>(diagonal)];
            finding.evidence.push_back(
                gap ? fmt::format("Gap on the {}: {}.", name_of(diagonal), with_interval(gap->gap))
                    : fmt::format("Gap on the {}: not available, because {}.", name_of(diagonal),
                                  gap.reason()));
        }
    } else if (evidence.together == State::Present) {
        finding.evidence.emplace_back(std::string("Only one group has a place on the plane, so nobody stands "
                                      "apart from it."));
    }
    for (const auto* group : far_from_home(input)) {
        finding.groups.push_back(group->id);
        finding.evidence.push_back(fmt::format(
            "{} stand at x {}, on the {} side.", at_start(*group), decimal(group->centroid->x),
            group->role == Role::Researcher ? "software-focused" : "model-focused"));
    }
}

/// "5 researchers and 6 engineers".
std::string everybody(const RuleInput& input) {
    std::vector<std::string> parts;
    for (const auto& group : input.groups) {
        if (group.n > 0) {
            parts.push_back(people_of(group, group.n));
        }
    }
    return enumerated(parts, 4);
}

void add_actions(const RuleInput& input, const Evidence& evidence, Finding& finding) {
    const auto away = far_from_home(input);
    if (away.empty()) {
        finding.actions.push_back(fmt::format(
            "Staying in {}, with {} of all usage, can be a good choice: ask the {} which tool they "
            "miss most before you buy anything.",
            evidence.half.name, percent(evidence.share.estimate.value), everybody(input)));
        return;
    }
    const bool researchers = away[0]->role == Role::Researcher;
    const auto home = researchers ? Quadrant::SpecializedMlTools : Quadrant::StandardSweTools;
    std::vector<std::string> categories;
    for (const auto& category : input.landscape.categories) {
        if (category.quadrant == home && category.ring <= Ring::Trial) {
            categories.push_back(with_ring(category).words());
        }
    }
    if (!categories.empty()) {
        finding.actions.push_back(
            fmt::format("Let {} choose one specialized tool of their own side first, since it "
                        "plugs in and comes out easily, beside the {} of all usage in {}: {}.",
                        away[0]->name, percent(evidence.share.estimate.value), evidence.half.name,
                        enumerated(categories, 3, "or")));
    }
    finding.actions.push_back(fmt::format("Ask the {} which of today's tools get in their way, and "
                                          "join their tool to the rest with a connector instead "
                                          "of moving them to the common one.",
                                          people_of(*away[0], away[0]->placed)));
}

/// What is open are the gaps between two groups: how many answers they lack.
std::string gaps_decide(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return fmt::format("The gaps decide: choose two of the {} groups with --between.",
                           input.groups.size());
    }
    std::vector<std::string> open;
    for (const auto diagonal : diagonals) {
        const auto& gap = pair->comparison.diagonal[static_cast<std::size_t>(diagonal)];
        if (!gap || !gap->gap.has_interval()) {
            return "The gaps decide. " +
                   people_lacking(*pair, 2, "the gap on the " + name_of(diagonal));
        }
        if (stays_within(gap->gap, input.policy.gap_notable) != State::Present) {
            open.push_back(
                fmt::format("The gap on the {} decides, against {}: {} {}", name_of(diagonal),
                            decimal(input.policy.gap_notable), unsettled(gap->gap, pair->placed()),
                            settling(growth_to_settle(*gap, input.policy.gap_notable), pair->first,
                                     pair->first.placed, pair->second, pair->second.placed)));
        }
    }
    return fmt::format("{}", fmt::join(open, " "));
}

/// What is not certain, each with how many answers it lacks: the share, the distance, the gaps.
std::vector<std::string> decisions(const RuleInput& input, const Evidence& evidence) {
    std::vector<std::string> open;
    const auto& share = evidence.share.estimate;
    const auto& distance = evidence.centroid.distance;
    const auto& policy = input.policy;
    if (evidence.one_half != State::Present) {
        const auto settle =
            settling_share(evidence.share, policy.one_region_share, policy, "the region");
        open.push_back(share.has_interval()
                           ? fmt::format("The share of the fullest half decides, against {}. {}",
                                         percent(policy.one_region_share), settle)
                           : settle);
    }
    if (evidence.far_out != State::Present) {
        open.push_back(fmt::format(
            "The distance from the centre decides, against {}: {}",
            decimal(policy.one_region_distance),
            distance.has_interval()
                ? fmt::format(
                      "{} {}", unsettled(distance, people(distance.n)),
                      settling(growth_to_settle(distance, policy.one_region_distance), distance.n))
                : fmt::format("{} from {} has no interval yet. It takes at least 2 people with a "
                              "place on the plane, not all at the same one.",
                              decimal(distance.value), people(distance.n))));
    }
    if (evidence.together != State::Present) {
        open.push_back(gaps_decide(input));
    }
    return open;
}

std::string flips_when(const RuleInput& input, const Evidence& evidence, State state) {
    const auto& share = evidence.share.estimate;
    const auto threshold = percent(input.policy.one_region_share);
    if (state == State::Present) {
        return fmt::format("It would be only possible if the lower end of the share, {}, fell "
                           "below {}, or that of the distance, {}, below {}.",
                           percent(share.lower.value_or(0)), threshold,
                           decimal(evidence.centroid.distance.lower.value_or(0)),
                           decimal(input.policy.one_region_distance));
    }
    if (state == State::Absent) {
        return fmt::format("It would be open again only if this changed: {}.",
                           shortcomings(input, evidence, State::Absent));
    }
    return decisions(input, evidence).front();
}

std::vector<Finding> judge(const RuleInput& input) {
    auto finding = start_finding("one-region", "organization");
    const auto centroid = pooled_centroid(input);
    if (!centroid) {
        leave_open(input, finding, question, centroid.reason(), placed_lacking(input));
        return {finding};
    }
    const auto evidence = gather(input, *centroid);
    finding.state = all_of(all_of(evidence.together, evidence.far_out), evidence.one_half);
    const bool stands = finding.state == State::Present || finding.state == State::Possible;
    finding.severity = stands ? Severity::Notable : Severity::None;
    finding.says = says(input, evidence, finding.state);
    finding.means = means(input, evidence, finding.state);
    finding.magnitude = Magnitude{fmt::format("share of all usage in {}", evidence.half.name),
                                  evidence.share.estimate,
                                  input.policy.one_region_share,
                                  std::nullopt,
                                  0,
                                  1};
    add_evidence(input, evidence, finding);
    finding.flips_when = flips_when(input, evidence, finding.state);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions = messages(decisions(input, evidence));
    }
    if (stands) {
        add_actions(input, evidence, finding);
    }
    return {finding};
}

} // namespace
} // namespace one_region_rule

State stand_together(const RuleInput& input, const DiagonalGaps* gaps) {
    if (gaps == nullptr) {
        const auto placed = std::ranges::count_if(
            input.groups, [](const Group& group) { return group.placed > 0; });
        return placed < 2 ? State::Present : State::Undetermined;
    }
    auto state = State::Present;
    for (const auto& gap : *gaps) {
        state = all_of(state, gap ? stays_within(gap->gap, input.policy.gap_notable)
                                  : State::Undetermined);
    }
    return state;
}

namespace rule {
extern const Rule one_region;
const Rule one_region{"one-region",
                      "Does everybody stay in one region of the plane, to the benefit of one "
                      "group?",
                      one_region_rule::judge};
} // namespace rule

} // namespace assess
