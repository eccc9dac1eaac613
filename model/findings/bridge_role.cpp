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
#include "model/assessment/arguments.hpp"
#include "model/findings/bridge_place.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"

#include <array>
#include <cmath>
#include <memory>

namespace assess {

namespace bridge_role_rule {
namespace {

constexpr std::string_view id = "bridge-role";

Message question() {
    return {"bridge-role.question"};
}

/// Why there is nothing to judge, whatever the numbers; says nothing where there is something.
Message no_question(const Pair& pair, const Group* hybrids) {
    if (hybrids == nullptr) {
        return {"bridge-role.nobody-answered"};
    }
    if (hybrids == &pair.first || hybrids == &pair.second) {
        return {"bridge-role.hybrids-compared"};
    }
    for (const auto* group : {&pair.first, &pair.second, hybrids}) {
        if (!group->centroid) {
            return {"bridge-role.nobody-placed", {{"group", group_name(*group)}}};
        }
    }
    return {};
}

/// The hybrids' place on the line between the two groups.
struct Subject {
    const RuleInput& input;
    const Pair& pair;
    const Group& hybrids;
    Estimate place;

    /// "3 hybrids": those with a place on the plane.
    [[nodiscard]] People placed() const { return people_told(hybrids, hybrids.placed); }
    [[nodiscard]] bool nearer_to_first() const { return place.value < 0.5; }
    [[nodiscard]] const Group& nearer() const {
        return nearer_to_first() ? pair.first : pair.second;
    }
    [[nodiscard]] const Group& farther() const {
        return nearer_to_first() ? pair.second : pair.first;
    }
};

/// What every sentence about where they stand tells.
std::vector<NamedValue> standing(const Subject& subject) {
    return {{"hybrids", subject.placed()},
            {"pair", subject.pair.groups()},
            {"first", group_name(subject.pair.first)},
            {"second", group_name(subject.pair.second)},
            {"nearer", group_name(subject.nearer())},
            {"farther", group_name(subject.farther())},
            {"place", Decimal(subject.place.value)},
            {"start", Decimal(0, 0)},
            {"end", Decimal(1, 0)}};
}

Message says(const Subject& subject, State state) {
    switch (state) {
    case State::Present:
        return {"bridge-role.says.present", standing(subject)};
    case State::Possible:
        return {"bridge-role.says.possible", standing(subject)};
    case State::Absent:
        return {"bridge-role.says.absent", standing(subject)};
    case State::Undetermined:
        break;
    }
    if (!subject.place.has_interval()) {
        return {"open.says", {{"question", question()}, {"reason", subject.place.reason}}};
    }
    return {"bridge-role.says.undetermined",
            {{"question", question()}, {"nearer", group_name(subject.nearer())}}};
}

/// Of the tools that hybrids use, the one in which a group leads the other most. A tool that only
/// a few use is not told in a confidential report.
const ToolContribution* shared_tool(const Subject& subject, bool of_second) {
    const ToolContribution* best = nullptr;
    const auto lead = [&](const ToolContribution& tool) {
        return of_second ? tool.share_second - tool.share_first
                         : tool.share_first - tool.share_second;
    };
    for (const auto& tool : subject.pair.comparison.by_tool) {
        const auto users = subject.hybrids.tools[tool.tool].users;
        if (users > 0 && !count_told(subject.hybrids, users).hidden() && lead(tool) > 0 &&
            (best == nullptr || lead(tool) > lead(*best))) {
            best = &tool;
        }
    }
    return best;
}

Message means(const Subject& subject, State state) {
    auto values = standing(subject);
    if (state == State::Absent) {
        values.push_back({"number", Decimal(subject.place.value)});
        return {"bridge-role.means.absent", std::move(values)};
    }
    if (state == State::Undetermined) {
        return {"bridge-role.means.undetermined", std::move(values)};
    }
    const auto* of_first = shared_tool(subject, false);
    const auto* of_second = shared_tool(subject, true);
    if (of_first == nullptr || of_second == nullptr) {
        return {"bridge-role.means.by-place", std::move(values)};
    }
    values.push_back({"first_tool", tool_name(subject.input.landscape, of_first->tool)});
    values.push_back({"second_tool", tool_name(subject.input.landscape, of_second->tool)});
    return {"bridge-role.means.by-tools", std::move(values)};
}

/// How many more hybrids (and others, in proportion) it takes to tell on which side they stand.
Message settle(const Subject& subject) {
    const auto& first = subject.pair.first;
    const auto& second = subject.pair.second;
    const auto placed = subject.hybrids.placed;
    if (!subject.place.has_interval()) {
        constexpr std::size_t least = 2;
        std::vector<NamedValue> values{{"least", People{std::nullopt, Count(least)}},
                                       {"first", people_told(first, first.placed)},
                                       {"second", people_told(second, second.placed)},
                                       {"hybrids", subject.placed()}};
        if (placed >= least) {
            return {"bridge-role.settle.all-alike", std::move(values)};
        }
        values.push_back({"more", people_told(subject.hybrids, least - placed)});
        return {"bridge-role.settle.too-few", std::move(values)};
    }
    const double side = subject.nearer_to_first() ? 0 : 1;
    return sentences(not_settled_by(subject.place, subject.placed()),
                     people_to_settle(growth_to_settle(subject.place, side),
                                      first.placed + second.placed + placed));
}

Message flips_when(const Subject& subject) {
    if (!subject.place.has_interval()) {
        return settle(subject);
    }
    auto values = standing(subject);
    values.push_back({"lower", Decimal(*subject.place.lower)});
    values.push_back({"upper", Decimal(*subject.place.upper)});
    return {"bridge-role.flips", std::move(values)};
}

void add_evidence(const Subject& subject, Finding& finding) {
    const auto& first = subject.pair.first;
    const auto& second = subject.pair.second;
    auto values = standing(subject);
    values.push_back({"estimate", told_with_interval(subject.place)});
    finding.evidence.push_back({"bridge-role.place", std::move(values)});
    finding.evidence.push_back({"bridge-role.rests-on",
                                {{"first", people_told(first, first.placed)},
                                 {"second", people_told(second, second.placed)},
                                 {"hybrids", subject.placed()}}});
}

void judge_place(const RuleInput& input, const Pair& pair, const Group& hybrids, Finding& finding) {
    const auto line = bridge_line(pair.first, pair.second, hybrids);
    const Subject subject{input, pair, hybrids,
                          bridge_place(line, input.landscape, input.policy.interval_level)};
    finding.state = between(subject.place);
    finding.severity = stands(finding) ? Severity::Info : Severity::None;
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    finding.magnitude = Magnitude{{"bridge-role.magnitude", standing(subject)},
                                  subject.place,
                                  std::nullopt,
                                  std::nullopt,
                                  -1,
                                  2};
    add_evidence(subject, finding);
    if (stands(finding)) {
        // Nearer to one side, they have most to learn of the other.
        finding.actions.push_back({"bridge-role.put-hybrids", standing(subject)});
    }
    if (finding.state == State::Undetermined || finding.state == State::Possible) {
        finding.actions.push_back(settle(subject));
    }
    finding.flips_when = flips_when(subject);
}

/// What opposite-ends lacks for its wider gap.
Message settle_gaps_first(const RuleInput& input, const Pair& pair) {
    const DiagonalGap* widest = nullptr;
    for (const auto& gap : pair.comparison.diagonal) {
        if (!gap || !gap->gap.has_interval()) {
            return sentences({"bridge-role.opposite-ends-first"},
                             lacking_people(pair, 2, {"bridge-role.what-to-bridge"}));
        }
        if (widest == nullptr || std::abs(gap->gap.value) > std::abs(widest->gap.value)) {
            widest = &*gap;
        }
    }
    const auto more =
        people_to_settle(growth_to_settle(*widest, input.policy.gap_notable), pair.first,
                         pair.first.placed, pair.second, pair.second.placed);
    return sentences({"bridge-role.opposite-ends-first"},
                     sentences(not_settled_by(widest->gap, pair.placed_people()), more));
}

Value gap_on(const Pair& pair, Diagonal diagonal) {
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
    return gap ? Value(Decimal(gap->gap.value)) : Value(Message{"bridge-role.not-known"});
}

void nothing_to_bridge(const RuleInput& input, const Pair& pair, const Group& hybrids, State apart,
                       Finding& finding) {
    if (apart == State::Absent) {
        finding.state = State::Absent;
        finding.says = {"bridge-role.says.no-gap", {{"pair", pair.groups()}}};
    } else {
        finding.state = State::Undetermined;
        finding.says = {
            "open.says",
            {{"question", question()},
             {"reason", Message{"bridge-role.may-not-stand-apart", {{"pair", pair.groups()}}}}}};
        finding.actions.push_back(settle_gaps_first(input, pair));
    }
    finding.means = {"bridge-role.means.no-gap", {{"hybrids", people_told(hybrids, hybrids.n)}}};
    finding.magnitude = Quantity<Magnitude>::unavailable({"reason.no-gap-to-bridge"});
    finding.flips_when = {"bridge-role.flips.no-gap",
                          {{"building", gap_on(pair, Diagonal::Building)},
                           {"orchestration", gap_on(pair, Diagonal::Orchestration)}}};
}

Message what_is_missing(const Pair& pair, const Group* hybrids) {
    if (hybrids == &pair.first || hybrids == &pair.second) {
        return {"bridge-role.compare-others", {{"placed", pair.placed_people()}}};
    }
    if (hybrids != nullptr && hybrids->centroid) {
        return lacking_people(pair, 2, {"bridge-role.where-hybrids-stand"});
    }
    std::vector<NamedValue> values{
        {"least", People{GroupName{std::string(id_of(Role::Hybrid)), {}}, Count(2)}},
        {"placed", pair.placed_people()}};
    if (hybrids == nullptr) {
        return {"bridge-role.more-hybrids.nobody-answered", std::move(values)};
    }
    values.push_back({"hybrids", people_told(*hybrids, hybrids->listed)});
    return {"bridge-role.more-hybrids.nobody-placed", std::move(values)};
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair && input.grouping == Grouping::Role) {
        return {undetermined_without_pair(id, input, question())};
    }
    auto finding = start_finding(id, "hybrid");
    if (input.grouping != Grouping::Role) {
        leave_undetermined(input, finding, question(), Message{"bridge-role.teams"},
                           {"bridge-role.report-by-role", {{"teams", Count(input.groups.size())}}});
        return {finding};
    }
    finding.groups = {pair->first.id, pair->second.id};
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (const auto reason = no_question(*pair, hybrids); !reason.empty()) {
        leave_undetermined(input, finding, question(), reason, what_is_missing(*pair, hybrids));
        return {finding};
    }
    finding.groups.push_back(hybrids->id);
    const auto apart = stand_apart(pair->comparison.diagonal, input.policy.gap_notable);
    if (!stands(apart)) {
        nothing_to_bridge(input, *pair, *hybrids, apart, finding);
    } else {
        judge_place(input, *pair, *hybrids, finding);
    }
    return {finding};
}

/// What bridge_place() reads of a group, with the tools at other places.
Group moved(const Group& group, const PlacedMoments& moments) {
    Group result;
    result.placed = group.placed;
    result.tools = group.tools;
    result.centroid = moments.mean;
    result.covariance = Quantity<Covariance>::unavailable({});
    if (group.covariance) {
        result.covariance = moments.covariance;
    }
    return result;
}

Redraw redraw(const Finding& /*finding*/, Draws& draws) {
    const auto& input = draws.input();
    const auto* pair = draws.pair();
    const auto* hybrids = group_of(input, Role::Hybrid);
    if (pair == nullptr || hybrids == nullptr || hybrids == &pair->first ||
        hybrids == &pair->second || !hybrids->centroid) {
        return {};
    }
    const auto form =
        std::make_shared<const ShareForm>(hybrids->shares, input.landscape.tools.size());
    return [&input, pair, hybrids, form](const Drawn& drawn, DrawMemory&) {
        const auto apart = stand_apart(*drawn.gaps, input.policy.gap_notable);
        if (!stands(apart)) {
            return apart;
        }
        const auto first = moved(pair->first, drawn.first);
        const auto second = moved(pair->second, drawn.second);
        const auto third = moved(*hybrids, form->at(drawn.places));
        return between(bridge_place(bridge_line(first, second, third), input.landscape,
                                    input.policy.interval_level));
    };
}

} // namespace
} // namespace bridge_role_rule

namespace rule {
extern const Rule bridge_role;
const Rule bridge_role{.id = "bridge-role",
                       .asks = "bridge-role.asks",
                       .criteria = {"bridge-role.criteria.present", "bridge-role.criteria.possible",
                                    "bridge-role.criteria.undetermined",
                                    "bridge-role.criteria.absent"},
                       .policy_groups = {"opposite_ends"},
                       .redraw = bridge_role_rule::redraw,
                       .judge = bridge_role_rule::judge};
} // namespace rule

} // namespace assess
