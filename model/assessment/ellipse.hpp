// Ellipses for figures: where a group's people stand, and how sure its centroid is.
//
// The shadow of { c + x : x' S^-1 x <= k^2 } on any line is k standard deviations to either side of
// the centre. So with k = 2 it shows two standard deviations of the people in every direction (D.
// W. Lefever, "Measuring geographic concentration by means of the standard deviational ellipse",
// American Journal of Sociology 32, 1926, has the same axes with k = 1); and with
// k = t / sqrt(n), t the quantile of Student's t with n - 1 degrees of freedom, its shadow is the
// t interval of the centroid on that line. The latter holds for each line on its own, as every
// interval of the report does: the chance that the whole ellipse holds the true centroid is lower
// than the level. Assumes roughly normal means. Units: those of the positions; angles in radians.
// A line gives an ellipse without width, one place an ellipse without size.
#pragma once

#include "model/assessment/group.hpp"

#include <optional>

namespace assess {

struct Ellipse {
    Point centre;
    double semi_major = 0;
    double semi_minor = 0;
    double angle = 0; ///< of the longer axis from the x axis, in (-pi/2, pi/2]
};

/// The people's ellipse, `deviations` standard deviations wide. Nothing for a group without a
/// covariance or of fewer than three people: two always make a line.
std::optional<Ellipse> people_ellipse(const Group& group, double deviations = 2);

/// The centroid's ellipse; `level` lies between 0 and 1. Nothing where the people have none.
std::optional<Ellipse> centroid_ellipse(const Group& group, double level);

} // namespace assess
