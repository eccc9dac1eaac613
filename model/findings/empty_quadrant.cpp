// empty-quadrant, on each quadrant: does hardly anybody use its tools?
//
// A share rule: present when the interval of the quadrant's share of all usage is wholly below
// Policy::empty_quadrant_share (usage_share.hpp says which interval, and from how many people on:
// a handful of people who do not use a quadrant cannot show that so little of it is used).
// A quadrant of whose tools nobody was asked is undetermined, not empty.
#include "model/assessment/arguments.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/verdict.hpp"

#include <algorithm>

namespace assess {

namespace empty_quadrant_rule {
namespace {

struct Subject {
    const RuleInput& input;
    Quadrant quadrant;
    Message name;                        ///< "Cloud platforms"
    std::vector<std::size_t> categories; ///< most inviting rings first
    Ring ring = Ring::Hold;              ///< the most inviting of them
    std::vector<ToolIndex> used;         ///< tools in it that somebody uses, most users first
    std::vector<ToolIndex> unused;
};

Subject make_subject(const RuleInput& input, Quadrant quadrant) {
    Subject subject{input, quadrant, quadrant_name(quadrant), {}, Ring::Hold, {}, {}};
    for (const auto ring : {Ring::Adopt, Ring::Trial, Ring::Assess, Ring::Hold}) {
        for (std::size_t c = 0; c < input.landscape.categories.size(); ++c) {
            const auto& category = input.landscape.categories[c];
            if (category.quadrant == quadrant && category.ring == ring) {
                subject.categories.push_back(c);
                subject.ring = std::min(subject.ring, ring);
            }
        }
    }
    const auto users = users_by_tool(input);
    for (ToolIndex j = 0; j < users.size(); ++j) {
        const auto& tool = input.landscape.tools[j];
        if (tool.placement && quadrant_of(tool.placement->point) == quadrant) {
            (users[j] > 0 ? subject.used : subject.unused).push_back(j);
        }
    }
    std::ranges::stable_sort(subject.used,
                             [&](ToolIndex a, ToolIndex b) { return users[a] > users[b]; });
    return subject;
}

/// "the quadrant Cloud platforms".
Message in_words(const Subject& subject) {
    return {"empty-quadrant.the-quadrant", {{"quadrant", subject.name}}};
}

/// "Common SWE stack (adopt) and Workflow (trial)".
List category_names(const Subject& subject, std::size_t most, List::Last last) {
    std::vector<Value> names;
    for (const auto category : subject.categories) {
        names.emplace_back(with_ring(subject.input.landscape.categories[category]));
    }
    return List(std::move(names), most, last);
}

Message says(const Subject& subject, const Estimate& share, State state) {
    std::vector<NamedValue> values{{"quadrant", subject.name},
                                   {"share", Share(share.value)},
                                   {"people", people_behind(share)}};
    if (!share.has_interval()) {
        values.push_back({"reason", share.reason});
        return {"empty-quadrant.says.no-interval", std::move(values)};
    }
    const double limit = subject.input.policy.empty_quadrant_share;
    values.push_back({"lower", Share(*share.lower, limit)});
    values.push_back({"upper", Share(*share.upper, limit)});
    switch (state) {
    case State::Present:
        return share.value <= 0 ? Message{"empty-quadrant.says.nobody", std::move(values)}
                                : Message{"empty-quadrant.says.present", std::move(values)};
    case State::Possible:
        return {"empty-quadrant.says.possible", std::move(values)};
    case State::Absent:
        return {"empty-quadrant.says.absent", std::move(values)};
    case State::Undetermined:
        break;
    }
    return {"empty-quadrant.says.undetermined", std::move(values)};
}

Message means(const Subject& subject, const Estimate& share, State state) {
    switch (state) {
    case State::Present:
    case State::Possible:
        return {"empty-quadrant.means.lacking",
                {{"share", Share(share.value)},
                 {"people", people_behind(share)},
                 {"quadrant", Select{id_of(subject.quadrant)}}}};
    case State::Absent:
        return {"empty-quadrant.means.absent",
                {{"count", Count(subject.used.size())},
                 {"tools", named_tools(subject.input.landscape, subject.used, 3)}}};
    case State::Undetermined:
        break;
    }
    return {"empty-quadrant.means.undetermined",
            {{"share", Share(share.value)}, {"people", people_behind(share)}}};
}

void add_actions(const Subject& subject, const Estimate& share, Finding& finding) {
    std::vector<NamedValue> values{{"share", Share(share.value)},
                                   {"upper", Share(*share.upper)},
                                   {"how", first_step_in(subject.ring, people_behind(share))}};
    if (subject.ring > Ring::Trial) {
        values.push_back({"quadrant", subject.name});
        values.push_back({"ring", Select{id_of(subject.ring)}});
        finding.actions.push_back({"empty-quadrant.action.leave", std::move(values)});
        return;
    }
    const auto first = subject.categories.front();
    values.push_back({"category", with_ring(subject.input.landscape.categories[first])});
    values.push_back({"offers", offers_of(subject.input, first)});
    finding.actions.push_back({"empty-quadrant.action.start", std::move(values)});
    if (subject.quadrant == Quadrant::CloudPlatforms) {
        finding.actions.push_back(
            {"empty-quadrant.action.mind-platform", {{"people", people_behind(share)}}});
    }
}

Message flips_when(const Subject& subject, const Estimate& share, State state,
                   const Message& settle) {
    const double limit = subject.input.policy.empty_quadrant_share;
    switch (state) {
    case State::Present:
        return {"empty-quadrant.flips.present",
                {{"upper", Share(*share.upper, limit)}, {"threshold", Share(limit)}}};
    case State::Absent:
        return {"empty-quadrant.flips.absent",
                {{"lower", Share(*share.lower, limit)}, {"threshold", Share(limit)}}};
    default:
        return settle;
    }
}

Severity severity_of(const Subject& subject) {
    return subject.ring <= Ring::Trial ? Severity::Notable : Severity::Info;
}

void judge_share(const Subject& subject, const UsageShare& share, Finding& finding) {
    const auto& policy = subject.input.policy;
    const auto& estimate = share.estimate;
    finding.state = below(estimate, policy.empty_quadrant_share);
    finding.severity = stands(finding) ? severity_of(subject) : Severity::None;
    finding.says = says(subject, estimate, finding.state);
    finding.means = means(subject, estimate, finding.state);
    finding.magnitude = Magnitude{{"empty-quadrant.magnitude", {{"quadrant", subject.name}}},
                                  estimate,
                                  policy.empty_quadrant_share,
                                  std::nullopt,
                                  0,
                                  1};
    finding.evidence.push_back(
        {"empty-quadrant.usage",
         {{"share", share_told_with_interval(estimate)}, {"people", people_behind(estimate)}}});
    // How many people would settle it takes a search, so it is asked for where it is told.
    const bool open = finding.state == State::Possible || finding.state == State::Undetermined;
    const auto settle =
        open ? settling_share(share, policy.empty_quadrant_share, policy, in_words(subject))
             : Message();
    finding.flips_when = flips_when(subject, estimate, finding.state, settle);
    if (open) {
        finding.actions.push_back(settle);
    }
    if (stands(finding)) {
        add_actions(subject, estimate, finding);
    }
}

/// What there is to ask about: the quadrant's categories, where the landscape has any.
Value topic(const Subject& subject) {
    return subject.categories.empty() ? Value(in_words(subject))
                                      : Value(category_names(subject, 5, List::Last::Or));
}

Finding judge_quadrant(const RuleInput& input, const std::vector<bool>& asked, Quadrant quadrant) {
    auto finding = start_finding("empty-quadrant", id_of(quadrant));
    const auto subject = make_subject(input, quadrant);
    const Message question{"empty-quadrant.question", {{"quadrant", subject.name}}};
    const auto was_asked = [&](ToolIndex tool) { return asked[tool]; };
    const auto share = share_of_usage(
        input, [&](const Tool& tool) { return quadrant_of(tool.placement->point) == quadrant; });
    if (subject.used.empty() && subject.unused.empty()) {
        leave_undetermined(
            input, finding, question, {"reason.no-tool-in-it"},
            {"empty-quadrant.other-landscape", {{"edition", input.landscape.edition}}});
    } else if (std::ranges::none_of(subject.used, was_asked) &&
               std::ranges::none_of(subject.unused, was_asked)) {
        leave_undetermined(
            input, finding, question, {"reason.nobody-asked"},
            {"empty-quadrant.ask",
             {{"people", people_told(input, answered(input))}, {"topic", topic(subject)}}});
    } else if (!share) {
        leave_undetermined(input, finding, question, share.reason(), lacking_places(input));
    } else {
        judge_share(subject, *share, finding);
    }
    if (!subject.categories.empty()) {
        finding.evidence.push_back({"empty-quadrant.categories",
                                    {{"categories", category_names(subject, 8, List::Last::And)}}});
    }
    finding.tools = subject.used;
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto asked = asked_tools(input);
    std::vector<Finding> findings;
    for (const auto quadrant : quadrants) {
        findings.push_back(judge_quadrant(input, asked, quadrant));
    }
    return findings;
}

bool is_in_the_quadrant(const AdoptionSubject& subject) {
    return id_of(quadrant_of(subject.place())) == subject.finding.subject;
}

/// The tools with a place that somebody was asked about.
std::vector<ToolIndex> asked_and_placed(const RuleInput& input) {
    std::vector<ToolIndex> tools;
    const auto asked = asked_tools(input);
    for (ToolIndex j = 0; j < asked.size(); ++j) {
        if (asked[j] && input.landscape.tools[j].placement) {
            tools.push_back(j);
        }
    }
    return tools;
}

Redraw redraw(const Finding& finding, Draws& draws) {
    const auto* quadrant = std::ranges::find_if(
        quadrants, [&](Quadrant each) { return id_of(each) == finding.subject; });
    if (quadrant == quadrants.end() || !draws.any_usage()) {
        return {};
    }
    const auto holds = [here = *quadrant](const Point& point) {
        return quadrant_of(point) == here;
    };
    return [&policy = draws.input().policy, asked = asked_and_placed(draws.input()), holds,
            share = draws.share_in(holds)](const Drawn& drawn, DrawMemory& memory) {
        if (std::ranges::none_of(asked, [&](ToolIndex j) { return holds(drawn.places[j]); })) {
            return State::Undetermined;
        }
        return below(share(drawn, memory).estimate, policy.empty_quadrant_share);
    };
}

} // namespace
} // namespace empty_quadrant_rule

namespace rule {
extern const Rule empty_quadrant;
const Rule empty_quadrant{
    .id = "empty-quadrant",
    .asks = "empty-quadrant.asks",
    .criteria = {"empty-quadrant.criteria.present", "empty-quadrant.criteria.possible",
                 "empty-quadrant.criteria.undetermined", "empty-quadrant.criteria.absent"},
    .policy_groups = {"empty_quadrant", "shares"},
    .scale = {.below = "empty-quadrant.scale.below",
              .above = "empty-quadrant.scale.above",
              .finding_below = true,
              .shares = true},
    .adoption = {.what = "empty-quadrant.asks-for",
                 .met_by = empty_quadrant_rule::is_in_the_quadrant},
    .redraw = empty_quadrant_rule::redraw,
    .judge = empty_quadrant_rule::judge};
} // namespace rule

} // namespace assess
