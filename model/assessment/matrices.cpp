#include "model/assessment/matrices.hpp"

namespace assess {

Eigen::MatrixX2d to_matrix(std::span<const Point> points) {
    Eigen::MatrixX2d matrix(static_cast<Eigen::Index>(points.size()), 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        matrix.row(static_cast<Eigen::Index>(i)) << points[i].x, points[i].y;
    }
    return matrix;
}

Covariance to_covariance(const Eigen::Matrix2d& matrix) {
    return {matrix(0, 0), matrix(0, 1), matrix(1, 1)};
}

Scatter scatter_of(const Group& group) {
    Scatter scatter{group.placed, to_vector(*group.centroid), {}};
    const Covariance& covariance = *group.covariance;
    scatter.covariance << covariance.xx, covariance.xy, covariance.xy, covariance.yy;
    return scatter;
}

} // namespace assess
