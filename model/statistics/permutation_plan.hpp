// Which splits a permutation test looks at, and the p that comes of it: one rule for all tests.
#pragma once

#include "model/statistics/centroid_tests.hpp"

#include <cstddef>
#include <cstdint>

namespace assess {

/// Random splits are never fewer than this for the sake of time: p is good to a thousandth.
inline constexpr std::uint64_t fewest_random_splits = 999;

/// A result with everything but the statistic, the count and p. `size` of `people` are chosen, by
/// convention the smaller group. `cost` is the work of one random split and `budget` that of the
/// whole test, in one unit: where the policy's number of splits would cost more, fewer are drawn
/// (all of them printed in the report), though not fewer than fewest_random_splits.
PermutationResult plan_permutation(std::size_t people, std::size_t size, const SplitLimits& limits,
                                   double cost, double budget);

/// count / splits where all were enumerated, the observed one among them; else
/// (count + 1) / (splits + 1).
double permutation_p(const PermutationResult& result);

} // namespace assess
