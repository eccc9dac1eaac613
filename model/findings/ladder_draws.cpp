#include "model/findings/ladder_draws.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace assess {
namespace {

/// Everybody's rows, or every k-th by place on the diagonal.
SparseRows chosen_rows(const Group& group, Diagonal diagonal) {
    const std::size_t people = group.shares.rows();
    std::vector<std::size_t> chosen(people);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    if (people > LadderDraws::most_people) {
        std::vector<double> places;
        for (std::size_t i = 0; i < people; ++i) {
            places.push_back(along(diagonal, group.positions[i]));
        }
        std::ranges::stable_sort(chosen, {}, [&](std::size_t i) { return places[i]; });
        std::vector<std::size_t> every;
        for (std::size_t k = 0; k < LadderDraws::most_people; ++k) {
            every.push_back(chosen[(2 * k + 1) * people / (2 * LadderDraws::most_people)]);
        }
        chosen = std::move(every);
    }
    SparseRows rows;
    for (const auto i : chosen) {
        const auto columns = group.shares.row_columns(i);
        const auto values = group.shares.row_values(i);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            rows.add_entry(columns[k], values[k]);
        }
        rows.end_row();
    }
    return rows;
}

/// Keeps the rungs whose place can matter.
void keep_rungs(const std::vector<bool>& keep, UsedWithoutOne& used) {
    for (auto& set : used.sets) {
        std::vector<bool> kept;
        for (std::size_t r = 0; r < keep.size(); ++r) {
            if (keep[r]) {
                kept.push_back(set[r]);
            }
        }
        set = std::move(kept);
    }
}

} // namespace

LadderDraws::LadderDraws(const RuleInput& input, const Pair& pair, Diagonal diagonal)
    : m_diagonal(diagonal) {
    const auto ladder = make_ladder(input, pair, diagonal);
    m_first.used = used_without_one(input, pair.first, pair.second, ladder.rungs);
    m_second.used = used_without_one(input, pair.second, pair.first, ladder.rungs);
    std::vector<bool> keep;
    for (std::size_t r = 0; r < ladder.rungs.size(); ++r) {
        bool matters = ladder.rungs[r].used || !ladder.rungs[r].asked;
        for (const auto* side : {&m_first, &m_second}) {
            for (const auto& set : side->used.sets) {
                matters = matters || set[r];
            }
        }
        keep.push_back(matters);
        if (matters) {
            m_rungs.push_back(ladder.rungs[r]);
        }
    }
    keep_rungs(keep, m_first.used);
    keep_rungs(keep, m_second.used);
    m_first.shares = chosen_rows(pair.first, diagonal);
    m_second.shares = chosen_rows(pair.second, diagonal);
    m_first.whole = m_first.shares.rows() == pair.first.placed;
    m_second.whole = m_second.shares.rows() == pair.second.placed;
}

LadderDraws::Places LadderDraws::places_of(const Side& side,
                                           const std::vector<double>& tools) const {
    Places places;
    places.people.reserve(side.shares.rows());
    for (std::size_t i = 0; i < side.shares.rows(); ++i) {
        const auto columns = side.shares.row_columns(i);
        const auto values = side.shares.row_values(i);
        double place = 0;
        for (std::size_t k = 0; k < columns.size(); ++k) {
            place += values[k] * tools[columns[k]];
        }
        places.people.push_back(place);
    }
    places.sorted = places.people;
    std::ranges::sort(places.sorted);
    return places;
}

void LadderDraws::leave_out_each(const Side& side, const Places& here, double opposite,
                                 const std::vector<std::size_t>& order, std::vector<Rung>& rungs,
                                 Ladder& ladder) const {
    // Few medians and few sets of rungs are possible: each pair of them is looked at once.
    std::set<std::pair<double, std::uint32_t>> seen;
    const auto look = [&](double median, std::uint32_t set) {
        if (!seen.emplace(median, set).second) {
            return;
        }
        for (std::size_t r = 0; r < rungs.size(); ++r) {
            rungs[r].used = side.used.sets[set][order[r]];
        }
        const double length =
            longest_stretch(std::min(median, opposite), std::max(median, opposite), rungs).length();
        ladder.least_without_one = std::min(ladder.least_without_one, length);
        ladder.most_without_one = std::max(ladder.most_without_one, length);
    };
    if (!side.whole) {
        for (std::uint32_t set = 0; set < side.used.sets.size(); ++set) {
            look(median_of_sorted(here.sorted), set);
        }
        return;
    }
    for (std::size_t i = 0; i < here.people.size(); ++i) {
        const auto rank = std::ranges::lower_bound(here.sorted, here.people[i]);
        look(median_without(here.sorted, static_cast<std::size_t>(rank - here.sorted.begin())),
             side.used.of_person[i]);
    }
}

State LadderDraws::at(const ToolPlaces& places, bool apart, double limit) const {
    std::vector<double> tools;
    tools.reserve(places.size());
    for (const auto& place : places) {
        tools.push_back(along(m_diagonal, place));
    }
    const auto first = places_of(m_first, tools);
    const auto second = places_of(m_second, tools);
    std::vector<std::size_t> order(m_rungs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {},
                      [&](std::size_t r) { return std::pair(tools[m_rungs[r].tool], r); });
    std::vector<Rung> rungs;
    rungs.reserve(order.size());
    for (const auto r : order) {
        rungs.push_back(m_rungs[r]);
        rungs.back().place = tools[m_rungs[r].tool];
    }
    Ladder ladder;
    ladder.median_first = median_of_sorted(first.sorted);
    ladder.median_second = median_of_sorted(second.sorted);
    const auto [low, high] = std::minmax(ladder.median_first, ladder.median_second);
    ladder.longest = longest_stretch(low, high, rungs);
    auto generous = rungs;
    for (auto& rung : generous) {
        rung.used = rung.used || !rung.asked;
    }
    ladder.longest_if_unasked_used = longest_stretch(low, high, generous).length();
    ladder.least_without_one = ladder.longest.length();
    ladder.most_without_one = ladder.longest.length();
    leave_out_each(m_first, first, ladder.median_second, order, rungs, ladder);
    leave_out_each(m_second, second, ladder.median_first, order, rungs, ladder);
    return ladder_state(ladder, apart, limit);
}

} // namespace assess
