#include "model/statistics/step_scores.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

namespace assess {
namespace {

using Counts = std::vector<std::size_t>;

TEST(MeanStep, CountsFromOne) {
    EXPECT_DOUBLE_EQ(mean_step(Counts{1, 0, 0, 0, 1}), 3);
    EXPECT_DOUBLE_EQ(mean_step(Counts{0, 3, 1, 0, 0}), 2.25);
    EXPECT_EQ(mean_step(Counts{0, 0, 0, 0, 0}), 0);
}

TEST(WithHalfAtEnds, AddsHalfAnAnswerAtEachEnd) {
    // Two at step 3, and half at 1 and at 5: mean 3, squares 0.5 * 4 * 2 = 4 over n = 2.
    const auto sample = with_half_at_ends(Counts{0, 0, 2, 0, 0});
    EXPECT_EQ(sample.n, 2U);
    EXPECT_DOUBLE_EQ(sample.mean, 3);
    EXPECT_DOUBLE_EQ(sample.variance, 2);
}

TEST(MeanStepInterval, IsStudentsOnTheAddedAnswers) {
    // Variance 2, n + 1 = 3 answers, 2 degrees of freedom: t = 4.302653; half = 3.51, so the
    // scale's ends.
    const auto wide = mean_step_interval(Counts{0, 0, 2, 0, 0}, 0.95);
    EXPECT_EQ(wide->lower, 1);
    EXPECT_EQ(wide->upper, 5);
    // Ten at step 3: squares 4 over 10; se = sqrt(0.4 / 11) = 0.190693; t(.975, 10) = 2.228139.
    const auto narrow = mean_step_interval(Counts{0, 0, 10, 0, 0}, 0.95);
    EXPECT_NEAR(narrow->lower, 3 - 0.424889, 1e-5);
    EXPECT_NEAR(narrow->upper, 3 + 0.424889, 1e-5);
}

TEST(MeanStepInterval, NeedsTwoAnswersAndHoldsTheMean) {
    EXPECT_FALSE(mean_step_interval(Counts{0, 0, 0, 0, 0}, 0.95));
    EXPECT_FALSE(mean_step_interval(Counts{0, 1, 0, 0, 0}, 0.95));
    const auto all_at_the_end = mean_step_interval(Counts{0, 0, 0, 0, 5000}, 0.95);
    EXPECT_EQ(all_at_the_end->upper, 5);
    EXPECT_LT(all_at_the_end->lower, 5);
}

TEST(StepDifference, NeedsTwoAnswersInEachGroup) {
    EXPECT_FALSE(step_difference(Counts{0, 0, 1, 0, 0}, Counts{0, 0, 9, 0, 0}, 1, 0.95));
    EXPECT_TRUE(step_difference(Counts{0, 0, 2, 0, 0}, Counts{0, 0, 2, 0, 0}, 1, 0.95));
}

TEST(StepDifference, TurnsItsSignWithTheGroups) {
    const Counts one{1, 4, 2, 0, 0};
    const Counts other{0, 0, 1, 3, 9};
    const auto there = step_difference(one, other, 1, 0.95);
    const auto back = step_difference(other, one, 1, 0.95);
    EXPECT_DOUBLE_EQ(there->interval.lower, -back->interval.upper);
    EXPECT_DOUBLE_EQ(there->interval.upper, -back->interval.lower);
    EXPECT_DOUBLE_EQ(there->p_beyond, back->p_beyond);
}

TEST(StepDifference, HasItsPAtTheLevelWhereTheIntervalTouchesTheThreshold) {
    const Counts one{0, 0, 1, 3, 9};
    const Counts other{1, 4, 2, 0, 0};
    const double lower = step_difference(one, other, 1, 0.95)->interval.lower;
    EXPECT_NEAR(step_difference(one, other, lower, 0.95)->p_beyond, 0.025, 1e-12);
}

TEST(StepDifference, IsRsInterval) {
    std::ifstream file("tests/oracles/step_scores.csv");
    std::string line;
    std::size_t cases = 0;
    const auto counts_in = [](const std::string& text) {
        std::istringstream words(text);
        Counts counts;
        for (std::size_t count = 0; words >> count;) {
            counts.push_back(count);
        }
        return counts;
    };
    while (std::getline(file, line)) {
        SCOPED_TRACE(line);
        std::istringstream cells(line);
        std::array<std::string, 4> cell;
        for (auto& each : cell) {
            std::getline(cells, each, ',');
        }
        const auto first = counts_in(cell[0]);
        const auto second = counts_in(cell[1]);
        const auto difference = step_difference(first, second, 1, 0.95);
        const double plain = mean_step(first) - mean_step(second);
        ASSERT_NEAR(difference->interval.lower, std::min(plain, std::stod(cell[2])), 1e-9);
        ASSERT_NEAR(difference->interval.upper, std::max(plain, std::stod(cell[3])), 1e-9);
        ++cases;
    }
    EXPECT_EQ(cases, 300U);
}

/// Every histogram of n answers on five steps.
std::vector<Counts> histograms(std::size_t n) {
    std::vector<Counts> all;
    Counts counts(5);
    const std::function<void(std::size_t, std::size_t)> fill = [&](std::size_t step,
                                                                   std::size_t left) {
        if (step == 4) {
            counts[4] = left;
            all.push_back(counts);
            return;
        }
        for (counts[step] = 0; counts[step] <= left; ++counts[step]) {
            fill(step + 1, left - counts[step]);
        }
    };
    fill(0, n);
    return all;
}

double probability(const Counts& counts, const std::array<double, 5>& chances) {
    double sum = 0;
    double n = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto count = static_cast<double>(counts[i]);
        n += count;
        sum += counts[i] == 0 ? 0 : count * std::log(chances.at(i));
        sum -= std::lgamma(count + 1);
    }
    return std::exp(sum + std::lgamma(n + 1));
}

/// How often groups that are exactly one step apart are said to be further apart.
double wrong_rate(std::size_t n_first, const std::array<double, 5>& first, std::size_t n_second,
                  const std::array<double, 5>& second) {
    double rate = 0;
    const auto all_second = histograms(n_second);
    for (const auto& here : histograms(n_first)) {
        const double chance = probability(here, first);
        for (const auto& there : all_second) {
            if (chance > 0 && step_difference(here, there, 1, 0.95)->interval.lower > 1) {
                rate += chance * probability(there, second);
            }
        }
    }
    return rate;
}

TEST(StepDifference, HoldsItsLevelWhereFewAnswersHideTheSpread) {
    // Means 4.4 and 3.4; 4.6 and 3.6; 3 and 2; 4.5 and 3.5: the shapes on which Welch's interval
    // is wrong 12% to 46% of the time.
    using Chances = std::array<double, 5>;
    const std::vector<std::pair<Chances, Chances>> shapes{
        {{.15, 0, 0, 0, .85}, {0, 0, .6, .4, 0}}, {{.1, 0, 0, 0, .9}, {0, 0, .4, .6, 0}},
        {{0, 0, 1, 0, 0}, {.75, 0, 0, 0, .25}},   {{0, 0, 0, .5, .5}, {.05, .05, .3, .55, .05}},
        {{.5, 0, 0, 0, .5}, {.4, .3, .2, .1, 0}},
    };
    for (const auto& [first, second] : shapes) {
        const auto mean = [](const Chances& chances) {
            return chances[0] + 2 * chances[1] + 3 * chances[2] + 4 * chances[3] + 5 * chances[4];
        };
        ASSERT_NEAR(mean(first) - mean(second), 1, 1e-12);
        EXPECT_LE(wrong_rate(3, first, 3, second), 0.05);
        EXPECT_LE(wrong_rate(5, first, 5, second), 0.05);
        EXPECT_LE(wrong_rate(5, first, 8, second), 0.05);
        EXPECT_LE(wrong_rate(8, first, 5, second), 0.05);
    }
}

} // namespace
} // namespace assess
