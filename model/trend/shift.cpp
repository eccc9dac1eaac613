#include "model/trend/shift.hpp"

#include "model/assessment/matrices.hpp"
#include "model/statistics/distributions.hpp"
#include "model/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess {
namespace {

std::vector<double>& weights_of(PlaceForm& form, Edition edition) {
    return edition == Edition::First ? form.first : form.second;
}

std::vector<double> coordinates(const Cloud& cloud, Diagonal diagonal) {
    std::vector<double> values;
    values.reserve(cloud.n());
    for (const auto& position : cloud.positions) {
        values.push_back(along(diagonal, position));
    }
    return values;
}

/// Two-sided p of "no movement", never below what the people alone give: as the interval.
double p_of(const MeanMovement& movement, double value, double landscape_variance,
            double degrees_of_freedom) {
    const auto p = [&](double variance, double df) {
        return student_t_two_sided(value / std::sqrt(variance), df);
    };
    return std::max(p(movement.sampling_variance, movement.degrees_of_freedom),
                    p(movement.sampling_variance + landscape_variance, degrees_of_freedom));
}

/// Why there is no interval where nothing varies: one of no width would claim that no other answer
/// could have been given.
MessageId no_spread(double value) {
    constexpr double rounding = 1e-12;
    return std::abs(value) < rounding ? MessageId{"reason.nobody-moved"}
                                      : MessageId{"reason.no-spread.moved-alike"};
}

void add_along(Diagonal diagonal, const Shift& shift, double landscape_variance, double level,
               Movement& movement) {
    const auto index = static_cast<std::size_t>(diagonal);
    Estimate estimate;
    estimate.value = along(diagonal, shift.value);
    estimate.level = level;
    estimate.n = shift.n;
    estimate.reason = shift.reason;
    if (const auto& spread = shift.along[index]; spread && !shift.is_nothing) {
        auto moved = *spread;
        moved.difference = estimate.value;
        if (const auto whole = movement_interval(moved, level, landscape_variance)) {
            const auto sampling = movement_interval(moved, level);
            estimate.lower = whole->lower;
            estimate.upper = whole->upper;
            estimate.sampling_lower = sampling->lower;
            estimate.sampling_upper = sampling->upper;
            estimate.reason = {};
            movement.p[index] =
                p_of(moved, estimate.value, landscape_variance, whole->degrees_of_freedom);
        } else {
            estimate.reason = no_spread(estimate.value);
        }
    }
    if (!estimate.has_interval()) {
        movement.p[index] = Quantity<double>::unavailable(estimate.reason);
    }
    movement.along_diagonal[index] = estimate;
}

} // namespace

Cloud cloud_of(const Group& group, Edition edition) {
    Cloud cloud;
    cloud.positions = group.positions;
    cloud.centroid = *group.centroid;
    auto& shares = weights_of(cloud.form, edition);
    shares.reserve(group.tools.size());
    for (const auto& tool : group.tools) {
        shares.push_back(tool.share);
    }
    return cloud;
}

Cloud cloud_of(const Group& group, std::span<const std::uint32_t> rows, Edition edition) {
    Cloud cloud;
    cloud.positions.reserve(rows.size());
    auto& shares = weights_of(cloud.form, edition);
    shares.resize(group.tools.size());
    for (const auto row : rows) {
        cloud.positions.push_back(group.positions[row]);
        const auto tools = group.shares.row_columns(row);
        const auto values = group.shares.row_values(row);
        for (std::size_t k = 0; k < tools.size(); ++k) {
            shares[tools[k]] += values[k];
        }
    }
    for (double& share : shares) {
        share /= static_cast<double>(rows.size());
    }
    cloud.centroid = to_point(mean_of(to_matrix(cloud.positions)));
    return cloud;
}

Shift no_shift(Message reason, std::size_t n) {
    Shift shift;
    shift.is_nothing = true;
    shift.reason = std::move(reason);
    shift.n = n;
    return shift;
}

Shift shift_between(const Cloud& from, const Cloud& to, std::span<const SamePerson> both,
                    Message reason) {
    Shift shift;
    shift.value = to.centroid - from.centroid;
    shift.n = from.n() + to.n() - both.size();
    shift.form = to.form;
    shift.form.add(from.form, -1);
    shift.reason = std::move(reason);
    for (const auto diagonal : diagonals) {
        shift.along[static_cast<std::size_t>(diagonal)] =
            mean_movement(coordinates(from, diagonal), coordinates(to, diagonal), both);
    }
    return shift;
}

Shift difference_of(const Shift& first, const Shift& second) {
    Shift shift;
    shift.value = first.value - second.value;
    shift.n = first.n + second.n;
    shift.form = first.form;
    shift.form.add(second.form, -1);
    shift.is_nothing = first.is_nothing && second.is_nothing;
    const auto spread = [](const Shift& part, std::size_t index) {
        return part.is_nothing ? std::optional(MeanMovement{}) : part.along[index];
    };
    for (std::size_t i = 0; i < shift.along.size(); ++i) {
        const auto here = spread(first, i);
        const auto there = spread(second, i);
        if (here && there) {
            shift.along[i] = difference_of(*here, *there);
        }
    }
    const bool first_says = !first.reason.empty() && (shift.is_nothing || !first.is_nothing);
    shift.reason = first_says ? first.reason : second.reason;
    return shift;
}

Movement movement_of(const Shift& shift, const PlaceErrors& errors, double level) {
    Movement movement;
    movement.shift = shift.value;
    const double landscape_variance = shift.is_nothing ? 0 : errors.variance(shift.form);
    for (const auto diagonal : diagonals) {
        add_along(diagonal, shift, landscape_variance, level, movement);
    }
    return movement;
}

Movement no_movement(const Message& reason) {
    Movement movement;
    movement.shift = Quantity<Point>::unavailable(reason);
    movement.along_diagonal.fill(Quantity<Estimate>::unavailable(reason));
    movement.p.fill(Quantity<double>::unavailable(reason));
    return movement;
}

} // namespace assess
