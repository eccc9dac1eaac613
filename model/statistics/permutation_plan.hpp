// Which splits a permutation test looks at, and the p that comes of it: one rule for all tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace assess {

struct SplitLimits {
    std::uint64_t exact = 10'000'000; ///< enumerate where there are at most so many splits
    std::uint64_t random = 9'999;     ///< else draw so many
    std::size_t units = 10'000;       ///< draw people one by one up to so many, else in bundles
};

/// A statistic that falls short of the observed one by no more than this part of it is a tie.
inline constexpr double tie_tolerance = 1e-9;

struct PermutationResult {
    /// Nothing where it is unboundedly large.
    std::optional<double> statistic;
    double p = 1;                          ///< in (0, 1]
    std::uint64_t splits = 0;              ///< enumerated, or drawn
    std::uint64_t at_least_as_extreme = 0; ///< of these; an exact test counts the observed split
    bool exact = false;
    /// The smallest p that these sizes could have given: 1 / C(N, n1), twice that for groups of
    /// one size (exchanging them gives the same statistic), and when sampled at least 1 / (m + 1).
    /// A lower bound: ties in the data can keep p above it.
    double smallest_p = 1;
};

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
