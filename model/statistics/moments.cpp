#include "model/statistics/moments.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

std::span<const double> column(const Eigen::MatrixX2d& rows, Eigen::Index index) {
    return {rows.col(index).data(), static_cast<std::size_t>(rows.rows())};
}

double mean_about_first(std::span<const double> values) {
    if (values.empty()) {
        return 0;
    }
    double sum = 0;
    for (const double value : values) {
        sum += value - values.front();
    }
    return values.front() + sum / static_cast<double>(values.size());
}

} // namespace

Sample summarize(std::span<const double> values) {
    Sample sample{.n = values.size(), .mean = mean_about_first(values)};
    if (values.size() < 2) {
        return sample;
    }
    double sum = 0;
    double largest = 0;
    for (const double value : values) {
        const double deviation = value - sample.mean;
        sum += deviation * deviation;
        largest = std::max(largest, std::abs(value));
    }
    const double variance = sum / static_cast<double>(values.size() - 1);
    if (std::sqrt(variance) > negligible * largest) {
        sample.variance = variance;
    }
    return sample;
}

Eigen::Vector2d mean_of(const Eigen::MatrixX2d& rows) {
    return {mean_about_first(column(rows, 0)), mean_about_first(column(rows, 1))};
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
