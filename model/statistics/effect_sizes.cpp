#include "model/statistics/effect_sizes.hpp"

#include "model/statistics/principal_axes.hpp"
#include "model/statistics/scatter.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

/// v' M^-1 v along the axes of M; M must not be a line.
double squared_length(const Eigen::Vector2d& v, const PrincipalAxes& axes) {
    const Eigen::Vector2d along = axes.direction();
    const double major = v.dot(along);
    const double minor = v.dot(Eigen::Vector2d(-along.y(), along.x()));
    return major * major / axes.major + minor * minor / axes.minor;
}

double log_determinant(const PrincipalAxes& axes) {
    return std::log(axes.major) + std::log(axes.minor);
}

} // namespace

std::optional<MahalanobisDistance> mahalanobis_distance(const Scatter& first,
                                                        const Scatter& second) {
    if (first.n < 2 || second.n < 2) {
        return std::nullopt;
    }
    const auto n_first = static_cast<double>(first.n);
    const auto n_second = static_cast<double>(second.n);
    const double people = n_first + n_second;
    const PrincipalAxes pooled = principal_axes(
        ((n_first - 1) * first.covariance + (n_second - 1) * second.covariance) / (people - 2));
    if (pooled.is_line()) {
        return std::nullopt;
    }
    const double square = squared_length(first.mean - second.mean, pooled);
    MahalanobisDistance result;
    result.d = std::sqrt(square);
    if (people > 5) {
        result.unbiased_square =
            (people - 5) / (people - 2) * square - 2 * people / (n_first * n_second);
    }
    return result;
}

std::optional<double> bhattacharyya_coefficient(const Scatter& first, const Scatter& second) {
    const PrincipalAxes one = principal_axes(first.covariance);
    const PrincipalAxes other = principal_axes(second.covariance);
    if (one.is_line() || other.is_line()) {
        return std::nullopt;
    }
    const PrincipalAxes middle = principal_axes((first.covariance + second.covariance) / 2);
    const double distance =
        squared_length(first.mean - second.mean, middle) / 8 +
        (log_determinant(middle) - (log_determinant(one) + log_determinant(other)) / 2) / 2;
    return std::exp(-std::max(distance, 0.0));
}

double gaussian_wasserstein_squared(const Scatter& first, const Scatter& second) {
    const PrincipalAxes one = principal_axes(first.covariance);
    const PrincipalAxes other = principal_axes(second.covariance);
    // On the plane the trace of the root of S1^1/2 S2 S1^1/2 follows from its trace and
    // determinant: sqrt(tr(S1 S2) + 2 sqrt(det S1 det S2)).
    const double product = first.covariance.cwiseProduct(second.covariance).sum();
    const double determinants =
        std::sqrt(one.major * other.major) * std::sqrt(one.minor * other.minor);
    const double root = std::sqrt(std::max(product + 2 * determinants, 0.0));
    const double spreads = first.covariance.trace() + second.covariance.trace() - 2 * root;
    return (first.mean - second.mean).squaredNorm() + std::max(spreads, 0.0);
}

} // namespace assess
