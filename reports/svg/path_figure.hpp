// How centroids move on the plane: a path a group, from its first place to its last.
#pragma once

#include "model/assessment/ellipse.hpp"
#include "model/facts/message.hpp"
#include "model/landscape/plane.hpp"
#include "reports/svg/figure.hpp"
#include "reports/svg/group_look.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

/// Where a group's centroid stood at one moment.
struct PathPoint {
    std::size_t moment = 0; ///< index into PathPlan::moments
    Point place;
    std::size_t people = 0;
    std::optional<Ellipse> sure; ///< how sure the place is; drawn for the last point only
};

struct GroupPath {
    Value name;
    GroupLook look;
    std::vector<PathPoint> points; ///< by moment, none twice; may be one or none
};

struct PathPlan {
    Value title = Message();
    Value moment_head = Message{"figure.head.round"}; ///< what a moment is, above its column
    std::vector<Value> moments;                       ///< names, oldest first: "2026 Q1", "before"
    std::vector<GroupPath> groups;
    double level = 0.95; ///< of the ellipses
};

/// The first mark of a path is open, the last one solid, those between are small. A group without a
/// place at the last moment has no solid mark. A line is dashed where a moment without a place lies
/// between. The tables hold every number.
Figure path_figure(const PathPlan& plan, Size size);

} // namespace assess::reports
