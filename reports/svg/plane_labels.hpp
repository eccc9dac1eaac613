// Where the names stand on the drawn plane.
#pragma once

#include "reports/svg/plane_scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assess::reports {

struct LabelLine {
    std::string text;
    double size = 13;
    bool strong = false;
};

enum class LabelKind : unsigned char { Group, Gap, Tool, Note };

/// A label that found its place.
struct PlaneLabel {
    LabelKind kind = LabelKind::Tool;
    std::string_view tone; ///< class of the first line
    std::vector<LabelLine> lines;
    Box box;
    std::optional<Segment> leader;
};

struct PlaneLabels {
    std::vector<PlaneLabel> labels;
    std::vector<ToolIndex> unnamed; ///< tools in use that found no room, heaviest first
};

/// No two labels overlap, none leaves the frame, and none covers a group's centre. Some 5 to 15
/// milliseconds where a hundred tools are in use.
PlaneLabels label_plane(const PlaneScene& scene);

} // namespace assess::reports
