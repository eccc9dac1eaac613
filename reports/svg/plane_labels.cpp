#include "reports/svg/plane_labels.hpp"

#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assess::reports {
namespace {

constexpr std::size_t longest_tool_name = 150;

/// What labels should not cover: boxes, lines and ellipses with their prices.
class Obstacles {
public:
    explicit Obstacles(const PlaneScene& scene);
    /// The price of a label in `box`; `forbidden_cost` where it may not stand.
    [[nodiscard]] double price(const Box& box) const;

private:
    struct PricedBox {
        Box box;
        double price;
    };
    struct PricedLine {
        Segment line;
        double price;
    };
    [[nodiscard]] static double rim_price(const PageEllipse& ellipse, const Box& box);

    const PlaneScene& m_scene;
    Box m_inside;
    std::vector<PricedBox> m_boxes;
    std::vector<PricedLine> m_lines;
};

Obstacles::Obstacles(const PlaneScene& scene)
    : m_scene(scene), m_inside(scene.layout.frame.grown(-3)) {
    for (const auto& centre : scene.centres) {
        m_boxes.push_back(
            {Box::around(centre.x, centre.y, scene.layout.centre * 1.35), forbidden_cost});
    }
    for (const auto& dot : scene.used) {
        m_boxes.push_back({Box::around(dot.x, dot.y, dot.radius + 1), 50});
    }
    for (const auto& dot : scene.unused) {
        m_boxes.push_back({Box::around(dot.x, dot.y, dot.radius), 9});
    }
    const double person = scene.people.size() > 2 * most_people_drawn ? 4 : 30;
    for (const auto& mark : scene.people) {
        m_boxes.push_back({Box::around(mark.x, mark.y, scene.layout.person), person});
    }
    for (const auto& name : quadrant_names(scene.layout)) {
        m_boxes.push_back({name.box, forbidden_cost});
    }
    const auto& frame = scene.layout.frame;
    if (!scene.layout.ends_beside) { // "Software" and "Model" stand on the axis
        const double middle = (frame.top + frame.bottom) / 2;
        m_boxes.push_back({{frame.left, middle - 16, frame.left + 62, middle}, forbidden_cost});
        m_boxes.push_back({{frame.right - 44, middle - 16, frame.right, middle}, forbidden_cost});
    }
    const double middle_x = (frame.left + frame.right) / 2;
    const double middle_y = (frame.top + frame.bottom) / 2;
    m_lines.push_back({{frame.left, middle_y, frame.right, middle_y}, 5});
    m_lines.push_back({{middle_x, frame.top, middle_x, frame.bottom}, 5});
    m_lines.push_back({{frame.left, frame.top, frame.right, frame.bottom}, 7});
    m_lines.push_back({{frame.left, frame.bottom, frame.right, frame.top}, 7});
    if (scene.gap) {
        m_lines.push_back({*scene.gap, 130});
    }
}

double Obstacles::rim_price(const PageEllipse& ellipse, const Box& box) {
    const Box reach = Box::around(ellipse.x, ellipse.y, ellipse.major);
    if (!overlap(reach, box)) {
        return 0;
    }
    double price = 0;
    for (std::size_t step = 0; step < directions; ++step) {
        const auto [u, v] = direction(step);
        const auto [u2, v2] = direction(step + 1);
        const auto a = ellipse.rim(u, v);
        const auto b = ellipse.rim(u2, v2);
        price += length_inside({a[0], a[1], b[0], b[1]}, box) > 0 ? 14 : 0;
    }
    return price;
}

double Obstacles::price(const Box& box) const {
    if (!m_inside.contains(box)) {
        return forbidden_cost;
    }
    double price = 0;
    for (const auto& [obstacle, cost] : m_boxes) {
        if (overlap(obstacle, box)) {
            price += cost;
        }
    }
    if (price >= forbidden_cost) {
        return forbidden_cost;
    }
    for (const auto& [line, cost] : m_lines) {
        price += length_inside(line, box) > 0 ? cost : 0;
    }
    for (const auto& centre : m_scene.centres) {
        if (centre.spread) {
            price += rim_price(*centre.spread, box);
        }
        if (centre.sure) {
            const auto inside = [&](double x, double y) { return centre.sure->contains(x, y); };
            const double middle = (box.top + box.bottom) / 2;
            const int points = inside(box.left, middle) + inside(box.right, middle) +
                               inside((box.left + box.right) / 2, middle);
            price += 25 * points;
        }
    }
    return price;
}

struct Wanted {
    PlaneLabel label;
    LabelWish wish;
    std::optional<ToolIndex> tool;
};

std::array<double, 2> extent_of_lines(const std::vector<LabelLine>& lines) {
    double width = 0;
    double height = 0;
    for (const auto& line : lines) {
        width = std::max(width, text_width(line.text, line.size,
                                           line.strong ? FontWeight::Bold : FontWeight::Regular));
        height += line.size * label_line_height;
    }
    return {width + 2, height};
}

/// Boxes that touch the circle of `radius` + distance round a mark from outside.
void add_places_round(Wanted& wanted, const Obstacles& obstacles, double x, double y, double radius,
                      std::span<const double> distances, bool with_leader) {
    const auto [width, height] = extent_of_lines(wanted.label.lines);
    for (const double distance : distances) {
        for (std::size_t step = 0; step < directions; ++step) {
            const auto [u, v] = direction(step);
            const double cx =
                x + u * (radius + distance) + std::clamp(1.5 * u, -1.0, 1.0) * width / 2;
            const double cy =
                y - v * (radius + distance) - std::clamp(1.5 * v, -1.0, 1.0) * height / 2;
            LabelPlace place{{cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2},
                             0.7 * distance + 2 * std::fabs(v),
                             {}};
            const double price = obstacles.price(place.box);
            if (price >= forbidden_cost) {
                continue;
            }
            place.cost += price;
            if (with_leader && distance > leader_from) {
                place.leader = leader_to(place.box, x, y, radius + 1);
                place.cost += 8;
            }
            wanted.wish.places.push_back(place);
        }
    }
}

Wanted wanted_group(const PlaneScene& scene, const Obstacles& obstacles, const CentreMark& centre) {
    const auto& group = scene.report.groups[centre.group];
    const auto& layout = scene.layout;
    Wanted wanted;
    wanted.label.kind = LabelKind::Group;
    wanted.label.tone = scene.looks[centre.group].tone;
    wanted.label.lines = {{shortened_to(worded(group_title(group)), layout.frame.width() / 3,
                                        layout.group_font, FontWeight::Bold),
                           layout.group_font, true}};
    if (layout.ends_beside) {
        wanted.label.lines.push_back(
            {worded(People{std::nullopt, Count(group.placed)}), layout.tool_font, false});
    }
    wanted.wish.omission = 3000;
    constexpr std::array distances{3.0, 8.0, 14.0, 22.0, 32.0, 44.0, 60.0, 80.0, 104.0, 136.0};
    add_places_round(wanted, obstacles, centre.x, centre.y, layout.centre * 1.35, distances, true);
    return wanted;
}

std::optional<Wanted> wanted_gap(const PlaneScene& scene, const Obstacles& obstacles) {
    if (scene.report.comparisons.empty() || !scene.gap) {
        return std::nullopt;
    }
    const auto& comparison = scene.report.comparisons.front();
    const auto& building = comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)];
    const auto& orchestration =
        comparison.diagonal[static_cast<std::size_t>(Diagonal::Orchestration)];
    if (!building || !orchestration) {
        return std::nullopt;
    }
    const double size = scene.layout.ends_beside ? 14 : scene.layout.tool_font;
    Wanted wanted;
    wanted.label.kind = LabelKind::Gap;
    wanted.label.tone = "ink";
    wanted.label.lines = {
        {worded(Message{"figure.gap.building", {{"gap", Decimal(building->gap.value)}}}), size,
         true},
        {worded(Message{"figure.gap.orchestration", {{"gap", Decimal(orchestration->gap.value)}}}),
         size, true}};
    wanted.wish.omission = 500;
    const auto [width, height] = extent_of_lines(wanted.label.lines);
    const auto& gap = *scene.gap;
    const double length = std::hypot(gap.x2 - gap.x1, gap.y2 - gap.y1);
    const double nx = -(gap.y2 - gap.y1) / length;
    const double ny = (gap.x2 - gap.x1) / length;
    const double support = std::fabs(nx) * width / 2 + std::fabs(ny) * height / 2;
    for (int step = 1; step < 10; ++step) {
        for (const double away : {4.0, 9.0, 16.0, 26.0, 40.0, 60.0}) {
            for (const double side : {-1.0, 1.0}) {
                const double cx =
                    gap.x1 + (gap.x2 - gap.x1) * step / 10 + side * nx * (support + away);
                const double cy =
                    gap.y1 + (gap.y2 - gap.y1) * step / 10 + side * ny * (support + away);
                const Box box{cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2};
                const double price = obstacles.price(box);
                if (price < forbidden_cost) {
                    wanted.wish.places.push_back(
                        {box, price + away + 2 * std::abs(step - 5), std::nullopt});
                }
            }
        }
    }
    return wanted;
}

Wanted wanted_tool(const PlaneScene& scene, const Obstacles& obstacles, const ToolDot& dot) {
    Wanted wanted;
    wanted.tool = dot.tool;
    const double size = scene.layout.tool_font;
    wanted.label.lines = {
        {shortened_to(worded(tool_name(scene.report.landscape, dot.tool)),
                      std::min<double>(longest_tool_name, scene.layout.frame.width() / 3), size),
         size, false}};
    wanted.wish.omission = 95;
    constexpr std::array distances{2.5, 7.0, 14.0, 22.0, 32.0};
    add_places_round(wanted, obstacles, dot.x, dot.y, dot.radius + 1, distances, true);
    return wanted;
}

/// A word on the rim of an ellipse: what the ellipse means.
std::optional<Wanted> wanted_note(const PlaneScene& scene, const Obstacles& obstacles,
                                  const std::optional<PageEllipse>& ellipse, const Message& text) {
    constexpr double smallest = 36; ///< an ellipse that the words would dwarf
    if (!ellipse || ellipse->minor < smallest || !scene.layout.ends_beside) {
        return std::nullopt;
    }
    Wanted wanted;
    wanted.label.kind = LabelKind::Note;
    wanted.label.lines = {{worded(text), scene.layout.note_font, false}};
    wanted.wish.omission = 60;
    const auto [width, height] = extent_of_lines(wanted.label.lines);
    for (std::size_t step = 0; step < directions; ++step) {
        const auto [u, v] = direction(step);
        const auto [x, y] = ellipse->rim(u, v);
        const double out_x = x - ellipse->x;
        const double out_y = y - ellipse->y;
        const double length = std::hypot(out_x, out_y);
        for (const double side : {1.0, -1.0}) {
            const double ux = side * out_x / length;
            const double uy = side * out_y / length;
            const double cx = x + ux * 5 + std::clamp(1.5 * ux, -1.0, 1.0) * width / 2;
            const double cy = y + uy * 5 + std::clamp(1.5 * uy, -1.0, 1.0) * height / 2;
            const Box box{cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2};
            const double price = obstacles.price(box);
            if (price < forbidden_cost) {
                wanted.wish.places.push_back({box, price + (side < 0 ? 6 : 0), std::nullopt});
            }
        }
    }
    return wanted;
}

std::vector<Wanted> all_wanted(const PlaneScene& scene) {
    const Obstacles obstacles(scene);
    std::vector<Wanted> wanted;
    // The compared groups stand last among the centres and come first among the labels.
    for (auto centre = scene.centres.rbegin(); centre != scene.centres.rend(); ++centre) {
        wanted.push_back(wanted_group(scene, obstacles, *centre));
    }
    if (auto gap = wanted_gap(scene, obstacles)) {
        wanted.push_back(std::move(*gap));
    }
    for (std::size_t i = 0; i < std::min(scene.used.size(), scene.layout.most_named); ++i) {
        wanted.push_back(wanted_tool(scene, obstacles, scene.used[i]));
    }
    for (auto centre = scene.centres.rbegin(); centre != scene.centres.rend(); ++centre) {
        auto sure =
            wanted_note(scene, obstacles, centre->sure,
                        {"figure.sure", {{"level", Level{scene.report.policy.interval_level}}}});
        auto spread = wanted_note(scene, obstacles, centre->spread, {"figure.spread"});
        if (sure || spread) {
            for (auto* note : {&sure, &spread}) {
                if (*note) {
                    wanted.push_back(std::move(**note));
                }
            }
            break; // one group's notes explain the other's
        }
    }
    return wanted;
}

} // namespace

PlaneLabels label_plane(const PlaneScene& scene) {
    auto wanted = all_wanted(scene);
    std::vector<LabelWish> wishes;
    wishes.reserve(wanted.size());
    for (auto& each : wanted) {
        wishes.push_back(std::move(each.wish));
    }
    const auto chosen = place_labels(wishes);
    PlaneLabels result;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (chosen[i]) {
            const auto& place = wishes[i].places[*chosen[i]];
            wanted[i].label.box = place.box;
            wanted[i].label.leader = place.leader;
            result.labels.push_back(std::move(wanted[i].label));
        } else if (wanted[i].tool) {
            result.unnamed.push_back(*wanted[i].tool);
        }
    }
    for (std::size_t i = scene.layout.most_named; i < scene.used.size(); ++i) {
        result.unnamed.push_back(scene.used[i].tool);
    }
    return result;
}

} // namespace assess::reports
