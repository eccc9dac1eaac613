// Laws and degenerate cases; the numbers themselves are checked in groups_oracle_test.cpp.
#include "model/statistics/energy_sums.hpp"
#include "model/statistics/energy_test.hpp"
#include "tests/unit/model/statistics/clouds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

namespace assess {
namespace {

using clouds::test_seed;

TEST(EnergyTest, ByHand) {
    // Two people at 0 and 1, one at 3, on a line: A = (3 + 2) / 2, B = (0 + 1 + 1 + 0) / 4, C = 0;
    // E = 2/3 (5 - 1/2) = 3. Leaving out 0 instead: A = (1 + 3) / 2, B = 1, E = 2/3 (4 - 1) = 2.
    // Leaving out 1: A = (1 + 2) / 2, B = 3/2, E = 2/3 (3 - 3/2) = 1.
    Eigen::MatrixX2d two(2, 2);
    two << 0, 0, 1, 0;
    const auto test = energy_test(two, clouds::all_at(1, 3, 0), {}, 1);
    EXPECT_DOUBLE_EQ(*test->statistic, 3);
    EXPECT_TRUE(test->exact);
    EXPECT_EQ(test->splits, 3U);
    EXPECT_EQ(test->at_least_as_extreme, 1U);
    EXPECT_DOUBLE_EQ(test->p, 1.0 / 3);
    EXPECT_DOUBLE_EQ(test->smallest_p, 1.0 / 3);
    two << 1, 0, 3, 0;
    const auto other = energy_test(two, clouds::all_at(1, 0, 0), {}, 1);
    EXPECT_DOUBLE_EQ(*other->statistic, 2);
    EXPECT_EQ(other->at_least_as_extreme, 2U);
}

TEST(EnergyTest, ATieIsAsExtreme) {
    // Two by two on the corners of a square: each way of halving it has a partner that mirrors it.
    Eigen::MatrixX2d left(2, 2);
    Eigen::MatrixX2d right(2, 2);
    left << 0.1, 0.1, 0.1, 0.3;
    right << 0.3, 0.1, 0.3, 0.3;
    const auto test = energy_test(left, right, {}, 1);
    EXPECT_EQ(test->splits, 6U);
    EXPECT_EQ(test->at_least_as_extreme, 4U); // sides: left, right, upper, lower; not the diagonals
    EXPECT_DOUBLE_EQ(test->smallest_p, 2.0 / 6);
}

TEST(EnergyTest, NoDifferenceIsZeroAndOne) {
    Random random(test_seed);
    const auto same = clouds::normal(random, 6, 0.3);
    for (const auto& test :
         {energy_test(same, clouds::shuffled(random, same), {}, 1),
          energy_test(clouds::all_at(4, 0.1, 0.3), clouds::all_at(3, 0.1, 0.3), {}, 1),
          energy_test(clouds::all_at(4, 0.1 + 0.2, 0.3), clouds::all_at(3, 0.3, 0.3), {}, 1)}) {
        EXPECT_EQ(test->statistic, 0.0);
        EXPECT_EQ(test->p, 1);
    }
}

TEST(EnergyTest, TooManyPeopleHaveNoTest) {
    EXPECT_TRUE(energy_test(clouds::all_at(3997, 0, 0), clouds::all_at(3, 0, 1), {.exact = 0}, 1));
    EXPECT_FALSE(energy_test(clouds::all_at(3997, 0, 0), clouds::all_at(4, 0, 1), {}, 1));
}

/// The sums of a split's chosen people, plainly.
ChosenSums plain_sums(const WholeDistances& distances, const std::vector<std::size_t>& chosen) {
    ChosenSums sums;
    for (const std::size_t i : chosen) {
        for (std::size_t j = 0; j < distances.people(); ++j) {
            sums.totals += distances.between(i, j);
        }
        for (const std::size_t j : chosen) {
            sums.within += i < j ? distances.between(i, j) : 0;
        }
    }
    return sums;
}

TEST(EnergySums, EverySplitOnceWithItsOwnSums) {
    Random random(test_seed);
    const WholeDistances distances(clouds::normal(random, 7, 0.3));
    std::vector<ChosenSums> found;
    visit_all_sums(distances, 3, [&](const ChosenSums& sums) { found.push_back(sums); });
    ASSERT_EQ(found.size(), 35U);
    std::size_t next = 0;
    for (std::size_t a = 0; a < 7; ++a) {
        for (std::size_t b = a + 1; b < 7; ++b) {
            for (std::size_t c = b + 1; c < 7; ++c, ++next) {
                const ChosenSums plain = plain_sums(distances, {a, b, c});
                EXPECT_EQ(found[next].within, plain.within);
                EXPECT_EQ(found[next].totals, plain.totals);
            }
        }
    }
    EXPECT_EQ(sums_of_first(distances, 3).within, found.front().within);
}

TEST(EnergySums, BlocksAndPairsGiveTheSameSums) {
    Random random(test_seed);
    for (const int people : {2, 4, 5, 6, 11, 53}) {
        SCOPED_TRACE(people);
        const WholeDistances distances(clouds::normal(random, people, 0.3));
        const auto size = static_cast<std::size_t>(people) / 2;
        for (const std::uint64_t splits : {std::uint64_t{3}, std::uint64_t{2048 + 7}}) {
            std::vector<ChosenSums> pairs;
            std::vector<ChosenSums> blocks;
            const auto into = [](std::vector<ChosenSums>& sums) {
                return [&](const ChosenSums& one) { sums.push_back(one); };
            };
            visit_random_sums(distances, size, splits, 3, true, into(pairs));
            visit_random_sums(distances, size, splits, 3, false, into(blocks));
            ASSERT_EQ(pairs.size(), splits);
            ASSERT_EQ(blocks.size(), splits);
            for (std::size_t i = 0; i < splits; ++i) {
                ASSERT_EQ(pairs[i].within, blocks[i].within);
                ASSERT_EQ(pairs[i].totals, blocks[i].totals);
            }
        }
    }
}

TEST(EnergySums, DistancesKeepTheirDigits) {
    Random random(test_seed);
    const auto rows = clouds::normal(random, 40, 0.3);
    const WholeDistances distances(rows);
    double largest = 0;
    for (Eigen::Index i = 0; i < 40; ++i) {
        for (Eigen::Index j = 0; j < 40; ++j) {
            const double distance = (rows.row(i) - rows.row(j)).norm();
            const auto whole = static_cast<double>(
                distances.between(static_cast<std::size_t>(i), static_cast<std::size_t>(j)));
            EXPECT_NEAR(whole / distances.steps(), distance, 1e-14);
            largest = std::max(largest, whole);
        }
    }
    EXPECT_LT(largest * 40 * 40, std::ldexp(1.0, 62));
}

TEST(EnergyTest, ExchangingTheGroupsOrMovingThePlaneKeepsEveryCount) {
    Random random(test_seed);
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = clouds::normal(random, 2 + static_cast<int>(random.below(6)), 0.3);
        Eigen::MatrixX2d second =
            clouds::normal(random, 2 + static_cast<int>(random.below(6)), 0.3);
        second.col(0).array() += 0.2;
        const auto motion = clouds::motion(random);
        const auto test = energy_test(first, second, {}, 1);
        EXPECT_GE(test->p, test->smallest_p * (1 - 1e-15));
        for (const auto& [other, scale] :
             {std::pair(energy_test(second, first, {}, 1), 1.0),
              std::pair(energy_test(motion.of(first), motion.of(second), {}, 1), motion.scale),
              std::pair(energy_test(clouds::shuffled(random, first),
                                    clouds::shuffled(random, second), {}, 1),
                        1.0)}) {
            EXPECT_EQ(other->at_least_as_extreme, test->at_least_as_extreme);
            EXPECT_NEAR(*other->statistic, scale * *test->statistic,
                        1e-9 * scale * *test->statistic);
        }
    }
}

TEST(EnergyTest, DegenerateDataStayLawful) {
    Random random(test_seed);
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto first = clouds::degenerate(random, 1 + static_cast<int>(random.below(7)));
        const auto second = clouds::degenerate(random, 1 + static_cast<int>(random.below(7)));
        for (const SplitLimits& limits : {SplitLimits{}, SplitLimits{.exact = 0, .random = 30}}) {
            const auto test = energy_test(first, second, limits, 1);
            ASSERT_TRUE(test && test->statistic);
            EXPECT_TRUE(std::isfinite(*test->statistic));
            EXPECT_GE(*test->statistic, 0);
            // A sample may by chance lack the splits that every enumeration has.
            EXPECT_GE(test->p, (test->exact ? test->smallest_p : 1.0 / 31) * (1 - 1e-15));
            EXPECT_LE(test->p, 1);
        }
    }
}

TEST(EnergyTest, SampledAgreesWithExactAndFollowsTheSeed) {
    Random random(test_seed);
    const auto first = clouds::normal(random, 8, 0.3);
    const auto second = clouds::normal(random, 9, 0.5);
    const auto exact = energy_test(first, second, {}, 1);
    const SplitLimits limits{.exact = 0, .random = 50'000};
    const auto sampled = energy_test(first, second, limits, 5);
    ASSERT_TRUE(exact->exact && !sampled->exact);
    EXPECT_NEAR(sampled->p, exact->p, 4 * std::sqrt(exact->p * (1 - exact->p) / 50'000) + 1e-4);
    EXPECT_EQ(energy_test(first, second, limits, 5)->at_least_as_extreme,
              sampled->at_least_as_extreme);
    EXPECT_NE(energy_test(first, second, limits, 6)->at_least_as_extreme,
              sampled->at_least_as_extreme);
}

TEST(EnergyTest, LargeGroupsDrawFewerSplits) {
    Random random(test_seed);
    const auto first = clouds::normal(random, 1500, 0.3);
    const auto second = clouds::normal(random, 1500, 0.3);
    EXPECT_EQ(energy_test(first, second, {}, 1)->splits, 1666U); // 3e8 / (3000^2 / 50)
    EXPECT_EQ(energy_test(first, second, {.random = 99}, 1)->splits, 99U);
}

} // namespace
} // namespace assess
