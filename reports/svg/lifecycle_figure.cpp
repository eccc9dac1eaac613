#include "reports/svg/lifecycle_figure.hpp"

#include "reports/content/said.hpp"
#include "reports/layout/numbers.hpp"
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

void draw_ring(SvgWriter& svg, const Ring& ring, std::string_view name, std::size_t stages,
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
              name);
    draw_flow(svg, ring, stages);
}

std::string hand_off_words(const HandOff& hand_off) {
    if (!hand_off.both) {
        return "work is handed over here";
    }
    return *hand_off.both == 0   ? "nobody works on both sides of the hand-off"
           : *hand_off.both == 1 ? "the hand-off rests on 1 person who does both"
                                 : fmt::format("{} people work on both sides of the hand-off",
                                               grouped(*hand_off.both));
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
                  hand_off_words(hand_off));
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
    draw_ring(svg, software, "Software loop", scene.software.size(), 300);
    draw_ring(svg, model, "Model loop", scene.model.size(), 762);
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
    const auto heading = [&](std::string_view text) {
        y += 22;
        svg.words("text", {{"class", "loop-t"}, {"x", 2.0}, {"y", y}, {"font-size", 14.0}}, text);
        y += 12;
    };
    const auto column = [&](std::string_view title, const std::vector<std::size_t>& stages) {
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
                      "and back to " + scene.name(*scene.joint));
        }
        y += 12;
    };
    column("Model loop", order);
    column("Software loop", scene.software);
    figure.width = width;
    figure.height = y + 6;
}

void add_notes(const LifecycleScene& scene, Figure& figure) {
    if (!scene.asked) {
        figure.notes.emplace_back(
            "Nobody was asked who works on which stage. A mark stands for a group that uses tools "
            "which cover the stage.");
    } else if (scene.one_by_one) {
        figure.notes.emplace_back("A filled mark is a person who works on the stage with a tool "
                                  "that covers it; an open mark works on it without one.");
    } else {
        figure.notes.emplace_back("Beside each mark: how many work on the stage with a tool that "
                                  "covers it, of those who work on it.");
    }
    for (auto& statement : hand_off_statements(scene.report)) {
        figure.notes.push_back(std::move(statement));
    }
}

Figure without_stages(Figure figure) {
    figure.description = "The landscape has no stages.";
    figure.width = 328;
    figure.height = 40;
    SvgWriter svg;
    svg.words("text", {{"class", "small-t"}, {"x", 0.0}, {"y", 24.0}, {"font-size", 14.0}},
              figure.description);
    figure.body = svg.svg();
    return figure;
}

Figure draw(const GapReport& report, Size size) {
    auto scene = make_lifecycle_scene(report);
    Figure figure;
    figure.title = "The lifecycle by role";
    figure.description =
        "The stages of the lifecycle in a software loop and a model loop that meet "
        "in one stage, each with the groups that cover it. A dashed box marks what "
        "is missing; the table lists all of it.";
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
