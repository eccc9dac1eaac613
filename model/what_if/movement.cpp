#include "model/what_if/movement.hpp"

#include "model/assessment/comparison.hpp"
#include "model/statistics/partly_paired.hpp"

#include <algorithm>
#include <cmath>
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

/// One group's movement along one diagonal.
struct Moved {
    MeanMovement movement;
    std::string no_interval; ///< empty where the movement varies
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
        result.no_interval = "nobody's position changes";
    } else if (const auto movement = mean_movement(before, after, both)) {
        result.movement = *movement;
        if (movement->sampling_variance <= 0) {
            result.no_interval = "within each group everybody moves alike on this diagonal, so "
                                 "that the answers show no spread";
        }
    } else {
        result.movement.difference =
            along(diagonal, *group.after.centroid) - along(diagonal, *group.before.centroid);
        result.no_interval = "one answer cannot show a spread";
    }
    return result;
}

Quantity<Estimate> no_place(const Group& before) {
    return Quantity<Estimate>::unavailable(
        before.centroid ? "nobody in the group would be left with a place on the landscape"
                        : "nobody in the group has a place on the landscape so far");
}

Estimate estimate_of(const MeanMovement& movement, const std::string& no_interval, double tools,
                     double level, std::size_t n) {
    Estimate estimate;
    estimate.value = movement.difference;
    estimate.level = level;
    estimate.n = n;
    estimate.reason = no_interval;
    const auto people = movement_interval(movement, level);
    const auto whole = movement_interval(movement, level, tools);
    if (estimate.reason.empty() && people && whole) {
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

/// Why the difference of two movements has no interval; empty where it has one.
std::string no_interval(const Moved& first, const Moved& second) {
    if (first.no_interval.empty() || second.no_interval.empty()) {
        // A group that stands still or moves as one adds no spread of its own. But one person
        // shows none either, and that is no proof that there is none.
        for (const auto* side : {&first, &second}) {
            if (side->no_interval.starts_with("one answer")) {
                return side->no_interval;
            }
        }
        return {};
    }
    return first.no_interval.starts_with("nobody") ? second.no_interval : first.no_interval;
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
            part = estimate_of(one->movement, one->no_interval, tools, level, group.after.placed);
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
                               no_interval(*here, *there), tools, level,
                               first.after.placed + second.after.placed);
        } else {
            part = no_place(here ? second.before : first.before);
        }
    }
    return change;
}

} // namespace assess
