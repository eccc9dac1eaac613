#include "model/what_if/what_if.hpp"

#include "model/assessment/arguments.hpp"
#include "model/change/movement.hpp"
#include "model/privacy/confidential.hpp"
#include "model/what_if/whole_groups.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess {
namespace {

/// The groups on both sides of the change with all their people, whatever the promise.
struct TwoSides {
    std::vector<Group> groups_before;
    std::vector<Group> groups_after; ///< their placed members numbered as before the change
    std::vector<AppliedChange> applied;
};

/// Alters the sorted answers and sorts them anew.
TwoSides change(Answers& answers, const GapReport& report, std::span<const Change> changes) {
    TwoSides sides;
    sides.groups_before = make_groups(answers, report.landscape, report.policy, report.grouping);
    sides.applied = alter_answers(answers, report.policy, changes);
    const auto was = sort_and_track_respondents(answers);
    sides.groups_after = make_groups(answers, report.landscape, report.policy, report.grouping);
    for (auto& group : sides.groups_after) {
        for (auto& person : group.placed_members) {
            person = was[person];
        }
    }
    return sides;
}

/// A group's place in a report; why there is none where the report does not show the group.
Quantity<Point> centroid_in(const GapReport& report, const std::string& id) {
    if (const auto* group = find_group(report.groups, id)) {
        return group->centroid;
    }
    const auto hidden = std::ranges::find(report.hidden_groups, id, &HiddenGroup::id);
    return Quantity<Point>::unavailable(
        hidden == report.hidden_groups.end() ? Message{"reason.not-in-report"} : hidden->reason);
}

std::vector<GroupShift> shifts(const WhatIf& result, const TwoSides& sides) {
    std::vector<GroupShift> list;
    for (const auto& shown : result.before.groups) {
        GroupShift shift;
        shift.id = shown.id;
        shift.name = shown.name;
        shift.placed_before = shown.placed;
        shift.before = shown.centroid;
        shift.after = centroid_in(result.after, shown.id);
        const auto* after = find_group(result.after.groups, shown.id);
        if (after == nullptr) {
            shift.change.fill(Quantity<Estimate>::unavailable(shift.after.reason()));
        } else {
            shift.placed_after = after->placed;
            shift.change =
                change_of_group({*find_group(sides.groups_before, shown.id),
                                 *find_group(sides.groups_after, shown.id)},
                                result.before.landscape, result.before.policy.interval_level);
        }
        list.push_back(std::move(shift));
    }
    return list;
}

Quantity<GapChange> gap_change(const WhatIf& result, const TwoSides& sides) {
    for (const auto* report : {&result.before, &result.after}) {
        if (report->comparisons.empty()) {
            return Quantity<GapChange>::unavailable(report->no_comparison);
        }
    }
    const auto& pair = result.before.comparisons.front();
    const auto side = [&](std::size_t index) {
        const auto& id = result.before.groups[index].id;
        return BeforeAfter{*find_group(sides.groups_before, id),
                           *find_group(sides.groups_after, id)};
    };
    GapChange change;
    change.before = gap_estimates(pair);
    change.after = gap_estimates(result.after.comparisons.front());
    change.change = change_of_gap(side(pair.first), side(pair.second), result.before.landscape,
                                  result.before.policy.interval_level);
    return change;
}

/// The groups that are kept confidential before the change stay so after it.
void keep_hidden(const GapReport& before, GapReport& after) {
    for (const auto& hidden : before.hidden_groups) {
        if (std::ranges::find(after.hidden_groups, hidden.id, &HiddenGroup::id) ==
            after.hidden_groups.end()) {
            after.hidden_groups.push_back(hidden);
        }
    }
    for (const auto& warning : before.warnings) {
        if (std::ranges::find(after.warnings, warning) == after.warnings.end() &&
            warning.id() == MessageId{"report.not-shown"}.text) {
            after.warnings.push_back(warning);
        }
    }
    if (after.comparisons.empty() && !before.no_comparison.empty()) {
        after.no_comparison = before.no_comparison;
    }
}

Select way_of(double before, double after) {
    const auto from = in_hundredths(before);
    const auto to = in_hundredths(after);
    if (from * to < 0) {
        return {"turns"};
    }
    return {std::abs(after) < std::abs(before) ? "falls" : "rises"};
}

/// "would fall from 0.62 to 0.41 (change -0.21, -0.30 to -0.12)"
Message on_diagonal(const GapChange& gap, Diagonal diagonal) {
    const auto d = static_cast<std::size_t>(diagonal);
    const auto& before = gap.before.at(d);
    const auto& after = gap.after.at(d);
    if (!before) {
        return after ? Message{"what-if.gap.new", {{"after", Decimal(after->value)}}}
                     : Message{"what-if.gap.unknown"};
    }
    if (!after) {
        return {"what-if.gap.lost", {{"before", Decimal(before->value)}}};
    }
    if (in_hundredths(before->value) == in_hundredths(after->value)) {
        return {"what-if.gap.stays", {{"gap", Decimal(before->value)}}};
    }
    const auto& change = gap.change.at(d);
    Message by;
    if (change && change->has_interval()) {
        by = {"what-if.gap.by",
              {{"change", Decimal(change->value)},
               {"lower", Decimal(*change->lower)},
               {"upper", Decimal(*change->upper)}}};
    }
    return {"what-if.gap.goes",
            {{"way", way_of(before->value, after->value)},
             {"before", Decimal(before->value)},
             {"after", Decimal(after->value)},
             {"by", by}}};
}

Message of_findings(const std::vector<FindingChange>& findings) {
    std::vector<Value> parts;
    const auto add = [&](FindingFate fate, MessageId would) {
        const auto n = std::ranges::count(findings, fate, &FindingChange::fate);
        if (n > 0) {
            parts.emplace_back(Message{would, {{"findings", Count(static_cast<std::size_t>(n))}}});
        }
    };
    add(FindingFate::Went, "what-if.findings.go");
    add(FindingFate::Open, "what-if.findings.become-open");
    add(FindingFate::Appeared, "what-if.findings.appear");
    return parts.empty() ? Message{"what-if.findings.none"}
                         : Message{"what-if.findings", {{"parts", List(std::move(parts))}}};
}

/// The changes as conditions, the first few of many.
List conditions(const WhatIf& result) {
    constexpr std::size_t most = 3;
    const auto count = result.changes.size();
    const auto named = count > most ? most - 1 : count;
    std::vector<Value> list;
    for (std::size_t i = 0; i < named; ++i) {
        const auto& change = result.changes[i].change;
        auto values = arguments_of(change, result.before.landscape);
        list.emplace_back(change.adopts ? Message{"what-if.adopts", std::move(values)}
                                        : Message{"what-if.drops", std::move(values)});
    }
    if (named < count) {
        list.emplace_back(Message{"what-if.more-changes", {{"changes", Count(count - named)}}});
    }
    return List(std::move(list));
}

Message answer_to(const WhatIf& result) {
    const auto changes = conditions(result);
    if (std::ranges::all_of(result.changes, [](const auto& one) { return one.changed == 0; })) {
        return {"what-if.nothing-changes", {{"changes", changes}}};
    }
    const auto findings = of_findings(result.findings);
    if (!result.gap) {
        return sentences(
            {"what-if.no-gap", {{"changes", changes}, {"reason", result.gap.reason()}}}, findings);
    }
    return sentences({"what-if.gap",
                      {{"changes", changes},
                       {"building", diagonal_name(Diagonal::Building)},
                       {"on_building", on_diagonal(*result.gap, Diagonal::Building)},
                       {"orchestration", diagonal_name(Diagonal::Orchestration)},
                       {"on_orchestration", on_diagonal(*result.gap, Diagonal::Orchestration)}}},
                     findings);
}

} // namespace

WhatIf what_if(Answers answers, Landscape landscape, const Policy& policy,
               const GapReportSettings& settings, std::span<const Change> changes) {
    WhatIf result;
    auto shown = answers;
    sort_respondents(shown);
    result.before = make_gap_report(std::move(answers), landscape, policy, settings);
    // Whoever the report before does not show is not in the one after either, whatever place the
    // change would give them.
    hold_back_small_groups(shown, landscape, result.before.policy, settings.grouping);
    if (auto problems = refused_changes(result.before, shown, changes); !problems.empty()) {
        throw InputError(std::move(problems));
    }
    auto sides = change(shown, result.before, changes);
    auto settings_after = settings;
    if (shown.promise.kind == Promise::Confidential) {
        settings_after.recommend.reset(); // it would be a second change on top of the first
    }
    result.after = make_gap_report(std::move(shown), std::move(landscape), policy, settings_after);
    keep_hidden(result.before, result.after);
    result.groups = shifts(result, sides);
    result.gap = gap_change(result, sides);
    result.findings = finding_changes(result.before.findings, result.after.findings);
    result.changes = std::move(sides.applied);
    result.answer = answer_to(result);
    return result;
}

} // namespace assess
