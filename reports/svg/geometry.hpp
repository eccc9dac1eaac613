// Boxes and lines on the page: x to the right, y downwards.
#pragma once

#include <algorithm>

namespace assess::reports {

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] Box grown(double by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
    [[nodiscard]] bool contains(double x, double y) const {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
    [[nodiscard]] bool contains(const Box& other) const {
        return other.left >= left && other.right <= right && other.top >= top &&
               other.bottom <= bottom;
    }
    static Box around(double x, double y, double radius) {
        return {x - radius, y - radius, x + radius, y + radius};
    }
};

/// Touching edges do not overlap.
inline bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

inline double shared_area(const Box& a, const Box& b) {
    const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
    const double height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
}

struct Segment {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
};

/// The length of the part of a segment that lies inside the box.
double length_inside(const Segment& segment, const Box& box);

bool crosses(const Segment& a, const Segment& b);

} // namespace assess::reports
