#include "reports/svg/path_scene.hpp"

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace {

PathPlace place_in_path(std::size_t point, std::size_t points) {
    if (points == 1) {
        return PathPlace::Only;
    }
    return point == 0            ? PathPlace::First
           : point + 1 == points ? PathPlace::Last
                                 : PathPlace::Between;
}

double radius_of(PathPlace place, const PlaneLayout& layout) {
    switch (place) {
    case PathPlace::First:
        return layout.centre * 0.85;
    case PathPlace::Between:
        return layout.centre * 0.4;
    case PathPlace::Last:
    case PathPlace::Only:
        break;
    }
    return layout.centre;
}

void add_line(PathScene& scene, const PathMark& from, const PathMark& to, bool skips) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    constexpr double shape = 1.3; // how far shapes of one area reach beyond a circle
    const double start = from.radius * shape + 2;
    const double end = length - to.radius * shape - 2;
    if (end - start < 2) {
        return;
    }
    scene.lines.push_back({from.group,
                           {from.x + dx * start / length, from.y + dy * start / length,
                            from.x + dx * end / length, from.y + dy * end / length},
                           skips,
                           end - start >= path_head + 3});
}

} // namespace

PathScene make_path_scene(const PathPlan& plan, const PlaneLayout& layout) {
    PathScene scene{plan, layout, {}, {}, {}, quadrant_names(layout)};
    for (std::size_t group = 0; group < plan.groups.size(); ++group) {
        const auto& points = plan.groups[group].points;
        const auto first = scene.marks.size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto place = place_in_path(i, points.size());
            scene.marks.push_back({group, i, place, layout.x_of(points[i].place.x),
                                   layout.y_of(points[i].place.y), radius_of(place, layout)});
        }
        scene.sure.push_back(points.empty() ? std::nullopt : on_page(layout, points.back().sure));
        if (points.size() < 2) {
            continue;
        }
        auto& open = scene.marks[first];
        const auto& last = scene.marks.back();
        if (std::hypot(last.x - open.x, last.y - open.y) < layout.centre * 1.2) {
            open.radius = layout.centre * 1.6; // a ring round the solid mark, so that both show
        }
        for (std::size_t i = 1; i < points.size(); ++i) {
            add_line(scene, scene.marks[first + i - 1], scene.marks[first + i],
                     points[i].moment > points[i - 1].moment + 1);
        }
    }
    return scene;
}

} // namespace assess::reports
