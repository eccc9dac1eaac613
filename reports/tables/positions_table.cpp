// positions: everybody whom the lead listed, with where they stand.
#include "reports/tables/tables.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace assess {
namespace table_of_positions {
namespace {

using enum ColumnKind;

constexpr std::array columns{
    Column{"respondent", Text, "the id as given; empty: none was"},
    Column{"role", Text, "researcher, engineer, hybrid or other"},
    Column{"team", Text, "empty: none given"},
    Column{"group", Text, "id of the group they are in; empty: in none"},
    Column{"answered", Boolean, "whether they answered anything about tools"},
    Column{"tools", Integer, "tools they use, with a place or without"},
    Column{"x", Number, "software-focused (-1) to model-focused (1)"},
    Column{"y", Number, "piecemeal (-1) to all-in-one (1)"},
    Column{"orchestration", Number, "(x + y) / 2"},
    Column{"building", Number, "(x - y) / 2"},
    Column{"position_reason", Text, "why there is no position"},
};

/// Where a respondent is found among the groups.
struct Found {
    const Group* group = nullptr;
    std::optional<Point> position;
};

std::vector<Found> found_in_groups(const GapReport& report) {
    std::vector<Found> found(report.answers.respondents.size());
    for (const auto& group : report.groups) {
        for (const auto member : group.members) {
            found[member].group = &group;
        }
        for (std::size_t i = 0; i < group.placed_members.size(); ++i) {
            found[group.placed_members[i]].position = group.positions[i];
        }
    }
    return found;
}

bool is_use(const Usage& usage, const Policy& policy) {
    const auto depth = static_cast<std::size_t>(usage.depth);
    return depth < policy.depth_weights.size() && policy.depth_weights.at(depth) > 0;
}

std::string_view why_unplaced(const Respondent& person, const Found& found) {
    if (person.answered == 0) {
        return "no answer about tools";
    }
    return found.group == nullptr ? "in no team, and the groups are teams"
                                  : "uses no tool that has a place on the landscape";
}

void fill(const GapReport& report, Table& table) {
    const auto found = found_in_groups(report);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& person = report.answers.respondents[i];
        const auto used = std::ranges::count_if(
            person.usages, [&](const Usage& usage) { return is_use(usage, report.policy); });
        table.text(person.id).text(id_of(person.role));
        table.text(person.team == Respondent::no_team ? std::string_view()
                                                      : report.answers.teams[person.team]);
        table.text(found[i].group == nullptr ? std::string_view() : found[i].group->id);
        table.flag(person.answered != 0).count(static_cast<std::uint64_t>(used));
        if (const auto& at = found[i].position) {
            table.number(at->x).number(at->y);
            table.number(along(Diagonal::Orchestration, *at));
            table.number(along(Diagonal::Building, *at)).empty();
        } else {
            table.empty(4).text(why_unplaced(person, found[i]));
        }
        table.end();
    }
}

} // namespace
} // namespace table_of_positions

NamedTable positions_table() {
    return {"positions", "a person, placed or not", table_of_positions::columns,
            table_of_positions::fill, true};
}

} // namespace assess
