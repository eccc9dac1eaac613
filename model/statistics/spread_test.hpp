// Do two groups spread differently? PERMDISP: an analysis of variance of everybody's distance to
// the spatial median of their own group, with a permutation of the residuals.
//
// M. J. Anderson, "Distance-based tests for homogeneity of multivariate dispersions", Biometrics 62
// (2006). A median fitted to n people lies too near to them; times sqrt(n / (n - 1)) the distances
// of a small group are comparable with those of a large one: A. C. Stier, S. W. Geange,
// K. M. Hanson, B. M. Bolker, Ecology 94 (2013), and betadisper(bias.adjust = TRUE) of R's vegan.
// What is permuted are the distances less their group's mean, so that the spread of the other
// group does not leak into the reference. The observed order of the residuals gives F = 0 and is
// no sample of the statistic: hence p = (extreme + 1) / (splits + 1), enumerated or drawn, and so
// at least 1 / (splits + 1). Extreme: F >= observed * (1 - tie_tolerance), as in
// centroid_tests.hpp.
//
// Assumes independent people whose distances, but for their level, are distributed alike in both
// groups. With few people in a group its residuals are too small and the test rejects too often.
// It fails with two people in a group: both stand equally far from their median, whatever they
// answered, so that nothing is left to permute. Units: distances in those of the positions; F has
// none.
#pragma once

#include "model/statistics/permutation_plan.hpp"
#include "model/statistics/sample.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace assess {

/// Distance of each row to the rows' spatial median, times sqrt(n / (n - 1)). Empty where there
/// are fewer than two rows.
std::vector<double> adjusted_distances(const Eigen::MatrixX2d& rows);

struct SpreadTest {
    PermutationResult permutation; ///< statistic: F
    double f_p = 1;                ///< cross-check: P(F(1, N - 2) >= F)
    Sample first;                  ///< of the distances
    Sample second;
};

/// Fewest people in a group for whom the test means anything.
inline constexpr std::size_t fewest_for_spread_test = 3;

/// `first` and `second`: a distance a person, finite and not negative, in a fixed order. Nothing
/// where a group has fewer than fewest_for_spread_test, or where the levels differ and within each
/// group everybody stands equally far from the median: then there is no residual to permute.
/// Cost: about 1 ns a split when exact, about 1 ns a split and person of the smaller group when
/// sampled; beyond some 10,000 people in the smaller group fewer splits are drawn, not fewer than
/// 999.
std::optional<SpreadTest> spread_test(std::span<const double> first, std::span<const double> second,
                                      const SplitLimits& limits, std::uint64_t seed);

} // namespace assess
