#include "reports/svg/plane_figure.hpp"

#include "reports/content/statements.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/plane_frame.hpp"
#include "reports/svg/plane_labels.hpp"
#include "reports/svg/plane_scene.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace plane_drawing {
namespace {

constexpr std::size_t most_table_rows = 60;

void draw_ellipses(SvgWriter& svg, const PlaneScene& scene) {
    open_clipped(svg, scene.layout, "ellipses");
    for (const auto& centre : scene.centres) {
        const std::string tone(scene.looks[centre.group].tone);
        if (centre.sure) {
            draw_ellipse(svg, *centre.sure, "conf " + tone);
        }
        if (centre.spread) {
            draw_ellipse(svg, *centre.spread, "spread " + tone);
        }
    }
    svg.close();
}

People people_placed(const Group& group) {
    return {std::nullopt, Count(group.placed)};
}

/// "Git: 9 of 12 people use it: 3 of 5 researchers and 5 of 5 engineers."
Message use_of(const GapReport& report, ToolIndex tool) {
    std::size_t users = 0;
    std::size_t base = 0;
    bool few = false;
    std::vector<Value> groups;
    const auto looks = group_looks(report);
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        const auto& use = report.groups[i].tools[tool];
        few = few || use.few;
        users += use.users;
        base += use.base;
        if (use.base > 0 && looks[i].drawn) {
            groups.emplace_back(Message{"figure.use.group",
                                        {{"part", part_cell(use.users, use.base)},
                                         {"group", group_name(report.groups[i])}}});
        }
    }
    const auto name = tool_name(report.landscape, tool);
    if (few) { // a sum would give the hidden numbers away
        return groups.empty() ? Message{"figure.use.few", {{"tool", name}}}
                              : Message{"figure.use.few-others",
                                        {{"tool", name}, {"groups", List(std::move(groups))}}};
    }
    return {
        "figure.use",
        {{"tool", name}, {"part", part_cell(users, base)}, {"groups", List(std::move(groups))}}};
}

void draw_tools(SvgWriter& svg, const PlaneScene& scene) {
    svg.open("g", {{"data-layer", "unused"}});
    for (const auto& dot : scene.unused) {
        svg.empty("circle",
                  {{"class", "tool off"}, {"cx", dot.x}, {"cy", dot.y}, {"r", dot.radius}});
    }
    svg.close();
    svg.open("g", {{"data-layer", "tools"}});
    for (const auto& dot : scene.used) {
        svg.open("g", {{"class", "mark"},
                       {"data-tool", worded(tool_name(scene.report.landscape, dot.tool))}});
        svg.words("title", {}, worded(use_of(scene.report, dot.tool)));
        svg.empty("circle", {{"class", "tool"}, {"cx", dot.x}, {"cy", dot.y}, {"r", dot.radius}});
        svg.close();
    }
    svg.close();
}

void draw_gap(SvgWriter& svg, const Segment& gap) {
    const double length = std::hypot(gap.x2 - gap.x1, gap.y2 - gap.y1);
    const double ux = (gap.x2 - gap.x1) / length;
    const double uy = (gap.y2 - gap.y1) / length;
    constexpr double head = 10;
    constexpr double half = 4.5;
    const double base_x = gap.x2 - ux * head;
    const double base_y = gap.y2 - uy * head;
    svg.open("g", {{"data-layer", "gap"}});
    svg.empty("path", {{"class", "gap"},
                       {"d", PathData().move(gap.x1, gap.y1).line(base_x, base_y).text()}});
    svg.empty("path", {{"class", "gap-head"},
                       {"d", PathData()
                                 .move(gap.x2, gap.y2)
                                 .line(base_x - uy * half, base_y + ux * half)
                                 .line(base_x + uy * half, base_y - ux * half)
                                 .end()
                                 .text()}});
    svg.close();
}

void draw_people(SvgWriter& svg, const PlaneScene& scene) {
    svg.open("g", {{"data-layer", "people"}});
    for (const auto& person : scene.people) {
        const auto& look = scene.looks[person.group];
        const bool thin = scene.report.groups[person.group].placed > most_people_drawn;
        draw_mark(svg, look.shape, person.x, person.y, scene.layout.person * (thin ? 0.7 : 1),
                  "person " + std::string(look.tone) + (thin ? " thin" : ""));
    }
    svg.close();
}

void draw_centres(SvgWriter& svg, const PlaneScene& scene) {
    for (const auto& centre : scene.centres) {
        const auto& group = scene.report.groups[centre.group];
        const auto& look = scene.looks[centre.group];
        svg.open("g", {{"class", "mark"}});
        svg.words("title", {},
                  worded(Message{"figure.centre",
                                 {{"group", group_name(group)},
                                  {"people", people_placed(group)},
                                  {"place", place_cell(*group.centroid)}}}));
        draw_mark(svg, look.shape, centre.x, centre.y,
                  scene.layout.centre * (look.compared ? 1 : 0.85),
                  "centre " + std::string(look.tone));
        svg.close();
    }
}

std::string_view layer_of(LabelKind kind) {
    switch (kind) {
    case LabelKind::Group:
        return "groups";
    case LabelKind::Gap:
        return "gap";
    case LabelKind::Tool:
        return "tools";
    case LabelKind::Note:
        break;
    }
    return "ellipses";
}

void draw_label(SvgWriter& svg, const PlaneLabel& label) {
    svg.open("g", {{"data-layer", layer_of(label.kind)},
                   {"data-tool", label.kind == LabelKind::Tool ? label.lines.front().text : ""}});
    if (label.leader) {
        const auto& line = *label.leader;
        svg.empty("path", {{"class", "leader"},
                           {"d", PathData().move(line.x1, line.y1).line(line.x2, line.y2).text()}});
    }
    const double middle = (label.box.left + label.box.right) / 2;
    double top = label.box.top;
    for (const auto& line : label.lines) {
        std::string classes = label.kind == LabelKind::Note ? "small-t" : "small-t halo";
        if (line.strong) {
            classes = std::string(label.tone) + "-t strong halo";
        }
        svg.words("text",
                  {{"class", classes},
                   {"x", middle},
                   {"y", top + line.size * 0.98},
                   {"font-size", line.size},
                   {"text-anchor", "middle"}},
                  line.text);
        top += line.size * label_line_height;
    }
    svg.close();
}

Message describe(const GapReport& report) {
    Message text;
    for (const auto& row : group_rows(report, 4)) {
        const auto& group = report.groups[row.group];
        if (group.centroid) {
            text = sentences(std::move(text), {"figure.plane.group",
                                               {{"group", group_name(group)},
                                                {"place", place_cell(*group.centroid)},
                                                {"people", people_placed(group)}}});
        }
    }
    return text.empty() ? Message{"figure.plane.nobody"}
                        : sentences(std::move(text), {"figure.tables"});
}

FigureTable table_of_groups(const GapReport& report) {
    FigureTable table{
        {"figure.groups"},
        heads({"figure.head.group", "figure.head.listed", "figure.head.answered",
               "figure.head.placed", "figure.head.x", "figure.head.y", "figure.head.orchestration",
               "figure.head.building", "figure.head.standard-distance"})};
    for (const auto& row : group_rows(report, most_table_rows)) {
        table.rows.push_back(cells_of(row));
    }
    return table;
}

FigureTable table_of_tools(const PlaneScene& scene) {
    const auto& report = scene.report;
    FigureTable table{{"figure.tools"},
                      heads({"figure.head.tool", "figure.head.x", "figure.head.y"})};
    table.of_tools = true;
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        if (scene.looks[i].drawn) {
            table.heads.push_back(group_title(report.groups[i]));
        }
    }
    for (const auto& dot : scene.used) {
        if (table.rows.size() == most_table_rows) {
            break;
        }
        const auto& point = report.landscape.tools[dot.tool].placement->point;
        Cells row{tool_name(report.landscape, dot.tool), Decimal(point.x), Decimal(point.y)};
        for (std::size_t i = 0; i < report.groups.size(); ++i) {
            if (scene.looks[i].drawn) {
                row.push_back(users_cell(report.groups[i].tools[dot.tool]));
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Only where every person has a mark.
FigureTable table_of_people(const PlaneScene& scene) {
    FigureTable table{{"figure.people"},
                      heads({"figure.head.group", "figure.head.x", "figure.head.y"})};
    for (const auto& centre : scene.centres) {
        const auto& group = scene.report.groups[centre.group];
        for (std::size_t i = 0; centre.people_drawn == group.placed && i < group.placed; ++i) {
            table.rows.push_back(
                {group_title(group), Decimal(group.positions[i].x), Decimal(group.positions[i].y)});
        }
    }
    return table;
}

void add_notes(const PlaneScene& scene, const PlaneLabels& labels, Figure& figure) {
    for (const auto& centre : scene.centres) {
        const auto& group = scene.report.groups[centre.group];
        if (centre.people_drawn > 0 && centre.people_drawn < group.placed) {
            figure.notes.push_back({"figure.evenly-chosen",
                                    {{"drawn", Count(centre.people_drawn)},
                                     {"placed", Count(group.placed)},
                                     {"group", group_name(group)}}});
        }
    }
    constexpr std::size_t most = 8;
    if (!labels.unnamed.empty()) {
        figure.notes.push_back(
            {"figure.not-named",
             {{"tools", named_tools(scene.report.landscape, labels.unnamed, most)}}});
    }
}

Figure draw(const GapReport& report, Size size) {
    const auto scene = make_scene(report, PlaneLayout::of(size));
    const auto labels = label_plane(scene);
    Figure figure;
    figure.title = Message{"figure.plane"};
    figure.description = describe(report);
    figure.width = scene.layout.width;
    figure.height = scene.layout.height;
    SvgWriter svg;
    draw_plane_frame(svg, scene.layout);
    draw_plane_ends(svg, scene.layout);
    draw_ellipses(svg, scene);
    draw_tools(svg, scene);
    draw_people(svg, scene);
    if (scene.gap) {
        draw_gap(svg, *scene.gap);
    }
    draw_centres(svg, scene);
    for (const auto& label : labels.labels) {
        draw_label(svg, label);
    }
    figure.body = svg.svg();
    figure.tables.push_back(table_of_groups(report));
    if (!scene.used.empty()) {
        figure.tables.push_back(table_of_tools(scene));
    }
    if (auto table = table_of_people(scene); !table.rows.empty()) {
        figure.tables.push_back(std::move(table));
    }
    add_notes(scene, labels, figure);
    return figure;
}

} // namespace
} // namespace plane_drawing

Figure plane_figure(const GapReport& report, Size size) {
    return plane_drawing::draw(report, size);
}

} // namespace assess::reports
