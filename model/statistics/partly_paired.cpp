#include "model/statistics/partly_paired.hpp"

#include "model/statistics/distributions.hpp"
#include "model/statistics/sample.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace assess {
namespace {

double square(double value) {
    return value * value;
}

/// Everybody is in both: the paired t, on each one's own movement. The same as the formula below,
/// but without the rounding errors of variances that cancel.
MeanMovement paired(std::span<const double> before, std::span<const double> after,
                    std::span<const SamePerson> both) {
    std::vector<double> movements;
    movements.reserve(both.size());
    // Sizes of what is subtracted: a movement is known no better than its ends.
    double largest = 0;
    for (const auto& [first, second] : both) {
        movements.push_back(after[second] - before[first]);
        largest = std::max({largest, std::abs(after[second]), std::abs(before[first])});
    }
    const auto sample = summarize(movements);
    MeanMovement movement;
    movement.difference = sample.mean;
    if (std::sqrt(sample.variance) > 1e-12 * largest) {
        movement.sampling_variance = sample.variance / static_cast<double>(sample.n);
        movement.degrees_of_freedom = static_cast<double>(sample.n - 1);
    }
    return movement;
}

/// Pearson's correlation; 0 where there is none.
double correlation_of_pairs(std::span<const double> before, std::span<const double> after,
                            std::span<const SamePerson> both) {
    std::vector<double> first;
    std::vector<double> second;
    for (const auto& [i, k] : both) {
        first.push_back(before[i]);
        second.push_back(after[k]);
    }
    const auto here = summarize(first);
    const auto there = summarize(second);
    if (here.variance <= 0 || there.variance <= 0) {
        return 0;
    }
    double products = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        products += (first[i] - here.mean) * (second[i] - there.mean);
    }
    const double covariance = products / static_cast<double>(first.size() - 1);
    return std::clamp(covariance / (std::sqrt(here.variance) * std::sqrt(there.variance)), -1.0,
                      1.0);
}

} // namespace

std::optional<MeanMovement> mean_movement(std::span<const double> before,
                                          std::span<const double> after,
                                          std::span<const SamePerson> both) {
    if (before.size() < 2 || after.size() < 2) {
        return std::nullopt;
    }
    if (both.size() == before.size() && both.size() == after.size()) {
        auto movement = paired(before, after, both);
        movement.in_both = both.size();
        return movement;
    }
    const auto first = summarize(before);
    const auto second = summarize(after);
    MeanMovement movement;
    movement.difference = second.mean - first.mean;
    movement.in_both = both.size();
    const auto welch = welch_test(second, first);
    if (!welch) {
        return movement; // neither varies
    }
    const auto n_first = static_cast<double>(first.n);
    const auto n_second = static_cast<double>(second.n);
    const auto n_both = static_cast<double>(both.size());
    // Somebody is in one sample only, so the last term is at most 1 - 1/(2n) of the first two and
    // the variance stays well above rounding errors.
    movement.sampling_variance =
        welch->sampling_variance - 2 * correlation_of_pairs(before, after, both) *
                                       std::sqrt(first.variance) * std::sqrt(second.variance) *
                                       n_both / (n_first * n_second);
    // Between n_both - 1, of the paired t, and Welch's, by the share of people in one sample only.
    const double in_one = n_first + n_second - 2 * n_both;
    movement.degrees_of_freedom = both.empty()
                                      ? welch->degrees_of_freedom
                                      : (n_both - 1) + (welch->degrees_of_freedom - n_both + 1) /
                                                           (in_one + 2 * n_both) * in_one;
    return movement;
}

std::optional<Interval> movement_interval(const MeanMovement& movement, double level,
                                          double known_variance) {
    const double variance = movement.sampling_variance;
    if (variance <= 0 || movement.degrees_of_freedom <= 0) {
        return std::nullopt;
    }
    const auto half_width = [&](double known, double degrees_of_freedom) {
        return student_t_quantile((1 + level) / 2, degrees_of_freedom) *
               std::sqrt(variance + known);
    };
    const double with_known =
        std::min(movement.degrees_of_freedom * square((variance + known_variance) / variance),
                 most_degrees_of_freedom);
    const double half = std::max(half_width(known_variance, with_known),
                                 half_width(0, movement.degrees_of_freedom));
    return Interval{movement.difference - half, movement.difference + half, with_known};
}

MeanMovement difference_of(const MeanMovement& first, const MeanMovement& second) {
    MeanMovement difference;
    difference.difference = first.difference - second.difference;
    difference.sampling_variance = first.sampling_variance + second.sampling_variance;
    difference.in_both = first.in_both + second.in_both;
    if (difference.sampling_variance <= 0) {
        return difference;
    }
    double inverse = 0;
    for (const auto* part : {&first, &second}) {
        if (part->sampling_variance > 0) {
            // Ratios first: squares of tiny variances would underflow.
            inverse += square(part->sampling_variance / difference.sampling_variance) /
                       part->degrees_of_freedom;
        }
    }
    difference.degrees_of_freedom = std::min(1 / inverse, most_degrees_of_freedom);
    return difference;
}

} // namespace assess
