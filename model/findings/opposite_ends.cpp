// opposite-ends, on each diagonal: do the two groups work at opposite ends?
//
// An interval rule on the gap between the centroids: present when the interval lies wholly beyond
// Policy::gap_notable, serious when wholly beyond gap_serious. The interval is that of the
// comparison (Welch's, with the landscape's part). A possible finding weighs what its estimate
// would weigh; only present ones make a pipeline fail.
#include "model/assessment/arguments.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/settling.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

namespace opposite_ends_rule {
namespace {

/// One diagonal of one pair, turned so that the estimate is not negative.
struct Subject {
    const RuleInput& input;
    const Pair& pair;
    Diagonal diagonal;
    const DiagonalGap& gap;
    double sign;
    double lower; ///< the end of the turned interval towards 0; 0 without an interval
    double upper;

    [[nodiscard]] double size() const { return std::abs(gap.gap.value); }
    /// The group that stands nearer to the high end.
    [[nodiscard]] const Group& high() const { return sign > 0 ? pair.first : pair.second; }
    [[nodiscard]] const Group& low() const { return sign > 0 ? pair.second : pair.first; }
    [[nodiscard]] double place(const Group& group) const {
        return along(diagonal, *group.centroid);
    }
    [[nodiscard]] bool both_sides() const { return place(high()) > 0 && place(low()) < 0; }
};

Subject turned(const RuleInput& input, const Pair& pair, Diagonal diagonal,
               const DiagonalGap& gap) {
    const double sign = gap.gap.value < 0 ? -1 : 1;
    const double a = sign * gap.gap.lower.value_or(0);
    const double b = sign * gap.gap.upper.value_or(0);
    return {input, pair, diagonal, gap, sign, std::min(a, b), std::max(a, b)};
}

/// What every sentence about where they stand tells.
std::vector<NamedValue> standing(const Subject& subject) {
    return {{"pair", subject.pair.groups()},
            {"diagonal", diagonal_name(subject.diagonal)},
            {"size", Decimal(subject.size())},
            {"sides", Select{subject.both_sides() ? "both" : "one"}},
            {"half", half_of_diagonal(subject.diagonal, subject.place(subject.low()) >= 0)},
            {"nearer", group_name(subject.high())},
            {"end", end_of_diagonal(subject.diagonal, true)},
            {"lower", Decimal(subject.lower)}};
}

/// The end of the turned interval that lies farther from no gap.
double far_end(const Subject& subject) {
    return std::max(-subject.lower, subject.upper);
}

Message says(const Subject& subject, State state) {
    const double notable = subject.input.policy.gap_notable;
    const auto against = [&](double end) { return Decimal(end, end < 0 ? -notable : notable); };
    switch (state) {
    case State::Present:
        return {"opposite-ends.says.present", standing(subject)};
    case State::Possible:
        return {"opposite-ends.says.possible", standing(subject)};
    case State::Absent:
        return {"opposite-ends.says.absent",
                {{"diagonal", diagonal_name(subject.diagonal)},
                 {"size", Decimal(subject.size())},
                 {"most", Decimal(far_end(subject), notable)}}};
    case State::Undetermined:
        break;
    }
    return {"opposite-ends.says.undetermined",
            {{"pair", subject.pair.groups()},
             {"diagonal", diagonal_name(subject.diagonal)},
             {"gap", Decimal(subject.gap.gap.value)},
             {"lower", against(subject.gap.gap.lower.value_or(0))},
             {"upper", against(subject.gap.gap.upper.value_or(0))}}};
}

/// "researchers (at 0.49, above all with Optuna)": a group, its place, and the tool of its own
/// that makes most of the gap.
Message with_place(const Subject& subject, const Group& group,
                   const std::vector<ToolContribution>& makers) {
    const bool is_first = &group == &subject.pair.first;
    const auto own = std::ranges::find_if(makers, [&](const ToolContribution& maker) {
        return is_first == (maker.share_first > maker.share_second);
    });
    const Decimal place(subject.place(group));
    return own == makers.end()
               ? Message{"opposite-ends.at", {{"group", group_name(group)}, {"place", place}}}
               : Message{"opposite-ends.at-with",
                         {{"group", group_name(group)},
                          {"place", place},
                          {"tool", tool_name(subject.input.landscape, own->tool)}}};
}

Message means(const Subject& subject, State state) {
    if (state == State::Absent) {
        return {"opposite-ends.means.absent",
                {{"first", group_name(subject.pair.first)},
                 {"first_place", Decimal(subject.place(subject.pair.first))},
                 {"second", group_name(subject.pair.second)},
                 {"second_place", Decimal(subject.place(subject.pair.second))}}};
    }
    if (state == State::Undetermined) {
        return {
            "opposite-ends.means.undetermined",
            {{"people", subject.pair.placed_people()}, {"gap", Decimal(subject.gap.gap.value)}}};
    }
    const auto makers = makers_of_gap(subject.pair.comparison, subject.diagonal, subject.sign);
    const auto high = with_place(subject, subject.high(), makers);
    const auto low = with_place(subject, subject.low(), makers);
    if (subject.diagonal == Diagonal::Orchestration) {
        return {"opposite-ends.means.orchestration", {{"high", high}, {"low", low}}};
    }
    if (subject.input.grouping == Grouping::Role && subject.low().role == Role::Researcher) {
        return {"opposite-ends.means.reversed", {{"high", high}}};
    }
    return {"opposite-ends.means.building", {{"high", high}, {"low", low}}};
}

void add_evidence(const Subject& subject, Finding& finding) {
    const auto& first = subject.pair.first;
    const auto& second = subject.pair.second;
    const auto& gap = subject.gap;
    finding.evidence.push_back({"opposite-ends.gap",
                                {{"first", group_name(first)},
                                 {"second", group_name(second)},
                                 {"gap", told_with_interval(gap.gap)},
                                 {"people", subject.pair.placed_people()}}});
    finding.evidence.push_back({"opposite-ends.centroids",
                                {{"lowest", Decimal(-1, 0)},
                                 {"low", end_of_diagonal(subject.diagonal, false)},
                                 {"highest", Decimal(1, 0)},
                                 {"high", end_of_diagonal(subject.diagonal, true)},
                                 {"first", group_name(first)},
                                 {"first_place", Decimal(subject.place(first))},
                                 {"second", group_name(second)},
                                 {"second_place", Decimal(subject.place(second))}}});
    if (landscape_shows(gap.gap)) {
        finding.evidence.push_back({"opposite-ends.people-alone",
                                    {{"lower", Decimal(*gap.gap.sampling_lower)},
                                     {"upper", Decimal(*gap.gap.sampling_upper)}}});
    }
    if (gap.p && gap.p_adjusted) {
        finding.evidence.push_back(
            {"opposite-ends.test",
             {{"p", Probability{*gap.p}}, {"adjusted", Probability{*gap.p_adjusted}}}});
    }
    if (subject.pair.comparison.smaller_group_spreads_more) {
        finding.evidence.emplace_back(MessageId{"opposite-ends.smaller-spreads-more"});
    }
}

void add_makers(const Subject& subject, Finding& finding) {
    const auto makers = makers_of_gap(subject.pair.comparison, subject.diagonal, subject.sign);
    for (const auto& maker : makers) {
        finding.tools.push_back(maker.tool);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, makers.size()); ++i) {
        const auto& maker = makers[i];
        const double part =
            subject.diagonal == Diagonal::Building ? maker.building : maker.orchestration;
        finding.evidence.push_back({"opposite-ends.maker",
                                    {{"tool", tool_name(subject.input.landscape, maker.tool)},
                                     {"part", Decimal(std::abs(part))},
                                     {"share_first", Share(maker.share_first)},
                                     {"first", group_name(subject.pair.first)},
                                     {"share_second", Share(maker.share_second)},
                                     {"second", group_name(subject.pair.second)}}});
    }
}

Message flips_when(const Subject& subject, State state, Severity severity, const Message& settle) {
    const auto& policy = subject.input.policy;
    const Decimal notable(policy.gap_notable);
    switch (state) {
    case State::Present:
        return severity == Severity::Serious
                   ? Message{"opposite-ends.flips.serious",
                             {{"lower", Decimal(subject.lower, policy.gap_serious)},
                              {"serious", Decimal(policy.gap_serious)},
                              {"notable", notable}}}
                   : Message{"opposite-ends.flips.present",
                             {{"lower", Decimal(subject.lower, policy.gap_notable)},
                              {"notable", notable}}};
    case State::Possible:
        return {"opposite-ends.flips.possible",
                {{"lower", Decimal(subject.lower, policy.gap_notable)}, {"notable", notable}}};
    case State::Absent:
        return {"opposite-ends.flips.absent",
                {{"most", Decimal(far_end(subject), policy.gap_notable)}, {"notable", notable}}};
    case State::Undetermined:
        break;
    }
    return settle;
}

Severity severity_of(const Subject& subject, State state) {
    const auto& policy = subject.input.policy;
    if (state == State::Present) {
        return beyond(subject.gap.gap, policy.gap_serious) == State::Present ? Severity::Serious
                                                                             : Severity::Notable;
    }
    if (state == State::Possible) {
        return subject.size() > policy.gap_serious ? Severity::Serious : Severity::Notable;
    }
    return Severity::None;
}

void judge_interval(const Subject& subject, Finding& finding) {
    const auto& policy = subject.input.policy;
    finding.state = beyond(subject.gap.gap, policy.gap_notable);
    finding.severity = severity_of(subject, finding.state);
    finding.says = says(subject, finding.state);
    finding.means = means(subject, finding.state);
    const auto settle =
        sentences(not_settled_by(subject.gap.gap, subject.pair.placed_people()),
                  people_to_settle(growth_to_settle(subject.gap, policy.gap_notable),
                                   subject.pair.first, subject.pair.first.placed,
                                   subject.pair.second, subject.pair.second.placed));
    finding.flips_when = flips_when(subject, finding.state, finding.severity, settle);
    if (finding.state == State::Possible || finding.state == State::Undetermined) {
        finding.actions.push_back(settle);
    }
    if (stands(finding)) {
        const auto ways =
            ways_to_close(subject.input, subject.pair, subject.diagonal, subject.sign);
        finding.actions.insert(finding.actions.end(), ways.begin(), ways.end());
    }
}

Finding judge_diagonal(const RuleInput& input, const Pair& pair, Diagonal diagonal) {
    auto finding = start_finding("opposite-ends", id_of(diagonal));
    finding.groups = {pair.first.id, pair.second.id};
    const Message question{"opposite-ends.question",
                           {{"pair", pair.groups()}, {"diagonal", diagonal_name(diagonal)}}};
    const Message magnitude{"opposite-ends.magnitude", {{"diagonal", diagonal_name(diagonal)}}};
    const auto lacking =
        lacking_people(pair, 2, {"opposite-ends.the-gap", {{"diagonal", diagonal_name(diagonal)}}});
    const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
    if (!gap) {
        leave_undetermined(input, finding, question, gap.reason(), lacking);
        return finding;
    }
    const auto subject = turned(input, pair, diagonal, *gap);
    const Decimal estimate(gap->gap.value);
    if (gap->gap.has_interval()) {
        judge_interval(subject, finding);
    } else {
        leave_undetermined(
            input, finding, question, gap->gap.reason,
            {"opposite-ends.no-more-than-estimate", {{"gap", estimate}, {"lacking", lacking}}});
        finding.says =
            sentences(finding.says, {"opposite-ends.the-estimate-is", {{"gap", estimate}}});
    }
    finding.magnitude =
        Magnitude{magnitude, gap->gap, input.policy.gap_notable, input.policy.gap_serious, -2, 2};
    add_evidence(subject, finding);
    add_makers(subject, finding);
    return finding;
}

std::vector<Finding> judge(const RuleInput& input) {
    const auto pair = pair_of(input);
    if (!pair) {
        return {
            undetermined_without_pair("opposite-ends", input, {"opposite-ends.question.no-pair"})};
    }
    std::vector<Finding> findings;
    // Building first: it is the diagonal that the article's first question is about.
    for (const auto diagonal : {Diagonal::Building, Diagonal::Orchestration}) {
        findings.push_back(judge_diagonal(input, *pair, diagonal));
    }
    return findings;
}

Redraw redraw(const Finding& finding, Draws& draws) {
    const auto diagonal = diagonal_of(finding);
    if (!diagonal || draws.pair() == nullptr) {
        return {};
    }
    return [&draws, i = static_cast<std::size_t>(*diagonal)](const Drawn& drawn, DrawMemory&) {
        return beyond((*drawn.gaps)[i]->gap, draws.input().policy.gap_notable);
    };
}

} // namespace
} // namespace opposite_ends_rule

namespace rule {
extern const Rule opposite_ends;
const Rule opposite_ends{
    .id = "opposite-ends",
    .topic = Topic::Gap,
    .asks = "opposite-ends.asks",
    .criteria = {"opposite-ends.criteria.present", "opposite-ends.criteria.possible",
                 "opposite-ends.criteria.undetermined", "opposite-ends.criteria.absent"},
    .policy_groups = {"opposite_ends"},
    .scale = {.below = "scale.no-gap", .above = "scale.notable", .both_sides = true},
    .adoption = {.what = "opposite-ends.asks-for"},
    .redraw = opposite_ends_rule::redraw,
    .judge = opposite_ends_rule::judge};
} // namespace rule

} // namespace assess
