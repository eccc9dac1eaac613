// frustrated-group, on each tool that both groups scored and on each persona's statements: is one
// group clearly worse served than the other?
//
// An interval rule on the difference of the mean steps, turned so that more is better for whoever
// answers (frustrations count backwards). The interval is that of statistics/step_scores.hpp, which
// keeps its level with a handful of answers. d is Policy::frustrated_steps, one step of five:
//   present       the interval lies wholly at d or beyond, and still does with all the questions of
//                 this rule taken into account (Holm); serious when it lies beyond
//                 frustrated_serious
//   possible      only the estimate lies at d or beyond, or Holm takes the certainty away
//   undetermined  otherwise, or where a group has fewer than two answers
//   absent        the interval lies wholly within (-d, d)
// Of a tool's three questions the one that shows most decides. A tool that only one group scored is
// not shared and has no finding. Answers without any score, as a roster's, have none at all.
#include "model/assessment/arguments.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/frustration.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"
#include "model/text/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace assess {

namespace frustrated_group_rule {
namespace {

constexpr std::string_view id = "frustrated-group";

/// What one question asks, as what both groups say: "it gives them what they need".
Message measure(const ScoreItem& item) {
    auto text = item.text;
    while (!text.empty() && (text.back() == '.' || text.back() == '?')) {
        text.pop_back();
    }
    return {"frustrated-group.measure",
            {{"kind", Select{id_of(item.kind)}}, {"statement", in_quotes(text)}}};
}

/// "with Comet", "by what they say on one question".
Message about(const RuleInput& input, const ScoreItem& item) {
    return item.tool ? Message{"frustrated-group.about.tool",
                               {{"tool", tool_name(input.landscape, *item.tool)}}}
                     : Message{"frustrated-group.about.statement"};
}

Decimal mean_of(const GroupScore& score) {
    return Decimal(score.mean->value);
}

const GroupScore& score_of(const Frustration& one, const Group& group) {
    return &group == &one.pair->first ? *one.first : *one.second;
}

Message says(const RuleInput& input, const Frustration& one) {
    const Message scores{"frustrated-group.scores",
                         {{"measure", measure(*one.item)},
                          {"first", group_name(one.pair->first)},
                          {"first_mean", mean_of(*one.first)},
                          {"second", group_name(one.pair->second)},
                          {"second_mean", mean_of(*one.second)},
                          {"steps", Count(score_steps)}}};
    std::vector<NamedValue> values{{"pair", one.pair->groups()},
                                   {"worse", group_name(one.worse())},
                                   {"better", group_name(one.better())},
                                   {"about", about(input, *one.item)},
                                   {"scores", scores}};
    switch (one.state) {
    case State::Present:
        return {"frustrated-group.says.present", std::move(values)};
    case State::Possible:
        return {"frustrated-group.says.possible", std::move(values)};
    case State::Absent:
        return {"frustrated-group.says.absent", std::move(values)};
    case State::Undetermined:
        break;
    }
    return {"frustrated-group.says.undetermined", std::move(values)};
}

Message means(const Frustration& one) {
    switch (one.state) {
    case State::Present:
    case State::Possible:
        return {"frustrated-group.means.stands",
                {{"better", group_name(one.better())},
                 {"worse", people_told(one.worse(), score_of(one, one.worse()).n)}}};
    case State::Absent:
        return {"frustrated-group.means.absent",
                {{"size", Decimal(std::abs(one.difference.value))}}};
    case State::Undetermined:
        break;
    }
    return {"frustrated-group.means.undetermined",
            {{"answers", Count(one.difference.n)}, {"difference", Decimal(one.difference.value)}}};
}

/// What to do, after the article: teach, connect, put a hybrid between, agree on practice.
Message advice(const RuleInput& input, const Frustration& one) {
    const auto& item = *one.item;
    std::vector<NamedValue> values{{"measure", measure(item)},
                                   {"worse", group_name(one.worse())},
                                   {"worse_mean", mean_of(score_of(one, one.worse()))},
                                   {"better", group_name(one.better())},
                                   {"better_mean", mean_of(score_of(one, one.better()))},
                                   {"steps", Count(score_steps)}};
    if (item.tool) {
        values.push_back({"tool", tool_name(input.landscape, *item.tool)});
        return is_frustration(item.kind)
                   ? Message{"frustrated-group.action.frustrates", std::move(values)}
                   : Message{"frustrated-group.action.lacks", std::move(values)};
    }
    if (item.persona == Role::Researcher) {
        const Message teach{"frustrated-group.teach", {{"worse", group_name(one.worse())}}};
        values.push_back({"teach", teach_researchers(input, *one.pair).value_or(teach)});
        return {"frustrated-group.action.of-researchers", std::move(values)};
    }
    return item.persona == Role::Engineer
               ? Message{"frustrated-group.action.of-engineers", std::move(values)}
               : Message{"frustrated-group.action.of-others", std::move(values)};
}

Message settle(const RuleInput& input, const Frustration& one) {
    const auto& item = *one.item;
    auto turned = one.difference;
    if (turned.value < 0) {
        turned.value = -turned.value;
        std::swap(turned.lower, turned.upper);
        turned.lower = turned.lower ? std::optional(-*turned.lower) : std::nullopt;
        turned.upper = turned.upper ? std::optional(-*turned.upper) : std::nullopt;
    }
    const Group& first = one.pair->first;
    const Group& second = one.pair->second;
    const Message whom{"pair",
                       {{"first", people_told(first, one.first->n)},
                        {"second", people_told(second, one.second->n)}}};
    const auto growth = growth_to_settle(turned, input.policy.frustrated_steps);
    return {"frustrated-group.settle",
            {{"subject",
              item.tool ? Value(tool_name(input.landscape, *item.tool)) : Value(measure(item))},
             {"settle",
              sentences(not_settled_by(turned, whom),
                        people_to_settle(growth, first, one.first->n, second, one.second->n))}}};
}

Message flips_when(const RuleInput& input, const Frustration& one) {
    const double limit = input.policy.frustrated_steps;
    switch (one.state) {
    case State::Present:
        return {"frustrated-group.flips.present",
                {{"end", Decimal(one.nearer_end(), limit)}, {"limit", Decimal(limit)}}};
    case State::Possible:
        return one.nearer_end() >= limit ? Message{"frustrated-group.flips.possible.chance",
                                                   {{"p", Probability{one.p_adjusted}}}}
                                         : Message{"frustrated-group.flips.possible",
                                                   {{"end", Decimal(one.nearer_end(), limit)},
                                                    {"limit", Decimal(limit)}}};
    case State::Absent:
        return {"frustrated-group.flips.absent",
                {{"lower", Decimal(*one.difference.lower, -limit)},
                 {"upper", Decimal(*one.difference.upper, limit)},
                 {"limit", Decimal(limit)}}};
    case State::Undetermined:
        break;
    }
    return settle(input, one);
}

/// "It takes 2 answers of each group to this question: 1 more engineer.": why there is no interval.
Message answers_lacking(const Frustration& one) {
    constexpr std::size_t least = 2;
    std::vector<Value> lacking;
    for (const auto* group : {&one.pair->first, &one.pair->second}) {
        if (const auto n = score_of(one, *group).n; n < least) {
            lacking.emplace_back(people_told(*group, least - n));
        }
    }
    return {"frustrated-group.lacking",
            {{"least", Count(least)},
             {"measure", measure(*one.item)},
             {"lacking", List(std::move(lacking))}}};
}

/// "engineers 4.20 (95% interval 3.10 to 4.80) from 6 people, agreement 0.61".
Message of_group(const RuleInput& input, const Group& group, const GroupScore& score) {
    std::vector<NamedValue> values{{"group", group_name(group)},
                                   {"mean", told_with_interval(*score.mean)},
                                   {"people", people_told(input, score.n)}};
    if (!score.agreement) {
        return {"frustrated-group.group", std::move(values)};
    }
    values.push_back({"agreement", Decimal(*score.agreement)});
    return {"frustrated-group.group.agreement", std::move(values)};
}

void add_evidence(const RuleInput& input, const Frustration& one, Finding& finding) {
    finding.evidence.push_back({"frustrated-group.groups",
                                {{"measure", measure(*one.item)},
                                 {"first", of_group(input, one.pair->first, *one.first)},
                                 {"second", of_group(input, one.pair->second, *one.second)}}});
    const auto& difference = one.difference;
    if (difference.has_interval()) {
        finding.evidence.push_back({"frustrated-group.difference",
                                    {{"first", group_name(one.pair->first)},
                                     {"difference", Decimal(difference.value)},
                                     {"level", Level{difference.level}},
                                     {"lower", Decimal(*difference.lower)},
                                     {"upper", Decimal(*difference.upper)},
                                     {"backwards", yes_or_no(is_frustration(one.item->kind))}}});
    }
}

Severity severity_of(const Frustration& one, const Policy& policy) {
    if (one.state != State::Present && one.state != State::Possible) {
        return Severity::None;
    }
    const double weighed =
        one.state == State::Present ? one.nearer_end() : std::abs(one.difference.value);
    return weighed >= policy.frustrated_serious ? Severity::Serious : Severity::Notable;
}

void judge_interval(const RuleInput& input, const Frustration& one, Finding& finding) {
    const auto& policy = input.policy;
    finding.state = one.state;
    finding.severity = severity_of(one, policy);
    finding.magnitude =
        Magnitude{{"frustrated-group.magnitude",
                   {{"group", group_name(one.pair->first)}, {"steps", Count(score_steps)}}},
                  one.difference,
                  policy.frustrated_steps,
                  policy.frustrated_serious,
                  -4,
                  4};
    finding.says = says(input, one);
    finding.means = means(one);
    finding.flips_when = flips_when(input, one);
    if (stands(finding)) {
        finding.actions.push_back(advice(input, one));
    }
    if (one.state == State::Undetermined || one.state == State::Possible) {
        finding.actions.push_back(settle(input, one));
    }
}

void judge_one(const RuleInput& input, const Frustration& one, Finding& finding) {
    finding.groups = {one.pair->first.id, one.pair->second.id};
    if (one.item->tool) {
        finding.tools = {*one.item->tool};
    }
    if (one.difference.has_interval()) {
        judge_interval(input, one, finding);
    } else {
        leave_undetermined(input, finding, {"frustrated-group.question"}, one.difference.reason,
                           answers_lacking(one));
    }
    add_evidence(input, one, finding);
}

/// The question that shows most comes first.
bool shows_more(const Frustration& a, const Frustration& b) {
    return a.state != b.state ? a.state < b.state
                              : std::abs(a.difference.value) > std::abs(b.difference.value);
}

void judge_tools(const RuleInput& input, const Pair& pair, const std::vector<Frustration>& all,
                 std::vector<Finding>& findings) {
    std::map<ToolIndex, std::vector<const Frustration*>> by_tool;
    for (const auto& one : all) {
        if (one.item->tool) {
            by_tool[*one.item->tool].push_back(&one);
        }
    }
    for (auto& [tool, questions] : by_tool) {
        std::ranges::stable_sort(questions, [](const Frustration* a, const Frustration* b) {
            return shows_more(*a, *b);
        });
        findings.push_back(start_finding(id, input.landscape.tools[tool].id));
        judge_one(input, *questions.front(), findings.back());
        for (const auto* other : std::span(questions).subspan(1)) {
            add_evidence(input, *other, findings.back());
        }
    }
    const bool asked = std::ranges::any_of(input.scores, [&](const ItemScores& item) {
        return input.answers.score_items[item.item].tool.has_value();
    });
    if (asked && by_tool.empty()) {
        findings.push_back(start_finding(id, "tools"));
        leave_undetermined(input, findings.back(), {"frustrated-group.question"},
                           Message{"frustrated-group.no-shown-tool"},
                           {"frustrated-group.share-a-tool",
                            {{"tools", Count(pair.comparison.overlap.bridges.size())}}});
    }
}

std::vector<Finding> judge(const RuleInput& input) {
    if (input.scores.empty()) {
        return {};
    }
    const auto pair = pair_of(input);
    if (!pair) {
        return {undetermined_without_pair(id, input, {"frustrated-group.question"})};
    }
    const auto all = frustrations(input, *pair);
    std::vector<Finding> findings;
    for (const auto& one : all) {
        if (!one.item->tool) {
            findings.push_back(start_finding(id, one.item->id));
            judge_one(input, one, findings.back());
        }
    }
    judge_tools(input, *pair, all, findings);
    return findings;
}

} // namespace
} // namespace frustrated_group_rule

namespace rule {
extern const Rule frustrated_group;
const Rule frustrated_group{
    .id = "frustrated-group",
    .asks = "frustrated-group.asks",
    .criteria = {"frustrated-group.criteria.present", "frustrated-group.criteria.possible",
                 "frustrated-group.criteria.undetermined", "frustrated-group.criteria.absent"},
    .policy_groups = {"frustrated_group"},
    .scale = {.below = "frustrated-group.scale.below",
              .above = "frustrated-group.scale.above",
              .both_sides = true},
    .judge = frustrated_group_rule::judge};
} // namespace rule

} // namespace assess
