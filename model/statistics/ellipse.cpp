#include "model/statistics/ellipse.hpp"

#include "model/statistics/distributions.hpp"
#include "model/statistics/principal_axes.hpp"

#include <cmath>

namespace assess {

std::optional<Ellipse> people_ellipse(const Scatter& group, double deviations) {
    if (group.n < 3) {
        return std::nullopt;
    }
    const PrincipalAxes axes = principal_axes(group.covariance);
    return Ellipse{group.mean, deviations * std::sqrt(axes.major),
                   deviations * std::sqrt(axes.minor), axes.angle};
}

std::optional<Ellipse> centroid_ellipse(const Scatter& group, double level) {
    if (group.n < 3) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(group.n);
    return people_ellipse(group, student_t_quantile((1 + level) / 2, n - 1) / std::sqrt(n));
}

} // namespace assess
