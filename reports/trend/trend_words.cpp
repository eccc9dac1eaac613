#include "reports/trend/trend_words.hpp"

#include "model/assessment/arguments.hpp"
#include "reports/content/statements.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace assess::reports {
namespace {

constexpr int part_decimals = 2;
constexpr double units_of_one = 100;
constexpr std::array all_causes{MovementCause::Landscape, MovementCause::Left, MovementCause::Tools,
                                MovementCause::Joined, MovementCause::People};

/// With its sign, but for zero: "+0.12".
Value with_sign(double value) {
    const Decimal number(value, part_decimals);
    const bool grew = value > 0 && std::nearbyint(value * units_of_one) > 0;
    return grew ? Value(Message{"trend.row.grew", {{"value", number}}}) : Value(number);
}

void add_movement(TrendRow& row, const Movement& movement, const std::vector<MovementPart>& parts,
                  Diagonal diagonal) {
    const auto index = static_cast<std::size_t>(diagonal);
    const auto& total = movement.along_diagonal.at(index);
    if (!total) {
        return;
    }
    row.moved = with_sign(total->value);
    row.interval = interval_of(*total);
    std::vector<double> values;
    for (const auto& part : parts) {
        const auto& estimate = part.movement.along_diagonal.at(index);
        if (!estimate) {
            return; // parts that do not add up are not shown
        }
        values.push_back(estimate->value);
    }
    if (values.empty()) {
        return;
    }
    const auto units = rounded_to_sum(values, total->value, part_decimals);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        row.parts.push_back(
            {parts[i].cause, units[i], with_sign(static_cast<double>(units[i]) / units_of_one)});
    }
}

Value place_on(const GapReport& report, std::string_view id, Diagonal diagonal) {
    const auto* group = find_group(report.groups, id);
    return group != nullptr && group->centroid ? Value(Decimal(along(diagonal, *group->centroid)))
                                               : Value(no_value());
}

TrendRow group_row(const Trend& trend, const TrendStep& step, std::size_t index,
                   Diagonal diagonal) {
    const auto& group = step.groups[index];
    TrendRow row{.name = at_start(group_name(group)),
                 .group = index,
                 .before = place_on(trend.reports[step.from], group.id, diagonal),
                 .after = place_on(trend.reports[step.to], group.id, diagonal)};
    add_movement(row, group.total, group.parts, diagonal);
    return row;
}

TrendRow gap_row(const GapMovement& gap, Diagonal diagonal) {
    const auto value = [&](const std::array<Quantity<Estimate>, 2>& gaps) {
        const auto& one = gaps.at(static_cast<std::size_t>(diagonal));
        return one ? Value(Decimal(one->value)) : Value(no_value());
    };
    TrendRow row{.name = {"trend.row.gap"}, .before = value(gap.before), .after = value(gap.after)};
    add_movement(row, gap.change, gap.parts, diagonal);
    return row;
}

/// Groups that lack the same for the same reason, in one sentence.
void add_missing(const TrendStep& step, std::vector<Message>& notes) {
    std::vector<Value> told{Value(Message())};
    for (const auto& named : step.groups) {
        const auto reason = why_no_parts(named.total, named.no_parts);
        if (std::ranges::find(told, reason) != told.end()) {
            continue;
        }
        told.push_back(reason);
        std::vector<Value> groups;
        bool total = true;
        for (const auto& group : step.groups) {
            if (why_no_parts(group.total, group.no_parts) == reason) {
                groups.emplace_back(group_name(group));
                total = total && group.total.shift.available();
            }
        }
        std::vector<NamedValue> values{{"groups", List(std::move(groups))}, {"reason", reason}};
        notes.push_back(total ? Message{"trend.note.no-parts", std::move(values)}
                              : Message{"trend.note.no-movement", std::move(values)});
    }
}

/// Groups that one of the two reports hides and the other shows: what the findings of both are
/// about is not the same.
void add_other_people(const Trend& trend, const TrendStep& step, std::vector<Message>& notes) {
    std::vector<Value> groups;
    const auto add = [&](const GapReport& hides, const GapReport& shows) {
        for (const auto& hidden : hides.hidden_groups) {
            if (const auto* group = find_group(shows.groups, hidden.id)) {
                groups.emplace_back(group_name(*group));
            }
        }
    };
    add(trend.reports[step.from], trend.reports[step.to]);
    add(trend.reports[step.to], trend.reports[step.from]);
    if (!groups.empty()) {
        notes.push_back({"trend.note.shown-once", {{"groups", List(std::move(groups))}}});
    }
}

void add_first_missing_interval(const TrendStep& step, std::vector<Message>& notes) {
    for (const auto& group : step.groups) {
        for (const auto& estimate : group.total.along_diagonal) {
            if (estimate && !estimate->has_interval() && !estimate->reason.empty()) {
                notes.push_back({"trend.note.no-interval",
                                 {{"group", group_name(group)}, {"reason", estimate->reason}}});
                return;
            }
        }
    }
}

void add_links(const Trend& trend, const TrendStep& step, std::vector<Message>& notes) {
    if (!step.linked) {
        notes.push_back({"trend.note.not-linked",
                         {{"from", trend.names[step.from]},
                          {"to", trend.names[step.to]},
                          {"reason", step.not_linked}}});
        return;
    }
    for (const auto& group : step.groups) {
        if (group.stayed + group.left + group.joined > 0) {
            notes.push_back({"trend.note.who-moved",
                             {{"group", group_name(group)},
                              {"stayed", Count(group.stayed)},
                              {"left", Count(group.left)},
                              {"joined", Count(group.joined)}}});
        }
    }
}

std::set<MovementCause> causes_of(const Trend& trend) {
    std::set<MovementCause> causes; // in their order
    const auto add = [&](const TrendStep& step) {
        const auto table = trend_table(trend, step, Diagonal::Building);
        causes.insert(table.causes.begin(), table.causes.end());
    };
    for (const auto& step : trend.steps) {
        add(step);
    }
    if (trend.whole) {
        add(*trend.whole);
    }
    return causes;
}

/// Each once, in the order of the reports.
std::vector<const Group*> moved_groups_of(const Trend& trend) {
    std::vector<const Group*> groups;
    for (const auto& report : trend.reports) {
        for (const auto& group : report.groups) {
            const bool known = std::ranges::any_of(
                groups, [&](const Group* other) { return other->id == group.id; });
            if (!known) {
                groups.push_back(&group);
            }
        }
    }
    return groups;
}

} // namespace

TrendTable trend_table(const Trend& trend, const TrendStep& step, Diagonal diagonal) {
    TrendTable table;
    table.diagonal = diagonal;
    for (std::size_t i = 0; i < step.groups.size(); ++i) {
        table.rows.push_back(group_row(trend, step, i, diagonal));
    }
    if (step.gap) {
        table.rows.push_back(gap_row(*step.gap, diagonal));
    }
    for (const auto cause : all_causes) {
        const bool used = std::ranges::any_of(table.rows, [&](const TrendRow& row) {
            return std::ranges::find(row.parts, cause, &PartCells::cause) != row.parts.end();
        });
        const bool surely_zero = cause == MovementCause::Landscape && step.same_landscape;
        if (used && !surely_zero) { // a note says that it is 0
            table.causes.push_back(cause);
        }
    }
    return table;
}

Message title_of_table(Diagonal diagonal) {
    return at_start(diagonal_name(diagonal));
}

Message ends_of_table(Diagonal diagonal) {
    return {
        "trend.table.ends",
        {{"diagonal", Select{id_of(diagonal)}}, {"low", Decimal(-1, 0)}, {"high", Decimal(1, 0)}}};
}

Message name_of(MovementCause cause) {
    return {"trend.part", {{"cause", Select{id_of(cause)}}}};
}

Message at_start(const Value& words) {
    return {"trend.at-start", {{"words", words}}};
}

Message meaning_of_parts(const Trend& trend) {
    std::vector<Value> parts;
    for (const auto cause : causes_of(trend)) {
        parts.emplace_back(Message{"trend.parts.part", {{"cause", Select{id_of(cause)}}}});
    }
    return parts.empty()
               ? Message()
               : Message{"trend.parts",
                         {{"parts", List(std::move(parts), List::all, List::Last::None)}}};
}

Value why_no_parts(const Movement& movement, const Message& no_parts) {
    return movement.shift ? Value(no_parts) : Value(movement.shift.reason());
}

Message title_of(const Trend& trend, const TrendStep& step) {
    if (trend.steps.size() == 1) {
        return {"trend.step"};
    }
    std::vector<NamedValue> names{{"from", trend.names[step.from]}, {"to", trend.names[step.to]}};
    return step.to > step.from + 1 ? Message{"trend.step.of-all", std::move(names)}
                                   : Message{"trend.step.of-many", std::move(names)};
}

std::vector<Message> step_notes(const Trend& trend, const TrendStep& step) {
    std::vector<Message> notes;
    add_links(trend, step, notes);
    if (step.same_landscape) {
        notes.push_back({"trend.note.same-landscape", {{"part", Decimal(0, 0)}}});
    }
    add_missing(step, notes);
    if (!step.no_gap.empty()) {
        notes.push_back({"trend.note.no-gap", {{"reason", step.no_gap}}});
    }
    add_other_people(trend, step, notes);
    add_first_missing_interval(step, notes);
    return notes;
}

std::vector<FateList> finding_lists(const TrendStep& step) {
    return fate_lists(step.findings, "trend.fates");
}

std::vector<PlaceRow> place_rows(const Trend& trend) {
    std::vector<PlaceRow> rows;
    for (const auto* named : moved_groups_of(trend)) {
        for (std::size_t i = 0; i < trend.reports.size(); ++i) {
            const auto* group = find_group(trend.reports[i].groups, named->id);
            PlaceRow row{.group = at_start(group_name(*named)), .assessment = {trend.names[i]}};
            if (group != nullptr) {
                row.placed = Count(group->placed);
            }
            if (group != nullptr && group->centroid) {
                const auto& place = *group->centroid;
                row.x = Decimal(place.x);
                row.y = Decimal(place.y);
                row.orchestration = Decimal(along(Diagonal::Orchestration, place));
                row.building = Decimal(along(Diagonal::Building, place));
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<Message> trend_facts(const Trend& trend) {
    std::vector<Message> facts;
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        const auto& report = trend.reports[i];
        std::vector<NamedValue> values{{"assessment", trend.names[i]},
                                       {"date", trend.dates[i]},
                                       {"people", People{std::nullopt, Count(report.respondents)}},
                                       {"edition", report.landscape.edition}};
        facts.push_back(trend.dates[i].empty() ? Message{"trend.fact", std::move(values)}
                                               : Message{"trend.fact.dated", std::move(values)});
    }
    return facts;
}

Message trend_provenance(const Trend& trend) {
    std::vector<Value> editions;
    for (const auto& report : trend.reports) {
        const Value edition =
            Message{"trend.edition",
                    {{"edition", report.landscape.edition}, {"digest", report.landscape.digest}}};
        if (std::ranges::find(editions, edition) == editions.end()) {
            editions.push_back(edition);
        }
    }
    const Count count(editions.size());
    return {"trend.provenance",
            {{"count", count},
             {"editions", List(std::move(editions))},
             {"seed", std::to_string(trend.reports.back().seed)},
             {"version", program_version()}}};
}

std::vector<Message> trend_method(const Trend& trend) {
    const bool linked =
        std::ranges::any_of(trend.steps, [](const TrendStep& step) { return step.linked; });
    const Level level{trend.reports.back().policy.interval_level};
    return {{"trend.method.movement"},
            {"trend.method.interval", {{"level", level}}},
            linked ? Message{"trend.method.linked"} : Message{"trend.method.not-linked"},
            {"trend.method.rounding"}};
}

std::vector<Message> trend_caveats(const Trend& trend) {
    auto all = trend.warnings;
    // Compared as they read: the same number under two promises is not the same argument.
    auto told = english(all);
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        for (const auto& caveat : caveats(trend.reports[i])) {
            const bool everywhere =
                std::ranges::all_of(trend.reports, [&](const GapReport& report) {
                    const auto others = english(caveats(report));
                    return std::ranges::find(others, english(caveat)) != others.end();
                });
            auto message = everywhere
                               ? Message{"trend.caveat", {{"caveat", caveat}}}
                               : Message{"trend.caveat.of-one",
                                         {{"assessment", trend.names[i]}, {"caveat", caveat}}};
            auto words = english(message);
            if (std::ranges::find(told, words) == told.end()) {
                told.push_back(std::move(words));
                all.push_back(std::move(message));
            }
        }
    }
    return all;
}

} // namespace assess::reports
