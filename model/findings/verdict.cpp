#include "model/findings/verdict.hpp"

#include "model/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace assess {

namespace {

/// Nobody plans with a sample this many times as large.
constexpr double most_growth = 1000;

} // namespace

State beyond(const Estimate& gap, double threshold) {
    if (!gap.has_interval()) {
        return State::Undetermined;
    }
    if (*gap.lower > threshold || *gap.upper < -threshold) {
        return State::Present;
    }
    if (*gap.lower > -threshold && *gap.upper < threshold) {
        return State::Absent;
    }
    return std::abs(gap.value) > threshold ? State::Possible : State::Undetermined;
}

State at_least(const Estimate& estimate, double threshold) {
    if (!estimate.has_interval()) {
        return State::Undetermined;
    }
    if (*estimate.lower >= threshold) {
        return State::Present;
    }
    if (*estimate.upper < threshold) {
        return State::Absent;
    }
    return estimate.value >= threshold ? State::Possible : State::Undetermined;
}

State below(const Estimate& estimate, double threshold) {
    if (!estimate.has_interval()) {
        return State::Undetermined;
    }
    if (*estimate.upper < threshold) {
        return State::Present;
    }
    if (*estimate.lower >= threshold) {
        return State::Absent;
    }
    return estimate.value < threshold ? State::Possible : State::Undetermined;
}

State stays_within(const Estimate& gap, double threshold) {
    if (!gap.has_interval()) {
        return State::Undetermined;
    }
    switch (beyond(gap, threshold)) {
    case State::Present:
        return State::Absent;
    case State::Absent:
        return State::Present;
    default:
        return std::abs(gap.value) < threshold ? State::Possible : State::Undetermined;
    }
}

State scattered(const Estimate& difference, double p, const Policy& policy) {
    if (!difference.has_interval()) {
        return State::Undetermined;
    }
    if (*difference.upper < policy.scattered_distance) {
        return State::Absent;
    }
    if (*difference.lower > 0 && p < policy.scattered_p) {
        return State::Present;
    }
    return difference.value > policy.scattered_distance ? State::Possible : State::Undetermined;
}

State all_of(State first, State second) {
    if (first == State::Absent || second == State::Absent) {
        return State::Absent;
    }
    if (first == State::Undetermined || second == State::Undetermined) {
        return State::Undetermined;
    }
    return first == State::Present ? second : first;
}

Growth smallest_growth(const std::function<bool(double)>& settled, double most) {
    if (!settled(most)) {
        return {};
    }
    double open = 1;
    double closed = most;
    for (int step = 0; step < 60 && closed - open > 1e-9 * closed; ++step) {
        const double middle = (open + closed) / 2;
        (settled(middle) ? closed : open) = middle;
    }
    return {Growth::Kind::Times, closed};
}

Growth growth_to_settle(const DiagonalGap& gap, double threshold) {
    const double distance = std::abs(std::abs(gap.gap.value) - threshold);
    const double upper_tail = 1 - (1 - gap.gap.level) / 2;
    const auto half_width = [&](double growth) {
        const double degrees = std::max(1.0, gap.degrees_of_freedom * growth);
        return student_t_quantile(upper_tail, degrees) *
               std::sqrt(gap.sampling_variance / growth + gap.landscape_variance);
    };
    const double landscape_alone =
        student_t_quantile(upper_tail, 1e9) * std::sqrt(gap.landscape_variance);
    if (gap.landscape_variance > 0 && landscape_alone >= distance) {
        return {Growth::Kind::Never, 1};
    }
    return smallest_growth([&](double growth) { return half_width(growth) < distance; },
                           most_growth);
}

Growth growth_to_settle(const Estimate& estimate, double threshold) {
    if (!estimate.has_interval()) {
        return {};
    }
    const double distance = std::abs(estimate.value - threshold);
    // A jackknife interval need not be centred on its estimate, nor hold it.
    const double half = (*estimate.upper - *estimate.lower) / 2;
    const double reach =
        std::max(half, estimate.value > threshold ? estimate.value - *estimate.lower
                                                  : *estimate.upper - estimate.value);
    double people = half;
    if (estimate.sampling_lower && estimate.sampling_upper) {
        people = std::min(half, (*estimate.sampling_upper - *estimate.sampling_lower) / 2);
    }
    // Only the people's part shrinks, with the square root of their number.
    const double fixed = std::max(0.0, reach * reach - people * people);
    if (people < half && fixed >= distance * distance) {
        return {Growth::Kind::Never, 1};
    }
    const double shrinking = people < half ? people * people : reach * reach;
    const double staying = people < half ? fixed : 0;
    return smallest_growth(
        [&](double growth) { return std::sqrt(shrinking / growth + staying) < distance; },
        most_growth);
}

} // namespace assess
