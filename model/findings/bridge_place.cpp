#include "model/findings/bridge_place.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/verdict.hpp"
#include "model/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

BridgeLine bridge_line(const Group& first, const Group& second, const Group& hybrids) {
    const Point direction = *second.centroid - *first.centroid;
    const Point offset = *hybrids.centroid - *first.centroid;
    const double square = squared_norm(direction);
    BridgeLine line{{&first, &second, &hybrids}, dot(offset, direction) / square, {}};
    const Point by_second = (offset - 2 * line.place * direction) / square;
    const Point by_hybrids = direction / square;
    // Moving all three alike moves nothing: the gradients add up to zero.
    line.gradients = {-(by_second + by_hybrids), by_second, by_hybrids};
    return line;
}

namespace {

/// Each tool's error moves the three centroids by its three mean shares at once.
double place_variance(const BridgeLine& line, const Landscape& landscape) {
    double variance = 0;
    for (std::size_t j = 0; j < landscape.tools.size(); ++j) {
        if (const auto& placement = landscape.tools[j].placement) {
            Point moved;
            for (std::size_t g = 0; g < line.groups.size(); ++g) {
                moved += line.groups.at(g)->tools[j].share * line.gradients.at(g);
            }
            variance += squared_norm(moved) * placement->tolerance * placement->tolerance;
        }
    }
    return variance;
}

} // namespace

Estimate bridge_place(const BridgeLine& line, const Landscape& landscape, double level) {
    Estimate estimate;
    estimate.value = line.place;
    estimate.level = level;
    double sampling = 0;
    double satterthwaite = 0;
    for (std::size_t g = 0; g < line.groups.size(); ++g) {
        const auto& group = *line.groups.at(g);
        estimate.n += group.placed;
        if (!group.covariance) {
            estimate.reason = {"bridge-role.one-placed",
                               {{"people", people_told(group, group.placed)}}};
            continue;
        }
        const double part =
            group.covariance->along(line.gradients.at(g)) / static_cast<double>(group.placed);
        sampling += part;
        satterthwaite += part * part / static_cast<double>(group.placed - 1);
    }
    if (!estimate.reason.empty()) {
        return estimate;
    }
    if (sampling <= 0 || satterthwaite <= 0) {
        estimate.reason = {"bridge-role.no-spread"};
        return estimate;
    }
    const double degrees = std::min(1e9, sampling * sampling / satterthwaite);
    const double reach = student_t_quantile(1 - (1 - level) / 2, std::max(1.0, degrees)) *
                         std::sqrt(sampling + place_variance(line, landscape));
    estimate.lower = line.place - reach;
    estimate.upper = line.place + reach;
    return estimate;
}

State stand_apart(const DiagonalGaps& gaps, double threshold) {
    auto state = State::Absent;
    for (const auto& gap : gaps) {
        if (!gap || !gap->gap.has_interval()) {
            return gap && std::abs(gap->gap.value) > threshold ? State::Possible
                                                               : State::Undetermined;
        }
        state = std::min(state, beyond(gap->gap, threshold));
    }
    return state;
}

State between(const Estimate& place) {
    if (!place.has_interval()) {
        return State::Undetermined;
    }
    if (*place.lower > 0 && *place.upper < 1) {
        return State::Present;
    }
    if (*place.upper <= 0 || *place.lower >= 1) {
        return State::Absent;
    }
    return place.value > 0 && place.value < 1 ? State::Possible : State::Undetermined;
}

} // namespace assess
