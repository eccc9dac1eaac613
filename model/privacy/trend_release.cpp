#include "model/privacy/trend_release.hpp"

#include "model/privacy/cells.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string_view>

namespace assess {
namespace {

/// People as indices into all persons of all rounds.
using Items = std::vector<std::size_t>;

/// The sets shown so far, and whether one more may join them.
class SharedCells {
public:
    SharedCells(std::size_t persons, std::size_t least)
        : m_cells(persons), m_promised{false}, m_least(least) {}

    [[nodiscard]] bool may_add(const Items& set, bool confidential) const {
        std::map<std::uint32_t, std::size_t> inside;
        for (const std::size_t item : set) {
            ++inside[m_cells.of(item)];
        }
        return std::ranges::all_of(inside, [&](const auto& part) {
            const auto& [cell, count] = part;
            const bool promised = m_promised[cell];
            return !(is_few(count) && (promised || confidential)) &&
                   !(is_few(m_cells.size(cell) - count) && promised);
        });
    }

    void add(const Items& set, bool confidential) {
        std::vector<std::uint32_t> before;
        before.reserve(set.size());
        for (const std::size_t item : set) {
            before.push_back(m_cells.of(item));
        }
        m_cells.split(set);
        m_promised.resize(m_cells.count());
        for (std::size_t i = 0; i < set.size(); ++i) {
            m_promised[m_cells.of(set[i])] = m_promised[before[i]] || confidential;
        }
    }

private:
    [[nodiscard]] bool is_few(std::size_t count) const { return count > 0 && count < m_least; }

    Cells m_cells;
    std::vector<bool> m_promised; ///< by cell: a confidential round shows its people
    std::size_t m_least;
};

struct LabelledItems {
    std::string label; ///< the role's id or the team's name
    Items items;       ///< ascending
};

class Releases {
public:
    Releases(std::span<const TrendRound> rounds, bool by_team)
        : m_rounds(rounds), m_by_team(by_team), m_persons(persons_of(rounds)),
          m_least(least_of(rounds)), m_cells(m_persons.size(), m_least), m_releases(rounds.size()) {
    }

    std::vector<TrendRelease> plan() {
        for (const auto kind : {Promise::Confidential, Promise::LeadEntered}) {
            for (std::size_t i = 0; i < m_rounds.size(); ++i) {
                if (m_rounds[i].promise.kind == kind) {
                    plan(m_rounds[i], m_releases[i]);
                }
            }
        }
        return std::move(m_releases);
    }

private:
    static std::vector<std::uint64_t> persons_of(std::span<const TrendRound> rounds) {
        std::vector<std::uint64_t> persons;
        for (const auto& round : rounds) {
            for (const auto& each : round.people) {
                persons.push_back(each.person);
            }
        }
        std::ranges::sort(persons);
        persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
        return persons;
    }

    static std::size_t least_of(std::span<const TrendRound> rounds) {
        std::size_t least = 0;
        for (const auto& round : rounds) {
            least = std::max(least, round.promise.least_told());
        }
        return least;
    }

    [[nodiscard]] std::size_t item_of(std::uint64_t person) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_persons, person) -
                                        m_persons.begin());
    }

    void plan(const TrendRound& round, TrendRelease& release) {
        const bool confidential = round.promise.kind == Promise::Confidential;
        std::map<std::string, Items> roles;
        for (const auto& each : round.people) {
            roles[each.role].push_back(item_of(each.person));
        }
        std::vector<bool> shown(m_persons.size());
        for (const auto& role : largest_first(roles)) {
            if (accept("role:", role, confidential, release)) {
                for (const std::size_t item : role.items) {
                    shown[item] = true;
                    release.people.push_back(m_persons[item]);
                }
            }
        }
        std::ranges::sort(release.people);
        if (m_by_team) {
            plan_teams(round, shown, confidential, release);
        }
    }

    void plan_teams(const TrendRound& round, const std::vector<bool>& shown, bool confidential,
                    TrendRelease& release) {
        std::map<std::string, Items> teams;
        for (const auto& each : round.people) {
            const auto item = item_of(each.person);
            if (!each.team.empty() && shown[item]) {
                teams[each.team].push_back(item);
            }
        }
        for (const auto& team : largest_first(teams)) {
            if (accept("team:", team, confidential, release)) {
                release.teams.push_back(team.label);
            }
        }
        std::ranges::sort(release.teams);
    }

    static std::vector<LabelledItems> largest_first(const std::map<std::string, Items>& by_label) {
        std::vector<LabelledItems> sets;
        for (const auto& [label, items] : by_label) {
            sets.push_back({label, items});
            std::ranges::sort(sets.back().items);
        }
        std::ranges::stable_sort(sets, [](const LabelledItems& a, const LabelledItems& b) {
            return a.items.size() > b.items.size();
        });
        return sets;
    }

    bool accept(std::string_view kind, const LabelledItems& set, bool confidential,
                TrendRelease& release) {
        if (m_cells.may_add(set.items, confidential)) {
            m_cells.add(set.items, confidential);
            return true;
        }
        const auto reason =
            confidential && set.items.size() < m_least
                ? too_few_answers(m_least)
                : Message{"privacy.would-tell-beside-others", {{"least", Count(m_least)}}};
        const HeldBack held_back{std::string(kind) + set.label, reason};
        // Roles before teams; sorted within each.
        release.held_back.insert(
            std::ranges::upper_bound(release.held_back, held_back.label, {}, &HeldBack::label),
            held_back);
        return false;
    }

    std::span<const TrendRound> m_rounds;
    bool m_by_team;
    std::vector<std::uint64_t> m_persons; ///< sorted, each once
    std::size_t m_least;
    SharedCells m_cells;
    std::vector<TrendRelease> m_releases;
};

} // namespace

std::vector<TrendRelease> trend_release(std::span<const TrendRound> rounds, bool by_team) {
    return Releases(rounds, by_team).plan();
}

} // namespace assess
