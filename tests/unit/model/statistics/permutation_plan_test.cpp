#include "model/statistics/permutation_plan.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

TEST(PermutationPlan, TheLimitOfEnumerationIsIncluded) {
    const PermutationResult exact = plan_permutation(9, 4, {.exact = 126, .random = 99}, 1, 1e9);
    EXPECT_TRUE(exact.exact);
    EXPECT_EQ(exact.splits, 126U);
    EXPECT_DOUBLE_EQ(exact.smallest_p, 1.0 / 126);
    const PermutationResult sampled = plan_permutation(9, 4, {.exact = 125, .random = 99}, 1, 1e9);
    EXPECT_FALSE(sampled.exact);
    EXPECT_EQ(sampled.splits, 99U);
    EXPECT_DOUBLE_EQ(sampled.smallest_p, 1.0 / 100);
}

TEST(PermutationPlan, EqualGroupsCanBeExchanged) {
    EXPECT_DOUBLE_EQ(plan_permutation(8, 4, {}, 1, 1e9).smallest_p, 2.0 / 70);
}

TEST(PermutationPlan, TheBudgetBoundsTheSplitsButNotBelowAThousandth) {
    const SplitLimits limits{.exact = 0, .random = 9999};
    EXPECT_EQ(plan_permutation(100, 50, limits, 10, 99'990).splits, 9999U);
    EXPECT_EQ(plan_permutation(100, 50, limits, 10, 50'000).splits, 5000U);
    EXPECT_EQ(plan_permutation(100, 50, limits, 10, 500).splits, 999U);
    EXPECT_EQ(plan_permutation(100, 50, {.exact = 0, .random = 99}, 10, 500).splits, 99U);
}

TEST(PermutationPlan, ASampledPCountsTheObservedSplit) {
    PermutationResult result;
    result.splits = 99;
    result.at_least_as_extreme = 4;
    EXPECT_DOUBLE_EQ(permutation_p(result), 0.05);
    result.exact = true;
    EXPECT_DOUBLE_EQ(permutation_p(result), 4.0 / 99);
}

} // namespace
} // namespace assess
