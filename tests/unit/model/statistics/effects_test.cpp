// Laws and degenerate cases; the numbers themselves are checked in groups_oracle_test.cpp.
#include "model/assessment/ellipse.hpp"
#include "model/statistics/benjamini_hochberg.hpp"
#include "model/statistics/effect_sizes.hpp"
#include "model/statistics/fisher_f.hpp"
#include "model/statistics/krishnamoorthy_yu.hpp"
#include "model/statistics/principal_axes.hpp"
#include "model/statistics/welch.hpp"
#include "tests/unit/model/statistics/clouds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace assess {
namespace {

using clouds::scatter;
using clouds::test_seed;

Eigen::Matrix2d diagonal(double x, double y) {
    return Eigen::Vector2d(x, y).asDiagonal();
}

TEST(PrincipalAxes, ByHand) {
    Eigen::Matrix2d matrix;
    matrix << 2, 1, 1, 2; // 3 along the diagonal, 1 across
    const PrincipalAxes axes = principal_axes(matrix);
    EXPECT_DOUBLE_EQ(axes.major, 3);
    EXPECT_DOUBLE_EQ(axes.minor, 1);
    EXPECT_DOUBLE_EQ(axes.angle, std::numbers::pi / 4);
    EXPECT_FALSE(axes.is_line());
    const PrincipalAxes upright = principal_axes(diagonal(1, 4));
    EXPECT_DOUBLE_EQ(upright.angle, std::numbers::pi / 2);
    matrix << 1, -0.0, -0.0, 4;
    EXPECT_DOUBLE_EQ(principal_axes(matrix).angle, std::numbers::pi / 2);
}

TEST(PrincipalAxes, LinesAndPoints) {
    Eigen::Matrix2d line;
    line << 0.4, 0.2, 0.2, 0.1;
    EXPECT_TRUE(principal_axes(line).is_line());
    EXPECT_FALSE(principal_axes(line).is_point());
    EXPECT_TRUE(principal_axes(Eigen::Matrix2d::Zero()).is_line());
    EXPECT_TRUE(principal_axes(Eigen::Matrix2d::Zero()).is_point());
    EXPECT_TRUE(principal_axes(diagonal(1, 0.9e-10)).is_line());
    EXPECT_FALSE(principal_axes(diagonal(1, 1.1e-10)).is_line());
}

TEST(FisherF, IsStudentsTSquared) {
    // P(|T| >= 2.228138852) = 0.05 with 10 degrees of freedom (any table).
    EXPECT_NEAR(fisher_f_upper(2.228138852 * 2.228138852, 1, 10), 0.05, 1e-10);
    EXPECT_EQ(fisher_f_upper(0, 2, 5), 1);
    EXPECT_GT(fisher_f_upper(1e300, 2, 1000), 0);
}

TEST(KrishnamoorthyYu, ByHandWithEqualRoundGroups) {
    // Errors 1/4 I each, whole 1/2 I, gap (1, 0): T2 = 2. Each share is I/2: tr(A^2) + tr(A)^2 =
    // 1/2 + 1 over 3, twice: 1; so 6 degrees of freedom, F = 2 * 5 / 12.
    const Scatter first{4, {1, 0}, diagonal(1, 1)};
    const Scatter second{4, {0, 0}, diagonal(1, 1)};
    const auto test = krishnamoorthy_yu(first, second);
    EXPECT_DOUBLE_EQ(test->t2, 2);
    EXPECT_DOUBLE_EQ(test->degrees_of_freedom, 6);
    EXPECT_DOUBLE_EQ(test->f, 10.0 / 12);
    EXPECT_EQ(test->dimensions, 2);
    // For 2 degrees of freedom above the line the tail of F is (1 + 2 f / d)^(-d / 2).
    EXPECT_NEAR(test->p, std::pow(1 + 2 * test->f / 5, -2.5), 1e-14);
}

TEST(KrishnamoorthyYu, OnALineIsWelchsTest) {
    Random random(test_seed);
    for (int round = 0; round < 50; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto line = [&](int people, double shift) {
            Eigen::MatrixX2d rows = clouds::normal(random, people, 0.3);
            rows.col(0).array() += shift;
            rows.col(1) = -2 * rows.col(0);
            return rows;
        };
        const Eigen::MatrixX2d first = line(2 + static_cast<int>(random.below(5)), 0.2);
        const Eigen::MatrixX2d second = line(2 + static_cast<int>(random.below(9)), 0);
        const auto along = [](const Eigen::MatrixX2d& rows) {
            const Eigen::VectorXd x = rows.col(0);
            return summarize({x.data(), static_cast<std::size_t>(x.size())});
        };
        const auto test = krishnamoorthy_yu(scatter(first), scatter(second));
        const auto welch = welch_test(along(first), along(second));
        ASSERT_TRUE(test && welch);
        EXPECT_EQ(test->dimensions, 1);
        EXPECT_NEAR(test->t2, welch->t * welch->t, 1e-9 * test->t2);
        EXPECT_NEAR(test->degrees_of_freedom, welch->degrees_of_freedom,
                    1e-9 * welch->degrees_of_freedom);
        EXPECT_NEAR(test->p, welch->p, 1e-9);
    }
}

TEST(KrishnamoorthyYu, WhatCannotBeTestedHasNoResult) {
    const Scatter lying{5, {0, 0}, diagonal(1, 0)};
    const Scatter above{5, {0, 0.5}, diagonal(1, 0)};
    const Scatter upright{5, {0, 0.5}, diagonal(0, 1)};
    const Scatter point{5, {0, 0.5}, Eigen::Matrix2d::Zero()};
    const Scatter alone{1, {0, 0.5}, Eigen::Matrix2d::Zero()};
    EXPECT_FALSE(krishnamoorthy_yu(lying, above)); // parallel lines apart
    EXPECT_TRUE(krishnamoorthy_yu(lying, upright));
    EXPECT_FALSE(krishnamoorthy_yu(lying, alone));
    EXPECT_FALSE(krishnamoorthy_yu(point, point));
    const Scatter on_it{5, {0.5, 0}, Eigen::Matrix2d::Zero()};
    const auto line_and_point = krishnamoorthy_yu(lying, on_it);
    ASSERT_TRUE(line_and_point);
    EXPECT_DOUBLE_EQ(line_and_point->degrees_of_freedom, 4);
    EXPECT_DOUBLE_EQ(line_and_point->t2, 0.25 * 5);
    // Two against a point off their line's middle, round: one degree of freedom, too few for F on
    // the plane. (The whole error is the first group's: 6 / (2 + 4) = 1.)
    const Scatter two{2, {0, 0}, diagonal(1, 1)};
    EXPECT_FALSE(krishnamoorthy_yu(two, point));
    const Scatter three{3, {0, 0}, diagonal(1, 1)};
    EXPECT_DOUBLE_EQ(krishnamoorthy_yu(three, point)->degrees_of_freedom, 2);
}

TEST(Effects, ByHand) {
    const Scatter first{10, {3, 0}, diagonal(9, 1)};
    const Scatter second{10, {0, 4}, diagonal(9, 1)};
    const auto distance = mahalanobis_distance(first, second);
    EXPECT_NEAR(distance->d, std::sqrt(1.0 + 16), 1e-14);
    EXPECT_NEAR(*distance->unbiased_square, 15.0 / 18 * 17 - 40.0 / 100, 1e-13);
    EXPECT_NEAR(*bhattacharyya_coefficient(first, second), std::exp(-17.0 / 8), 1e-15);
    EXPECT_NEAR(gaussian_wasserstein_squared(first, second), 25, 1e-13);
    // Other spreads, same axes: the differences of the standard deviations squared.
    const Scatter wider{10, {0, 4}, diagonal(25, 4)};
    EXPECT_NEAR(gaussian_wasserstein_squared(first, wider), 25 + 4 + 1, 1e-13);
    // Pooling weighs by n - 1: (9 * 1 + 3 * 5) / 12 = 2.
    const Scatter many{10, {2, 0}, diagonal(1, 1)};
    const Scatter few{4, {0, 0}, diagonal(5, 5)};
    EXPECT_NEAR(mahalanobis_distance(many, few)->d, std::sqrt(2.0), 1e-14);
}

TEST(Effects, AnUnbiasedSquareMayBeNegativeAndNeedsSixPeople) {
    const Scatter three{3, {0, 0}, diagonal(1, 1)};
    const Scatter two{2, {0, 0}, diagonal(1, 1)};
    EXPECT_DOUBLE_EQ(*mahalanobis_distance(three, three)->unbiased_square, -12.0 / 9);
    EXPECT_FALSE(mahalanobis_distance(three, two)->unbiased_square);
    EXPECT_FALSE(mahalanobis_distance(three, Scatter{1, {0, 0}, diagonal(0, 0)}));
}

TEST(Effects, TheUnbiasedSquareIsRightOnAverage) {
    // Two populations three deviations apart on one axis: the true square is 9; with 6 and 8
    // people plain D2 is 13.4 on average.
    Random random(test_seed);
    double sum = 0;
    double squares = 0;
    constexpr int rounds = 20'000;
    for (int round = 0; round < rounds; ++round) {
        Eigen::MatrixX2d first = clouds::normal(random, 6, 1);
        first.col(1).array() += 3;
        const auto distance =
            mahalanobis_distance(scatter(first), scatter(clouds::normal(random, 8, 1)));
        sum += *distance->unbiased_square;
        squares += *distance->unbiased_square * *distance->unbiased_square;
    }
    const double mean = sum / rounds;
    const double error = std::sqrt((squares / rounds - mean * mean) / rounds);
    // The sums of twelve uniforms have slightly shorter tails than the normal distribution.
    EXPECT_NEAR(mean, 9, 4 * error + 0.1);
}

TEST(Effects, SingularCovariancesAreNeverInverted) {
    Eigen::Matrix2d slanted;
    slanted << 0.4, 0.2, 0.2, 0.1;
    const Scatter line{6, {0.1, 0.2}, slanted};
    const Scatter round{6, {0, 0}, diagonal(0.1, 0.2)};
    const Scatter point{6, {0, 0}, Eigen::Matrix2d::Zero()};
    EXPECT_FALSE(bhattacharyya_coefficient(line, round));
    EXPECT_FALSE(bhattacharyya_coefficient(round, point));
    EXPECT_FALSE(mahalanobis_distance(line, line));
    EXPECT_FALSE(mahalanobis_distance(line, point));
    EXPECT_TRUE(mahalanobis_distance(line, round));
    // A point against a spread: the distance of the centres and the whole spread.
    EXPECT_NEAR(gaussian_wasserstein_squared(point, round), 0.3, 1e-15);
    EXPECT_NEAR(gaussian_wasserstein_squared(line, point), 0.05 + 0.5, 1e-15);
    EXPECT_NEAR(gaussian_wasserstein_squared(line, line), 0, 1e-15);
}

TEST(Effects, MovingTurningAndExchanging) {
    Random random(test_seed);
    for (int round = 0; round < 100; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = clouds::normal(random, 4 + static_cast<int>(random.below(8)), 0.3);
        const auto second = clouds::normal(random, 4 + static_cast<int>(random.below(8)), 0.2);
        const auto motion = clouds::motion(random);
        const auto values = [](const Eigen::MatrixX2d& one, const Eigen::MatrixX2d& other) {
            const auto test = krishnamoorthy_yu(scatter(one), scatter(other));
            const auto distance = mahalanobis_distance(scatter(one), scatter(other));
            return std::vector{test->t2,
                               test->degrees_of_freedom,
                               test->p,
                               distance->d,
                               *distance->unbiased_square,
                               *bhattacharyya_coefficient(scatter(one), scatter(other)),
                               gaussian_wasserstein_squared(scatter(one), scatter(other))};
        };
        const auto here = values(first, second);
        const auto exchanged = values(second, first);
        auto moved = values(motion.of(first), motion.of(second));
        moved.back() /= motion.scale * motion.scale;
        for (std::size_t i = 0; i < here.size(); ++i) {
            EXPECT_NEAR(exchanged[i], here[i], 1e-10 * std::max(1.0, std::abs(here[i])));
            // Moved by 1 while as small as 1e-3, positions lose three digits.
            EXPECT_NEAR(moved[i], here[i], 1e-8 * std::max(1.0, std::abs(here[i])));
        }
        const double overlap = here[5];
        EXPECT_GT(overlap, 0);
        EXPECT_LE(overlap, 1);
    }
}

TEST(Effects, DegenerateDataStayFinite) {
    Random random(test_seed);
    for (int round = 0; round < 500; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const Scatter first =
            scatter(clouds::degenerate(random, 2 + static_cast<int>(random.below(6))));
        const Scatter second =
            scatter(clouds::degenerate(random, 2 + static_cast<int>(random.below(6))));
        if (const auto test = krishnamoorthy_yu(first, second)) {
            EXPECT_TRUE(std::isfinite(test->t2) && std::isfinite(test->f));
            EXPECT_GT(test->degrees_of_freedom, 0);
            EXPECT_GT(test->p, 0);
            EXPECT_LE(test->p, 1);
        }
        if (const auto distance = mahalanobis_distance(first, second)) {
            EXPECT_TRUE(std::isfinite(distance->d));
        }
        if (const auto overlap = bhattacharyya_coefficient(first, second)) {
            EXPECT_GE(*overlap, 0);
            EXPECT_LE(*overlap, 1);
        }
        EXPECT_TRUE(std::isfinite(gaussian_wasserstein_squared(first, second)));
        EXPECT_GE(gaussian_wasserstein_squared(first, second), 0);
    }
}

TEST(Ellipse, ItsShadowIsTheIntervalOnEveryLine) {
    Random random(test_seed);
    const auto rows = clouds::normal(random, 9, 0.3);
    const Scatter group = scatter(rows);
    const auto ellipse = centroid_ellipse(clouds::group(group), 0.95);
    for (double angle = 0; angle < 3; angle += 0.25) {
        const Eigen::Vector2d line(std::cos(angle), std::sin(angle));
        const double turned = ellipse->angle - angle;
        const double shadow = std::hypot(ellipse->semi_major * std::cos(turned),
                                         ellipse->semi_minor * std::sin(turned));
        const double error = std::sqrt(line.dot(group.covariance * line) / 9);
        EXPECT_NEAR(shadow, 2.306004135 * error, 1e-9); // t(.975, 8), any table
    }
}

TEST(Ellipse, NeedsThreePeople) {
    EXPECT_FALSE(people_ellipse(clouds::group({2, {0, 0}, diagonal(1, 0)})));
    EXPECT_FALSE(centroid_ellipse(clouds::group({2, {0, 0}, diagonal(1, 0)}), 0.95));
    const auto point = people_ellipse(clouds::group({3, {0.2, 0.1}, Eigen::Matrix2d::Zero()}));
    EXPECT_EQ(point->semi_major, 0);
    EXPECT_EQ(point->centre, (Point{0.2, 0.1}));
    const auto line = people_ellipse(clouds::group({3, {0, 0}, diagonal(0.04, 0)}));
    EXPECT_DOUBLE_EQ(line->semi_major, 0.4);
    EXPECT_EQ(line->semi_minor, 0);
}

} // namespace
} // namespace assess
