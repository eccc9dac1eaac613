#include "model/what_if/what_if.hpp"

#include "model/findings/words.hpp"
#include "model/gap_report/confidential.hpp"
#include "model/text/text.hpp"
#include "model/what_if/movement.hpp"
#include "model/what_if/whole_groups.hpp"

#include <fmt/format.h>

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
    return Quantity<Point>::unavailable(hidden == report.hidden_groups.end()
                                            ? std::string("the group is not in the report")
                                            : hidden->reason.words());
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
            return Quantity<GapChange>::unavailable(report->no_comparison.words());
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

std::string way_of(double before, double after) {
    const auto from = decimal(before);
    const auto to = decimal(after);
    if (from == to) {
        return "stay at " + from;
    }
    const bool turns = before * after < 0 && from != "0.00" && to != "0.00";
    return fmt::format("{} from {} to {}",
                       turns                                ? "turn"
                       : std::abs(after) < std::abs(before) ? "fall"
                                                            : "rise",
                       from, to);
}

/// "would fall from 0.62 to 0.41 (change -0.21, -0.30 to -0.12)"
std::string on_diagonal(const GapChange& gap, std::size_t d) {
    const auto& before = gap.before.at(d);
    const auto& after = gap.after.at(d);
    if (!before || !after) {
        return !before && !after ? std::string("would not be known, as before")
               : before
                   ? fmt::format("would not be known any more ({} before)", decimal(before->value))
                   : fmt::format("would be {}, where none is known now", decimal(after->value));
    }
    const auto& change = gap.change.at(d);
    std::string interval;
    if (decimal(before->value) != decimal(after->value) && change && change->has_interval()) {
        interval = fmt::format(" (change {}, {} to {})", decimal(change->value),
                               decimal(*change->lower), decimal(*change->upper));
    }
    return fmt::format("would {}{}", way_of(before->value, after->value), interval);
}

std::string of_findings(const std::vector<FindingChange>& findings) {
    const auto count = [&](FindingFate fate) {
        return static_cast<std::size_t>(std::ranges::count(findings, fate, &FindingChange::fate));
    };
    std::vector<std::string> parts;
    const auto add = [&](FindingFate fate, std::string_view verb) {
        if (const auto n = count(fate); n > 0) {
            parts.push_back(fmt::format("{} would {}", counted(n, "finding"), verb));
        }
    };
    add(FindingFate::Went, "go");
    add(FindingFate::Open, "become open");
    add(FindingFate::Appeared, "appear");
    return parts.empty() ? std::string("No finding would go and none would appear.")
                         : listed(parts, "and") + ".";
}

std::string answer_in_words(const WhatIf& result) {
    std::size_t changed = 0;
    for (const auto& applied : result.changes) {
        changed += applied.changed;
    }
    if (changed == 0) {
        return "Nobody's answers would change, and nothing else would.";
    }
    const auto findings = of_findings(result.findings);
    if (!result.gap) {
        return fmt::format("There is no gap to move: {}. {}", result.gap.reason(), findings);
    }
    const auto building = static_cast<std::size_t>(Diagonal::Building);
    return fmt::format("The gap on the {} {}; on the {} it {}. {}", name_of(Diagonal::Building),
                       on_diagonal(*result.gap, building), name_of(Diagonal::Orchestration),
                       on_diagonal(*result.gap, 1 - building), findings);
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
    result.answer = answer_in_words(result);
    return result;
}

} // namespace assess
