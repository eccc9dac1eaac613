#include "reports/content/statements.hpp"

#include "reports/layout/numbers.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace {

/// Groups in the order in which tables list them.
std::vector<std::size_t> table_order(const GapReport& report, std::size_t most) {
    std::vector<std::size_t> order;
    for (const auto& comparison : report.comparisons) {
        order.push_back(comparison.first);
        order.push_back(comparison.second);
    }
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        if (std::find(order.begin(), order.end(), i) == order.end()) {
            order.push_back(i);
        }
    }
    order.resize(std::min(order.size(), most));
    return order;
}

/// A coordinate of the group's centre.
Value centre_cell(const Group& group, double (*read)(const Point&)) {
    return group.centroid ? Value(Decimal(read(*group.centroid))) : Value(no_value());
}

void add_policy(const nlohmann::ordered_json& value, const std::string& name,
                std::vector<std::pair<std::string, double>>& values) {
    if (value.is_object()) {
        for (const auto& [key, inner] : value.items()) {
            add_policy(inner, name.empty() ? key : name + "." + key, values);
        }
    } else if (value.is_number()) {
        values.emplace_back(name, value.get<double>());
    }
}

/// How many people, and how many of each group; of more than a few teams only their number.
Message who_answered(const GapReport& report) {
    const People people{std::nullopt, Count(report.respondents)};
    constexpr std::size_t most_named = 4;
    if (report.grouping == Grouping::Team && report.groups.size() > most_named) {
        return {"statements.who.teams",
                {{"people", people}, {"teams", Count(report.groups.size())}}};
    }
    std::vector<Value> groups;
    for (const auto& group : report.groups) {
        groups.emplace_back(People{group_name(group), Count(group.listed)});
    }
    return groups.empty() ? Message{"statements.who", {{"people", people}}}
                          : Message{"statements.who.groups",
                                    {{"people", people}, {"groups", List(std::move(groups))}}};
}

} // namespace

std::vector<Value> head_facts(const GapReport& report) {
    std::vector<Value> facts{who_answered(report)};
    if (!report.answers.source.empty()) {
        facts.emplace_back(report.answers.source);
    }
    facts.emplace_back(
        Message{"statements.landscape", {{"edition", Name{report.landscape.edition}}}});
    facts.emplace_back(Message{"statements.seed", {{"seed", Name{std::to_string(report.seed)}}}});
    return facts;
}

std::vector<GroupRow> group_rows(const GapReport& report, std::size_t most) {
    std::vector<GroupRow> rows;
    for (const auto index : table_order(report, most)) {
        const auto& group = report.groups[index];
        rows.push_back(
            {index, group_title(group), Count(group.listed), Count(group.n), Count(group.placed),
             centre_cell(group, [](const Point& p) { return p.x; }),
             centre_cell(group, [](const Point& p) { return p.y; }),
             centre_cell(group, [](const Point& p) { return along(Diagonal::Orchestration, p); }),
             centre_cell(group, [](const Point& p) { return along(Diagonal::Building, p); }),
             group.standard_distance ? Value(Decimal(*group.standard_distance))
                                     : Value(no_value())});
    }
    return rows;
}

Cells cells_of(const GroupRow& row) {
    return {row.name, row.listed,        row.answered, row.placed,           row.x,
            row.y,    row.orchestration, row.building, row.standard_distance};
}

std::vector<Message> group_notes(const GapReport& report, std::size_t most) {
    std::vector<Message> notes;
    for (const auto index : table_order(report, most)) {
        const auto& group = report.groups[index];
        if (!group.centroid) {
            notes.push_back({"statements.no-centre",
                             {{"group", group_name(group)}, {"reason", group.centroid.reason()}}});
        } else if (!group.standard_distance) {
            notes.push_back(
                {"statements.no-spread",
                 {{"group", group_name(group)}, {"reason", group.standard_distance.reason()}}});
        }
    }
    if (most < report.groups.size()) {
        notes.push_back({"statements.more-groups", {{"n", Count(report.groups.size() - most)}}});
    }
    return notes;
}

std::vector<Message> left_out_statements(const GapReport& report) {
    std::vector<Message> statements;
    for (const auto& left_out : report.answers.left_out) {
        statements.push_back(
            {"statements.left-out", {{"n", Count(left_out.count)}, {"reason", left_out.reason}}});
    }
    return statements;
}

std::vector<std::pair<std::string, double>> policy_numbers(const Policy& policy) {
    nlohmann::ordered_json json;
    to_json(json, policy);
    std::vector<std::pair<std::string, double>> values;
    add_policy(json, "", values);
    return values;
}

namespace {

/// With all the decimals that the policy file has.
Value policy_cell(double number) {
    if (number >= 0 && number == std::floor(number)) {
        return Count(static_cast<std::size_t>(number));
    }
    const auto text = shortest(number);
    const auto point = text.find('.');
    const bool plain = point != std::string::npos && text.find('e') == std::string::npos;
    return plain ? Value(Decimal(number, static_cast<int>(text.size() - point - 1)))
                 : Value(Name{text});
}

} // namespace

std::vector<std::pair<std::string, Value>> policy_values(const Policy& policy) {
    std::vector<std::pair<std::string, Value>> values;
    for (const auto& [name, number] : policy_numbers(policy)) {
        std::string words;
        for (const char c : name) {
            words += c == '_' ? " " : c == '.' ? ", " : std::string(1, c);
        }
        values.emplace_back(words, policy_cell(number));
    }
    return values;
}

std::string program_version() {
    return ASSESS_VERSION;
}

Message provenance(const GapReport& report) {
    const auto& digest = report.landscape.digest;
    return {
        "statements.provenance",
        {{"version", program_version()},
         {"edition", Name{report.landscape.edition}},
         {"digest", digest.empty() ? Value(Message{"statements.no-digest"}) : Value(Name{digest})},
         {"seed", Name{std::to_string(report.seed)}}}};
}

std::vector<Message> method_statements(const GapReport& report) {
    const Decimal lowest(-1, 0);
    const Decimal highest(1, 0);
    std::vector<Message> statements{
        {"method.position"},
        {"method.diagonals", {{"divisor", Count(2)}, {"lowest", lowest}, {"highest", highest}}},
        {"method.intervals"},
        {"method.not-placed"}};
    if (report.policy.fragility_draws > 0) {
        statements.push_back({"method.fragility",
                              {{"draws", Count(report.policy.fragility_draws)},
                               {"share", Share(report.policy.fragility_share)}}});
    }
    if (!report.landscape.source.empty()) {
        statements.push_back({"method.sources", {{"source", Name{report.landscape.source}}}});
    }
    return statements;
}

namespace {

/// Tools that somebody uses and that have no place.
std::vector<ToolIndex> used_without_place(const GapReport& report) {
    std::vector<ToolIndex> unplaced;
    for (ToolIndex tool = 0; tool < report.landscape.tools.size(); ++tool) {
        const bool used = std::ranges::any_of(report.groups, [&](const Group& group) {
            return tool < group.tools.size() && group.tools[tool].users > 0;
        });
        if (used && !report.landscape.tools[tool].placement) {
            unplaced.push_back(tool);
        }
    }
    return unplaced;
}

} // namespace

std::vector<Message> caveats(const GapReport& report) {
    std::vector<Message> all;
    for (const auto& comparison : report.comparisons) {
        if (comparison.smaller_group_spreads_more) {
            all.push_back({"method.smaller-spreads-more", {{"p", Decimal(0.05)}}});
        }
    }
    if (const auto unplaced = used_without_place(report); !unplaced.empty()) {
        constexpr std::size_t most = 12;
        all.push_back(
            {"method.without-place", {{"tools", named_tools(report.landscape, unplaced, most)}}});
    }
    const auto add = [&](const Message& caveat) {
        if (std::ranges::find(all, caveat) == all.end()) {
            all.push_back(caveat);
        }
    };
    std::ranges::for_each(report.warnings, add);
    for (const auto& warning : report.answers.warnings) {
        add({"report.from-input", {{"text", warning}}});
    }
    return all;
}

} // namespace assess::reports
