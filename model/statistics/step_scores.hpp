// Means of answers on a scale of steps, and their difference between two groups, for few answers.
//
// On a scale with ends, Student's and Welch's t fail where they are needed most: a handful of
// people at one end show no variance, and the intervals claim to be sure. Counted exactly over all
// histograms of 3 to 12 answers on five steps, Welch's interval says "at least one step apart" of
// groups that are one step apart up to 46% of the time where it should be 2.5%; with a floor under
// the variance (1/12, that of rounding to whole steps) still up to 42%.
//
// The remedy is that of Agresti and Caffo for proportions (American Statistician 54, 2000), with
// the half answers that Jeffreys' prior adds: half an answer at each end of the scale joins each
// group before Welch's formulas are used. Counted the same way, that stays at 3.1% or below; a
// quarter reaches 10%, and a whole one costs most of the power (tests/oracles/step_scores.R).
//
// Assumes that people answer independently, and takes the steps as equally far apart. Units: steps.
#pragma once

#include "model/statistics/sample.hpp"
#include "model/statistics/welch.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace assess {

/// Mean of the steps (the first is 1); 0 without answers. `counts`: answers at each step.
double mean_step(std::span<const std::size_t> counts);

/// The sample with half an answer added at each end.
Sample with_half_at_ends(std::span<const std::size_t> counts);

/// Interval of a mean, within the scale, never without the mean itself. Nothing for fewer than two
/// answers.
std::optional<Interval> mean_step_interval(std::span<const std::size_t> counts, double level);

/// First mean less second. Nothing where a group has fewer than two answers.
struct StepDifference {
    Interval interval; ///< never without the plain difference of the means
    /// One-sided p of "the means are no more than `threshold` apart, in the direction that the
    /// answers show": below (1 - level) / 2 where the interval lies beyond the threshold.
    double p_beyond = 1;
};
std::optional<StepDifference> step_difference(std::span<const std::size_t> first,
                                              std::span<const std::size_t> second, double threshold,
                                              double level);

} // namespace assess
