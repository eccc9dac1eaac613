#include "model/statistics/step_scores.hpp"

#include "model/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assess {
namespace {

std::size_t answers_in(std::span<const std::size_t> counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// With the added half answers: n + 1 answers in all, whose variance has n degrees of freedom.
struct Smoothed {
    double mean = 0;
    double squared_error = 0; ///< of the mean
    double degrees_of_freedom = 0;
};

Smoothed smoothed(std::span<const std::size_t> counts) {
    const auto sample = with_half_at_ends(counts);
    const auto whole = static_cast<double>(sample.n) + 1;
    return {sample.mean, sample.variance / whole, static_cast<double>(sample.n)};
}

double upper_quantile(double level, double degrees_of_freedom) {
    return student_t_quantile((1 + level) / 2, degrees_of_freedom);
}

} // namespace

double mean_step(std::span<const std::size_t> counts) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += static_cast<double>((i + 1) * counts[i]);
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, answers_in(counts)));
}

Sample with_half_at_ends(std::span<const std::size_t> counts) {
    Sample sample;
    sample.n = answers_in(counts);
    const auto n = static_cast<double>(sample.n);
    const double ends = 1 + static_cast<double>(counts.size());
    sample.mean = (n * mean_step(counts) + ends / 2) / (n + 1);
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const bool is_end = i == 0 || i + 1 == counts.size();
        const double distance = static_cast<double>(i + 1) - sample.mean;
        squares += (static_cast<double>(counts[i]) + (is_end ? 0.5 : 0)) * distance * distance;
    }
    sample.variance = sample.n == 0 ? 0 : squares / n;
    return sample;
}

std::optional<Interval> mean_step_interval(std::span<const std::size_t> counts, double level) {
    if (answers_in(counts) < 2) {
        return std::nullopt;
    }
    const auto centre = smoothed(counts);
    const double half =
        upper_quantile(level, centre.degrees_of_freedom) * std::sqrt(centre.squared_error);
    const double mean = mean_step(counts);
    const auto last = static_cast<double>(counts.size());
    return Interval{std::max(1.0, std::min(mean, centre.mean - half)),
                    std::min(last, std::max(mean, centre.mean + half)), centre.degrees_of_freedom};
}

std::optional<StepDifference> step_difference(std::span<const std::size_t> first,
                                              std::span<const std::size_t> second, double threshold,
                                              double level) {
    if (answers_in(first) < 2 || answers_in(second) < 2) {
        return std::nullopt;
    }
    const auto one = smoothed(first);
    const auto other = smoothed(second);
    const double squared_error = one.squared_error + other.squared_error;
    const double degrees_of_freedom =
        squared_error * squared_error /
        (one.squared_error * one.squared_error / one.degrees_of_freedom +
         other.squared_error * other.squared_error / other.degrees_of_freedom);
    const double error = std::sqrt(squared_error);
    const double centre = one.mean - other.mean;
    const double half = upper_quantile(level, degrees_of_freedom) * error;
    const double plain = mean_step(first) - mean_step(second);
    const double t = (std::abs(centre) - threshold) / error;
    const double tail = student_t_two_sided(t, degrees_of_freedom) / 2;
    return StepDifference{
        {std::min(plain, centre - half), std::max(plain, centre + half), degrees_of_freedom},
        t > 0 ? tail : 1 - tail};
}

} // namespace assess
