#include "model/privacy/release_teams.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

namespace assess {
namespace {

struct Team {
    std::string name;
    std::vector<std::size_t> items;
    std::map<std::uint32_t, std::size_t> in_cells; ///< its people by cell
};

std::vector<Team> teams_of(const std::vector<std::size_t>& population,
                           const Submissions& submissions, const Cells& cells) {
    std::map<std::string, Team> by_name;
    for (const std::size_t item : population) {
        const std::string& name = submissions.candidates[item]->team;
        if (!name.empty()) {
            Team& team = by_name[name];
            team.name = name;
            team.items.push_back(item);
            ++team.in_cells[cells.of(item)];
        }
    }
    std::vector<Team> teams;
    for (auto& [name, team] : by_name) {
        teams.push_back(std::move(team));
    }
    // Smallest first: the order in which they give way.
    std::ranges::sort(teams, [](const Team& a, const Team& b) {
        return std::pair(a.items.size(), std::string_view(a.name)) <
               std::pair(b.items.size(), std::string_view(b.name));
    });
    return teams;
}

} // namespace

std::string team_label(std::string_view team) {
    return "team:" + std::string(team);
}

ReleaseTeams release_teams(const std::vector<std::size_t>& population,
                           const Submissions& submissions, const Cells& cells, std::size_t least) {
    const auto is_few = [&](std::size_t count) { return count > 0 && count < least; };
    std::map<std::uint32_t, std::size_t> rest; // people of a cell in no team that is shown
    for (const std::size_t item : population) {
        ++rest[cells.of(item)];
    }
    const auto teams = teams_of(population, submissions, cells);
    std::vector<bool> shown(teams.size());
    for (std::size_t t = 0; t < teams.size(); ++t) {
        shown[t] = std::ranges::none_of(teams[t].in_cells,
                                        [&](const auto& part) { return is_few(part.second); });
        for (const auto& [cell, count] : teams[t].in_cells) {
            rest[cell] -= shown[t] ? count : 0;
        }
    }
    // A team that gives way leaves enough in each of its cells, so one walk settles them all.
    for (std::size_t t = 0; t < teams.size(); ++t) {
        if (shown[t] && std::ranges::any_of(teams[t].in_cells, [&](const auto& part) {
                return is_few(rest[part.first]);
            })) {
            shown[t] = false;
            for (const auto& [cell, count] : teams[t].in_cells) {
                rest[cell] += count;
            }
        }
    }
    ReleaseTeams result;
    for (std::size_t t = 0; t < teams.size(); ++t) {
        if (shown[t]) {
            result.shown.emplace(teams[t].name, teams[t].items);
        } else {
            result.held_back.emplace(teams[t].name, teams[t].items.size());
        }
    }
    return result;
}

} // namespace assess
