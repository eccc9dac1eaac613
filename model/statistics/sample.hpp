// Mean and variance of one coordinate, with n - 1.
//
// Two passes about the first value, so that equal values give that value as their mean and 0 as
// their variance, exactly. Sums run in the order of the values, one after the other, and not in the
// order that a processor's vector width suggests: the same bytes everywhere.
// Units: those of the values, squared for variances. Values must be finite.
#pragma once

#include <cstddef>
#include <span>

namespace assess {

/// What is at most this part of the largest value is rounding noise: the same place reached by
/// different sums.
inline constexpr double negligible = 1e-12;

struct Sample {
    std::size_t n = 0;
    double mean = 0;     ///< 0 where n = 0
    double variance = 0; ///< with n - 1; 0 where n < 2
};

/// A standard deviation that is `negligible` beside the largest absolute value counts as 0.
Sample summarize(std::span<const double> values);

/// The mean alone; 0 where there are none.
double mean_of(std::span<const double> values);

} // namespace assess
