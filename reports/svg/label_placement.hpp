// Finds places for labels so that they cover neither each other nor what matters.
#pragma once

#include "reports/svg/geometry.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace assess::reports {

/// One place where a label could stand, and what that would cost whatever the others do.
struct LabelPlace {
    Box box;
    double cost = 0;
    std::optional<Segment> leader; ///< from the mark to a label that stands far from it
};

/// The cost of a place where a label may not stand.
inline constexpr double forbidden_cost = 1e6;
/// Labels nearer to their mark need no leader.
inline constexpr double leader_from = 10;
/// Of a label with several lines, in font sizes.
inline constexpr double label_line_height = 1.25;

/// From `start` away from the middle of a mark at (x, y) to a label's box.
Segment leader_to(const Box& box, double x, double y, double start);

struct LabelWish {
    std::vector<LabelPlace> places;
    double omission = 0; ///< what it costs to leave the label out
};

/// The place of each label, or nothing for those left out. No two boxes in the result overlap:
/// where the cheapest arrangement would have it, the later label is left out. Greedy in the order
/// given, then one label at a time moves to its cheapest place until none gains; the best of a few
/// such descents. Deterministic. Costs about labels^2 x places x sweeps: for 40 labels of 100
/// places a few milliseconds.
std::vector<std::optional<std::size_t>> place_labels(std::span<const LabelWish> wishes);

} // namespace assess::reports
