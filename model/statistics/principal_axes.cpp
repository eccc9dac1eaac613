#include "model/statistics/principal_axes.hpp"

#include <algorithm>

namespace assess {

PrincipalAxes principal_axes(const Eigen::Matrix2d& covariance) {
    const double xx = covariance(0, 0);
    const double xy = covariance(0, 1);
    const double yy = covariance(1, 1);
    const double half_difference = (xx - yy) / 2;
    PrincipalAxes axes;
    axes.major = (xx + yy) / 2 + std::sqrt(half_difference * half_difference + xy * xy);
    if (axes.major > 0) {
        // Ratios first: the determinant of tiny variances would underflow.
        const double minor = xx / axes.major * yy - xy / axes.major * xy;
        // The last digits of the entries are noise, and so is what they leave of the determinant.
        axes.minor = minor > 1e-14 * axes.major ? std::min(minor, axes.major) : 0;
    }
    axes.angle = std::atan2(2 * xy + 0.0, xx - yy) / 2; // + 0.0: never -0, which turns to -pi/2
    return axes;
}

} // namespace assess
