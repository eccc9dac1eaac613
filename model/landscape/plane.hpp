// The plane of the MLOps landscape and its two diagonals.
// Source: L. J. V. Miranda, "Navigating the MLOps tooling landscape" (2021).
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace assess {

/// A point (x, y) of the plane, both in [-1, 1], or the way from one point to another.
/// x runs from software-focused to model-focused, y from piecemeal to all-in-one.
struct Point {
    double x = 0;
    double y = 0;

    friend constexpr bool operator==(const Point&, const Point&) = default;
    constexpr Point& operator+=(const Point& other) {
        x += other.x;
        y += other.y;
        return *this;
    }
    constexpr Point& operator-=(const Point& other) {
        x -= other.x;
        y -= other.y;
        return *this;
    }
    constexpr Point& operator*=(double factor) {
        x *= factor;
        y *= factor;
        return *this;
    }
    constexpr Point& operator/=(double divisor) {
        x /= divisor;
        y /= divisor;
        return *this;
    }
};

constexpr Point operator+(Point a, const Point& b) {
    return a += b;
}
constexpr Point operator-(Point a, const Point& b) {
    return a -= b;
}
constexpr Point operator-(const Point& a) {
    return {-a.x, -a.y};
}
constexpr Point operator*(double factor, Point a) {
    return a *= factor;
}
constexpr Point operator*(Point a, double factor) {
    return a *= factor;
}
constexpr Point operator/(Point a, double divisor) {
    return a /= divisor;
}
constexpr double dot(const Point& a, const Point& b) {
    return a.x * b.x + a.y * b.y;
}
constexpr double squared_norm(const Point& a) {
    return dot(a, a);
}
inline double norm(const Point& a) {
    return std::sqrt(squared_norm(a));
}

/// A symmetric 2 x 2 matrix, of the variances and the covariance of the coordinates.
struct Covariance {
    double xx = 0;
    double xy = 0;
    double yy = 0;

    friend constexpr bool operator==(const Covariance&, const Covariance&) = default;
    [[nodiscard]] constexpr double trace() const { return xx + yy; }
    /// The variance along `direction`, times its squared length.
    [[nodiscard]] constexpr double along(const Point& direction) const {
        return dot(direction,
                   {xx * direction.x + xy * direction.y, xy * direction.x + yy * direction.y});
    }
};

/// The two diagonals along which gaps are read.
enum class Diagonal : std::uint8_t {
    Orchestration, ///< any-task orchestration (lower left) to ML-task orchestration (upper right)
    Building       ///< building software (upper left) to building models (lower right)
};
inline constexpr std::array diagonals{Diagonal::Orchestration, Diagonal::Building};

/// Coordinate along a diagonal, in [-1, 1]: orchestration (x + y) / 2, building (x - y) / 2.
inline double along(Diagonal diagonal, const Point& point) {
    return diagonal == Diagonal::Orchestration ? (point.x + point.y) / 2 : (point.x - point.y) / 2;
}

/// The quadrants, clockwise from the upper left. A point on an axis belongs to the side
/// of the positive coordinate (x >= 0 is model-focused, y >= 0 is all-in-one).
enum class Quadrant : std::uint8_t {
    CloudPlatforms,
    MachineLearningPlatforms,
    SpecializedMlTools,
    StandardSweTools
};
inline constexpr std::array quadrants{Quadrant::CloudPlatforms, Quadrant::MachineLearningPlatforms,
                                      Quadrant::SpecializedMlTools, Quadrant::StandardSweTools};

inline Quadrant quadrant_of(const Point& point) {
    if (point.y >= 0) {
        return point.x >= 0 ? Quadrant::MachineLearningPlatforms : Quadrant::CloudPlatforms;
    }
    return point.x >= 0 ? Quadrant::SpecializedMlTools : Quadrant::StandardSweTools;
}

/// "orchestration", "building".
std::string_view id_of(Diagonal diagonal);
/// "cloud-platforms", "machine-learning-platforms", "specialized-ml-tools", "standard-swe-tools".
std::string_view id_of(Quadrant quadrant);

} // namespace assess
