#include "model/statistics/krishnamoorthy_yu.hpp"

#include "model/statistics/distributions.hpp"
#include "model/statistics/fisher_f.hpp"
#include "model/statistics/principal_axes.hpp"
#include "model/statistics/scatter.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

/// Covariance of a mean, seen along the axes of both groups' together.
Eigen::Matrix2d error_along(const Scatter& group, const Eigen::Matrix2d& axes) {
    return axes.transpose() * group.covariance * axes / static_cast<double>(group.n);
}

/// tr(A^2) + tr(A)^2 over n - 1, with A the group's part of the whole error.
double part(const Eigen::Matrix2d& share, std::size_t n) {
    const double trace = share.trace();
    return ((share * share).trace() + trace * trace) / static_cast<double>(n - 1);
}

std::optional<KrishnamoorthyYu> on_the_line(const Eigen::Vector2d& gap, double whole, double first,
                                            double second, const Scatter& one,
                                            const Scatter& other) {
    // Off the line by more than the line's own width counts as: a gap that nothing can measure.
    if (std::abs(gap.y()) > 1e-5 * std::sqrt(whole)) {
        return std::nullopt;
    }
    const double a = first / whole;
    const double b = second / whole;
    KrishnamoorthyYu test;
    test.dimensions = 1;
    test.t2 = gap.x() * gap.x() / whole;
    test.degrees_of_freedom = std::min(
        1 / (a * a / static_cast<double>(one.n - 1) + b * b / static_cast<double>(other.n - 1)),
        most_degrees_of_freedom);
    test.f = test.t2;
    test.p = fisher_f_upper(test.f, 1, test.degrees_of_freedom);
    return test;
}

} // namespace

std::optional<KrishnamoorthyYu> krishnamoorthy_yu(const Scatter& first, const Scatter& second) {
    if (first.n < 2 || second.n < 2) {
        return std::nullopt;
    }
    const PrincipalAxes whole = principal_axes(first.covariance / static_cast<double>(first.n) +
                                               second.covariance / static_cast<double>(second.n));
    if (whole.is_point()) {
        return std::nullopt;
    }
    Eigen::Matrix2d axes;
    axes.col(0) = whole.direction();
    axes.col(1) = Eigen::Vector2d(-axes(1, 0), axes(0, 0));
    const Eigen::Vector2d gap = axes.transpose() * (first.mean - second.mean);
    const Eigen::Matrix2d error_first = error_along(first, axes);
    const Eigen::Matrix2d error_second = error_along(second, axes);
    if (whole.is_line()) {
        return on_the_line(gap, whole.major, error_first(0, 0), error_second(0, 0), first, second);
    }

    // Along its own axes, in units of its own standard errors, the whole error is the identity.
    const Eigen::Vector2d unit(1 / std::sqrt(whole.major), 1 / std::sqrt(whole.minor));
    const Eigen::Matrix2d share_first = unit.asDiagonal() * error_first * unit.asDiagonal();
    const Eigen::Matrix2d share_second = unit.asDiagonal() * error_second * unit.asDiagonal();
    constexpr double p = 2;
    KrishnamoorthyYu test;
    test.t2 = gap.cwiseProduct(unit).squaredNorm();
    test.degrees_of_freedom =
        std::min((p + p * p) / (part(share_first, first.n) + part(share_second, second.n)),
                 most_degrees_of_freedom);
    const double below = test.degrees_of_freedom - p + 1;
    if (below <= 1e-9) {
        return std::nullopt;
    }
    test.f = test.t2 * below / (test.degrees_of_freedom * p);
    test.p = fisher_f_upper(test.f, p, below);
    return test;
}

} // namespace assess
