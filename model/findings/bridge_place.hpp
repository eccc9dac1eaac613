// Where the hybrids stand between two groups: the numbers behind bridge-role.
#pragma once

#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/findings/finding.hpp"

#include <array>

namespace assess {

/// The line from the first group's centroid to the second's, and the hybrids' place on it.
struct BridgeLine {
    std::array<const Group*, 3> groups; ///< first, second, hybrids
    double place = 0;                   ///< of the hybrids: 0 at the first group, 1 at the second
    std::array<Point, 3> gradients;     ///< of `place` by each group's centroid
};

/// All three must have a centroid, and the first two not the same one.
BridgeLine bridge_line(const Group& first, const Group& second, const Group& hybrids);

/// The place with its linearized interval, tolerances of the tools included; needs of the groups
/// their centroid, covariance, number of placed people and shares by tool.
Estimate bridge_place(const BridgeLine& line, const Landscape& landscape, double level);

/// Whether the groups stand apart at all: the state of the clearer diagonal.
State stand_apart(const DiagonalGaps& gaps, double threshold);

/// Present: wholly between the two; absent: wholly outside.
State between(const Estimate& place);

} // namespace assess
