// Welch's t: do two means differ, where the two variances need not be the same?
//
// B. L. Welch, "The generalization of 'Student's' problem when several different population
// variances are involved", Biometrika 34 (1947); degrees of freedom after F. E. Satterthwaite,
// Biometrics Bulletin 2 (1946).
// Assumes independent people, and means that are roughly normal. It fails (covers too little) for
// small samples that are strongly skewed: simulated coverage 0.90 instead of 0.95 for lognormal
// data with n of 5 or 8. Units: those of the values.
#pragma once

#include "model/statistics/sample.hpp"

#include <optional>

namespace assess {

struct WelchTest {
    double difference = 0;         ///< mean of the first less mean of the second
    double sampling_variance = 0;  ///< squared standard error of the difference
    double degrees_of_freedom = 0; ///< Welch-Satterthwaite
    double t = 0;
    double p = 1; ///< two-sided
};

/// Nothing where a sample has fewer than two values or neither has any variance. Where one has
/// none, the formulas hold as they are: the standard error is the other's, with its n - 1.
std::optional<WelchTest> welch_test(const Sample& first, const Sample& second);

struct Interval {
    double lower = 0;
    double upper = 0;
    double degrees_of_freedom = 0;
};

/// Interval for the difference of the means. `known_variance` is a second, independent source of
/// error whose variance is known and not estimated (here: where the tools stand). It adds to the
/// squared standard error. Satterthwaite's formula matches the first two moments of the estimated
/// variance; a known part has no variance of its own, that is, infinite degrees of freedom, and so
/// appears in the numerator only.
///
/// With few people that formula can credit the known part with so many degrees of freedom that
/// the interval gets narrower as an error is added (M. Ballico, Metrologia 37, 2000). The interval
/// returned is never narrower than the one without the known part.
/// Nothing where welch_test() gives nothing. `level` lies between 0 and 1.
std::optional<Interval> welch_interval(const Sample& first, const Sample& second, double level,
                                       double known_variance = 0);

} // namespace assess
