// Mean, variance and covariance of a sample, with n - 1.
//
// Two passes about the first value, so that equal values give that value as their mean and 0 as
// their variance, exactly. Sums run in the order of the rows, one after the other, and not in the
// order that a processor's vector width suggests: the same bytes everywhere.
// Units: those of the values, squared for variances. Values must be finite.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <span>

namespace assess {

/// What is at most this part of the largest value is rounding noise: the same place reached by
/// different sums.
inline constexpr double negligible = 1e-12;

/// A sample of one coordinate.
struct Sample {
    std::size_t n = 0;
    double mean = 0;     ///< 0 where n = 0
    double variance = 0; ///< with n - 1; 0 where n < 2
};

/// A standard deviation that is `negligible` beside the largest absolute value counts as 0.
Sample summarize(std::span<const double> values);

/// Mean of the rows; zero where there are none.
Eigen::Vector2d mean_of(const Eigen::MatrixX2d& rows);

/// Covariance of the rows; needs at least two.
Eigen::Matrix2d covariance_of(const Eigen::MatrixX2d& rows);

} // namespace assess
