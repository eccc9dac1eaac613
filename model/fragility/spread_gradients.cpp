#include "model/fragility/spread_gradients.hpp"

#include <cmath>

namespace assess {
namespace {

/// Adds the gradients of one group's mean adjusted distance, times `sign`.
void add_gradients(const Group& group, double sign, std::vector<Point>& gradients) {
    const auto n = static_cast<double>(group.placed);
    const double adjusted = sign * std::sqrt(n / (n - 1)) / n;
    std::vector<Point> away;
    Point others;
    double at_median = 0;
    for (const auto& position : group.positions) {
        const Point offset = position - *group.spatial_median;
        const double length = norm(offset);
        away.push_back(length > 1e-9 ? offset / length : Point{});
        others += away.back();
        at_median += length > 1e-9 ? 0 : 1;
    }
    for (std::size_t i = 0; i < away.size(); ++i) {
        // The median goes with the people who stand on it: the others' distances change by that.
        const bool on_it = away[i] == Point{};
        const Point direction = on_it ? -others / at_median : away[i];
        const auto columns = group.shares.row_columns(i);
        const auto values = group.shares.row_values(i);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            gradients[columns[k]] += adjusted * values[k] * direction;
        }
    }
}

} // namespace

std::vector<Point> spread_gradients(const Group& first, const Group& second) {
    std::vector<Point> gradients(first.tools.size(), Point{});
    add_gradients(first, 1, gradients);
    add_gradients(second, -1, gradients);
    return gradients;
}

} // namespace assess
