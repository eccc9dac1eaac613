#include "model/statistics/distributions.hpp"
#include "model/statistics/welch.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace assess {
namespace {

TEST(StudentT, ClosedFormsAtOneAndTwoDegreesOfFreedom) {
    // One degree of freedom: P(|T| > t) = 1 - 2 atan(t) / pi. Two: 1 - t / sqrt(2 + t^2).
    for (const double t : {0.1, 1.0, 3.0, 50.0}) {
        EXPECT_NEAR(student_t_two_sided(t, 1), 1 - 2 * std::atan(t) / std::numbers::pi, 1e-14);
        EXPECT_NEAR(student_t_two_sided(-t, 2), 1 - t / std::sqrt(2 + t * t), 1e-14);
    }
}

TEST(StudentT, IsNeverZero) {
    EXPECT_GT(student_t_two_sided(1e9, 1e9), 0.0);
    EXPECT_LE(student_t_two_sided(1e9, 1e9), 1e-300);
    EXPECT_EQ(student_t_two_sided(0, 3), 1.0);
}

TEST(Welch, TooFewOrNoVarianceGivesNothing) {
    const Sample one{.n = 1, .mean = 0.1};
    const Sample none{};
    const Sample flat{.n = 4, .mean = 0.2};
    const Sample spread{.n = 4, .mean = 0.2, .variance = 0.01};
    EXPECT_FALSE(welch_test(one, spread));
    EXPECT_FALSE(welch_test(spread, none));
    EXPECT_FALSE(welch_test(flat, flat));
    EXPECT_FALSE(welch_interval(flat, flat, 0.95, 0.1));
    EXPECT_TRUE(welch_test(flat, spread));
}

TEST(Welch, WithoutVarianceInOneGroupTheOtherDecides) {
    const Sample flat{.n = 9, .mean = 0.5};
    const Sample spread{.n = 4, .mean = 0.1, .variance = 0.04}; // standard error 0.1
    const auto test = welch_test(flat, spread);
    ASSERT_TRUE(test);
    EXPECT_DOUBLE_EQ(test->degrees_of_freedom, 3.0);
    EXPECT_DOUBLE_EQ(test->t, 4.0);
}

TEST(Welch, AKnownPartThatSwampsTheRestGivesTheNormalInterval) {
    const Sample first{.n = 3, .mean = 0.1, .variance = 1e-20};
    const Sample second{.n = 3, .mean = 0.0, .variance = 1e-20};
    const auto interval = welch_interval(first, second, 0.95, 0.01);
    ASSERT_TRUE(interval);
    EXPECT_EQ(interval->degrees_of_freedom, 1e15);
    EXPECT_NEAR(interval->upper, 0.1 + 0.1 * 1.959963984540054, 1e-9);
}

TEST(Welch, AKnownPartNeverNarrowsTheInterval) {
    const Sample first{.n = 2, .mean = 0.1, .variance = 0.02};
    const Sample second{.n = 2, .mean = 0.0};
    double width = 0;
    for (const double known : {0.0, 0.001, 0.01, 0.1, 1.0, 100.0}) {
        const auto interval = welch_interval(first, second, 0.95, known);
        ASSERT_TRUE(interval);
        EXPECT_GE(interval->upper - interval->lower, width);
        width = interval->upper - interval->lower;
    }
}

} // namespace
} // namespace assess
