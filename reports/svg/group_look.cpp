#include "reports/svg/group_look.hpp"

#include "reports/content/labels.hpp"

#include <algorithm>
#include <numeric>

namespace assess::reports {
namespace {

GroupLook look_of(Role role) {
    switch (role) {
    case Role::Researcher:
        return {"res", Shape::Diamond};
    case Role::Engineer:
        return {"eng", Shape::Circle};
    case Role::Hybrid:
        return {"hyb", Shape::Triangle};
    case Role::Other:
        break;
    }
    return {"oth", Shape::Square};
}

void leave_out_small_teams(const GapReport& report, std::vector<GroupLook>& looks) {
    std::vector<std::size_t> order(looks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return looks[a].compared != looks[b].compared
                   ? looks[a].compared
                   : report.groups[a].placed > report.groups[b].placed;
    });
    for (std::size_t i = most_teams; i < order.size(); ++i) {
        looks[order[i]].drawn = false;
    }
}

} // namespace

std::vector<GroupLook> group_looks(const GapReport& report) {
    std::vector<GroupLook> looks(report.groups.size());
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (const auto role = report.groups[i].role) {
            looks[i] = look_of(*role);
        }
    }
    for (const auto& comparison : report.comparisons) {
        if (report.grouping == Grouping::Team) {
            looks[comparison.first] = look_of(Role::Researcher);
            looks[comparison.second] = look_of(Role::Engineer);
        }
        looks[comparison.first].compared = true;
        looks[comparison.second].compared = true;
    }
    leave_out_small_teams(report, looks);
    return looks;
}

std::string outline(Shape shape, double x, double y, double radius) {
    switch (shape) {
    case Shape::Diamond: {
        const double half = 1.25 * radius;
        return PathData()
            .move(x, y - half)
            .line(x + half, y)
            .line(x, y + half)
            .line(x - half, y)
            .end()
            .text();
    }
    case Shape::Triangle:
        return PathData()
            .move(x, y - 1.45 * radius)
            .line(x + 1.3 * radius, y + 0.85 * radius)
            .line(x - 1.3 * radius, y + 0.85 * radius)
            .end()
            .text();
    case Shape::Square: {
        const double half = 0.886 * radius; // sqrt(pi) / 2
        return PathData()
            .move(x - half, y - half)
            .horizontal(x + half)
            .vertical(y + half)
            .horizontal(x - half)
            .end()
            .text();
    }
    case Shape::Circle:
        break;
    }
    return {};
}

void draw_mark(SvgWriter& svg, Shape shape, double x, double y, double radius,
               std::string_view classes) {
    if (shape == Shape::Circle) {
        svg.empty("circle", {{"class", classes}, {"cx", x}, {"cy", y}, {"r", radius}});
    } else {
        svg.empty("path", {{"class", classes}, {"d", outline(shape, x, y, radius)}});
    }
}

} // namespace assess::reports
