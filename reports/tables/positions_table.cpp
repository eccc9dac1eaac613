// positions: everybody whom the lead listed, with where they stand.
#include "reports/fields/lists.hpp"
#include "reports/tables/columns.hpp"
#include "reports/tables/tables.hpp"

#include <algorithm>

namespace assess {
namespace table_of_positions {
namespace {

/// A respondent, and where they are found among the groups.
struct Person {
    const Respondent* respondent = nullptr;
    const Group* group = nullptr;
    std::optional<Point> position;
};

std::vector<Person> people_of(const GapReport& report) {
    std::vector<Person> people;
    for (const auto& respondent : report.answers.respondents) {
        people.push_back({&respondent, nullptr, std::nullopt});
    }
    for (const auto& group : report.groups) {
        for (const auto member : group.members) {
            people[member].group = &group;
        }
        for (std::size_t i = 0; i < group.placed_members.size(); ++i) {
            people[group.placed_members[i]].position = group.positions[i];
        }
    }
    return people;
}

bool is_use(const Usage& usage, const Policy& policy) {
    const auto depth = static_cast<std::size_t>(usage.depth);
    return depth < policy.depth_weights.size() && policy.depth_weights.at(depth) > 0;
}

std::size_t tools_used(const Person& person, const GapReport& report) {
    return static_cast<std::size_t>(
        std::ranges::count_if(person.respondent->usages,
                              [&](const Usage& usage) { return is_use(usage, report.policy); }));
}

Quantity<Point> position_of(const Person& person) {
    return fields::or_because(
        person.position, person.respondent->answered == 0 ? MessageId{"reason.person.no-answer"}
                         : person.group == nullptr        ? MessageId{"reason.person.in-no-team"}
                                                          : MessageId{"reason.person.no-place"});
}

const fields::FieldList<Person>& person_fields() {
    using fields::Text;
    static const fields::FieldList<Person> list([](auto& row) {
        row.add("respondent", "The id as given; empty: none was.", Text(),
                [](const Person& person) { return person.respondent->id; });
        row.add("role", "Their role.", fields::id_up_to(Role::Other),
                [](const Person& person) { return person.respondent->role; });
        row.add("team", "Empty: none given.", Text(),
                [](const Person& person, const GapReport& report) {
                    const auto team = person.respondent->team;
                    return team == Respondent::no_team ? "" : report.answers.teams[team];
                });
        row.add("group", "Id of the group they are in; empty: in none.", Text(),
                [](const Person& person) { return person.group ? person.group->id : ""; });
        row.add("answered", "Whether they answered anything about tools.", fields::Flag(),
                [](const Person& person) { return person.respondent->answered != 0; });
        row.add("tools", "Tools they use, with a place or without.", fields::Count(), tools_used);
        row.add_with_reason("position", "Where they stand; empty is not zero.",
                            fields::ObjectOf(fields::place_fields()), position_of);
    });
    return list;
}

const std::vector<Column>& columns() {
    static const auto columns =
        Columns().of(person_fields(), {{"respondent"},
                                       {"role"},
                                       {"team"},
                                       {"group"},
                                       {"answered"},
                                       {"tools"},
                                       {"x", "position/x"},
                                       {"y", "position/y"},
                                       {"orchestration", "position/orchestration"},
                                       {"building", "position/building"},
                                       {"position_reason"}});
    return columns.all();
}

void fill(const GapReport& report, Table& table) {
    for (const auto& person : people_of(report)) {
        table.row(person_fields().json(person, report));
    }
}

} // namespace
} // namespace table_of_positions

NamedTable positions_table() {
    return {"positions", "a person, placed or not", table_of_positions::columns,
            table_of_positions::fill, true};
}

} // namespace assess
