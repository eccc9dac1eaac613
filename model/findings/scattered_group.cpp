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
#include "model/assessment/arguments.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"
#include "model/findings/side_by_side.hpp"
#include "model/findings/verdict.hpp"
#include "model/fragility/spread_gradients.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

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

/// What sentences about the two groups tell.
std::vector<NamedValue> both_groups(const Subject& subject) {
    return {{"group", group_name(subject.group)},
            {"other", group_name(subject.other)},
            {"people", people_told(subject.group, subject.group.placed)},
            {"other_people", people_told(subject.other, subject.other.placed)},
            {"distance", Decimal(subject.distance)},
            {"other_distance", Decimal(subject.other_distance)}};
}

Message says(const Subject& subject, State state) {
    auto values = both_groups(subject);
    values.push_back({"distances", Message{"scattered-group.distances", values}});
    switch (state) {
    case State::Present:
        return {"scattered-group.says.present", std::move(values)};
    case State::Possible:
        return {"scattered-group.says.possible", std::move(values)};
    case State::Absent:
        return {"scattered-group.says.absent", std::move(values)};
    case State::Undetermined:
        break;
    }
    return {"scattered-group.says.undetermined", std::move(values)};
}

Message means(const Subject& subject, State state) {
    auto values = both_groups(subject);
    switch (state) {
    case State::Present:
    case State::Possible:
        return {"scattered-group.means.scattered", std::move(values)};
    case State::Absent:
        return {"scattered-group.means.absent", std::move(values)};
    case State::Undetermined:
        break;
    }
    values.push_back({"difference", Decimal(subject.difference.value)});
    return {"scattered-group.means.undetermined", std::move(values)};
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

Message agree(const Subject& subject) {
    const auto& landscape = subject.input.landscape;
    const auto fullest = fullest_category(subject);
    auto values = both_groups(subject);
    if (fullest.tools.empty()) {
        return {"scattered-group.agree", std::move(values)};
    }
    values.push_back({"category", landscape.categories[fullest.category].name});
    values.push_back({"number", Count(fullest.tools.size())});
    values.push_back({"tools", named_tools(landscape, fullest.tools, 4)});
    return {"scattered-group.agree-on-category", std::move(values)};
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
    auto values = both_groups(subject);
    values.push_back({"difference", told_with_interval(subject.difference)});
    finding.evidence.push_back({"scattered-group.mean-distance", std::move(values)});
    finding.evidence.push_back(
        {"scattered-group.test", {{"p", Probability{subject.spread.test.p}}}});
    finding.tools = outlying_tools(subject);
}

Message settle(const Subject& subject) {
    const double limit = subject.input.policy.scattered_distance;
    const double threshold = subject.difference.value > limit ? 0 : limit;
    const auto& group = subject.group;
    const auto& other = subject.other;
    const Message whom{"pair",
                       {{"first", people_told(group, group.placed)},
                        {"second", people_told(other, other.placed)}}};
    return sentences(not_settled_by(subject.difference, whom),
                     people_to_settle(growth_to_settle(subject.difference, threshold), group,
                                      group.placed, other, other.placed));
}

Message flips_when(const Subject& subject, State state) {
    const auto& policy = subject.input.policy;
    const auto& difference = subject.difference;
    switch (state) {
    case State::Present:
        return {"scattered-group.flips.present",
                {{"lower", Decimal(*difference.lower, 0.0)},
                 {"no_difference", Decimal(0, 0)},
                 {"p", Probability{subject.spread.test.p}},
                 {"level", Decimal(policy.scattered_p)}}};
    case State::Absent:
        return {"scattered-group.flips.absent",
                {{"upper", Decimal(*difference.upper, policy.scattered_distance)},
                 {"threshold", Decimal(policy.scattered_distance)}}};
    default:
        return settle(subject);
    }
}

void judge_spread(const Subject& subject, Finding& finding) {
    finding.state = scattered(subject.difference, subject.spread.test.p, subject.input.policy);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    finding.flips_when = flips_when(subject, finding.state);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(finding.flips_when);
    }
    if (stands(finding)) {
        finding.actions.push_back(agree(subject));
    }
}

/// Why the two spreads cannot be judged; nothing where they can.
std::optional<Message> no_judgement(const Pair& pair, const Policy& policy) {
    const auto& spread = pair.comparison.spread;
    if (!spread) {
        return spread.reason();
    }
    if (std::min(pair.first.placed, pair.second.placed) < policy.scattered_placed) {
        return Message{"scattered-group.few-placed", {{"least", Count(policy.scattered_placed)}}};
    }
    if (!spread->difference.reason.empty()) {
        return spread->difference.reason;
    }
    return std::nullopt;
}

Finding judge_group(const RuleInput& input, const Pair& pair, bool second) {
    const auto& group = second ? pair.second : pair.first;
    const auto& other = second ? pair.first : pair.second;
    auto finding = start_finding(id, group.id);
    finding.groups = {group.id, other.id};
    const auto reason = no_judgement(pair, input.policy);
    if (reason) {
        const std::vector<NamedValue> groups{{"group", group_name(group)},
                                             {"other", group_name(other)}};
        leave_undetermined(input, finding, {"scattered-group.question", groups}, *reason,
                           lacking_people(pair, input.policy.scattered_placed,
                                          {"scattered-group.the-more-scattered", groups}));
    }
    if (!pair.comparison.spread) {
        return finding;
    }
    const auto subject = make_subject(input, pair, *pair.comparison.spread, second);
    if (!reason) {
        judge_spread(subject, finding);
    }
    finding.magnitude = Magnitude{{"scattered-group.magnitude"},
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
        findings.push_back(
            undetermined_without_pair(id, input, {"scattered-group.question.no-pair"}));
    }
    std::ranges::move(side_by_side(input), std::back_inserter(findings));
    return findings;
}

/// To first order in the tools' errors: the interval moves with the estimate and keeps its width,
/// PERMDISP's p stays as it is.
Redraw redraw(const Finding& finding, Draws& draws) {
    const auto* pair = draws.pair();
    if (pair == nullptr || !finding.magnitude) {
        return {};
    }
    const auto& input = draws.input();
    const auto& spread = pair->comparison.spread;
    const bool second = finding.subject == pair->second.id;
    if (!spread || !spread->difference.has_interval() ||
        (!second && finding.subject != pair->first.id) ||
        std::min(pair->first.placed, pair->second.placed) < input.policy.scattered_placed) {
        return {};
    }
    const auto gradients =
        std::make_shared<const std::vector<Point>>(spread_gradients(pair->first, pair->second));
    const auto given = std::make_shared<const ToolPlaces>(given_places(input.landscape));
    return [&input, gradients, given, estimate = finding.magnitude->estimate, p = spread->test.p,
            sign = second ? -1.0 : 1.0](const Drawn& drawn, DrawMemory&) {
        double moved = 0;
        for (std::size_t j = 0; j < gradients->size(); ++j) {
            moved += dot((*gradients)[j], drawn.places[j] - (*given)[j]);
        }
        auto shifted = estimate;
        shifted.value += sign * moved;
        *shifted.lower += sign * moved;
        *shifted.upper += sign * moved;
        return scattered(shifted, p, input.policy);
    };
}

} // namespace
} // namespace scattered_group_rule

namespace rule {
extern const Rule scattered_group;
const Rule scattered_group{
    .id = "scattered-group",
    .asks = "scattered-group.asks",
    .criteria = {"scattered-group.criteria.present", "scattered-group.criteria.possible",
                 "scattered-group.criteria.undetermined", "scattered-group.criteria.absent"},
    .policy_groups = {"scattered_group"},
    .scale = {.below = "scattered-group.scale.below",
              .above = "scattered-group.scale.above",
              .both_sides = true},
    .permutes = true,
    .redraw = scattered_group_rule::redraw,
    .judge = scattered_group_rule::judge};
} // namespace rule

} // namespace assess
