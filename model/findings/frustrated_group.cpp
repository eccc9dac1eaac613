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
#include "model/findings/advice.hpp"
#include "model/findings/frustration.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace assess {

namespace frustrated_group_rule {
namespace {

constexpr std::string_view id = "frustrated-group";
constexpr std::string_view question = "whether one group is worse served than the other";

/// "it gives them what they need", with "4.20 against 2.10 of 5" after it.
std::string measure(const ScoreItem& item) {
    switch (item.kind) {
    case ScoreKind::ToolGives:
        return "it gives them what they need";
    case ScoreKind::ToolAnswers:
        return "it answers what they want";
    case ScoreKind::ToolFrustrates:
        return "it frustrates them";
    default:
        break;
    }
    auto text = item.text;
    while (!text.empty() && (text.back() == '.' || text.back() == '?')) {
        text.pop_back();
    }
    return in_quotes(text);
}

/// What the finding is about: "with Comet", "in the statement ...".
std::string about(const RuleInput& input, const ScoreItem& item) {
    return item.tool ? fmt::format("with {}", input.landscape.tools[*item.tool].name)
                     : "by what they say on one question";
}

std::string means_of(const Frustration& one) {
    return fmt::format("{}, {} {} and {} {} of 5", measure(*one.item), one.pair->first.name,
                       decimal(one.first->mean->value), one.pair->second.name,
                       decimal(one.second->mean->value));
}

std::string says(const RuleInput& input, const Frustration& one, State state) {
    const auto& item = *one.item;
    switch (state) {
    case State::Present:
    case State::Possible:
        return fmt::format("{} {} worse off than {} {}: {}.", at_start(one.worse()),
                           state == State::Present ? "are" : "may be", people_of(one.better()),
                           about(input, item), means_of(one));
    case State::Absent:
        return fmt::format("{} are about as well off {}: {}.", one.pair->at_start(),
                           about(input, item), means_of(one));
    case State::Undetermined:
        break;
    }
    return fmt::format("The answers leave open whether {} are equally well off {}: {}.",
                       one.pair->in_middle(), about(input, item), means_of(one));
}

/// "1.40 against 4.80 of 5": the worse served group's mean and the other's.
std::string against(const Frustration& one) {
    const auto mean = [&](const Group& group) {
        return decimal((&group == &one.pair->first ? one.first : one.second)->mean->value);
    };
    return fmt::format("{} against {} of 5", mean(one.worse()), mean(one.better()));
}

/// What to do, after the article: teach, connect, put a hybrid between, agree on practice.
std::string advice(const RuleInput& input, const Frustration& one) {
    const auto worse = people_of(one.worse());
    const auto better = people_of(one.better());
    if (one.item->tool) {
        const auto& tool = input.landscape.tools[*one.item->tool].name;
        return one.item->kind == ScoreKind::ToolFrustrates
                   ? fmt::format("Ask {} what goes wrong with {} ({}), and let {} show how they "
                                 "work with it; a specialized tool beside it is easier to bring "
                                 "in than another platform.",
                                 worse, tool, against(one), better)
                   : fmt::format("Ask {} what {} lacks for their work ({}), buy a specialized tool "
                                 "for that part and connect the two; {} need not move.",
                                 worse, tool, against(one), better);
    }
    if (one.item->persona == Role::Researcher) {
        const auto teach = teach_researchers(input, *one.pair);
        return fmt::format(
            "On {} ({}): {} {}", measure(*one.item), against(one),
            "put a hybrid on the way from model to production.",
            teach ? teach->words() : fmt::format("Teach {} small build jobs and modular code.", worse));
    }
    if (one.item->persona == Role::Engineer) {
        return fmt::format("On {} ({}): agree on modules, versions and tests before research "
                           "starts, so that its code need not be written again.",
                           measure(*one.item), against(one));
    }
    return fmt::format("On {} ({}): ask {} what stands in their way.", measure(*one.item),
                       against(one), worse);
}

std::string settle(const RuleInput& input, const Frustration& one, double threshold) {
    const auto subject =
        one.item->tool ? input.landscape.tools[*one.item->tool].name : measure(*one.item);
    auto turned = one.difference;
    if (turned.value < 0) {
        turned.value = -turned.value;
        std::swap(turned.lower, turned.upper);
        turned.lower = turned.lower ? std::optional(-*turned.lower) : std::nullopt;
        turned.upper = turned.upper ? std::optional(-*turned.upper) : std::nullopt;
    }
    const auto whom = fmt::format("{} and {}", people_of(one.pair->first, one.first->n),
                                  people_of(one.pair->second, one.second->n));
    return fmt::format("On {}: {} {}", subject, unsettled(turned, whom),
                       settling(growth_to_settle(turned, threshold), one.pair->first, one.first->n,
                                one.pair->second, one.second->n));
}

std::string flips_when(const RuleInput& input, const Frustration& one, State state) {
    const auto& policy = input.policy;
    const auto limit = decimal(policy.frustrated_steps);
    const double lower = one.nearer_end();
    switch (state) {
    case State::Present:
        return fmt::format("It would be only possible if the interval's nearer end, {} steps, fell "
                           "below {}.",
                           decimal_against(lower, policy.frustrated_steps), limit);
    case State::Possible:
        return lower >= policy.frustrated_steps
                   ? fmt::format("It would be present if fewer questions were judged at once: with "
                                 "all of them taken into account, {}, it may be chance.",
                                 p_value(one.p_adjusted))
                   : fmt::format("It would be present if the interval's nearer end, {} steps, rose "
                                 "to {}.",
                                 decimal_against(lower, policy.frustrated_steps), limit);
    case State::Absent:
        return fmt::format("It would be open again if the interval, {} to {}, reached {} steps.",
                           decimal_against(*one.difference.lower, -policy.frustrated_steps),
                           decimal_against(*one.difference.upper, policy.frustrated_steps), limit);
    case State::Undetermined:
        break;
    }
    return settle(input, one, policy.frustrated_steps);
}

/// "It takes 2 answers of each group to this question: 1 more engineer."
std::string answers_lacking(const Frustration& one) {
    std::vector<std::string> lacking;
    for (const auto& [group, score] :
         {std::pair{&one.pair->first, one.first}, std::pair{&one.pair->second, one.second}}) {
        if (score->n < 2) {
            lacking.push_back(more_of(*group, 2 - score->n));
        }
    }
    return lacking.empty()
               ? fmt::format("All {} answers are alike within each group: it takes 1 more that "
                             "differs.",
                             one.difference.n)
               : fmt::format("It takes 2 answers of each group to {}: {}.", measure(*one.item),
                             enumerated(lacking, lacking.size()));
}

std::string of_group(const Group& group, const GroupScore& score, const Told& said) {
    auto text =
        fmt::format("{} {} from {}", group.name, with_interval(*score.mean), said.people(score.n));
    return score.agreement ? fmt::format("{}, agreement {}", text, decimal(*score.agreement))
                           : text;
}

void add_evidence(const RuleInput& input, const Frustration& one, Finding& finding) {
    const auto said = told(input);
    finding.evidence.push_back(fmt::format("{}: {}; {}.", capitalized(measure(*one.item)),
                                           of_group(one.pair->first, *one.first, said),
                                           of_group(one.pair->second, *one.second, said)));
    if (one.difference.has_interval()) {
        finding.evidence.push_back(fmt::format(
            "{} are better off by {} steps ({} interval {} to {}){}.", at_start(one.pair->first),
            decimal(one.difference.value), level_of(one.difference), decimal(*one.difference.lower),
            decimal(*one.difference.upper),
            is_frustration(one.item->kind) ? "; frustration counts backwards" : ""));
    }
}

void judge_one(const RuleInput& input, const Frustration& one, Finding& finding) {
    const auto& policy = input.policy;
    finding.groups = {one.pair->first.id, one.pair->second.id};
    if (one.item->tool) {
        finding.tools = {*one.item->tool};
    }
    finding.magnitude =
        Magnitude{fmt::format("how much better off {} are, in steps of five", one.pair->first.name),
                  one.difference,
                  policy.frustrated_steps,
                  policy.frustrated_serious,
                  -4,
                  4};
    if (!one.difference.has_interval()) {
        leave_open(input, finding, question, one.difference.reason, answers_lacking(one));
        finding.magnitude = Quantity<Magnitude>::unavailable(one.difference.reason);
        add_evidence(input, one, finding);
        return;
    }
    finding.state = one.state;
    const bool stands = one.state == State::Present || one.state == State::Possible;
    const double weighed =
        one.state == State::Present ? one.nearer_end() : std::abs(one.difference.value);
    finding.severity = !stands                                ? Severity::None
                       : weighed >= policy.frustrated_serious ? Severity::Serious
                                                              : Severity::Notable;
    finding.says = says(input, one, one.state);
    finding.means =
        stands
            ? fmt::format("What serves {} leaves {} to work around it.", people_of(one.better()),
                          people_of(one.worse(),
                                    (&one.worse() == &one.pair->first ? one.first : one.second)->n))
        : one.state == State::Absent
            ? fmt::format("Here neither group pays for the other: they are {} steps apart.",
                          decimal(std::abs(one.difference.value)))
            : fmt::format("From {} answers, {} steps may be a difference or chance: do not act on "
                          "this number yet.",
                          one.difference.n, decimal(one.difference.value));
    finding.flips_when = flips_when(input, one, one.state);
    if (stands) {
        finding.actions.push_back(advice(input, one));
    }
    if (one.state == State::Undetermined || one.state == State::Possible) {
        finding.actions.push_back(settle(input, one, policy.frustrated_steps));
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
        const auto shared = pair.comparison.overlap.bridges.size();
        leave_open(input, findings.back(), question,
                   "no tool has scores of both groups that can be shown",
                   fmt::format("It takes scores of both groups for one tool that they share; they "
                               "share {}.",
                               counted(shared, "tool")));
    }
}

std::vector<Finding> judge(const RuleInput& input) {
    if (input.scores.empty()) {
        return {};
    }
    const auto pair = pair_of(input);
    if (!pair) {
        return {without_pair(id, input, question)};
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
const Rule frustrated_group{"frustrated-group",
                            "Is one group worse served than the other, by a tool that both use or "
                            "in what it needs?",
                            frustrated_group_rule::judge};
} // namespace rule

} // namespace assess
