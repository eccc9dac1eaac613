// one-region, on the organization: does everybody stay in one region, to the benefit of one group?
//
// Three conditions, each judged by its own interval, and all must hold (all_of in verdict.hpp):
// no gap on either diagonal (the interval lies within the notable threshold), a pooled centroid at
// least Policy::one_region_distance from the centre, and at least one_region_share of all usage in
// one half of the plane. The half is the fullest of the four that the axes make. With one group
// only, the first condition holds by itself: there is nobody to stand apart from.
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"
#include "model/findings/usage_share.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace assess {

namespace one_region_rule {
namespace {

/// One half of the plane. A point on an axis belongs to the positive side, as for quadrants.
struct Half {
    MessageId name; ///< "the software-focused half"
    bool (*holds)(const Point&);
};
constexpr std::array halves{
    Half{"one-region.half.software-focused", [](const Point& p) { return p.x < 0; }},
    Half{"one-region.half.model-focused", [](const Point& p) { return p.x >= 0; }},
    Half{"one-region.half.piecemeal", [](const Point& p) { return p.y < 0; }},
    Half{"one-region.half.all-in-one", [](const Point& p) { return p.y >= 0; }},
};

/// Of the comparison; nothing where there is none.
const DiagonalGaps* compared_gaps(const RuleInput& input) {
    return input.comparison == nullptr ? nullptr : &input.comparison->diagonal;
}

/// Whether no gap parts the two groups; with one group only there is nobody to stand apart from.
/// `gaps`: nothing where there is no comparison.
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
    evidence.together = stand_together(input, compared_gaps(input));
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

/// What sentences about the fullest half tell.
std::vector<NamedValue> fullest_half(const Evidence& evidence) {
    return {{"share", Share(evidence.share.estimate.value)},
            {"half", Message(evidence.half.name)},
            {"people", people_behind(evidence.share.estimate)}};
}

/// "the two groups stand apart, by 0.62 on the building diagonal": on the one with the wider gap.
Message stand_apart(const Comparison& comparison) {
    auto widest = Diagonal::Building;
    double size = 0;
    for (const auto diagonal : diagonals) {
        const auto& gap = comparison.diagonal[static_cast<std::size_t>(diagonal)];
        if (gap && std::abs(gap->gap.value) >= size) {
            size = std::abs(gap->gap.value);
            widest = diagonal;
        }
    }
    return {"one-region.stand-apart",
            {{"size", Decimal(size)}, {"diagonal", diagonal_name(widest)}}};
}

/// The conditions that are in the worst state, each as a clause.
List shortcomings(const RuleInput& input, const Evidence& evidence, State worst) {
    std::vector<Value> reasons;
    if (evidence.together == worst) {
        reasons.emplace_back(worst == State::Absent        ? stand_apart(*input.comparison)
                             : input.comparison == nullptr ? Message{"one-region.no-comparison"}
                                                           : Message{"one-region.gap-not-known"});
    }
    if (evidence.far_out == worst) {
        const auto& distance = evidence.centroid.distance;
        const double limit = input.policy.one_region_distance;
        reasons.emplace_back(
            distance.has_interval()
                ? Message{"one-region.distance",
                          {{"distance", Decimal(distance.value, limit)},
                           {"threshold", Decimal(limit)}}}
                : Message{"one-region.distance.no-interval", {{"reason", distance.reason}}});
    }
    if (evidence.one_half == worst) {
        const auto& share = evidence.share.estimate;
        const double limit = input.policy.one_region_share;
        reasons.push_back(share.has_interval()
                              ? Value(Message{"one-region.share",
                                              {{"share", Share(share.value, limit)},
                                               {"threshold", Share(limit)}}})
                              : Value(share.reason));
    }
    return List(std::move(reasons), 3);
}

Message says(const RuleInput& input, const Evidence& evidence, State state) {
    if (state == State::Absent) {
        return {"one-region.says.absent",
                {{"shortcomings", shortcomings(input, evidence, State::Absent)}}};
    }
    if (state == State::Undetermined) {
        return {"one-region.says.undetermined",
                {{"shortcomings", shortcomings(input, evidence, State::Undetermined)}}};
    }
    auto values = fullest_half(evidence);
    values.push_back({"state", Select{id_of(state)}});
    const auto away = far_from_home(input);
    if (away.empty()) {
        return {"one-region.says.stays", std::move(values)};
    }
    if (away.size() > 1) {
        return {"one-region.says.both-away", std::move(values)};
    }
    values.push_back({"group", group_name(*away.front())});
    return {"one-region.says.one-away", std::move(values)};
}

Message means(const RuleInput& input, const Evidence& evidence, State state) {
    auto values = fullest_half(evidence);
    if (state == State::Absent) {
        return {"one-region.means.absent", std::move(values)};
    }
    if (state == State::Undetermined) {
        return {"one-region.means.undetermined", std::move(values)};
    }
    const auto away = far_from_home(input);
    if (away.size() == 1) {
        return {"one-region.means.one-away",
                {{"group", group_name(*away.front())}, {"x", Decimal(away.front()->centroid->x)}}};
    }
    values.push_back({"elsewhere", Share(1 - evidence.share.estimate.value)});
    return {"one-region.means.stays", std::move(values)};
}

void add_gaps(const RuleInput& input, const Evidence& evidence, Finding& finding) {
    if (input.comparison == nullptr) {
        if (evidence.together == State::Present) {
            finding.evidence.emplace_back(MessageId{"one-region.one-group"});
        }
        return;
    }
    for (const auto diagonal : diagonals) {
        const auto& gap = input.comparison->diagonal[static_cast<std::size_t>(diagonal)];
        const auto name = diagonal_name(diagonal);
        finding.evidence.push_back(
            gap ? Message{"one-region.gap",
                          {{"diagonal", name}, {"gap", told_with_interval(gap->gap)}}}
                : Message{"one-region.no-gap", {{"diagonal", name}, {"reason", gap.reason()}}});
    }
}

void add_evidence(const RuleInput& input, const Evidence& evidence, Finding& finding) {
    finding.evidence.push_back({"one-region.usage",
                                {{"half", Message(evidence.half.name)},
                                 {"share", share_told_with_interval(evidence.share.estimate)},
                                 {"people", people_behind(evidence.share.estimate)}}});
    finding.evidence.push_back({"one-region.centroid",
                                {{"x", Decimal(evidence.centroid.point.x)},
                                 {"y", Decimal(evidence.centroid.point.y)},
                                 {"distance", told_with_interval(evidence.centroid.distance)}}});
    add_gaps(input, evidence, finding);
    for (const auto* group : far_from_home(input)) {
        finding.groups.push_back(group->id);
        finding.evidence.push_back(
            {"one-region.away",
             {{"group", group_name(*group)}, {"x", Decimal(group->centroid->x)}}});
    }
}

/// "5 researchers and 6 engineers".
List everybody(const RuleInput& input) {
    std::vector<Value> parts;
    for (const auto& group : input.groups) {
        if (group.n > 0) {
            parts.emplace_back(people_told(group, group.n));
        }
    }
    return List(std::move(parts), 4);
}

/// Kinds of tools to begin with on the group's home side.
std::vector<Value> categories_at_home(const Landscape& landscape, const Group& group) {
    const auto home =
        group.role == Role::Researcher ? Quadrant::SpecializedMlTools : Quadrant::StandardSweTools;
    std::vector<Value> categories;
    for (const auto& category : landscape.categories) {
        if (category.quadrant == home && category.ring <= Ring::Trial) {
            categories.emplace_back(with_ring(category));
        }
    }
    return categories;
}

void add_actions(const RuleInput& input, const Evidence& evidence, Finding& finding) {
    const auto away = far_from_home(input);
    auto values = fullest_half(evidence);
    if (away.empty()) {
        values.push_back({"everybody", everybody(input)});
        finding.actions.push_back({"one-region.action.ask-everybody", std::move(values)});
        return;
    }
    const auto& group = *away.front();
    if (auto categories = categories_at_home(input.landscape, group); !categories.empty()) {
        values.push_back({"group", group_name(group)});
        values.push_back({"categories", List(std::move(categories), 3, List::Last::Or)});
        finding.actions.push_back({"one-region.action.let-choose", std::move(values)});
    }
    finding.actions.push_back(
        {"one-region.action.ask", {{"people", people_told(group, group.placed)}}});
}

/// What is open are the gaps between two groups: how many answers they lack.
Message gaps_decide(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {"one-region.decides.choice", {{"groups", Count(input.groups.size())}}};
    }
    const double notable = input.policy.gap_notable;
    Message open;
    for (const auto diagonal : diagonals) {
        const auto& gap = pair->comparison.diagonal[static_cast<std::size_t>(diagonal)];
        const auto name = diagonal_name(diagonal);
        if (!gap || !gap->gap.has_interval()) {
            return {"one-region.decides.no-gap",
                    {{"lacking",
                      lacking_people(*pair, 2, {"one-region.the-gap", {{"diagonal", name}}})}}};
        }
        if (stays_within(gap->gap, notable) != State::Present) {
            const auto settle =
                sentences(not_settled_by(gap->gap, pair->placed_people()),
                          people_to_settle(growth_to_settle(*gap, notable), pair->first,
                                           pair->first.placed, pair->second, pair->second.placed));
            open = sentences(
                std::move(open),
                {"one-region.decides.gap",
                 {{"diagonal", name}, {"threshold", Decimal(notable)}, {"settle", settle}}});
        }
    }
    return open;
}

Message share_decides(const Evidence& evidence, const Policy& policy) {
    const auto settle =
        settling_share(evidence.share, policy.one_region_share, policy, {"one-region.the-region"});
    return evidence.share.estimate.has_interval()
               ? Message{"one-region.decides.share",
                         {{"threshold", Share(policy.one_region_share)}, {"settle", settle}}}
               : settle;
}

Message distance_decides(const Estimate& distance, const Policy& policy) {
    const Decimal threshold(policy.one_region_distance);
    const auto people = people_behind(distance);
    if (!distance.has_interval()) {
        return {"one-region.decides.distance.no-interval",
                {{"threshold", threshold},
                 {"distance", Decimal(distance.value)},
                 {"people", people},
                 {"least", People{std::nullopt, Count(2)}}}};
    }
    return {"one-region.decides.distance",
            {{"threshold", threshold},
             {"settle",
              sentences(not_settled_by(distance, people),
                        people_to_settle(growth_to_settle(distance, policy.one_region_distance),
                                         distance.n))}}};
}

/// What is not certain, each with how many answers it lacks: the share, the distance, the gaps.
std::vector<Message> decisions(const RuleInput& input, const Evidence& evidence) {
    std::vector<Message> open;
    if (evidence.one_half != State::Present) {
        open.push_back(share_decides(evidence, input.policy));
    }
    if (evidence.far_out != State::Present) {
        open.push_back(distance_decides(evidence.centroid.distance, input.policy));
    }
    if (evidence.together != State::Present) {
        open.push_back(gaps_decide(input));
    }
    return open;
}

Message flips_when(const RuleInput& input, const Evidence& evidence, State state) {
    if (state == State::Present) {
        return {"one-region.flips.present",
                {{"share", Share(evidence.share.estimate.lower.value_or(0))},
                 {"least_share", Share(input.policy.one_region_share)},
                 {"distance", Decimal(evidence.centroid.distance.lower.value_or(0))},
                 {"least_distance", Decimal(input.policy.one_region_distance)}}};
    }
    if (state == State::Absent) {
        return {"one-region.flips.absent",
                {{"shortcomings", shortcomings(input, evidence, State::Absent)}}};
    }
    return decisions(input, evidence).front();
}

std::vector<Finding> judge(const RuleInput& input) {
    auto finding = start_finding("one-region", "organization");
    const auto centroid = pooled_centroid(input);
    if (!centroid) {
        leave_undetermined(input, finding, {"one-region.question"}, centroid.reason(),
                           lacking_places(input));
        return {finding};
    }
    const auto evidence = gather(input, *centroid);
    finding.state = all_of(all_of(evidence.together, evidence.far_out), evidence.one_half);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(input, evidence, finding.state);
    finding.means = means(input, evidence, finding.state);
    finding.magnitude = Magnitude{{"one-region.magnitude", {{"half", Message(evidence.half.name)}}},
                                  evidence.share.estimate,
                                  input.policy.one_region_share,
                                  std::nullopt,
                                  0,
                                  1};
    add_evidence(input, evidence, finding);
    finding.flips_when = flips_when(input, evidence, finding.state);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions = decisions(input, evidence);
    }
    if (stands(finding)) {
        add_actions(input, evidence, finding);
    }
    return {finding};
}

/// Nobody far from home: staying in one region can be a good choice.
bool is_no_good_choice(const Finding& finding) {
    return !finding.groups.empty();
}

/// By a group that works far from it.
bool is_on_its_home_side(const AdoptionSubject& subject) {
    const auto& away = subject.finding.groups;
    if (std::ranges::find(away, subject.group.id) == away.end()) {
        return false;
    }
    const double x = subject.place().x;
    return (subject.group.role == Role::Researcher && x > 0) ||
           (subject.group.role == Role::Engineer && x < 0);
}

/// As pooled_centroid() has it.
Estimate drawn_distance(const RuleInput& input, const ShareForm& form,
                        const PlacedMoments& moments) {
    Estimate estimate;
    estimate.value = norm(moments.mean);
    estimate.n = form.people();
    estimate.level = input.policy.interval_level;
    if (estimate.n < 2 || estimate.value < 1e-9) {
        return estimate;
    }
    const Point direction = moments.mean / estimate.value;
    double tools = 0;
    for (std::size_t i = 0; i < form.tools().size(); ++i) {
        const double error =
            form.means()[i] * input.landscape.tools[form.tools()[i]].placement->tolerance;
        tools += error * error;
    }
    add_distance_interval(
        estimate, moments.covariance.along(direction) / static_cast<double>(estimate.n), tools);
    return estimate;
}

Redraw redraw(const Finding& /*finding*/, Draws& draws) {
    if (!draws.any_usage()) {
        return {};
    }
    const auto& input = draws.input();
    std::vector<Draws::Share> shares;
    for (const auto& half : halves) {
        shares.push_back(draws.share_in(half.holds));
    }
    const auto everybody =
        std::make_shared<const ShareForm>(UsageForm::shares(input), input.landscape.tools.size());
    return [&input, shares, everybody](const Drawn& drawn, DrawMemory& memory) {
        auto fullest = shares[0](drawn, memory).estimate;
        for (std::size_t h = 1; h < shares.size(); ++h) {
            const auto share = shares[h](drawn, memory).estimate;
            if (share.value > fullest.value) {
                fullest = share;
            }
        }
        const auto together =
            stand_together(input, drawn.gaps ? &*drawn.gaps : compared_gaps(input));
        const auto far_out =
            at_least(drawn_distance(input, *everybody, everybody->at(drawn.places)),
                     input.policy.one_region_distance);
        return all_of(all_of(together, far_out), at_least(fullest, input.policy.one_region_share));
    };
}

} // namespace
} // namespace one_region_rule

namespace rule {
extern const Rule one_region;
const Rule one_region{
    .id = "one-region",
    .topic = Topic::Region,
    .asks = "one-region.asks",
    .criteria = {"one-region.criteria.present", "one-region.criteria.possible",
                 "one-region.criteria.undetermined", "one-region.criteria.absent"},
    .policy_groups = {"one_region", "opposite_ends", "shares"},
    .scale = {.below = "one-region.scale.below", .above = "one-region.scale.above", .shares = true},
    .adoption = {.what = "one-region.asks-for",
                 .met_by = one_region_rule::is_on_its_home_side,
                 .only_if = one_region_rule::is_no_good_choice},
    .redraw = one_region_rule::redraw,
    .judge = one_region_rule::judge};
} // namespace rule

} // namespace assess
