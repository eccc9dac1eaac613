// Between the assessment's plain values and the matrices that the statistics compute with. For
// sources that compute; headers name the plain values only, so that Eigen stays out of them.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/scatter.hpp"

#include <Eigen/Core>

#include <span>

namespace assess {

inline Eigen::Vector2d to_vector(const Point& point) {
    return {point.x, point.y};
}
inline Point to_point(const Eigen::Vector2d& vector) {
    return {vector.x(), vector.y()};
}

/// A row for each point.
Eigen::MatrixX2d to_matrix(std::span<const Point> points);
Covariance to_covariance(const Eigen::Matrix2d& matrix);

/// What the statistics know of a group: only for one with a centroid and a covariance.
Scatter scatter_of(const Group& group);

} // namespace assess
