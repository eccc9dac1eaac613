// Do two groups differ in anything at all: place, spread or shape? The energy statistic
// E = n1 n2 / N (2 A - B - C), with A the mean distance between people of different groups and
// B, C the mean distances within each (pairs with oneself counted), and its permutation test.
// G. J. Szekely and M. L. Rizzo, "Energy statistics: a class of statistics based on distances",
// Journal of Statistical Planning and Inference 143 (2013); eqdist.etest() of R's energy.
//
// Assumes independent people; under that, exact for the hypothesis that both groups' positions have
// one distribution. A small p does not say in what they differ. Everybody at one place: E = 0,
// p = 1. p and extremes as in centroid_tests.hpp. Units of E: those of the positions.
//
// All sums are sums of whole numbers (distances in steps of at most 2^-38 of the longest), so that
// they are the same in any order of adding: ties stay ties, and the fast way of summing gives the
// very counts of the plain one.
// Cost: a split needs the distances within the smaller group. Drawn splits share the work over
// blocks of 5 by 5 people: about 17 ms for N = 1,000 and 999 splits. It rises with N^2, so fewer
// splits are drawn from about N = 1,200 on, though not fewer than 999, and above most_for_energy
// people there is no test: on the plane no exact way far below N^2 is at hand, and the tests of
// centroids and spreads, which have no such limit, miss little there. About 13 ns a split when
// exact. Memory: some 450 bytes a person.
#pragma once

#include "model/statistics/permutation_plan.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <optional>

namespace assess {

/// Of both groups together.
inline constexpr Eigen::Index most_for_energy = 4000;

/// `first` and `second`: one row a person; at least one row each; finite; in a fixed order.
/// Nothing where there are more than most_for_energy rows.
std::optional<PermutationResult> energy_test(const Eigen::MatrixX2d& first,
                                             const Eigen::MatrixX2d& second,
                                             const SplitLimits& limits, std::uint64_t seed);

} // namespace assess
