#include "reports/layout/ink.hpp"
#include "reports/svg/label_placement.hpp"
#include "reports/svg/path_scene.hpp"
#include "reports/svg/svg_writer.hpp"
#include "reports/svg/text_width.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assess::reports {
namespace {

/// What a label in `box` would cover; `forbidden_cost` where it may not stand.
double price_of(const PathScene& scene, const Box& box) {
    const auto& frame = scene.layout.frame;
    if (!frame.grown(-3).contains(box)) {
        return forbidden_cost;
    }
    for (const auto& mark : scene.marks) {
        if (overlap(Box::around(mark.x, mark.y, mark.radius * 1.35), box)) {
            return forbidden_cost;
        }
    }
    for (const auto& name : scene.quadrants) {
        if (overlap(name.box, box)) {
            return forbidden_cost;
        }
    }
    const double middle_x = (frame.left + frame.right) / 2;
    const double middle_y = (frame.top + frame.bottom) / 2;
    if (!scene.layout.ends_beside && // "Software" and "Model" stand on the axis
        (overlap({frame.left, middle_y - 16, frame.left + 62, middle_y}, box) ||
         overlap({frame.right - 44, middle_y - 16, frame.right, middle_y}, box))) {
        return forbidden_cost;
    }
    double price = 0;
    for (const auto& line : scene.lines) {
        price += length_inside(line.line, box) > 0 ? 130 : 0;
    }
    const std::array axes{Segment{frame.left, middle_y, frame.right, middle_y},
                          Segment{middle_x, frame.top, middle_x, frame.bottom},
                          Segment{frame.left, frame.top, frame.right, frame.bottom},
                          Segment{frame.left, frame.bottom, frame.right, frame.top}};
    for (const auto& axis : axes) {
        price += length_inside(axis, box) > 0 ? 6 : 0;
    }
    const double middle = (box.top + box.bottom) / 2;
    for (const auto& ellipse : scene.sure) {
        for (const double x : {box.left, (box.left + box.right) / 2, box.right}) {
            price += ellipse && ellipse->contains(x, middle) ? 12 : 0;
        }
    }
    return price;
}

std::array<double, 2> extent_of_label(const PathScene& scene, const PathLabel& label) {
    double width = 0;
    double height = 0;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        const double size = font_of(scene, label, i);
        const bool bold = label.strong && i == 0;
        width = std::max(
            width, text_width(label.lines[i], size, bold ? FontWeight::Bold : FontWeight::Regular));
        height += size * label_line_height;
    }
    return {width + 2, height};
}

LabelWish wish_of(const PathScene& scene, const PathLabel& label) {
    const auto& mark = scene.marks[label.mark];
    const auto [width, height] = extent_of_label(scene, label);
    LabelWish wish;
    wish.omission = label.strong ? 3000 : mark.place == PathPlace::First ? 300 : 60;
    for (const double distance : {3.0, 8.0, 14.0, 22.0, 32.0, 46.0, 64.0, 90.0}) {
        for (std::size_t step = 0; step < directions; ++step) {
            const auto [u, v] = direction(step);
            const double reach = mark.radius * 1.35 + distance;
            const double x = mark.x + u * reach + std::clamp(1.5 * u, -1.0, 1.0) * width / 2;
            const double y = mark.y - v * reach - std::clamp(1.5 * v, -1.0, 1.0) * height / 2;
            LabelPlace place{{x - width / 2, y - height / 2, x + width / 2, y + height / 2}, 0, {}};
            const double price = price_of(scene, place.box);
            if (price >= forbidden_cost) {
                continue;
            }
            place.cost = price + 0.7 * distance + 2 * std::fabs(v);
            if (distance > leader_from) {
                place.leader = leader_to(place.box, mark.x, mark.y, mark.radius * 1.35);
                place.cost += 8;
            }
            wish.places.push_back(place);
        }
    }
    return wish;
}

PathLabel label_of(const PathScene& scene, std::size_t index) {
    const auto& mark = scene.marks[index];
    const auto& group = scene.plan.groups[mark.group];
    const auto& moment = scene.plan.moments[group.points[mark.point].moment];
    PathLabel label;
    label.mark = index;
    label.strong = mark.place == PathPlace::Last || mark.place == PathPlace::Only;
    if (label.strong) {
        label.lines.push_back(worded(group.name));
    }
    label.lines.push_back(worded(moment));
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        label.lines[i] =
            shortened_to(label.lines[i], scene.layout.frame.width() / 3, font_of(scene, label, i),
                         label.strong && i == 0 ? FontWeight::Bold : FontWeight::Regular);
    }
    return label;
}

} // namespace

double font_of(const PathScene& scene, const PathLabel& label, std::size_t line) {
    return label.strong && line == 0 ? scene.layout.group_font : scene.layout.tool_font;
}

std::vector<PathLabel> label_paths(const PathScene& scene) {
    std::vector<PathLabel> labels;
    // The groups' names first: an earlier label keeps its place where two cannot both stand.
    for (const bool strong : {true, false}) {
        for (std::size_t i = 0; i < scene.marks.size(); ++i) {
            auto label = label_of(scene, i);
            if (label.strong == strong) {
                labels.push_back(std::move(label));
            }
        }
    }
    std::vector<LabelWish> wishes;
    wishes.reserve(labels.size());
    for (const auto& label : labels) {
        wishes.push_back(wish_of(scene, label));
    }
    const auto chosen = place_labels(wishes);
    std::vector<PathLabel> placed;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (chosen[i]) {
            labels[i].box = wishes[i].places[*chosen[i]].box;
            labels[i].leader = wishes[i].places[*chosen[i]].leader;
            placed.push_back(std::move(labels[i]));
        }
    }
    return placed;
}

} // namespace assess::reports
