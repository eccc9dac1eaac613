#include "reports/svg/path_figure.hpp"

#include "reports/layout/numbers.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/path_scene.hpp"
#include "reports/svg/plane_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace path_drawing {
namespace {

std::string tone_of_group(const PathScene& scene, std::size_t group) {
    return std::string(scene.plan.groups[group].look.tone);
}

void draw_ellipses(SvgWriter& svg, const PathScene& scene) {
    open_clipped(svg, scene.layout, "ellipses");
    for (std::size_t group = 0; group < scene.sure.size(); ++group) {
        if (const auto& ellipse = scene.sure[group]) {
            draw_ellipse(svg, *ellipse, "conf " + tone_of_group(scene, group));
        }
    }
    svg.close();
}

void draw_line(SvgWriter& svg, const PathScene& scene, const PathLine& path) {
    const auto& line = path.line;
    const double length = std::hypot(line.x2 - line.x1, line.y2 - line.y1);
    const double ux = (line.x2 - line.x1) / length;
    const double uy = (line.y2 - line.y1) / length;
    const double back = path.arrow ? path_head : 0;
    const double base_x = line.x2 - ux * back;
    const double base_y = line.y2 - uy * back;
    const auto tone = tone_of_group(scene, path.group);
    svg.empty("path", {{"class", "path " + tone + (path.skips ? " skips" : "")},
                       {"d", PathData().move(line.x1, line.y1).line(base_x, base_y).text()}});
    if (path.arrow) {
        svg.empty("path",
                  {{"class", "solid " + tone},
                   {"d", PathData()
                             .move(line.x2, line.y2)
                             .line(base_x - uy * path_head_half, base_y + ux * path_head_half)
                             .line(base_x + uy * path_head_half, base_y - ux * path_head_half)
                             .end()
                             .text()}});
    }
}

void draw_path_mark(SvgWriter& svg, const PathScene& scene, const PathMark& mark) {
    const auto& group = scene.plan.groups[mark.group];
    const auto& point = group.points[mark.point];
    const auto tone = tone_of_group(scene, mark.group);
    svg.open("g", {{"class", "mark"}});
    svg.words("title", {},
              fmt::format("{}, {}: {} centred at {}", group.name, scene.plan.moments[point.moment],
                          people(point.people), place_in_words(point.place)));
    const bool is_gone = point.moment + 1 < scene.plan.moments.size(); // where it stood last
    const std::string classes = mark.place == PathPlace::Between            ? "solid "
                                : mark.place == PathPlace::First || is_gone ? "open "
                                                                            : "centre ";
    draw_mark(svg, group.look.shape, mark.x, mark.y, mark.radius, classes + tone);
    svg.close();
}

void draw_label(SvgWriter& svg, const PathScene& scene, const PathLabel& label) {
    if (label.leader) {
        const auto& line = *label.leader;
        svg.empty("path", {{"class", "leader"},
                           {"d", PathData().move(line.x1, line.y1).line(line.x2, line.y2).text()}});
    }
    double top = label.box.top;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        const double size = font_of(scene, label, i);
        const bool strong = label.strong && i == 0;
        svg.words("text",
                  {{"class",
                    strong ? tone_of_group(scene, scene.marks[label.mark].group) + "-t strong halo"
                           : std::string("small-t halo")},
                   {"x", (label.box.left + label.box.right) / 2},
                   {"y", top + size * 0.98},
                   {"font-size", size},
                   {"text-anchor", "middle"}},
                  label.lines[i]);
        top += size * label_line_height;
    }
}

std::string describe(const PathPlan& plan) {
    std::string text;
    for (const auto& [name, look, points] : plan.groups) {
        if (points.empty()) {
            continue;
        }
        const auto& last = points.back();
        if (points.size() == 1) {
            text += fmt::format("{} stand at {}, {} only. ", name, place_in_words(last.place),
                                plan.moments[last.moment]);
        } else {
            text += fmt::format("{} move from {} ({}) to {} ({}). ", name,
                                place_in_words(points.front().place),
                                plan.moments[points.front().moment], place_in_words(last.place),
                                plan.moments[last.moment]);
        }
    }
    return text.empty() ? "No group has a place on the plane."
                        : text + "The table beside the figure holds all numbers.";
}

FigureTable places_table(const PathPlan& plan) {
    FigureTable table{"Where the centroids stand",
                      {"Group", plan.moment_head, "Placed", "x", "y", "Orchestration", "Building"},
                      2,
                      {}};
    for (const auto& group : plan.groups) {
        for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
            const auto point =
                std::find_if(group.points.begin(), group.points.end(),
                             [&](const PathPoint& each) { return each.moment == moment; });
            std::vector<std::string> row{group.name, plan.moments[moment]};
            if (point == group.points.end()) {
                row.insert(row.end(), 5, "-");
            } else {
                row.insert(row.end(),
                           {grouped(point->people), fixed(point->place.x), fixed(point->place.y),
                            fixed(along(Diagonal::Orchestration, point->place)),
                            fixed(along(Diagonal::Building, point->place))});
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::vector<std::string> notes_of(const PathScene& scene, std::size_t labels) {
    std::vector<std::string> notes;
    for (const auto& line : scene.lines) {
        if (line.skips) {
            notes.emplace_back("A dashed line passes over a time at which the group has no place.");
            break;
        }
    }
    if (labels < scene.marks.size()) {
        notes.emplace_back("Some marks have no label for want of room; the table names them all.");
    }
    return notes;
}

Figure draw(const PathPlan& plan, Size size) {
    const auto scene = make_path_scene(plan, PlaneLayout::of(size));
    const auto labels = label_paths(scene);
    Figure figure;
    figure.title = plan.title;
    figure.description = describe(plan);
    figure.width = scene.layout.width;
    figure.height = scene.layout.height;
    SvgWriter svg;
    draw_plane_frame(svg, scene.layout);
    draw_plane_ends(svg, scene.layout);
    draw_ellipses(svg, scene);
    for (const auto& line : scene.lines) {
        draw_line(svg, scene, line);
    }
    for (const auto& mark : scene.marks) {
        draw_path_mark(svg, scene, mark);
    }
    for (const auto& label : labels) {
        draw_label(svg, scene, label);
    }
    figure.body = svg.svg();
    figure.tables.push_back(places_table(plan));
    figure.notes = notes_of(scene, labels.size());
    return figure;
}

} // namespace
} // namespace path_drawing

Figure path_figure(const PathPlan& plan, Size size) {
    return path_drawing::draw(plan, size);
}

} // namespace assess::reports
