// Positions for the property tests: random and degenerate ones.
#pragma once

#include "model/assessment/matrices.hpp"
#include "model/statistics/moments.hpp"
#include "model/statistics/random.hpp"
#include "model/statistics/scatter.hpp"

#include <Eigen/Core>

#include <cmath>
#include <numbers>

namespace assess::clouds {

inline constexpr std::uint64_t test_seed = 20210519;

/// Roughly normal, with this standard deviation.
inline Eigen::MatrixX2d normal(Random& random, int people, double deviation) {
    Eigen::MatrixX2d rows(people, 2);
    for (Eigen::Index i = 0; i < rows.size(); ++i) {
        double sum = 0;
        for (int k = 0; k < 12; ++k) {
            sum += random.below(1'000'001) / 1e6 - 0.5;
        }
        rows(i) = deviation * sum;
    }
    return rows;
}

inline Eigen::MatrixX2d all_at(int people, double x, double y) {
    return Eigen::RowVector2d(x, y).replicate(people, 1);
}

/// Few places, some of them on one line, close together or far from the centre.
inline Eigen::MatrixX2d degenerate(Random& random, int people) {
    const auto places = 1 + static_cast<int>(random.below(4));
    const double spread = std::pow(10.0, -static_cast<double>(random.below(8)));
    Eigen::MatrixX2d spots = normal(random, places, spread);
    if (random.below(2) == 0) {
        spots.col(1) = spots.col(0) * 0.3;
    }
    if (random.below(3) == 0) {
        spots.rowwise() += Eigen::RowVector2d(0.9, -0.7);
    }
    Eigen::MatrixX2d rows(people, 2);
    for (int i = 0; i < people; ++i) {
        rows.row(i) = spots.row(static_cast<int>(random.below(static_cast<std::uint32_t>(places))));
    }
    return rows;
}

inline Eigen::MatrixX2d shuffled(Random& random, Eigen::MatrixX2d rows) {
    for (Eigen::Index i = rows.rows() - 1; i > 0; --i) {
        const auto j = static_cast<Eigen::Index>(random.below(static_cast<std::uint32_t>(i) + 1));
        rows.row(i).swap(rows.row(j));
    }
    return rows;
}

/// Turned about the centre, made larger or smaller, then moved.
struct Motion {
    double angle = 0;
    double scale = 1;
    Eigen::RowVector2d shift = Eigen::RowVector2d::Zero();

    [[nodiscard]] Eigen::Vector2d of(const Eigen::Vector2d& point) const {
        return scale * turn() * point + shift.transpose();
    }
    [[nodiscard]] Eigen::MatrixX2d of(const Eigen::MatrixX2d& rows) const {
        return (scale * rows * turn().transpose()).rowwise() + shift;
    }
    [[nodiscard]] Eigen::Matrix2d turn() const {
        Eigen::Matrix2d matrix;
        matrix << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle);
        return matrix;
    }
};

inline Motion motion(Random& random) {
    return {.angle = random.below(1000) / 1000.0 * 2 * std::numbers::pi,
            .scale = std::pow(10.0, random.below(7) - 3.0),
            .shift = Eigen::RowVector2d(random.below(2001) / 1000.0 - 1, 0.37)};
}

inline Scatter scatter(const Eigen::MatrixX2d& rows) {
    return {static_cast<std::size_t>(rows.rows()), mean_of(rows), covariance_of(rows)};
}

/// A group of which nothing else is known.
inline Group group(const Scatter& scatter) {
    Group made;
    made.placed = scatter.n;
    made.centroid = to_point(scatter.mean);
    made.covariance = to_covariance(scatter.covariance);
    return made;
}

} // namespace assess::clouds
