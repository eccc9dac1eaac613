#include "reports/trend/trend_words.hpp"

#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace assess::reports {
namespace {

constexpr int part_decimals = 2;
constexpr std::array all_causes{MovementCause::Landscape, MovementCause::Left, MovementCause::Tools,
                                MovementCause::Joined, MovementCause::People};

std::string capitalized_name(const GroupMovement& group) {
    return group.role ? capitalized(group.name) : group.name;
}

/// With its sign, but for zero: "+0.12".
std::string signed_units(std::int64_t units) {
    return (units > 0 ? "+" : "") + from_units(units, part_decimals);
}

std::string signed_value(double value) {
    const auto text = fixed(value);
    return value > 0 && text != "0.00" ? "+" + text : text;
}

void add_movement(TrendRow& row, const Movement& movement, const std::vector<MovementPart>& parts,
                  Diagonal diagonal) {
    const auto index = static_cast<std::size_t>(diagonal);
    const auto& total = movement.along_diagonal.at(index);
    row.moved = "-";
    if (!total) {
        return;
    }
    row.moved = signed_value(total->value);
    row.interval = interval_cell(*total);
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
        row.parts.push_back({parts[i].cause, units[i], signed_units(units[i])});
    }
}

std::string place_on(const GapReport& report, std::string_view id, Diagonal diagonal) {
    const auto* group = find_group(report.groups, id);
    return group != nullptr && group->centroid ? fixed(along(diagonal, *group->centroid)) : "-";
}

TrendRow group_row(const Trend& trend, const TrendStep& step, std::size_t index,
                   Diagonal diagonal) {
    const auto& group = step.groups[index];
    TrendRow row;
    row.name = capitalized_name(group);
    row.group = index;
    row.before = place_on(trend.reports[step.from], group.id, diagonal);
    row.after = place_on(trend.reports[step.to], group.id, diagonal);
    row.reason = group.no_parts;
    add_movement(row, group.total, group.parts, diagonal);
    return row;
}

TrendRow gap_row(const GapMovement& gap, Diagonal diagonal) {
    const auto value = [&](const std::array<Quantity<Estimate>, 2>& gaps) {
        const auto& one = gaps.at(static_cast<std::size_t>(diagonal));
        return one ? fixed(one->value) : std::string("-");
    };
    TrendRow row;
    row.name = "The gap";
    row.before = value(gap.before);
    row.after = value(gap.after);
    row.reason = gap.no_parts;
    add_movement(row, gap.change, gap.parts, diagonal);
    return row;
}

std::string from_and_to(const Trend& trend, const TrendStep& step) {
    return fmt::format("from {} to {}", in_quotes(trend.names[step.from]),
                       in_quotes(trend.names[step.to]));
}

/// "Researchers: 4 stayed, 1 left, 2 joined."
std::string who_moved(const GroupMovement& group) {
    return fmt::format("{}: {} stayed, {} left, {} joined.", capitalized_name(group),
                       grouped(group.stayed), grouped(group.left), grouped(group.joined));
}

/// Groups that lack the same for the same reason, in one sentence.
void add_missing(const TrendStep& step, std::vector<std::string>& notes) {
    std::vector<std::string> reasons;
    for (const auto& group : step.groups) {
        if (!group.no_parts.empty() &&
            std::ranges::find(reasons, group.no_parts) == reasons.end()) {
            reasons.push_back(group.no_parts);
        }
    }
    for (const auto& reason : reasons) {
        std::vector<std::string> names;
        bool total = true;
        for (const auto& group : step.groups) {
            if (group.no_parts == reason) {
                names.push_back(group.name);
                total = total && group.total.shift.available();
            }
        }
        notes.push_back(fmt::format("{}: {}, because {}.", capitalized(listed_with_and(names)),
                                    total ? "not taken apart" : "no movement", reason));
    }
}

/// Groups that one of the two reports hides and the other shows: what the findings of both are
/// about is not the same.
std::string other_people_note(const Trend& trend, const TrendStep& step) {
    std::vector<std::string> names;
    const auto add = [&](const GapReport& hides, const GapReport& shows) {
        for (const auto& hidden : hides.hidden_groups) {
            if (find_group(shows.groups, hidden.id) != nullptr) {
                names.push_back(hidden.name);
            }
        }
    };
    add(trend.reports[step.from], trend.reports[step.to]);
    add(trend.reports[step.to], trend.reports[step.from]);
    return names.empty() ? std::string()
                         : fmt::format("Only one of the two shows {}: some findings appear or go "
                                       "because they are about other people.",
                                       listed_with_and(names));
}

std::vector<MovementCause> causes_of(const Trend& trend) {
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
    return {causes.begin(), causes.end()};
}

std::string first_interval_reason(const TrendStep& step) {
    for (const auto& group : step.groups) {
        for (const auto& estimate : group.total.along_diagonal) {
            if (estimate && !estimate->has_interval() && !estimate->reason.empty()) {
                return fmt::format("No interval for {}, because {}.", group.name, estimate->reason);
            }
        }
    }
    return {};
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

std::string head_of(MovementCause cause) {
    return capitalized(id_of(cause));
}

std::string meaning_of_parts(const Trend& trend) {
    std::vector<std::string> parts;
    for (const auto cause : causes_of(trend)) {
        switch (cause) {
        case MovementCause::Landscape:
            parts.emplace_back("landscape: the same answers, with the tools where the later "
                               "landscape has them");
            break;
        case MovementCause::Left:
            parts.emplace_back("left: people who are not in the group any more");
            break;
        case MovementCause::Tools:
            parts.emplace_back("tools: the people who stayed use other tools");
            break;
        case MovementCause::Joined:
            parts.emplace_back("joined: people who were not in the group before");
            break;
        case MovementCause::People:
            parts.emplace_back("people: who left, who joined and other tools, together");
            break;
        }
    }
    std::string text;
    for (const auto& part : parts) {
        text += (text.empty() ? "What made it: " : "; ") + part;
    }
    return text.empty() ? text : text + ". The parts add up to what moved.";
}

std::string title_of(const Trend& trend, const TrendStep& step) {
    if (trend.steps.size() == 1) {
        return "What moved";
    }
    return fmt::format("From {} to {}{}", trend.names[step.from], trend.names[step.to],
                       step.to > step.from + 1 ? ", all in all" : "");
}

std::vector<std::string> step_notes(const Trend& trend, const TrendStep& step) {
    std::vector<std::string> notes;
    if (step.linked) {
        for (const auto& group : step.groups) {
            if (group.stayed + group.left + group.joined > 0) {
                notes.push_back(who_moved(group));
            }
        }
    } else {
        notes.push_back(fmt::format("People are not linked {}, because {}. Who left, who joined "
                                    "and who uses other tools is one part.",
                                    from_and_to(trend, step), step.not_linked));
    }
    if (step.same_landscape) {
        notes.emplace_back("The landscape is the same, so its part is 0.");
    }
    add_missing(step, notes);
    if (!step.no_gap.empty()) {
        notes.push_back(fmt::format("No gap is followed, because {}.", step.no_gap));
    }
    if (auto note = other_people_note(trend, step); !note.empty()) {
        notes.push_back(std::move(note));
    }
    if (auto reason = first_interval_reason(step); !reason.empty()) {
        notes.push_back(std::move(reason));
    }
    return notes;
}

std::vector<FateList> finding_lists(const TrendStep& step) {
    static const std::array<std::string, 4> titles{"Appeared", "Went", "Open now", "Stayed"};
    return fate_lists(step.findings, titles);
}

std::vector<PlaceRow> place_rows(const Trend& trend) {
    std::vector<const Group*> groups; // each once, as the reports have them
    for (const auto& report : trend.reports) {
        for (const auto& group : report.groups) {
            const bool known = std::ranges::any_of(
                groups, [&](const Group* other) { return other->id == group.id; });
            if (!known) {
                groups.push_back(&group);
            }
        }
    }
    std::vector<PlaceRow> rows;
    for (const auto* named : groups) {
        for (std::size_t i = 0; i < trend.reports.size(); ++i) {
            const auto* group = find_group(trend.reports[i].groups, named->id);
            PlaceRow row{
                name_at_start(*named), trend.names[i], trend.dates[i], "-", "-", "-", "-", "-"};
            if (group != nullptr) {
                row.placed = grouped(group->placed);
            }
            if (group != nullptr && group->centroid) {
                const auto& place = *group->centroid;
                row.x = fixed(place.x);
                row.y = fixed(place.y);
                row.orchestration = fixed(along(Diagonal::Orchestration, place));
                row.building = fixed(along(Diagonal::Building, place));
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<std::string> trend_facts(const Trend& trend) {
    std::vector<std::string> facts;
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        const auto& report = trend.reports[i];
        facts.push_back(
            fmt::format("{}{}: {}, landscape {}", trend.names[i],
                        trend.dates[i].empty() ? std::string() : " (" + trend.dates[i] + ")",
                        people(report.respondents), report.landscape.edition));
    }
    return facts;
}

std::string trend_provenance(const Trend& trend) {
    std::vector<std::string> editions;
    for (const auto& report : trend.reports) {
        auto edition = fmt::format("{} ({})", report.landscape.edition, report.landscape.digest);
        if (std::ranges::find(editions, edition) == editions.end()) {
            editions.push_back(std::move(edition));
        }
    }
    return fmt::format("{} {}. Seed {}. assess {}.",
                       editions.size() == 1 ? "Landscape edition" : "Landscape editions",
                       listed_with_and(editions), trend.reports.back().seed, program_version());
}

std::vector<std::string> trend_method(const Trend& trend) {
    const auto level = percent(trend.reports.back().policy.interval_level);
    std::vector<std::string> method{
        "Every assessment is a report of its own, with the landscape that it was made with. A "
        "group's movement is its later centre less its earlier one, along each diagonal.",
        fmt::format("The interval holds the true movement in {} of cases. It counts each person "
                    "who is in both once, and it counts that nobody knows exactly where a tool "
                    "stands.",
                    level)};
    const bool linked =
        std::ranges::any_of(trend.steps, [](const TrendStep& step) { return step.linked; });
    method.emplace_back(
        linked ? "People are one person in both where their ids are the same to the letter. "
                 "Whoever changed the group left one and joined the other."
               : "Nobody is followed from one to the other.");
    method.emplace_back("Numbers are rounded one by one, but the parts so that they add up to what "
                        "moved. A finding counts as there while it is present or possible.");
    return method;
}

std::vector<std::string> trend_caveats(const Trend& trend) {
    std::vector<std::string> all = trend.warnings;
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        for (const auto& caveat : caveats(trend.reports[i])) {
            const bool everywhere =
                std::ranges::all_of(trend.reports, [&](const GapReport& report) {
                    const auto others = caveats(report);
                    return std::ranges::find(others, caveat) != others.end();
                });
            auto text = everywhere ? caveat : fmt::format("{}: {}", trend.names[i], caveat);
            if (std::ranges::find(all, text) == all.end()) {
                all.push_back(std::move(text));
            }
        }
    }
    return all;
}

} // namespace assess::reports
