// How far a mean moved between two samples that share some of their people.
//
// B. Derrick, B. Russ, D. Toher and P. White, "Test statistics for the comparison of means for two
// samples that include both paired and independent observations", Journal of Modern Applied
// Statistical Methods 16 (2017): the test that does not assume equal variances (T_new2), also in
// B. Derrick, D. Toher and P. White, "How to compare the means of two samples that include paired
// observations and independent observations", The Quantitative Methods for Psychology 13 (2017).
// Without anybody in common it is Welch's t, with everybody in common the paired t.
// Assumes that people do not influence each other and means that are roughly normal. For normal
// values it keeps its level or is cautious: simulated errors of 0.000 to 0.054 where 0.05 is meant,
// for 2 to 30 people a sample, 1 to 27 in common and correlations from -0.5 to 0.9 (the oracle
// partly_paired.py prints them). Units: those of the values.
#pragma once

#include "model/statistics/welch.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace assess {

/// The same person as an index into the values before and into the values after.
using SamePerson = std::pair<std::uint32_t, std::uint32_t>;

struct MeanMovement {
    double difference = 0;         ///< mean after less mean before
    double sampling_variance = 0;  ///< squared standard error of the difference
    double degrees_of_freedom = 0; ///< 0: none, as nothing varies
    std::size_t in_both = 0;
};

/// Nothing where a sample is empty, or where one of them has fewer than two values and so no
/// variance. `both` names each index at most once a side. Linear in the number of values.
///
/// Where those in both have no correlation (one person, or one of the sides does not vary) it
/// counts as 0, which is cautious where people stay near where they were. Of two people in both it
/// is -1 or 1; the degrees of freedom make up for that. Where all are in both and all moved alike,
/// nothing varies.
std::optional<MeanMovement> mean_movement(std::span<const double> before,
                                          std::span<const double> after,
                                          std::span<const SamePerson> both);

/// Interval for the movement, `known_variance` added to its squared standard error as in
/// welch_interval(): never narrower than without it. Nothing where nothing varies. `level` lies
/// between 0 and 1.
std::optional<Interval> movement_interval(const MeanMovement& movement, double level,
                                          double known_variance = 0);

/// The first movement less the second, of independent people: the variances add, the degrees of
/// freedom after Satterthwaite. A movement that does not vary adds nothing to either.
MeanMovement difference_of(const MeanMovement& first, const MeanMovement& second);

} // namespace assess
