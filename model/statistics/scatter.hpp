// What the tests and measures of two groups know of each: how many, where, and how spread.
#pragma once

#include <Eigen/Core>

#include <cstddef>

namespace assess {

/// What one group contributes.
struct Scatter {
    std::size_t n = 0;
    Eigen::Vector2d mean = Eigen::Vector2d::Zero();
    Eigen::Matrix2d covariance = Eigen::Matrix2d::Zero(); ///< with n - 1
};

} // namespace assess
