#include "reports/svg/plane_scene.hpp"

#include "model/assessment/promise.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess::reports {
namespace {

constexpr double much_use = 8; ///< summed depth of use from which dots are scaled down
constexpr double shortest_arrow = 26;

ToolDot dot_of(const PlaneScene& scene, ToolIndex tool) {
    const auto& point = scene.report.landscape.tools[tool].placement->point;
    return {tool, scene.x_of(point.x), scene.y_of(point.y), 0, 0};
}

void add_tools(PlaneScene& scene) {
    const auto& tools = scene.report.landscape.tools;
    double heaviest = much_use;
    for (ToolIndex tool = 0; tool < tools.size(); ++tool) {
        if (!tools[tool].placement) {
            continue;
        }
        auto dot = dot_of(scene, tool);
        bool few = false; // used, but by fewer people than may be told
        for (const auto& group : scene.report.groups) {
            dot.weight += tool < group.tools.size() ? group.tools[tool].weight : 0;
            few = few || (tool < group.tools.size() && group.tools[tool].few);
        }
        heaviest = std::max(heaviest, dot.weight);
        (dot.weight > 0 || few ? scene.used : scene.unused).push_back(dot);
    }
    const double least = scene.layout.largest_tool * 0.27;
    for (auto& dot : scene.used) {
        dot.radius = std::max(least, scene.layout.largest_tool * std::sqrt(dot.weight / heaviest));
    }
    for (auto& dot : scene.unused) {
        dot.radius = scene.layout.largest_tool * 0.21;
    }
    std::stable_sort(scene.used.begin(), scene.used.end(),
                     [](const ToolDot& a, const ToolDot& b) { return a.weight > b.weight; });
}

void add_people(PlaneScene& scene, CentreMark& centre) {
    const auto& group = scene.report.groups[centre.group];
    if (scene.report.answers.promise.kind == Promise::Confidential || group.placed < 2) {
        return;
    }
    const auto rows = group.positions.size();
    centre.people_drawn = std::min(rows, most_people_drawn);
    for (std::size_t i = 0; i < centre.people_drawn; ++i) {
        const auto& position = group.positions[i * rows / centre.people_drawn];
        scene.people.push_back({centre.group, scene.x_of(position.x), scene.y_of(position.y)});
    }
}

void add_centres(PlaneScene& scene) {
    const auto& report = scene.report;
    for (const bool compared : {false, true}) {
        for (std::size_t i = 0; i < report.groups.size(); ++i) {
            const auto& group = report.groups[i];
            const auto& look = scene.looks[i];
            if (look.compared != compared || !look.drawn || !group.centroid) {
                continue;
            }
            CentreMark centre{
                i, scene.x_of(group.centroid->x), scene.y_of(group.centroid->y), {}, {}, 0};
            const bool alone = report.comparisons.empty() && report.groups.size() <= 2;
            if (compared || alone) {
                centre.sure =
                    on_page(scene.layout, centroid_ellipse(group, report.policy.interval_level));
                centre.spread = on_page(scene.layout, people_ellipse(group));
            }
            if (report.grouping == Grouping::Role || compared) {
                add_people(scene, centre);
            }
            scene.centres.push_back(centre);
        }
    }
}

void add_gap_arrow(PlaneScene& scene) {
    const CentreMark* first = nullptr;
    const CentreMark* second = nullptr;
    for (const auto& comparison : scene.report.comparisons) {
        for (const auto& centre : scene.centres) {
            first = centre.group == comparison.first ? &centre : first;
            second = centre.group == comparison.second ? &centre : second;
        }
    }
    if (first == nullptr || second == nullptr) {
        return;
    }
    const double dx = first->x - second->x;
    const double dy = first->y - second->y;
    const double length = std::sqrt(dx * dx + dy * dy);
    const double from = scene.layout.centre * 1.8;
    const double to = length - scene.layout.centre * 1.9;
    if (to - from >= shortest_arrow) {
        scene.gap = Segment{second->x + dx * from / length, second->y + dy * from / length,
                            second->x + dx * to / length, second->y + dy * to / length};
    }
}

} // namespace

PlaneLayout PlaneLayout::of(Size size) {
    PlaneLayout layout;
    if (size == Size::Narrow) {
        layout.width = 328;
        layout.height = 412;
        layout.frame = {2, 44, 326, 368};
        layout.group_font = 13;
        layout.tool_font = 11;
        layout.note_font = 11;
        layout.end_font = 11.5;
        layout.person = 3;
        layout.centre = 6.5;
        layout.largest_tool = 5.5;
        layout.most_named = 14;
        layout.ends_beside = false;
    }
    return layout;
}

bool PageEllipse::contains(double px, double py) const {
    const double along_major = (px - x) * cosine + (py - y) * sine;
    const double along_minor = (py - y) * cosine - (px - x) * sine;
    return major > 0 && minor > 0 &&
           along_major * along_major / (major * major) +
                   along_minor * along_minor / (minor * minor) <=
               1;
}

std::array<double, 2> PageEllipse::rim(double u, double v) const {
    return {x + major * u * cosine - minor * v * sine, y + major * u * sine + minor * v * cosine};
}

double PlaneLayout::x_of(double x) const {
    return frame.left + (x + 1) / 2 * frame.width();
}

double PlaneLayout::y_of(double y) const {
    return frame.top + (1 - y) / 2 * frame.height();
}

std::optional<PageEllipse> on_page(const PlaneLayout& layout,
                                   const std::optional<Ellipse>& ellipse) {
    if (!ellipse) {
        return std::nullopt;
    }
    const double unit = layout.frame.width() / 2;
    return PageEllipse{layout.x_of(ellipse->centre.x), layout.y_of(ellipse->centre.y),
                       ellipse->semi_major * unit,     ellipse->semi_minor * unit,
                       std::cos(ellipse->angle),       -std::sin(ellipse->angle)};
}

std::array<double, 2> direction(std::size_t step) {
    // The cosines of 0 to 90 degrees in steps of 15; no library's sine, so that ties between
    // places fall the same way on every machine.
    constexpr std::array<double, 7> cosines{
        1, 0.9659258262890683, 0.8660254037844386, 0.7071067811865476, 0.5, 0.25881904510252074, 0};
    const auto cosine = [&](std::size_t at) {
        at %= directions;
        at = at > directions / 2 ? directions - at : at;
        return at > 6 ? -cosines[12 - at] : cosines[at];
    };
    return {cosine(step), cosine(step + 18)};
}

std::vector<FixedText> quadrant_names(const PlaneLayout& layout) {
    const auto& frame = layout.frame;
    const double middle = (frame.left + frame.right) / 2;
    const double size = layout.ends_beside ? 14 : 11;
    const double aside = layout.ends_beside ? 14 : 6;
    std::vector<FixedText> names;
    for (const auto quadrant : quadrants) {
        const bool upper =
            quadrant == Quadrant::CloudPlatforms || quadrant == Quadrant::MachineLearningPlatforms;
        const bool left =
            quadrant == Quadrant::CloudPlatforms || quadrant == Quadrant::StandardSweTools;
        FixedText name;
        name.text = layout.ends_beside
                        ? quadrant_name(quadrant)
                        : Message{"label.quadrant.narrow", {{"quadrant", Select{id_of(quadrant)}}}};
        const double width = text_width(worded(name.text), size);
        name.to_the_left = left;
        name.x = left ? middle - aside : middle + aside;
        name.baseline = upper ? frame.top + size * 1.5 : frame.bottom - size * 0.8;
        name.box = {left ? name.x - width : name.x, name.baseline - size,
                    left ? name.x : name.x + width, name.baseline + size * 0.3};
        names.push_back(std::move(name));
    }
    return names;
}

PlaneScene make_scene(const GapReport& report, const PlaneLayout& layout) {
    PlaneScene scene{report, layout, group_looks(report), {}, {}, {}, {}, {}};
    add_tools(scene);
    add_centres(scene);
    add_gap_arrow(scene);
    return scene;
}

} // namespace assess::reports
