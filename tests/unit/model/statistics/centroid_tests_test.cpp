// Laws and degenerate cases; the numbers themselves are checked in oracles_test.cpp.
#include "model/statistics/centroid_tests.hpp"
#include "model/statistics/random.hpp"
#include "tests/unit/model/statistics/clouds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assess {
namespace {

using clouds::all_at;
using clouds::test_seed;

double signed_uniform(Random& random) {
    return random.below(2'000'001) / 1e6 - 1;
}

Eigen::MatrixX2d cloud(Random& random, int people, double spread) {
    Eigen::MatrixX2d rows(people, 2);
    for (int i = 0; i < people; ++i) {
        rows.row(i) << spread * signed_uniform(random), spread * signed_uniform(random);
    }
    return rows;
}

void expect_lawful(const PermutationResult& result) {
    EXPECT_GT(result.p, 0);
    EXPECT_LE(result.p, 1);
    EXPECT_GE(result.p, result.smallest_p * (1 - 1e-15));
    EXPECT_LE(result.at_least_as_extreme, result.splits);
    if (result.statistic) {
        EXPECT_TRUE(std::isfinite(*result.statistic));
        EXPECT_GE(*result.statistic, 0);
    }
}

void expect_lawful(const CentroidTests& tests) {
    expect_lawful(tests.plane);
    expect_lawful(tests.diagonal[0]);
    expect_lawful(tests.diagonal[1]);
}

TEST(CentroidTests, SmallestPOfExactAndSampledTests) {
    Random random(test_seed);
    const auto two = cloud(random, 2, 1);
    const auto three = cloud(random, 3, 1);
    EXPECT_DOUBLE_EQ(centroid_tests(two, three, {}, 1).plane.smallest_p, 1.0 / 10);
    EXPECT_DOUBLE_EQ(centroid_tests(three, three, {}, 1).plane.smallest_p, 2.0 / 20);
    const auto sampled = centroid_tests(two, three, {.exact = 9, .random = 99}, 1).plane;
    EXPECT_FALSE(sampled.exact);
    EXPECT_EQ(sampled.splits, 99U);
    EXPECT_DOUBLE_EQ(sampled.smallest_p, 1.0 / 10);
    const auto few = centroid_tests(two, three, {.exact = 9, .random = 4}, 1).plane;
    EXPECT_DOUBLE_EQ(few.smallest_p, 1.0 / 5);
}

TEST(CentroidTests, TheLimitOfEnumerationIsIncluded) {
    Random random(test_seed);
    const auto first = cloud(random, 4, 1);
    const auto second = cloud(random, 5, 1);
    EXPECT_TRUE(centroid_tests(first, second, {.exact = 126, .random = 9}, 1).plane.exact);
    EXPECT_FALSE(centroid_tests(first, second, {.exact = 125, .random = 9}, 1).plane.exact);
}

TEST(CentroidTests, EverybodyInOnePlaceGivesZeroAndOne) {
    for (const std::uint64_t limit : {std::uint64_t{10'000'000}, std::uint64_t{0}}) {
        const auto tests = centroid_tests(all_at(4, 0.1, 0.7), all_at(3, 0.1, 0.7),
                                          {.exact = limit, .random = 50}, 1);
        for (const PermutationResult& result :
             {tests.plane, tests.diagonal[0], tests.diagonal[1]}) {
            EXPECT_EQ(result.statistic, 0.0);
            EXPECT_EQ(result.p, 1.0);
            EXPECT_EQ(result.at_least_as_extreme, result.splits);
        }
    }
}

TEST(CentroidTests, TwoPlacesWithoutSpreadAreUnboundedlyExtreme) {
    const auto tests = centroid_tests(all_at(4, 0.1, 0.7), all_at(6, -0.3, 0.2), {}, 1);
    EXPECT_FALSE(tests.plane.statistic);
    EXPECT_EQ(tests.plane.at_least_as_extreme, 1U);
    EXPECT_DOUBLE_EQ(tests.plane.p, 1.0 / 210);
}

TEST(CentroidTests, ADifferenceOfRoundingNoiseIsNone) {
    Random random(test_seed);
    for (int round = 0; round < 20; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const Eigen::MatrixX2d first = cloud(random, 3, 0.9);
        const Eigen::RowVector2d mean = first.colwise().sum() / 3;
        Eigen::MatrixX2d second(2, 2); // two points whose mean is that of the three
        second.row(0) = mean + Eigen::RowVector2d(0.1, 0.3);
        second.row(1) = mean - Eigen::RowVector2d(0.1, 0.3);
        const auto tests = centroid_tests(first, second, {}, 1);
        EXPECT_EQ(tests.plane.statistic, 0.0);
        EXPECT_EQ(tests.plane.p, 1.0);
        EXPECT_EQ(tests.diagonal[0].p, 1.0);
        EXPECT_EQ(tests.diagonal[1].statistic, 0.0);
    }
}

TEST(CentroidTests, SampledAgreesWithExact) {
    Random random(test_seed);
    const auto first = cloud(random, 8, 0.5);
    Eigen::MatrixX2d second = cloud(random, 9, 0.5);
    second.col(0).array() += 0.3;
    const auto exact = centroid_tests(first, second, {}, 1);
    const auto sampled = centroid_tests(first, second, {.exact = 0, .random = 200'000}, 1);
    ASSERT_TRUE(exact.plane.exact);
    const auto expect_near = [](const PermutationResult& a, const PermutationResult& b) {
        const double error = std::sqrt(a.p * (1 - a.p) / 200'000);
        EXPECT_NEAR(a.p, b.p, 4 * error + 1e-5);
        EXPECT_EQ(a.statistic, b.statistic);
    };
    expect_near(exact.plane, sampled.plane);
    expect_near(exact.diagonal[0], sampled.diagonal[0]);
    expect_near(exact.diagonal[1], sampled.diagonal[1]);
}

TEST(CentroidTests, ASeedGivesTheSameDigitsAndAnotherSeedOthers) {
    Random random(test_seed);
    const auto first = cloud(random, 40, 0.5);
    const auto second = cloud(random, 30, 0.5);
    const auto one = centroid_tests(first, second, {}, 5);
    const auto again = centroid_tests(first, second, {}, 5);
    const auto other = centroid_tests(first, second, {}, 6);
    EXPECT_EQ(one.plane.at_least_as_extreme, again.plane.at_least_as_extreme);
    EXPECT_NE(one.plane.at_least_as_extreme, other.plane.at_least_as_extreme);
}

TEST(CentroidTests, BundlesOfPeopleGiveThePOfSinglePeople) {
    Random random(test_seed);
    const auto first = cloud(random, 403, 0.5);
    Eigen::MatrixX2d second = cloud(random, 611, 0.9);
    second.col(0).array() += 0.04;
    const auto single = centroid_tests(first, second, {.random = 20'000}, 1);
    const auto bundled = centroid_tests(first, second, {.random = 20'000, .units = 100}, 1);
    EXPECT_NEAR(single.plane.p, bundled.plane.p, 0.05);
    EXPECT_NEAR(single.diagonal[0].p, bundled.diagonal[0].p, 0.05);
    EXPECT_NEAR(single.diagonal[1].p, bundled.diagonal[1].p, 0.05);
    EXPECT_EQ(single.plane.statistic, bundled.plane.statistic);
    EXPECT_NE(single.plane.at_least_as_extreme, bundled.plane.at_least_as_extreme);
}

TEST(CentroidTests, WhoFillsNoBundleStaysInTheirGroup) {
    // Bundles of two: one and one person left of the first, two of the second. One draw in three
    // is the observed split, whose groups have no spread.
    const auto tests = centroid_tests(all_at(3, 0.1, 0.7), all_at(4, -0.3, 0.2),
                                      {.exact = 0, .random = 3000, .units = 2}, 1);
    EXPECT_NEAR(tests.plane.p, 1.0 / 3, 0.03);
}

TEST(CentroidTests, BundlesKeepTheLevelThoughTheInputIsSorted) {
    // 1,000 pairs of groups without a gap, one spread twice the other. A true 5% test says "yes"
    // 71 times or more with a probability below 0.002.
    Random random(test_seed);
    std::array<int, 3> rejected{};
    for (int round = 0; round < 1000; ++round) {
        Eigen::MatrixX2d first = cloud(random, 62, 0.8);
        Eigen::MatrixX2d second = cloud(random, 95, 0.4);
        for (Eigen::MatrixX2d* group : {&first, &second}) {
            std::sort(group->col(0).begin(), group->col(0).end());
        }
        const auto tests = centroid_tests(first, second, {.random = 99, .units = 20},
                                          static_cast<std::uint64_t>(round));
        rejected[0] += tests.plane.p <= 0.05 ? 1 : 0;
        rejected[1] += tests.diagonal[0].p <= 0.05 ? 1 : 0;
        rejected[2] += tests.diagonal[1].p <= 0.05 ? 1 : 0;
    }
    for (const int count : rejected) {
        EXPECT_LE(count, 70);
        EXPECT_GE(count, 30);
    }
}

TEST(CentroidTests, ExchangingTheGroupsOrMovingThePlaneKeepsEveryCount) {
    Random random(test_seed);
    for (int round = 0; round < 50; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = cloud(random, 2 + static_cast<int>(random.below(5)), 0.3);
        const auto second = cloud(random, 2 + static_cast<int>(random.below(5)), 0.6);
        const auto tests = centroid_tests(first, second, {}, 1);
        const auto exchanged = centroid_tests(second, first, {}, 1);
        const Eigen::RowVector2d shift(0.37, -0.21);
        const auto moved = centroid_tests(first.rowwise() + shift, second.rowwise() + shift, {}, 1);
        const auto scaled = centroid_tests(first * 1e-3, second * 1e-3, {}, 1);
        expect_lawful(tests);
        for (const CentroidTests* other : {&exchanged, &moved, &scaled}) {
            EXPECT_EQ(tests.plane.at_least_as_extreme, other->plane.at_least_as_extreme);
            EXPECT_NEAR(*tests.plane.statistic, *other->plane.statistic,
                        1e-9 * *tests.plane.statistic);
            for (std::size_t i = 0; i < 2; ++i) {
                EXPECT_EQ(tests.diagonal[i].at_least_as_extreme,
                          other->diagonal[i].at_least_as_extreme);
            }
        }
    }
}

TEST(CentroidTests, DegenerateDataStayLawful) {
    Random random(test_seed);
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        // Few places, some on one line, sometimes far from the origin or very close together.
        const int places = 1 + static_cast<int>(random.below(3));
        const double spread = std::pow(10.0, -static_cast<double>(random.below(7)));
        const bool line = random.below(2) == 0;
        Eigen::MatrixX2d spots = cloud(random, places, spread);
        if (line) {
            spots.col(1) = spots.col(0);
        }
        const auto draw = [&](int people) {
            Eigen::MatrixX2d rows(people, 2);
            for (int i = 0; i < people; ++i) {
                rows.row(i) =
                    spots.row(static_cast<int>(random.below(static_cast<std::uint32_t>(places))));
            }
            return rows;
        };
        const auto first = draw(2 + static_cast<int>(random.below(6)));
        const auto second = draw(2 + static_cast<int>(random.below(6)));
        expect_lawful(centroid_tests(first, second, {}, 1));
        expect_lawful(centroid_tests(first, second, {.exact = 0, .random = 30}, 1));
        if (line) { // y = x: nobody moves along the building diagonal
            EXPECT_EQ(centroid_tests(first, second, {}, 1).diagonal[1].p, 1.0);
        }
    }
}

} // namespace
} // namespace assess
