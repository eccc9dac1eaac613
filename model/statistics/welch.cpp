#include "model/statistics/welch.hpp"

#include "model/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

/// Squared standard error of one mean.
double error_of(const Sample& sample) {
    return sample.variance / static_cast<double>(sample.n);
}

double satterthwaite(const Sample& first, const Sample& second, double known_variance) {
    const double total = error_of(first) + error_of(second) + known_variance;
    // Ratios first: squares of tiny variances would underflow.
    const double part_first = error_of(first) / total;
    const double part_second = error_of(second) / total;
    const double inverse = part_first * part_first / static_cast<double>(first.n - 1) +
                           part_second * part_second / static_cast<double>(second.n - 1);
    return std::min(1 / inverse, most_degrees_of_freedom);
}

bool has_error(const Sample& first, const Sample& second) {
    return first.n >= 2 && second.n >= 2 && error_of(first) + error_of(second) > 0;
}

} // namespace

std::optional<WelchTest> welch_test(const Sample& first, const Sample& second) {
    if (!has_error(first, second)) {
        return std::nullopt;
    }
    WelchTest test;
    test.difference = first.mean - second.mean;
    test.sampling_variance = error_of(first) + error_of(second);
    test.degrees_of_freedom = satterthwaite(first, second, 0);
    test.t = test.difference / std::sqrt(test.sampling_variance);
    test.p = student_t_two_sided(test.t, test.degrees_of_freedom);
    return test;
}

std::optional<Interval> welch_interval(const Sample& first, const Sample& second, double level,
                                       double known_variance) {
    if (!has_error(first, second)) {
        return std::nullopt;
    }
    const auto half_width = [&](double known, double degrees_of_freedom) {
        const double error = error_of(first) + error_of(second) + known;
        return student_t_quantile((1 + level) / 2, degrees_of_freedom) * std::sqrt(error);
    };
    const double sampling_only = half_width(0, satterthwaite(first, second, 0));
    const double degrees_of_freedom = satterthwaite(first, second, known_variance);
    const double half = std::max(half_width(known_variance, degrees_of_freedom), sampling_only);
    const double difference = first.mean - second.mean;
    return Interval{difference - half, difference + half, degrees_of_freedom};
}

} // namespace assess
