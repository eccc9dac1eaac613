#include "model/explanation/explanation.hpp"

#include "model/policy/policy_fields.hpp"
#include "model/statistics/distributions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace assess {
namespace {

/// Enough to follow a sum by hand.
Decimal exactly(double value) {
    constexpr int digits = 4;
    return Decimal(value, digits);
}

Decimal variance(double value) {
    constexpr int digits = 6;
    return Decimal(value, digits);
}

/// A number of people, or that it is not told.
Value told(const std::optional<double>& number) {
    return number ? Value(Count(static_cast<std::size_t>(*number)))
                  : Value(Message{"explain.not-told"});
}

ExplainedPart rule_part(const Rule& rule) {
    if (rule.id.empty()) {
        return {"rule", {"explain.rule"}, {{"explain.unknown-rule"}}};
    }
    const auto criterion = [](State state, const Message& when) {
        return Message{"explain.criterion", {{"state", Select{id_of(state)}}, {"when", when}}};
    };
    return {"rule",
            {"explain.rule"},
            {rule.asks, criterion(State::Present, rule.criteria.present),
             criterion(State::Possible, rule.criteria.possible),
             criterion(State::Undetermined, rule.criteria.undetermined),
             criterion(State::Absent, rule.criteria.absent)}};
}

ExplainedPart threshold_part(const SavedReport& report, const Rule& rule,
                             const SavedFinding& finding) {
    ExplainedPart part{"thresholds", {"explain.thresholds"}, {}};
    for (const auto& field : policy_fields()) {
        if (std::ranges::find(rule.policy_groups, field.group) != rule.policy_groups.end()) {
            part.lines.push_back({"explain.threshold",
                                  {{"field", fmt::format("{}.{}", field.group, field.key)},
                                   {"value", fmt::format("{}", value_of(field, report.policy))},
                                   {"means", field.means}}});
        }
    }
    if (finding.magnitude && finding.magnitude->level) {
        part.lines.push_back({"explain.level", {{"level", Level{*finding.magnitude->level}}}});
    }
    return part;
}

ExplainedPart input_part(const SavedReport& report, const SavedFinding& finding) {
    ExplainedPart part{"inputs", {"explain.inputs"}, {}};
    for (const auto& group : report.groups) {
        if (std::ranges::find(finding.groups, group.id) != finding.groups.end()) {
            part.lines.push_back({"explain.group",
                                  {{"group", group.name},
                                   {"listed", told(group.listed)},
                                   {"answered", told(group.answered)},
                                   {"placed", told(group.placed)}}});
        }
    }
    part.lines.push_back({"explain.landscape",
                          {{"edition", report.edition},
                           {"digest", report.digest},
                           {"seed", std::to_string(report.settings.seed)}}});
    for (const auto& sentence : finding.evidence) {
        part.lines.push_back({"explain.saved", {{"text", sentence}}});
    }
    return part;
}

/// The gap's own arithmetic, from the comparison that it was judged by.
void add_gap_arithmetic(const SavedGap& gap, ExplainedPart& part) {
    const double both = gap.sampling_variance + gap.landscape_variance;
    part.lines.push_back({"explain.standard-error",
                          {{"people", variance(gap.sampling_variance)},
                           {"tools", variance(gap.landscape_variance)},
                           {"sum", variance(both)},
                           {"root", exactly(std::sqrt(both))}}});
    part.lines.push_back(
        {"explain.quantile",
         {{"level", Level{gap.level}},
          {"degrees", Decimal(gap.degrees_of_freedom)},
          {"t", exactly(student_t_quantile((1 + gap.level) / 2, gap.degrees_of_freedom))}}});
    part.lines.push_back({"explain.interval",
                          {{"estimate", exactly(gap.estimate)},
                           {"reach", exactly((gap.upper - gap.lower) / 2)},
                           {"lower", exactly(gap.lower)},
                           {"upper", exactly(gap.upper)}}});
}

Message compared(const SavedMagnitude& magnitude, State state) {
    if (!magnitude.threshold) {
        return {};
    }
    std::vector<NamedValue> values{{"threshold", exactly(*magnitude.threshold)},
                                   {"state", Select{id_of(state)}}};
    if (magnitude.lower && magnitude.upper) {
        values.push_back({"lower", exactly(*magnitude.lower)});
        values.push_back({"upper", exactly(*magnitude.upper)});
        return {"explain.compared.interval", std::move(values)};
    }
    if (magnitude.estimate) {
        values.push_back({"estimate", exactly(*magnitude.estimate)});
        return {"explain.compared", std::move(values)};
    }
    return {};
}

ExplainedPart arithmetic_part(const Rule& rule, const SavedFinding& finding) {
    ExplainedPart part{"arithmetic", {"explain.arithmetic"}, {}};
    if (!finding.magnitude) {
        part.lines.push_back(
            finding.no_magnitude.empty()
                ? Message{"explain.no-number"}
                : Message{"explain.no-number.because", {{"reason", finding.no_magnitude}}});
        return part;
    }
    const auto& magnitude = *finding.magnitude;
    if (magnitude.estimate) {
        std::vector<NamedValue> values{{"name", magnitude.name},
                                       {"estimate", exactly(*magnitude.estimate)}};
        if (magnitude.n) {
            values.push_back({"n", Count(static_cast<std::size_t>(*magnitude.n))});
        }
        part.lines.push_back(magnitude.n ? Message{"explain.estimate.from", std::move(values)}
                                         : Message{"explain.estimate", std::move(values)});
    }
    if (rule.topic == Topic::Gap && finding.gap) {
        add_gap_arithmetic(*finding.gap, part);
    }
    if (auto against = compared(magnitude, finding.state); !against.empty()) {
        part.lines.push_back(std::move(against));
    }
    return part;
}

ExplainedPart fragility_part(const Policy& policy, const std::optional<double>& flip_share) {
    ExplainedPart part{"fragility", {"explain.fragility"}, {}};
    part.lines.push_back(
        flip_share ? Message{"explain.draws",
                             {{"draws", Count(policy.fragility_draws)},
                              {"some", yes_or_no(*flip_share > 0)},
                              {"share", Share(*flip_share, policy.fragility_share)},
                              {"limit", Share(policy.fragility_share)},
                              {"fragile", yes_or_no(*flip_share > policy.fragility_share)}}}
                   : Message{"explain.no-draws"});
    return part;
}

} // namespace

Explanation explanation(const SavedReport& report, const SavedFinding& finding,
                        std::span<const Rule> known) {
    const auto& rule = rule_named(finding.id, known);
    const Message title{"explain.title",
                        {{"rule", finding.id},
                         {"subject", finding.subject},
                         {"state", Select{id_of(finding.state)}},
                         {"severity", Select{id_of(finding.severity)}}}};
    return {title,
            {"explain.saved", {{"text", finding.says}}},
            {rule_part(rule),
             threshold_part(report, rule, finding),
             input_part(report, finding),
             arithmetic_part(rule, finding),
             fragility_part(report.policy, finding.flip_share),
             {"change", {"explain.change"}, {{"explain.saved", {{"text", finding.flips_when}}}}}}};
}

ExplainedPart smallest_change(const GapReport& report, const FlipSearch& search) {
    ExplainedPart part{"smallest-change", {"explain.smallest"}, {}};
    auto& lines = part.lines;
    if (!search.reason.empty()) {
        lines.push_back({"explain.none-searched", {{"reason", search.reason}}});
        return part;
    }
    if (!search.flip) {
        lines.push_back({"explain.none-found",
                         {{"most", Count(most_changes)}, {"tried", Count(search.tried)}}});
        return part;
    }
    const auto& flip = *search.flip;
    const Count changes(flip.changes.size());
    lines.push_back(
        {"explain.becomes", {{"changes", changes}, {"state", Select{id_of(flip.becomes)}}}});
    for (const auto& change : flip.changes) {
        const auto& person = report.answers.respondents[change.person];
        std::vector<NamedValue> values{{"role", Select{id_of(person.role)}},
                                       {"takes_up", yes_or_no(change.takes_up)},
                                       {"tool", report.landscape.tools[change.tool].name}};
        if (person.id.empty()) {
            lines.push_back({"explain.somebody-changes", std::move(values)});
        } else {
            values.push_back({"person", person.id});
            lines.push_back({"explain.person-changes", std::move(values)});
        }
    }
    lines.push_back({"explain.tried",
                     {{"tried", Count(search.tried)},
                      {"changes", changes},
                      {"smallest", yes_or_no(search.smallest)}}});
    return part;
}

ExplainedPart no_change_searched(bool confidential) {
    return {"smallest-change",
            {"explain.smallest"},
            {confidential ? Message{"explain.confidential"} : Message{"explain.no-answers"}}};
}

} // namespace assess
