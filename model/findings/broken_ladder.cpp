// broken-ladder, on each diagonal: is there a long stretch between the two groups on which nobody
// uses a tool?
//
// The groups stand at their medians on the diagonal; the rungs are the tools that the landscape
// lists on it. The longest stretch between medians and used rungs is compared with
// Policy::ladder_stretch. A longest stretch is not smooth, so no interval can be trusted for it;
// instead the verdict must hold whoever is left out:
//   present       longer, still longer with any one person left out, and the interval of the gap
//                 on this diagonal excludes 0 (else chance alone may have put the groups apart)
//   possible      longer, but one of these does not hold
//   absent        not longer, whoever is left out
//   undetermined  not longer, but longer with some person left out; or longer only because nobody
//                 was asked about a rung; or fewer than two placed people in a group
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/ladder_break.hpp"
#include "model/findings/ladder_draws.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace assess {

namespace broken_ladder_rule {
namespace {

double between_medians(const Break& found) {
    return std::abs(found.ladder.median_first - found.ladder.median_second);
}

/// What every sentence about the longest stretch tells.
std::vector<NamedValue> stretch(const Break& found) {
    const auto& longest = found.ladder.longest;
    return {{"pair", found.pair.groups()},
            {"people", found.pair.placed_people()},
            {"diagonal", diagonal_name(found.diagonal)},
            {"length", Decimal(found.length())},
            {"from", Decimal(longest.from)},
            {"to", Decimal(longest.to)}};
}

Message says_broken(const Break& found, State state) {
    std::vector<NamedValue> values{
        {"state", Select{id_of(state)}},
        {"pair", found.pair.groups()},
        {"length", Decimal(found.length(), found.input.policy.ladder_stretch)},
        {"diagonal", diagonal_name(found.diagonal)},
        {"from", Decimal(found.ladder.longest.from)},
        {"to", Decimal(found.ladder.longest.to)},
        {"tools", Count(found.in_between.size())}};
    if (found.in_between.size() == 1) {
        values.push_back({"tool", found.name(found.in_between.front())});
    }
    return {"broken-ladder.says.break", std::move(values)};
}

Message says_unbroken(const Break& found) {
    const double limit = found.input.policy.ladder_stretch;
    const double apart = between_medians(found);
    return apart > limit ? Message{"broken-ladder.says.divided", stretch(found)}
                         : Message{"broken-ladder.says.near",
                                   {{"diagonal", diagonal_name(found.diagonal)},
                                    {"pair", found.pair.groups()},
                                    {"apart", Decimal(apart, limit)},
                                    {"limit", Decimal(limit)}}};
}

Message says_open(const Break& found) {
    const double limit = found.input.policy.ladder_stretch;
    return found.length() > limit
               ? Message{"broken-ladder.says.unasked", stretch(found)}
               : Message{"broken-ladder.says.one-person",
                         {{"pair", found.pair.groups()},
                          {"diagonal", diagonal_name(found.diagonal)},
                          {"length", Decimal(found.length(), limit)},
                          {"most", Decimal(found.ladder.most_without_one, limit)}}};
}

Message says(const Break& found, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return says_broken(found, state);
    case State::Absent:
        return says_unbroken(found);
    case State::Undetermined:
        break;
    }
    return says_open(found);
}

/// The used rungs between the medians, from one side to the other.
std::vector<ToolIndex> steps_between(const Break& found) {
    const auto [low, high] = std::minmax(found.ladder.median_first, found.ladder.median_second);
    std::vector<ToolIndex> steps;
    for (const auto& rung : found.ladder.rungs) {
        if (rung.used && rung.place >= low && rung.place <= high) {
            steps.push_back(rung.tool);
        }
    }
    return steps;
}

Message means(const Break& found, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return {"broken-ladder.means.break", stretch(found)};
    case State::Absent: {
        const auto steps = steps_between(found);
        return steps.empty() ? Message{"broken-ladder.means.one-step",
                                       {{"first", Decimal(found.ladder.median_first)},
                                        {"second", Decimal(found.ladder.median_second)}}}
                             : Message{"broken-ladder.means.steps",
                                       {{"tools", named_tools(found.input.landscape, steps, 4)}}};
    }
    case State::Undetermined:
        break;
    }
    return {"broken-ladder.means.open", stretch(found)};
}

Message rung_or_nothing(const Break& found, const std::optional<Rung>& rung) {
    return rung ? Message{"broken-ladder.rung",
                          {{"tool", found.name(*rung)}, {"place", Decimal(rung->place)}}}
                : Message{"broken-ladder.no-rung"};
}

Message used_rungs(const Break& found) {
    const auto& policy = found.input.policy;
    const auto used = std::ranges::count_if(found.ladder.rungs, &Rung::used);
    return {"broken-ladder.used-rungs",
            {{"used", Count(static_cast<std::size_t>(used))},
             {"rungs", Count(found.ladder.rungs.size())},
             {"share", Share(policy.ladder_share)},
             {"people", People{std::nullopt, Count(policy.ladder_people)}}}};
}

Message tools_in_between(const Break& found) {
    const auto nearest = nearest_to_middle(found);
    auto tools = named_tools(found.input.landscape, nearest, nearest.size());
    return found.in_between.size() == nearest.size()
               ? Message{"broken-ladder.in-between", {{"tools", std::move(tools)}}}
               : Message{
                     "broken-ladder.in-between.many",
                     {{"number", Count(found.in_between.size())}, {"nearest", std::move(tools)}}};
}

void add_evidence(const Break& found, Finding& finding) {
    const auto& pair = found.pair;
    const auto& ladder = found.ladder;
    finding.evidence.push_back({"broken-ladder.medians",
                                {{"first", group_name(pair.first)},
                                 {"first_median", Decimal(ladder.median_first)},
                                 {"first_placed", Count(pair.first.placed)},
                                 {"second", group_name(pair.second)},
                                 {"second_median", Decimal(ladder.median_second)},
                                 {"second_placed", Count(pair.second.placed)}}});
    finding.evidence.push_back(used_rungs(found));
    finding.evidence.push_back({"broken-ladder.neighbours",
                                {{"below", rung_or_nothing(found, found.below)},
                                 {"above", rung_or_nothing(found, found.above)}}});
    if (!found.in_between.empty()) {
        finding.evidence.push_back(tools_in_between(found));
    }
    finding.evidence.push_back({"broken-ladder.one-left-out",
                                {{"least", Decimal(ladder.least_without_one)},
                                 {"most", Decimal(ladder.most_without_one)}}});
    if (finding.state == State::Possible && !found.apart_for_sure()) {
        finding.evidence.push_back({"broken-ladder.maybe-chance", {{"no_gap", Decimal(0, 0)}}});
    }
    for (const auto& rung : found.in_between) {
        finding.tools.push_back(rung.tool);
    }
}

Message would_close(const Break& found, const Remedy& remedy) {
    const auto people = people_told(*remedy.group, remedy.more_people);
    // Where the number is not told, neither is whether somebody uses it already.
    const bool more = people.number.hidden() || remedy.group->tools[remedy.rung.tool].users > 0;
    return {"broken-ladder.flips.remedy",
            {{"more", yes_or_no(more)}, {"people", people}, {"tool", found.name(remedy.rung)}}};
}

Message ask_about_tools(const Break& found) {
    auto values = stretch(found);
    values.push_back({"tools", example_tools(found.input.landscape, nearest_to_middle(found))});
    return {"broken-ladder.ask", std::move(values)};
}

Message flips_when(const Break& found, const std::optional<Remedy>& remedy, State state) {
    const double limit = found.input.policy.ladder_stretch;
    if (state == State::Absent) {
        return {
            "broken-ladder.flips.absent",
            {{"limit", Decimal(limit)}, {"most", Decimal(found.ladder.most_without_one, limit)}}};
    }
    if (state == State::Undetermined) {
        return found.length() > limit ? ask_about_tools(found) : hanging_on_one(found);
    }
    if (remedy) {
        return would_close(found, *remedy);
    }
    return {"broken-ladder.flips.no-adoption",
            {{"limit", Decimal(limit)}, {"apart", Decimal(between_medians(found))}}};
}

/// A group that has no median worth the name.
const Group* group_without_median(const Pair& pair) {
    constexpr std::size_t least = 2;
    for (const auto* group : {&pair.first, &pair.second}) {
        if (group->placed < least) {
            return group;
        }
    }
    return nullptr;
}

void leave_without_median(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                          const Group& group, Finding& finding) {
    const auto name = diagonal_name(diagonal);
    leave_undetermined(input, finding,
                       {"broken-ladder.question", {{"pair", pair.groups()}, {"diagonal", name}}},
                       Message{"broken-ladder.few-placed",
                               {{"placed", Count(group.placed)},
                                {"listed", Count(group.listed)},
                                {"group", group_name(group)}}},
                       lacking_people(pair, 2, {"broken-ladder.the-ladder", {{"diagonal", name}}}));
}

Magnitude magnitude_of(const Break& found) {
    const auto& policy = found.input.policy;
    Estimate longest;
    longest.value = found.length();
    longest.n = found.pair.first.placed + found.pair.second.placed;
    longest.level = policy.interval_level;
    longest.reason = {"reason.longest-stretch"};
    return {{"broken-ladder.magnitude", {{"diagonal", diagonal_name(found.diagonal)}}},
            longest,
            policy.ladder_stretch,
            std::nullopt,
            0,
            2};
}

void add_actions(const Break& found, const std::optional<Remedy>& remedy, Finding& finding) {
    if (finding.state == State::Undetermined) {
        finding.actions.push_back(finding.flips_when);
    }
    if (finding.state == State::Possible) {
        finding.actions.push_back(make_certain(found));
    }
    if (stands(finding)) {
        std::ranges::move(ways_to_mend(found, remedy), std::back_inserter(finding.actions));
    }
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("broken-ladder", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    if (const auto* group = group_without_median(pair)) {
        leave_without_median(input, pair, diagonal, *group, finding);
        return finding;
    }
    const auto found = find_break(input, pair, diagonal);
    finding.state = ladder_state(found.ladder, found.apart_for_sure(), input.policy.ladder_stretch);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = says(found, finding.state);
    finding.means = means(found, finding.state);
    finding.magnitude = magnitude_of(found);
    add_evidence(found, finding);
    const auto remedy = stands(finding) ? best_remedy(found) : std::nullopt;
    finding.flips_when = flips_when(found, remedy, finding.state);
    add_actions(found, remedy, finding);
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {
            undetermined_without_pair("broken-ladder", input, {"broken-ladder.question.no-pair"})};
    }
    std::vector<Finding> findings;
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        findings.push_back(judge_diagonal(input, *pair, diagonal));
    }
    return findings;
}

bool is_rung_of_the_stretch(const AdoptionSubject& subject) {
    const auto& rungs = subject.finding.tools;
    return std::ranges::find(rungs, subject.index) != rungs.end() &&
           subject.group.n >= people_for_a_rung(subject.group.n, subject.input.policy);
}

Redraw redraw(const Finding& finding, Draws& draws) {
    const auto* pair = draws.pair();
    const auto diagonal = diagonal_of(finding);
    if (!diagonal || pair == nullptr || std::min(pair->first.placed, pair->second.placed) < 2) {
        return {};
    }
    const auto ladder = std::make_shared<const LadderDraws>(draws.input(), *pair, *diagonal);
    return
        [&draws, ladder, i = static_cast<std::size_t>(*diagonal)](const Drawn& drawn, DrawMemory&) {
            const auto& gap = (*drawn.gaps)[i]->gap;
            const bool apart = gap.has_interval() && (*gap.lower > 0 || *gap.upper < 0);
            return ladder->at(drawn.places, apart, draws.input().policy.ladder_stretch);
        };
}

} // namespace
} // namespace broken_ladder_rule

namespace rule {
extern const Rule broken_ladder;
const Rule broken_ladder{
    .id = "broken-ladder",
    .topic = Topic::Stretch,
    .asks = "broken-ladder.asks",
    .criteria = {"broken-ladder.criteria.present", "broken-ladder.criteria.possible",
                 "broken-ladder.criteria.undetermined", "broken-ladder.criteria.absent"},
    .policy_groups = {"broken_ladder", "opposite_ends"},
    .scale = {.below = "broken-ladder.scale.below", .above = "broken-ladder.scale.above"},
    .adoption = {.what = "broken-ladder.asks-for",
                 .met_by = broken_ladder_rule::is_rung_of_the_stretch},
    .redraw = broken_ladder_rule::redraw,
    .judge = broken_ladder_rule::judge};
} // namespace rule

} // namespace assess
