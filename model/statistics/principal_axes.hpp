// The two axes of a covariance matrix on the plane, in closed form.
//
// The smaller variance is found as determinant over the larger: its error is of the size of a
// double's last digit of the larger one. So a matrix counts as a line (singular) where the
// smaller is at most 1e-10 of the larger, that is, where the people stand off the line by less
// than 1e-5 of their spread along it. Such a matrix is never inverted.
// Units: variances in the square of the positions'; the angle in radians.
#pragma once

#include <Eigen/Core>

#include <cmath>

namespace assess {

struct PrincipalAxes {
    double major = 0; ///< variance along the longer axis
    double minor = 0; ///< variance across it, never negative
    double angle = 0; ///< of the longer axis from the x axis, in (-pi/2, pi/2]; 0 for a circle

    [[nodiscard]] Eigen::Vector2d direction() const { return {std::cos(angle), std::sin(angle)}; }
    /// Everybody on one line, or at one place.
    [[nodiscard]] bool is_line() const { return minor <= 1e-10 * major; }
    [[nodiscard]] bool is_point() const { return major <= 0; }
};

/// `covariance` is symmetric, with finite entries.
PrincipalAxes principal_axes(const Eigen::Matrix2d& covariance);

} // namespace assess
