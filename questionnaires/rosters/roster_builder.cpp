#include "questionnaires/rosters/roster_builder.hpp"

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace assess {

RosterBuilder::RosterBuilder(Landscape& landscape, bool keep_unknown)
    : m_finder(landscape), m_keep_unknown(keep_unknown) {
    // One block that offers every tool: a roster asks one question.
    m_answers.blocks.push_back({"tools", "Tools", {}});
}

std::size_t RosterBuilder::add_person(std::string_view id, Role role, std::string_view team) {
    Respondent person;
    person.id = id;
    person.role = role;
    if (!team.empty()) {
        auto found = m_teams.find(team);
        if (found == m_teams.end()) {
            found = m_teams.emplace(team, static_cast<std::uint32_t>(m_teams.size())).first;
            m_answers.teams.emplace_back(team);
        }
        person.team = found->second;
    }
    m_answers.respondents.push_back(std::move(person));
    m_said_none.push_back(false);
    return m_answers.respondents.size() - 1;
}

Role RosterBuilder::role_of(std::size_t person) const {
    return m_answers.respondents.at(person).role;
}

std::string_view RosterBuilder::team_of(std::size_t person) const {
    const std::uint32_t team = m_answers.respondents.at(person).team;
    return team == Respondent::no_team ? std::string_view() : m_answers.teams.at(team);
}

std::optional<Complaint> RosterBuilder::add_entry(std::size_t person, std::string_view entry) {
    entry = trimmed(entry);
    const std::size_t equals = entry.rfind('=');
    if (equals == std::string_view::npos) {
        return add_use(person, entry, {});
    }
    const std::string_view depth = trimmed(entry.substr(equals + 1));
    if (depth.empty()) {
        return Complaint{fmt::format("{} has no depth after the equals sign", in_quotes(entry)),
                         "Write the tool alone, or with a depth: Git=daily."};
    }
    if (m_finder.find(entry)) { // a tool whose name has the sign in it
        return add_use(person, entry, {});
    }
    return add_use(person, trimmed(entry.substr(0, equals)), depth);
}

std::optional<Complaint> RosterBuilder::add_use(std::size_t person, std::string_view tool,
                                                std::string_view depth) {
    if (means_none(tool)) {
        if (!depth.empty()) {
            return Complaint{"'none' stands with a depth", "Write 'none' alone."};
        }
        return add_none(person);
    }
    Depth how_deep = Depth::Uses;
    if (!depth.empty()) {
        const auto known = depth_from_words(depth);
        if (!known) {
            return unknown_depth(depth);
        }
        how_deep = *known;
    }
    const auto index = m_keep_unknown ? m_finder.find_or_keep(tool) : m_finder.find(tool);
    if (!index) {
        return Complaint{fmt::format("the tool {} is not in the landscape", in_quotes(tool)),
                         m_finder.suggestion(tool) +
                             "Or keep it without a place on the plane: --unknown keep."};
    }
    return add_tool(person, *index, how_deep);
}

std::optional<Complaint> RosterBuilder::add_none(std::size_t person) {
    Respondent& respondent = m_answers.respondents.at(person);
    respondent.answered = 1;
    m_said_none[person] = true;
    if (!respondent.usages.empty()) {
        return Complaint{"'none' stands beside a tool", "Write 'none' alone, or only the tools."};
    }
    return std::nullopt;
}

std::optional<Complaint> RosterBuilder::add_tool(std::size_t person, ToolIndex tool, Depth depth) {
    Respondent& respondent = m_answers.respondents.at(person);
    respondent.answered = 1;
    if (m_said_none[person]) {
        return Complaint{"'none' stands beside a tool", "Write 'none' alone, or only the tools."};
    }
    const auto known = std::find_if(respondent.usages.begin(), respondent.usages.end(),
                                    [tool](const Usage& usage) { return usage.tool == tool; });
    if (known == respondent.usages.end()) {
        respondent.usages.push_back({tool, depth});
        return std::nullopt;
    }
    if (known->depth != depth) {
        return Complaint{fmt::format("{} is given twice for one person, as '{}' and as '{}'",
                                     in_quotes(m_finder.landscape().tools.at(tool).name),
                                     id_of(known->depth), id_of(depth)),
                         "Keep the one that is true."};
    }
    ++m_repeats;
    return std::nullopt;
}

Answers RosterBuilder::finish(std::string source, std::size_t rows, bool ids_given) {
    m_answers.source = std::move(source);
    m_answers.rows = rows;
    m_answers.ids_given = ids_given;
    if (m_repeats != 0) {
        // Without lines: the report must not depend on the order of the rows.
        m_answers.warnings.push_back(
            fmt::format("A tool is given twice for the same person in {} case{}; it counts once.",
                        m_repeats, m_repeats == 1 ? "" : "s"));
    }
    for (Respondent& person : m_answers.respondents) {
        std::sort(person.usages.begin(), person.usages.end(),
                  [](const Usage& a, const Usage& b) { return a.tool < b.tool; });
    }
    sort_teams(m_answers);
    m_finder.settle(m_answers);
    sort_respondents(m_answers);
    return std::move(m_answers);
}

void sort_teams(Answers& answers) {
    std::vector<std::uint32_t> order(answers.teams.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return answers.teams[a] < answers.teams[b];
    });
    std::vector<std::uint32_t> new_index(order.size());
    std::vector<std::string> names;
    names.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        new_index[order[i]] = i;
        names.push_back(std::move(answers.teams[order[i]]));
    }
    answers.teams = std::move(names);
    for (Respondent& respondent : answers.respondents) {
        if (respondent.team != Respondent::no_team) {
            respondent.team = new_index[respondent.team];
        }
    }
}

} // namespace assess
