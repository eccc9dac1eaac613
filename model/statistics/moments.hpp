// Mean and covariance of positions, with n - 1; summed as summarize() does (sample.hpp).
#pragma once

#include <Eigen/Core>

namespace assess {

/// Mean of the rows; zero where there are none.
Eigen::Vector2d mean_of(const Eigen::MatrixX2d& rows);

/// Covariance of the rows; needs at least two.
Eigen::Matrix2d covariance_of(const Eigen::MatrixX2d& rows);

} // namespace assess
