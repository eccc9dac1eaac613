// Laws and degenerate cases; the numbers themselves are checked in groups_oracle_test.cpp.
#include "model/statistics/spread_test.hpp"
#include "tests/unit/model/statistics/clouds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

using clouds::test_seed;

std::optional<SpreadTest> test_of(const Eigen::MatrixX2d& first, const Eigen::MatrixX2d& second,
                                  const SplitLimits& limits = {}, std::uint64_t seed = 1) {
    return spread_test(adjusted_distances(first), adjusted_distances(second), limits, seed);
}

TEST(SpreadTest, NeedsThreePeopleInEachGroup) {
    const std::vector<double> two{0.1, 0.2};
    const std::vector<double> three{0.1, 0.2, 0.4};
    EXPECT_FALSE(spread_test(two, three, {}, 1));
    EXPECT_FALSE(spread_test(three, two, {}, 1));
    EXPECT_FALSE(spread_test({}, {}, {}, 1));
    EXPECT_TRUE(spread_test(three, three, {}, 1));
    EXPECT_TRUE(adjusted_distances(Eigen::MatrixX2d(0, 2)).empty());
    EXPECT_TRUE(adjusted_distances(clouds::all_at(1, 0.2, 0.1)).empty());
}

TEST(SpreadTest, ByHand) {
    // Means 2 and 5, residuals -1 0 1 and -1 0 1: between 13.5, within 4, F = 13.5 / (4 / 4).
    // Of the 20 splits of those residuals four have the largest sum, 2 or -2 (both ones, or both
    // minus ones, with either zero): between 4 (1/3 + 1/3) = 8/3, within 4/3, F = 8. Not 13.5.
    const std::vector<double> first{1, 2, 3};
    const std::vector<double> second{4, 5, 6};
    const auto test = spread_test(first, second, {}, 1);
    EXPECT_DOUBLE_EQ(*test->permutation.statistic, 13.5);
    EXPECT_EQ(test->permutation.at_least_as_extreme, 0U);
    EXPECT_EQ(test->permutation.splits, 20U);
    EXPECT_DOUBLE_EQ(test->permutation.p, 1.0 / 21);
    EXPECT_DOUBLE_EQ(test->permutation.smallest_p, 1.0 / 21);
    // Means 2 and 4: F is 6, and the four splits with F = 8 are as extreme.
    const std::vector<double> nearer{3, 4, 5};
    const auto near = spread_test(first, nearer, {}, 1);
    EXPECT_DOUBLE_EQ(*near->permutation.statistic, 6);
    EXPECT_EQ(near->permutation.at_least_as_extreme, 4U);
    EXPECT_DOUBLE_EQ(near->permutation.p, 5.0 / 21);
}

TEST(SpreadTest, ATieIsAsExtreme) {
    // Levels 4 / sqrt(3) apart give F = 8, the very value of four splits (see ByHand).
    const double apart = 4 / std::sqrt(3.0);
    const std::vector<double> first{1, 2, 3};
    const std::vector<double> second{1 + apart, 2 + apart, 3 + apart};
    const auto test = spread_test(first, second, {}, 1);
    EXPECT_NEAR(*test->permutation.statistic, 8, 1e-13);
    EXPECT_EQ(test->permutation.at_least_as_extreme, 4U);
}

TEST(SpreadTest, TheAdjustmentIsThatOfStier) {
    // Four corners of a square: the centre, at distance 1; times sqrt(4/3).
    Eigen::MatrixX2d square(4, 2);
    square << 1, 0, 0, 1, -1, 0, 0, -1;
    for (const double distance : adjusted_distances(square)) {
        EXPECT_NEAR(distance, std::sqrt(4.0 / 3), 1e-14);
    }
}

TEST(SpreadTest, NobodySpreadsAtAll) {
    const auto test = test_of(clouds::all_at(3, 0.1, 0.2), clouds::all_at(5, 0.7, 0.2));
    ASSERT_TRUE(test);
    EXPECT_EQ(test->permutation.statistic, 0.0);
    EXPECT_EQ(test->permutation.p, 1);
    EXPECT_EQ(test->f_p, 1);
}

TEST(SpreadTest, LevelsThatDifferWithoutResidualsCannotBeTested) {
    Eigen::MatrixX2d square(4, 2);
    square << 1, 0, 0, 1, -1, 0, 0, -1;
    EXPECT_FALSE(test_of(square, clouds::all_at(4, 0, 0)));
    EXPECT_FALSE(test_of(square, square / 2));
    const auto same = test_of(square, square);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->permutation.p, 1);
}

TEST(SpreadTest, OneGroupWithoutSpreadIsTested) {
    Random random(test_seed);
    const auto test = test_of(clouds::normal(random, 6, 0.3), clouds::all_at(6, 0.2, 0.1));
    ASSERT_TRUE(test);
    EXPECT_EQ(test->second.mean, 0);
    EXPECT_GT(*test->permutation.statistic, 0);
    EXPECT_LT(test->permutation.p, 0.1);
}

TEST(SpreadTest, ExchangingTheGroupsOrMovingThePlaneKeepsEveryCount) {
    Random random(test_seed);
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = clouds::normal(random, 3 + static_cast<int>(random.below(5)), 0.3);
        const auto second = clouds::normal(random, 3 + static_cast<int>(random.below(5)), 0.5);
        const auto motion = clouds::motion(random);
        const auto test = test_of(first, second);
        ASSERT_TRUE(test);
        for (const auto& other :
             {test_of(second, first), test_of(motion.of(first), motion.of(second)),
              test_of(clouds::shuffled(random, first), clouds::shuffled(random, second))}) {
            ASSERT_TRUE(other);
            EXPECT_EQ(other->permutation.at_least_as_extreme,
                      test->permutation.at_least_as_extreme);
            EXPECT_NEAR(*other->permutation.statistic, *test->permutation.statistic,
                        1e-7 * *test->permutation.statistic);
        }
    }
}

TEST(SpreadTest, DegenerateDataStayLawful) {
    Random random(test_seed);
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = clouds::degenerate(random, 3 + static_cast<int>(random.below(6)));
        const auto second = clouds::degenerate(random, 3 + static_cast<int>(random.below(6)));
        for (const SplitLimits& limits : {SplitLimits{}, SplitLimits{.exact = 0, .random = 30}}) {
            const auto test = test_of(first, second, limits);
            if (!test) {
                continue;
            }
            EXPECT_TRUE(std::isfinite(*test->permutation.statistic));
            EXPECT_GE(*test->permutation.statistic, 0);
            EXPECT_GE(test->permutation.p, test->permutation.smallest_p);
            EXPECT_LE(test->permutation.p, 1);
            EXPECT_GT(test->f_p, 0);
            EXPECT_LE(test->f_p, 1);
        }
    }
}

TEST(SpreadTest, SampledAgreesWithExactAndFollowsTheSeed) {
    Random random(test_seed);
    const auto first = clouds::normal(random, 8, 0.3);
    const auto second = clouds::normal(random, 9, 0.45);
    const auto exact = test_of(first, second);
    const SplitLimits limits{.exact = 0, .random = 100'000};
    const auto sampled = test_of(first, second, limits, 5);
    ASSERT_TRUE(exact->permutation.exact && !sampled->permutation.exact);
    const double p = exact->permutation.p;
    EXPECT_NEAR(sampled->permutation.p, p, 4 * std::sqrt(p * (1 - p) / 100'000) + 1e-4);
    EXPECT_EQ(test_of(first, second, limits, 5)->permutation.at_least_as_extreme,
              sampled->permutation.at_least_as_extreme);
    EXPECT_NE(test_of(first, second, limits, 6)->permutation.at_least_as_extreme,
              sampled->permutation.at_least_as_extreme);
}

TEST(SpreadTest, VeryLargeGroupsDrawFewerSplits) {
    Random random(test_seed);
    const auto first = clouds::normal(random, 50'000, 0.3);
    const auto second = clouds::normal(random, 50'000, 0.3);
    const auto test = test_of(first, second);
    ASSERT_TRUE(test);
    EXPECT_EQ(test->permutation.splits, 2000U);
    EXPECT_DOUBLE_EQ(test->permutation.smallest_p, 1.0 / 2001);
}

} // namespace
} // namespace assess
