#include "model/assessment/ellipse.hpp"

#include "model/assessment/matrices.hpp"
#include "model/statistics/distributions.hpp"
#include "model/statistics/principal_axes.hpp"

#include <cmath>

namespace assess {

std::optional<Ellipse> people_ellipse(const Group& group, double deviations) {
    if (group.placed < 3 || !group.centroid || !group.covariance) {
        return std::nullopt;
    }
    const PrincipalAxes axes = principal_axes(scatter_of(group).covariance);
    return Ellipse{*group.centroid, deviations * std::sqrt(axes.major),
                   deviations * std::sqrt(axes.minor), axes.angle};
}

std::optional<Ellipse> centroid_ellipse(const Group& group, double level) {
    if (group.placed < 3) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(group.placed);
    return people_ellipse(group, student_t_quantile((1 + level) / 2, n - 1) / std::sqrt(n));
}

} // namespace assess
