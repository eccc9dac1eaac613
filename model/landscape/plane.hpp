// The plane of the MLOps landscape and its two diagonals.
// Source: L. J. V. Miranda, "Navigating the MLOps tooling landscape" (2021).
#pragma once

#include <Eigen/Core>

#include <array>
#include <cstdint>
#include <string_view>

namespace assess {

/// A point (x, y) of the plane, both in [-1, 1].
/// x runs from software-focused to model-focused, y from piecemeal to all-in-one.
using Point = Eigen::Vector2d;

/// The two diagonals along which gaps are read.
enum class Diagonal : std::uint8_t {
    Orchestration, ///< any-task orchestration (lower left) to ML-task orchestration (upper right)
    Building       ///< building software (upper left) to building models (lower right)
};
inline constexpr std::array diagonals{Diagonal::Orchestration, Diagonal::Building};

/// Coordinate along a diagonal, in [-1, 1]: orchestration (x + y) / 2, building (x - y) / 2.
inline double along(Diagonal diagonal, const Point& point) {
    return diagonal == Diagonal::Orchestration ? (point.x() + point.y()) / 2
                                               : (point.x() - point.y()) / 2;
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
    if (point.y() >= 0) {
        return point.x() >= 0 ? Quadrant::MachineLearningPlatforms : Quadrant::CloudPlatforms;
    }
    return point.x() >= 0 ? Quadrant::SpecializedMlTools : Quadrant::StandardSweTools;
}

/// "orchestration", "building".
std::string_view id_of(Diagonal diagonal);
/// "cloud-platforms", "machine-learning-platforms", "specialized-ml-tools", "standard-swe-tools".
std::string_view id_of(Quadrant quadrant);
/// "Cloud platforms", "Machine learning platforms", ...
std::string_view name_of(Quadrant quadrant);

} // namespace assess
