// Places on the plane, and estimates with their intervals.
#include "reports/fields/field_list.hpp"
#include "reports/fields/lists.hpp"

namespace assess::fields {
namespace {

/// An end of an interval; where there is none of the people alone, that of all.
auto end_of_interval(std::optional<double> Estimate::*end,
                     std::optional<double> Estimate::*of_all) {
    return [=](const Estimate& estimate) {
        const auto& given = estimate.*end ? estimate.*end : estimate.*of_all;
        return estimate.has_interval() ? given : std::nullopt;
    };
}

Message why_no_interval(const Estimate& estimate) {
    if (estimate.has_interval()) {
        return {};
    }
    return estimate.reason.empty() ? Message{"reason.not-computed"} : estimate.reason;
}

auto along_diagonal(Diagonal diagonal) {
    return [=](const Point& point) { return along(diagonal, point); };
}

} // namespace

const FieldList<Point>& place_fields() {
    static const FieldList<Point> list(
        "place", "A place on the plane, and along its diagonals.", [](auto& fields) {
            fields.add("x", "Software-focused (-1) to model-focused (1).", coordinate, &Point::x);
            fields.add("y", "Piecemeal (-1) to all-in-one (1).", coordinate, &Point::y);
            fields.add("orchestration",
                       "Any-task (-1) to ML-task orchestration (1); it is (x + y) / 2.", coordinate,
                       along_diagonal(Diagonal::Orchestration));
            fields.add("building", "Building software (-1) to building models (1); (x - y) / 2.",
                       coordinate, along_diagonal(Diagonal::Building));
        });
    return list;
}

const FieldList<Point>& point_fields() {
    static const FieldList<Point> list("point", "A place on the plane.", [](auto& fields) {
        fields.include(place_fields(), std::identity(), {"x", "y"});
    });
    return list;
}

const FieldList<Estimate>& interval_fields() {
    static const FieldList<Estimate> list([](auto& fields) {
        fields.add("lower",
                   "Lower end of the interval, the tolerance of the tools' places included where "
                   "the quantity has one.",
                   OrNull{any_number}, end_of_interval(&Estimate::lower, &Estimate::lower));
        fields.add("upper", "Upper end of the interval, likewise.", OrNull{any_number},
                   end_of_interval(&Estimate::upper, &Estimate::upper));
        fields.add("sampling_lower", "Lower end of the interval from the people alone.",
                   OrNull{any_number},
                   end_of_interval(&Estimate::sampling_lower, &Estimate::lower));
        fields.add("sampling_upper", "Upper end of the interval from the people alone.",
                   OrNull{any_number},
                   end_of_interval(&Estimate::sampling_upper, &Estimate::upper));
        fields.add("interval_reason",
                   "Why there is no interval and its four ends are null; else null.", Reason(),
                   why_no_interval);
        fields.add("level", "Level of the interval.", LevelOfInterval(), &Estimate::level);
        fields.add("n", "People the value rests on.", Count(), &Estimate::n);
    });
    return list;
}

const FieldList<Estimate>& estimate_fields() {
    static const FieldList<Estimate> list(
        "estimate", "A value and its interval.", [](auto& fields) {
            fields.add_with_reason("estimate", "The value.", any_number, &Estimate::value);
            fields.include(interval_fields(), std::identity());
        });
    return list;
}

const FieldList<std::array<Quantity<Estimate>, 2>>& along_diagonals_fields() {
    using Estimates = std::array<Quantity<Estimate>, 2>;
    static const FieldList<Estimates> list([](auto& fields) {
        for (const auto diagonal : diagonals) {
            fields.add_with_reason(
                std::string(id_of(diagonal)), "Along this diagonal.",
                ObjectOf(estimate_fields()), [=](const Estimates& estimates) -> const auto& {
                    return estimates.at(static_cast<std::size_t>(diagonal));
                });
        }
    });
    return list;
}

} // namespace assess::fields
