#include "model/statistics/moments.hpp"

#include "model/statistics/sample.hpp"

#include <span>

namespace assess {
namespace {

std::span<const double> column(const Eigen::MatrixX2d& rows, Eigen::Index index) {
    return {rows.col(index).data(), static_cast<std::size_t>(rows.rows())};
}

} // namespace

Eigen::Vector2d mean_of(const Eigen::MatrixX2d& rows) {
    return {mean_of(column(rows, 0)), mean_of(column(rows, 1))};
}

Eigen::Matrix2d covariance_of(const Eigen::MatrixX2d& rows) {
    const Eigen::Vector2d mean = mean_of(rows);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        const double x = rows(row, 0) - mean.x();
        const double y = rows(row, 1) - mean.y();
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    Eigen::Matrix2d covariance;
    covariance << xx, xy, xy, yy;
    return covariance / static_cast<double>(rows.rows() - 1);
}

} // namespace assess
