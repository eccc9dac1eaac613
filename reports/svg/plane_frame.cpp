#include "reports/svg/plane_frame.hpp"

#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace assess::reports {
namespace {

void draw_end(SvgWriter& svg, std::string_view classes, double x, double y, double size,
              std::string_view anchor, const Message& text) {
    svg.words(
        "text",
        {{"class", classes}, {"x", x}, {"y", y}, {"font-size", size}, {"text-anchor", anchor}},
        worded(text));
}

} // namespace

void draw_plane_frame(SvgWriter& svg, const PlaneLayout& layout) {
    const auto& frame = layout.frame;
    const double middle_x = (frame.left + frame.right) / 2;
    const double middle_y = (frame.top + frame.bottom) / 2;
    svg.empty("rect", {{"class", "frame"},
                       {"x", frame.left},
                       {"y", frame.top},
                       {"width", frame.width()},
                       {"height", frame.height()}});
    svg.empty("path", {{"class", "axis"},
                       {"d", PathData()
                                 .move(frame.left, middle_y)
                                 .horizontal(frame.right)
                                 .move(middle_x, frame.top)
                                 .vertical(frame.bottom)
                                 .text()}});
    svg.open("g", {{"data-layer", "diagonals"}});
    constexpr double inset = 5;
    const double left = frame.left + inset;
    const double right = frame.right - inset;
    const double top = frame.top + inset;
    const double bottom = frame.bottom - inset;
    svg.empty("path", {{"class", "diag"},
                       {"d", PathData()
                                 .move(left, top)
                                 .line(right, bottom)
                                 .move(left, bottom)
                                 .line(right, top)
                                 .text()}});
    constexpr double head = 8;
    svg.empty("path", {{"class", "diag-head"},
                       {"d", PathData()
                                 .move(right - head, bottom)
                                 .line(right, bottom)
                                 .line(right, bottom - head)
                                 .move(right - head, top)
                                 .line(right, top)
                                 .line(right, top + head)
                                 .text()}});
    svg.close();
}

void draw_plane_ends(SvgWriter& svg, const PlaneLayout& layout) {
    const auto& frame = layout.frame;
    const double size = layout.end_font;
    const double middle_x = (frame.left + frame.right) / 2;
    const double middle_y = (frame.top + frame.bottom) / 2;
    const double above = frame.top - (layout.ends_beside ? 16 : 8);
    const double below = frame.bottom + (layout.ends_beside ? 28 : 18);
    const double axis_above = layout.ends_beside ? above : above - 18;
    const double axis_below = layout.ends_beside ? below : below + 18;
    draw_end(svg, "ink-t strong", middle_x, axis_above, size, "middle", {"label.axis.all-in-one"});
    draw_end(svg, "ink-t strong", middle_x, axis_below, size, "middle", {"label.axis.piecemeal"});
    draw_end(svg, "small-t", frame.left, above, size, "start",
             diagonal_end(Diagonal::Building, false));
    draw_end(svg, "small-t", frame.right, above, size, "end",
             diagonal_end(Diagonal::Orchestration, true));
    draw_end(svg, "small-t", frame.left, below, size, "start",
             diagonal_end(Diagonal::Orchestration, false));
    draw_end(svg, "small-t", frame.right, below, size, "end",
             diagonal_end(Diagonal::Building, true));
    if (layout.ends_beside) {
        draw_end(svg, "ink-t strong", frame.left - 10, middle_y + 5, size, "end",
                 {"label.axis.software"});
        draw_end(svg, "ink-t strong", frame.right + 10, middle_y + 5, size, "start",
                 {"label.axis.model"});
    } else {
        draw_end(svg, "ink-t strong", frame.left + 5, middle_y - 5, size, "start",
                 {"label.axis.software"});
        draw_end(svg, "ink-t strong", frame.right - 5, middle_y - 5, size, "end",
                 {"label.axis.model"});
    }
    for (const auto& name : quadrant_names(layout)) {
        draw_end(svg, "quiet-t", name.x, name.baseline, layout.ends_beside ? 14 : 11,
                 name.to_the_left ? "end" : "start", name.text);
    }
}

void open_clipped(SvgWriter& svg, const PlaneLayout& layout, const std::string& layer) {
    const auto& frame = layout.frame;
    svg.open("svg",
             {{"x", frame.left},
              {"y", frame.top},
              {"width", frame.width()},
              {"height", frame.height()},
              {"viewBox", fmt::format("{} {} {} {}", svg_number(frame.left), svg_number(frame.top),
                                      svg_number(frame.width()), svg_number(frame.height()))},
              {"overflow", "hidden"},
              {"data-layer", layer}});
}

void draw_ellipse(SvgWriter& svg, const PageEllipse& ellipse, const std::string& classes) {
    constexpr double degrees = 57.29577951308232;
    svg.empty(
        "ellipse",
        {{"class", classes},
         {"cx", ellipse.x},
         {"cy", ellipse.y},
         {"rx", ellipse.major},
         {"ry", ellipse.minor},
         {"transform", fmt::format("rotate({} {} {})",
                                   svg_number(std::atan2(ellipse.sine, ellipse.cosine) * degrees),
                                   svg_number(ellipse.x), svg_number(ellipse.y))}});
}

} // namespace assess::reports
