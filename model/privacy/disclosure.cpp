#include "model/privacy/disclosure.hpp"

#include "model/privacy/cells.hpp"
#include "model/privacy/release_people.hpp"
#include "model/privacy/release_teams.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace assess {
namespace {

constexpr std::string_view everybody_label = "all";

std::string role_label(const std::string& role) {
    return "role:" + role;
}

constexpr MessageId would_tell_apart{"privacy.would-tell-apart"};
constexpr MessageId would_leave_few{"privacy.would-leave-few"};

/// Items as a set to show.
ShownSet set_of(std::string label, const std::vector<std::size_t>& items,
                const Submissions& submissions) {
    ShownSet set{std::move(label), {}};
    for (const std::size_t item : items) {
        set.submissions.push_back(submissions.numbers[item]);
    }
    return set;
}

/// A population and its roles, as they are shown by role.
struct Population {
    std::vector<std::size_t> items;                ///< ascending
    std::vector<std::vector<std::size_t>> by_role; ///< index = role; empty: not shown
    std::vector<ShownSet> sets;                    ///< everybody, then the roles
};

Population make_population(std::vector<std::size_t> items, const Submissions& submissions) {
    Population population;
    population.items = std::move(items);
    population.by_role.resize(submissions.roles.size());
    for (const std::size_t item : population.items) {
        population.by_role[submissions.role_of[item]].push_back(item);
    }
    if (!population.items.empty()) {
        population.sets.push_back(
            set_of(std::string(everybody_label), population.items, submissions));
    }
    for (std::size_t role = 0; role < population.by_role.size(); ++role) {
        if (!population.by_role[role].empty()) {
            population.sets.push_back(
                set_of(role_label(submissions.roles[role]), population.by_role[role], submissions));
        }
    }
    return population;
}

/// The last set with this label, before position `end` of the history.
std::optional<std::size_t> last_set(std::span<const ShownSet> history, std::string_view label,
                                    std::size_t end) {
    for (std::size_t i = end; i > 0; --i) {
        if (history[i - 1].label == label) {
            return i - 1;
        }
    }
    return std::nullopt;
}

/// The population of the last release by team, where it can still be shown whole.
std::optional<std::vector<std::size_t>> last_by_team(std::span<const ShownSet> history,
                                                     const Submissions& submissions) {
    for (std::size_t i = history.size(); i > 0; --i) {
        if (!history[i - 1].label.starts_with(team_label(""))) {
            continue;
        }
        const auto whole = last_set(history, everybody_label, i - 1);
        if (!whole) {
            return std::nullopt;
        }
        auto items = submissions.items_of(history[*whole].submissions);
        const bool exists = std::ranges::all_of(
            items, [&](std::size_t item) { return submissions.candidates[item] != nullptr; });
        return exists ? std::optional(std::move(items)) : std::nullopt;
    }
    return std::nullopt;
}

class Planner {
public:
    Planner(std::span<const Candidate> current, std::span<const Candidate> earlier,
            std::span<const ShownSet> history, const PrivacyPromise& promise)
        : m_current(current), m_history(history), m_promise(promise),
          m_submissions(current, earlier, history), m_cells(m_submissions.numbers.size()) {
        for (const ShownSet& set : history) {
            m_cells.split(m_submissions.items_of(set.submissions));
        }
    }

    ReleasePlan by_role() {
        const auto population = newest();
        ReleasePlan plan;
        show(population, population.sets, plan);
        for (const ShownSet& set : population.sets) {
            if (set.label != everybody_label) {
                plan.groups.push_back(set);
            }
        }
        hold_back_roles(population, plan);
        return checked(std::move(plan));
    }

    ReleasePlan by_team() {
        auto population = newest();
        auto teams = teams_within(population);
        if (auto items = last_by_team(m_history, m_submissions)) {
            auto before = make_population(std::move(*items), m_submissions);
            auto teams_before = teams_within(before);
            if (teams_before.shown.size() > teams.shown.size()) {
                population = std::move(before);
                teams = std::move(teams_before);
            }
        }
        ReleasePlan plan;
        auto sets = population.sets;
        for (const auto& [team, items] : teams.shown) {
            plan.groups.push_back(set_of(team_label(team), items, m_submissions));
            sets.push_back(plan.groups.back());
        }
        show(population, sets, plan);
        hold_back_roles(population, plan);
        for (const auto& [team, size] : teams.held_back) {
            plan.held_back.push_back({team_label(team), why_held_back(size, would_leave_few)});
        }
        return checked(std::move(plan));
    }

private:
    /// The newest population that may be shown. What had to go back may be free to come in once
    /// this much is shown, so that the same request would give another report the next time:
    /// planned on until it would not.
    Population newest() {
        std::vector<std::size_t> last;
        if (const auto whole = last_set(m_history, everybody_label, m_history.size())) {
            last = m_submissions.items_of(m_history[*whole].submissions);
        }
        auto population = choose(m_cells, last);
        constexpr int most_rounds = 16;
        for (int round = 0; round < most_rounds; ++round) {
            auto next = choose(cells_with(population), population.items);
            if (next.items == population.items) {
                break;
            }
            population = std::move(next);
        }
        return population;
    }

    [[nodiscard]] Population choose(const Cells& cells,
                                    const std::vector<std::size_t>& last) const {
        return make_population(
            ReleasePeople(m_submissions, cells, m_current, last, m_promise.least_people).choose(),
            m_submissions);
    }

    [[nodiscard]] Cells cells_with(const Population& population) const {
        auto cells = m_cells;
        cells.split(population.items);
        for (const auto& role : population.by_role) {
            cells.split(role);
        }
        return cells;
    }

    ReleaseTeams teams_within(const Population& population) const {
        return release_teams(population.items, m_submissions, cells_with(population),
                             m_promise.least_people);
    }

    void show(const Population& population, const std::vector<ShownSet>& sets, ReleasePlan& plan) {
        for (const std::size_t item : population.items) {
            plan.population.push_back(m_submissions.numbers[item]);
        }
        for (const ShownSet& set : sets) {
            if (std::ranges::find(m_history, set) == m_history.end()) {
                plan.to_record.push_back(set);
            }
        }
    }

    void hold_back_roles(const Population& population, ReleasePlan& plan) const {
        std::map<std::string, std::size_t> held_back;
        for (const Candidate& candidate : m_current) {
            const auto role = m_submissions.role_named(candidate.role);
            if (population.by_role[role].empty()) {
                ++held_back[candidate.role];
            } else if (!std::ranges::binary_search(plan.population, candidate.submission)) {
                plan.earlier = true;
            }
        }
        for (const auto& [role, size] : held_back) {
            plan.held_back.push_back({role_label(role), why_held_back(size, would_tell_apart)});
        }
    }

    [[nodiscard]] Message why_held_back(std::size_t size, MessageId if_enough) const {
        return size < m_promise.least_people ? too_few_answers(m_promise.least_people)
                                             : Message(if_enough);
    }

    /// The rule itself, once more and on its own: nothing is shown that breaks it.
    [[nodiscard]] ReleasePlan checked(ReleasePlan plan) const {
        if (plan.to_record.empty()) {
            return plan;
        }
        std::vector<ShownSet> sets(m_history.begin(), m_history.end());
        sets.insert(sets.end(), plan.to_record.begin(), plan.to_record.end());
        if (smallest_cell(sets) >= m_promise.least_people) {
            return plan;
        }
        ReleasePlan nothing;
        nothing.held_back.push_back({std::string(everybody_label), would_tell_apart});
        return nothing;
    }

    std::span<const Candidate> m_current;
    std::span<const ShownSet> m_history;
    const PrivacyPromise& m_promise;
    Submissions m_submissions;
    Cells m_cells;
};

/// Nothing was promised: everybody, in every group.
ReleasePlan everything(std::span<const Candidate> current, bool by_team) {
    ReleasePlan plan;
    std::map<std::string, std::vector<SubmissionNumber>> groups;
    for (const Candidate& candidate : current) {
        plan.population.push_back(candidate.submission);
        if (!by_team) {
            groups[role_label(candidate.role)].push_back(candidate.submission);
        } else if (!candidate.team.empty()) {
            groups[team_label(candidate.team)].push_back(candidate.submission);
        }
    }
    std::ranges::sort(plan.population);
    for (auto& [label, submissions] : groups) {
        std::ranges::sort(submissions);
        plan.groups.push_back({label, std::move(submissions)});
    }
    return plan;
}

} // namespace

Message too_few_answers(std::size_t least) {
    return {"privacy.too-few-answers", {{"least", Count(least)}}};
}

std::size_t smallest_cell(std::span<const ShownSet> sets) {
    const Submissions submissions({}, {}, sets);
    Cells cells(submissions.numbers.size());
    for (const ShownSet& set : sets) {
        cells.split(submissions.items_of(set.submissions));
    }
    return cells.smallest();
}

ReleasePlan plan_release(std::span<const Candidate> current, std::span<const Candidate> earlier,
                         std::span<const ShownSet> history, bool by_team,
                         const PrivacyPromise& promise) {
    if (promise.kind != Promise::Confidential) {
        return everything(current, by_team);
    }
    Planner planner(current, earlier, history, promise);
    return by_team ? planner.by_team() : planner.by_role();
}

} // namespace assess
