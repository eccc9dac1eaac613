#include "model/change/movement.hpp"

#include "model/assessment/comparison.hpp"
#include "model/statistics/partly_paired.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::vector<double> places(const Group& group, Diagonal diagonal) {
    std::vector<double> list;
    list.reserve(group.placed);
    for (const auto& position : group.positions) {
        list.push_back(along(diagonal, position));
    }
    return list;
}

/// Who has a place on both sides. `placed_members` rise, before and after.
std::vector<SamePerson> in_both(const BeforeAfter& group) {
    std::vector<SamePerson> both;
    const auto& before = group.before.placed_members;
    const auto& after = group.after.placed_members;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    order.reserve(after.size());
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        order.emplace_back(after[i], i);
    }
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const auto found = std::ranges::lower_bound(order, std::pair(before[i], 0U));
        if (found != order.end() && found->first == before[i]) {
            both.emplace_back(i, found->second);
        }
    }
    return both;
}

/// How a movement differs among people: what its interval is made of.
enum class Spread : std::uint8_t { Known, NobodyMoves, AllAlike, OneAnswer };

/// Why there is no interval; empty where there is one.
Message no_interval_because(Spread spread) {
    switch (spread) {
    case Spread::Known:
        break;
    case Spread::NobodyMoves:
        return {"reason.nobody-moves"};
    case Spread::AllAlike:
        return {"reason.no-spread.moves-alike"};
    case Spread::OneAnswer:
        return {"reason.one-answer"};
    }
    return {};
}

/// One group's movement along one diagonal.
struct Moved {
    MeanMovement movement;
    Spread spread = Spread::Known;
};

std::optional<Moved> moved(const BeforeAfter& group, Diagonal diagonal,
                           const std::vector<SamePerson>& both) {
    if (!group.before.centroid || !group.after.centroid) {
        return std::nullopt;
    }
    const auto before = places(group.before, diagonal);
    const auto after = places(group.after, diagonal);
    Moved result;
    const bool all = both.size() == before.size() && both.size() == after.size();
    const bool nobody_moved = all && std::ranges::all_of(both, [&](const SamePerson& same) {
                                  return before[same.first] == after[same.second];
                              });
    if (nobody_moved) {
        result.movement.in_both = both.size();
        result.spread = Spread::NobodyMoves;
    } else if (const auto movement = mean_movement(before, after, both)) {
        result.movement = *movement;
        if (movement->sampling_variance <= 0) {
            result.spread = Spread::AllAlike;
        }
    } else {
        result.movement.difference =
            along(diagonal, *group.after.centroid) - along(diagonal, *group.before.centroid);
        result.spread = Spread::OneAnswer;
    }
    return result;
}

Quantity<Estimate> no_place(const Group& before) {
    return Quantity<Estimate>::unavailable(before.centroid
                                               ? MessageId{"reason.nobody-placed.left"}
                                               : MessageId{"reason.nobody-placed.so-far"});
}

Estimate estimate_of(const MeanMovement& movement, Spread spread, double tools, double level,
                     std::size_t n) {
    Estimate estimate;
    estimate.value = movement.difference;
    estimate.level = level;
    estimate.n = n;
    estimate.reason = no_interval_because(spread);
    const auto people = movement_interval(movement, level);
    const auto whole = movement_interval(movement, level, tools);
    if (spread == Spread::Known && people && whole) {
        estimate.lower = whole->lower;
        estimate.upper = whole->upper;
        estimate.sampling_lower = people->lower;
        estimate.sampling_upper = people->upper;
    }
    return estimate;
}

double share_change(const BeforeAfter& group, std::size_t tool) {
    return group.after.tools[tool].share - group.before.tools[tool].share;
}

/// Of the difference of two movements.
Spread spread_of(Spread first, Spread second) {
    if (first != Spread::Known && second != Spread::Known) {
        return first == Spread::NobodyMoves ? second : first;
    }
    // A group that stands still or moves as one adds no spread of its own. But one person shows
    // none either, and that is no proof that there is none.
    return first == Spread::OneAnswer || second == Spread::OneAnswer ? Spread::OneAnswer
                                                                     : Spread::Known;
}

} // namespace

std::array<Quantity<Estimate>, 2> change_of_group(const BeforeAfter& group,
                                                  const Landscape& landscape, double level) {
    std::array<Quantity<Estimate>, 2> change;
    const auto both = in_both(group);
    const double tools =
        landscape_variance(landscape, [&](std::size_t j) { return share_change(group, j); });
    for (const auto diagonal : diagonals) {
        auto& part = change.at(static_cast<std::size_t>(diagonal));
        if (const auto one = moved(group, diagonal, both)) {
            part = estimate_of(one->movement, one->spread, tools, level, group.after.placed);
        } else {
            part = no_place(group.before);
        }
    }
    return change;
}

std::array<Quantity<Estimate>, 2> change_of_gap(const BeforeAfter& first, const BeforeAfter& second,
                                                const Landscape& landscape, double level) {
    std::array<Quantity<Estimate>, 2> change;
    const auto both_first = in_both(first);
    const auto both_second = in_both(second);
    const double tools = landscape_variance(
        landscape, [&](std::size_t j) { return share_change(first, j) - share_change(second, j); });
    for (const auto diagonal : diagonals) {
        auto& part = change.at(static_cast<std::size_t>(diagonal));
        const auto here = moved(first, diagonal, both_first);
        const auto there = moved(second, diagonal, both_second);
        if (here && there) {
            part = estimate_of(difference_of(here->movement, there->movement),
                               spread_of(here->spread, there->spread), tools, level,
                               first.after.placed + second.after.placed);
        } else {
            part = no_place(here ? second.before : first.before);
        }
    }
    return change;
}

} // namespace assess
