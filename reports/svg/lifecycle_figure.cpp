#include "reports/svg/lifecycle_figure.hpp"

#include "reports/content/said.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/lifecycle_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace lifecycle_drawing {
namespace {

constexpr double box_width = 196;
constexpr double radius_x = 222;
constexpr double radius_y = 158;
constexpr double turn = 6.283185307179586;

struct Ring {
    double x = 0;
    double y = 0;
    double start = 0; ///< angle at which the joint stands, counter-clockwise from the right
    double way = 1;   ///< 1 counter-clockwise, -1 clockwise, as seen
};

std::pair<double, double> point_on(const Ring& ring, double angle) {
    return {ring.x + radius_x * std::cos(angle), ring.y - radius_y * std::sin(angle)};
}

void put_on(const Ring& ring, const std::vector<std::size_t>& stages, LifecycleScene& scene) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(stages.size() + 1);
        const auto [x, y] = point_on(ring, ring.start + ring.way * turn * share);
        scene.boxes[stages[i]].x = x;
        scene.boxes[stages[i]].y = y;
    }
}

/// Small arrow heads half way between the stages, in the direction of the work.
void draw_flow(SvgWriter& svg, const Ring& ring, std::size_t stages) {
    constexpr double degrees = 57.29577951308232;
    for (std::size_t i = 0; i <= stages; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(stages + 1);
        const double angle = ring.start + ring.way * turn * share;
        const auto [x, y] = point_on(ring, angle);
        const double dx = -ring.way * radius_x * std::sin(angle);
        const double dy = -ring.way * radius_y * std::cos(angle);
        svg.empty("path", {{"class", "flow-head"},
                           {"transform",
                            fmt::format("translate({} {}) rotate({})", svg_number(x), svg_number(y),
                                        svg_number(std::atan2(dy, dx) * degrees))},
                           {"d", "M-4 -4.5L4 0L-4 4.5"}});
    }
}

void draw_ring(SvgWriter& svg, const Ring& ring, const Message& name, std::size_t stages,
               double name_x) {
    svg.empty(
        "ellipse",
        {{"class", "loop"}, {"cx", ring.x}, {"cy", ring.y}, {"rx", radius_x}, {"ry", radius_y}});
    svg.words("text",
              {{"class", "loop-t"},
               {"x", name_x},
               {"y", ring.y + 6},
               {"font-size", 16.0},
               {"text-anchor", "middle"}},
              worded(name));
    draw_flow(svg, ring, stages);
}

Message label_of(const HandOff& hand_off) {
    return hand_off.both ? Message{"figure.lifecycle.hand-off.people",
                                   {{"people", People{std::nullopt, Count(*hand_off.both)}}}}
                         : Message{"figure.lifecycle.hand-off"};
}

/// From the model loop over the top to the software loop.
void draw_hand_off(SvgWriter& svg, const LifecycleScene& scene, double height) {
    for (const auto& hand_off : scene.report.lifecycle.hand_offs) {
        const auto& from = scene.boxes[hand_off.from];
        const auto& to = scene.boxes[hand_off.to];
        if (hand_off.from == scene.joint || hand_off.to == scene.joint) {
            continue;
        }
        const double end = to.y - height / 2 - 3;
        svg.empty("path", {{"class", "gap"},
                           {"d", PathData()
                                     .move(from.x + 46, from.y - height / 2)
                                     .curve(from.x + 46, 34, to.x, 6, to.x, end - 8)
                                     .text()}});
        svg.empty("path", {{"class", "gap-head"},
                           {"d", PathData()
                                     .move(to.x, end)
                                     .line(to.x - 4.5, end - 10)
                                     .line(to.x + 4.5, end - 10)
                                     .end()
                                     .text()}});
        svg.words("text",
                  {{"class", "ink-t strong"},
                   {"x", (from.x + to.x) / 2 + 30},
                   {"y", 40.0},
                   {"font-size", 14.0},
                   {"text-anchor", "middle"}},
                  worded(label_of(hand_off)));
    }
}

void draw_wide(SvgWriter& svg, LifecycleScene& scene, Figure& figure) {
    figure.width = 1088;
    const bool hand_offs = !scene.report.lifecycle.hand_offs.empty();
    const double height = box_height(scene, box_width);
    const double middle = (hand_offs ? 291 : 178) + height / 2;
    figure.height = middle + 166 + height / 2;
    const Ring software{322, middle, 0, 1};
    const Ring model{766, middle, turn / 2, -1};
    put_on(software, scene.software, scene);
    put_on(model, scene.model, scene);
    if (scene.joint) {
        scene.boxes[*scene.joint].x = 544;
        scene.boxes[*scene.joint].y = middle;
    }
    draw_ring(svg, software, {"figure.lifecycle.software-loop"}, scene.software.size(), 300);
    draw_ring(svg, model, {"figure.lifecycle.model-loop"}, scene.model.size(), 762);
    draw_hand_off(svg, scene, height);
    for (const auto& box : scene.boxes) {
        draw_stage(svg, scene, box, box_width, height);
    }
}

/// One under the other: the joint and the model loop, then the software loop.
void draw_columns(SvgWriter& svg, LifecycleScene& scene, Figure& figure) {
    constexpr double width = 328;
    const double height = box_height(scene, width - 4);
    constexpr double gap = 20;
    double y = 0;
    std::vector<std::size_t> order = scene.model;
    if (scene.joint) {
        order.insert(order.begin(), *scene.joint);
    }
    const auto heading = [&](const Message& text) {
        y += 22;
        svg.words("text", {{"class", "loop-t"}, {"x", 2.0}, {"y", y}, {"font-size", 14.0}},
                  worded(text));
        y += 12;
    };
    const auto column = [&](const Message& title, const std::vector<std::size_t>& stages) {
        if (stages.empty()) {
            return;
        }
        heading(title);
        for (std::size_t i = 0; i < stages.size(); ++i) {
            auto& box = scene.boxes[stages[i]];
            box.x = width / 2;
            box.y = y + height / 2;
            if (i > 0) {
                svg.empty("path", {{"class", "flow-head"},
                                   {"transform",
                                    fmt::format("translate({} {}) rotate(90)",
                                                svg_number(width / 2), svg_number(y - gap / 2))},
                                   {"d", "M-4 -4.5L4 0L-4 4.5"}});
            }
            draw_stage(svg, scene, box, width - 4, height);
            y += height + gap;
        }
        y -= gap;
        if (scene.joint) {
            y += 18;
            svg.words("text",
                      {{"class", "tick-t"},
                       {"x", width / 2},
                       {"y", y},
                       {"font-size", 11.5},
                       {"text-anchor", "middle"}},
                      worded(Message{"figure.lifecycle.back-to",
                                     {{"stage", Name{scene.name(*scene.joint)}}}}));
        }
        y += 12;
    };
    column({"figure.lifecycle.model-loop"}, order);
    column({"figure.lifecycle.software-loop"}, scene.software);
    figure.width = width;
    figure.height = y + 6;
}

void add_notes(const LifecycleScene& scene, Figure& figure) {
    figure.notes.push_back(!scene.asked       ? Message{"figure.lifecycle.not-asked"}
                           : scene.one_by_one ? Message{"figure.lifecycle.one-by-one"}
                                              : Message{"figure.lifecycle.numbers"});
    std::ranges::move(hand_off_statements(scene.report), std::back_inserter(figure.notes));
}

Figure without_stages(Figure figure) {
    figure.description = {"lede.lifecycle.no-stages"};
    figure.width = 328;
    figure.height = 40;
    SvgWriter svg;
    svg.words("text", {{"class", "small-t"}, {"x", 0.0}, {"y", 24.0}, {"font-size", 14.0}},
              worded(figure.description));
    figure.body = svg.svg();
    return figure;
}

Figure draw(const GapReport& report, Size size) {
    auto scene = make_lifecycle_scene(report);
    Figure figure;
    figure.title = Message{"figure.lifecycle"};
    figure.description = {"figure.lifecycle.description"};
    if (scene.boxes.empty()) {
        return without_stages(std::move(figure));
    }
    SvgWriter svg;
    constexpr std::size_t most_on_a_ring = 5; // more boxes would lie on each other
    const bool rings = std::max(scene.software.size(), scene.model.size()) <= most_on_a_ring;
    size == Size::Wide&& rings ? draw_wide(svg, scene, figure) : draw_columns(svg, scene, figure);
    figure.body = svg.svg();
    figure.tables.push_back(lifecycle_table(scene));
    add_notes(scene, figure);
    return figure;
}

} // namespace
} // namespace lifecycle_drawing

Figure lifecycle_figure(const GapReport& report, Size size) {
    return lifecycle_drawing::draw(report, size);
}

} // namespace assess::reports
