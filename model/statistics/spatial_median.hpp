// The spatial median: the point with the least mean distance to everybody (geometric or L1 median).
// Half the people may move as far as they like without dragging it along, unlike the mean.
//
// Y. Vardi and C.-H. Zhang, "The multivariate L1-median and associated data depth", PNAS 97 (2000).
// The objective has a kink at every data point, where a plain iteration stalls. So the place
// nearest to the current point is tested first: it is the median when the sum of the unit vectors
// from it to the others is no longer than its multiplicity. Away from the data the objective is
// smooth and convex: Newton's method with a line search, to the last digits; from a data point
// that is not the median, the authors' step.
// Positions on one line have a whole interval of medians where n is even: its midpoint is taken
// (the one-dimensional median). One place: that place.
//
// Units: those of the positions. Positions must be finite. Places closer together than 1e-12 of the
// largest coordinate are one place: that is rounding noise. Depends on no order of the rows.
// Cost: O(n log n) for sorting, then some ten to twenty passes; 24 bytes a person. At n = 100,000
// about 30 ms.
#pragma once

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace assess {

struct SpatialMedian {
    Eigen::Vector2d point = Eigen::Vector2d::Zero();
    double mean_distance = 0; ///< of the rows to it; 0 where all stand at one place
    bool at_data_point = false;
    bool on_line = false; ///< all rows lie on one line, or at one place
};

/// Nothing where there are no rows.
std::optional<SpatialMedian> spatial_median(const Eigen::MatrixX2d& rows);

/// Distance of each row to `point`; those that are rounding noise of the coordinates are 0.
std::vector<double> distances_to(const Eigen::MatrixX2d& rows, const Eigen::Vector2d& point);

} // namespace assess
