// How groups and the gap between two of them move when the same people's answers change.
//
// Positions before and after are paired by person; who gets a place only by the change joins
// (statistics/partly_paired.hpp). The errors of the tools' places are shared by everybody and by
// both sides of the difference: a tool j whose share changes by dS_j moves the difference by
// dS_j e_j, half of it squared on a diagonal.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/quantity.hpp"

#include <array>

namespace assess {

/// One group before and after. `placed_members` of both must mean the same people.
struct BeforeAfter {
    const Group& before;
    const Group& after;
};

/// The movement of the centroid along both diagonals, index = Diagonal; after less before.
std::array<Quantity<Estimate>, 2> change_of_group(const BeforeAfter& group,
                                                  const Landscape& landscape, double level);

/// The movement of the gap, first group minus second.
std::array<Quantity<Estimate>, 2> change_of_gap(const BeforeAfter& first, const BeforeAfter& second,
                                                const Landscape& landscape, double level);

} // namespace assess
