// The empty plane: frame, axes, diagonals, the names of quadrants and ends; and ellipses on it.
#pragma once

#include "reports/svg/plane_scene.hpp"
#include "reports/svg/svg_writer.hpp"

#include <string>

namespace assess::reports {

/// The frame with its axes and both diagonals as arrows.
void draw_plane_frame(SvgWriter& svg, const PlaneLayout& layout);

/// The eight ends of axes and diagonals, round the frame like a compass, and the quadrants' names.
void draw_plane_ends(SvgWriter& svg, const PlaneLayout& layout);

/// Opens an inner <svg> that cuts off at the frame whatever reaches beyond it. Close it.
void open_clipped(SvgWriter& svg, const PlaneLayout& layout, const std::string& layer);

void draw_ellipse(SvgWriter& svg, const PageEllipse& ellipse, const std::string& classes);

} // namespace assess::reports
