#include "reports/svg/path_figure.hpp"

#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/path_scene.hpp"
#include "reports/svg/plane_frame.hpp"

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
              worded(Message{"figure.path.centre",
                             {{"group", group.name},
                              {"moment", scene.plan.moments[point.moment]},
                              {"people", People{std::nullopt, Count(point.people)}},
                              {"place", place_cell(point.place)}}}));
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

/// Where the path of a group leads, or where its only place is.
Message path_of(const PathPlan& plan, const GroupPath& path) {
    const auto& first = path.points.front();
    const auto& last = path.points.back();
    if (path.points.size() == 1) {
        return {"figure.path.stand",
                {{"group", path.name},
                 {"place", place_cell(last.place)},
                 {"moment", plan.moments[last.moment]}}};
    }
    return {"figure.path.move",
            {{"group", path.name},
             {"from", place_cell(first.place)},
             {"first", plan.moments[first.moment]},
             {"to", place_cell(last.place)},
             {"last", plan.moments[last.moment]}}};
}

Message describe(const PathPlan& plan) {
    Message text;
    for (const auto& path : plan.groups) {
        if (!path.points.empty()) {
            text = sentences(std::move(text), path_of(plan, path));
        }
    }
    return text.empty() ? Message{"figure.path.nobody"}
                        : sentences(std::move(text), {"figure.table"});
}

FigureTable places_table(const PathPlan& plan) {
    FigureTable table{{"figure.path.places"}, heads({"figure.head.group"}), 2};
    table.heads.push_back(plan.moment_head);
    std::ranges::copy(heads({"figure.head.placed", "figure.head.x", "figure.head.y",
                             "figure.head.orchestration", "figure.head.building"}),
                      std::back_inserter(table.heads));
    for (const auto& group : plan.groups) {
        for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
            const auto point = std::ranges::find(group.points, moment, &PathPoint::moment);
            Cells row{group.name, plan.moments[moment]};
            if (point == group.points.end()) {
                row.resize(table.heads.size(), no_value());
            } else {
                row.insert(row.end(),
                           {Count(point->people), Decimal(point->place.x), Decimal(point->place.y),
                            Decimal(along(Diagonal::Orchestration, point->place)),
                            Decimal(along(Diagonal::Building, point->place))});
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::vector<Message> notes_of(const PathScene& scene, std::size_t labels) {
    std::vector<Message> notes;
    if (std::ranges::any_of(scene.lines, &PathLine::skips)) {
        notes.push_back({"figure.path.dashed"});
    }
    if (labels < scene.marks.size()) {
        notes.push_back({"figure.path.no-label"});
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
