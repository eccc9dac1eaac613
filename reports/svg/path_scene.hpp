// What stands on a drawing of paths, in page coordinates: shared by the drawing and its labels.
#pragma once

#include "reports/svg/path_figure.hpp"
#include "reports/svg/plane_scene.hpp"

#include <optional>
#include <vector>

namespace assess::reports {

enum class PathPlace : unsigned char { First, Between, Last, Only };

struct PathMark {
    std::size_t group = 0;
    std::size_t point = 0; ///< index into the group's points
    PathPlace place = PathPlace::Only;
    double x = 0;
    double y = 0;
    double radius = 0;
};

/// From one mark to the next, shortened so that it touches neither.
struct PathLine {
    std::size_t group = 0;
    Segment line;
    bool skips = false; ///< a moment without a place lies between
    bool arrow = false; ///< long enough for a head
};

struct PathScene {
    const PathPlan& plan;
    PlaneLayout layout;
    std::vector<PathMark> marks;
    std::vector<PathLine> lines;
    std::vector<std::optional<PageEllipse>> sure; ///< one a group
    std::vector<FixedText> quadrants;             ///< their names
};

PathScene make_path_scene(const PathPlan& plan, const PlaneLayout& layout);

/// Length and half the width of an arrow's head.
inline constexpr double path_head = 9;
inline constexpr double path_head_half = 4;

struct PathLabel {
    std::size_t mark = 0;
    std::vector<std::string> lines; ///< the first one strong for the last mark of a group
    bool strong = false;
    Box box;
    std::optional<Segment> leader;
};

/// No two overlap, none leaves the frame or covers a mark. Marks without room have no label.
std::vector<PathLabel> label_paths(const PathScene& scene);

double font_of(const PathScene& scene, const PathLabel& label, std::size_t line);

} // namespace assess::reports
