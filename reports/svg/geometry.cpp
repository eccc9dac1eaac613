#include "reports/svg/geometry.hpp"

#include <array>
#include <cmath>

namespace assess::reports {

double length_inside(const Segment& segment, const Box& box) {
    // Liang and Barsky: the part between the parameters at which the line enters and leaves.
    const double dx = segment.x2 - segment.x1;
    const double dy = segment.y2 - segment.y1;
    const std::array<double, 4> p{-dx, dx, -dy, dy};
    const std::array<double, 4> q{segment.x1 - box.left, box.right - segment.x1,
                                  segment.y1 - box.top, box.bottom - segment.y1};
    double enters = 0;
    double leaves = 1;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) {
                return 0;
            }
        } else if (p[i] < 0) {
            enters = std::max(enters, q[i] / p[i]);
        } else {
            leaves = std::min(leaves, q[i] / p[i]);
        }
    }
    return leaves > enters ? (leaves - enters) * std::sqrt(dx * dx + dy * dy) : 0;
}

bool crosses(const Segment& a, const Segment& b) {
    const auto side = [](const Segment& line, double x, double y) {
        return (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1);
    };
    return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 &&
           side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}

} // namespace assess::reports
