// Do two groups stand in different places? Permutation tests of the centroids on the plane (Wd*)
// and along both diagonals (Welch's t), all over the very same splits.
//
// Wd* = |c1 - c2|^2 / (tr S1 / n1 + tr S2 / n2): B. Hamidi, K. Wallace, C. Vasu,
// A. V. Alekseyenko, "W*d-test: robust distance-based multivariate analysis of variance",
// Microbiome 7 (2019), here with Euclidean distances, where it needs only sums. Along a diagonal:
// Welch's t squared; studentized, so that the test stays valid for large n where the spreads
// differ (E. Chung and J. P. Romano, "Multivariate and multiple permutation tests", Journal of
// Econometrics 193, 2016). For the groups of a small team it is exact only where the whole
// distributions are the same; the smaller group with the larger spread is the worst case
// (simulated: 6% to 8% instead of 5% at 4 against 12 with a ratio of 2.5, normal data).
//
// Exact: every split, the observed one included, p = extreme / splits. Sampled:
// p = (extreme + 1) / (m + 1): B. Phipson and G. K. Smyth, "Permutation p-values should never be
// zero", Statistical Applications in Genetics and Molecular Biology 9 (2010).
// Extreme: statistic >= observed * (1 - tie_tolerance). That is how ties count: sums in another
// order differ in their last digits.
//
// Large groups. Above SplitLimits::units people in the smaller group, people are first put into
// bundles of one size, at random within their group, and whole bundles change sides. Those splits
// form a subgroup of all, so p is as valid as before (J. Hemerik and J. Goeman, "Exact testing with
// random permutations", TEST 27, 2018), and with thousands of bundles nothing of note is lost.
// What it buys: the time no longer grows with the groups.
//
// Degenerate data. Everybody in one place: statistic 0, p = 1. A split whose groups differ and
// have no spread at all: unboundedly extreme. Sums of squares below 1e-12 of the total count as
// no spread, differences below 1e-12 of the root mean square as none: they are rounding noise.
#pragma once

#include "model/statistics/permutation_plan.hpp"

#include <Eigen/Core>

#include <array>
#include <cstdint>

namespace assess {

struct CentroidTests {
    PermutationResult plane;                   ///< Wd*
    std::array<PermutationResult, 2> diagonal; ///< index = Diagonal; statistic: t squared
};

/// `first` and `second`: one row a person, x and y; at least two rows each; finite. The result
/// depends on the order of the rows and of the groups in the last digits of the statistic and,
/// when sampled, in which splits are drawn: give them in one fixed order.
/// Cost: about 7 ns a split when exact, about 1 ns a split and person (or bundle) of the smaller
/// group when sampled (twice that without AVX2); 36 bytes a person.
CentroidTests centroid_tests(const Eigen::MatrixX2d& first, const Eigen::MatrixX2d& second,
                             const SplitLimits& limits, std::uint64_t seed);

} // namespace assess
