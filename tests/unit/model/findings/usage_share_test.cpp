// Expected intervals: exact binomial sums and numerical integration of the beta density, made
// with Python's standard library.
#include "model/findings/usage_share.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

bool is_cloud(const Tool& tool) {
    return quadrant_of(tool.placement->point) == Quadrant::CloudPlatforms;
}

TEST(UsageShare, ClopperPearsonAgreesWithExactBinomialSums) {
    const auto interval = clopper_pearson(0.75, 40, 0.95);
    EXPECT_NEAR(interval.lower, 0.5880380674, 1e-6);
    EXPECT_NEAR(interval.upper, 0.8730851340, 1e-6);
}

TEST(UsageShare, ClopperPearsonOfNoneAndAllIsInClosedForm) {
    const auto none = clopper_pearson(0, 80, 0.95);
    EXPECT_EQ(none.lower, 0);
    EXPECT_NEAR(none.upper, 1 - std::pow(0.025, 1.0 / 80), 1e-12);
    const auto all = clopper_pearson(1, 12, 0.95);
    EXPECT_NEAR(all.lower, std::pow(0.025, 1.0 / 12), 1e-12);
    EXPECT_EQ(all.upper, 1);
}

// Eight of ten people, one use each: the linearized variance is 10/9 * 1.6 / 100 and the effective
// number of uses 0.16 / 0.01777... = 9, with no adjustment since uses and people are as many.
TEST(UsageShare, OneUseAPersonGivesNineEffectiveUsesOutOfTen) {
    const auto verdicts =
        square().people(8, Role::Engineer, {"aws"}).people(2, Role::Engineer, {"git"}).judge();
    const auto share = share_of_usage(verdicts.input(), is_cloud);
    ASSERT_TRUE(share);
    EXPECT_DOUBLE_EQ(share->estimate.value, 0.8);
    EXPECT_NEAR(share->effective_uses, 9, 1e-9);
    EXPECT_NEAR(*share->estimate.lower, 0.4218756, 2e-6);
    EXPECT_NEAR(*share->estimate.upper, 0.9789012, 2e-6);
    EXPECT_EQ(share->estimate.n, 10U);
}

TEST(UsageShare, EqualSharesCountEveryUse) {
    const auto verdicts =
        square().people(10, Role::Engineer, {"git", "docker", "optuna", "aws"}).judge();
    const auto share = share_of_usage(verdicts.input(), is_cloud);
    EXPECT_NEAR(share->effective_uses, 40, 1e-9);
    // Ten of 40: exact binomial limits.
    EXPECT_NEAR(*share->estimate.lower, 0.1269148, 1e-6);
    EXPECT_NEAR(*share->estimate.upper, 0.4119620, 1e-6);
}

// Weights 1 and 0.1 in ten pairs: Kish's number is 11^2 / (10 * 1.01).
TEST(UsageShare, UnequalDepthsCarryLess) {
    const auto verdicts = square().people(10, Role::Engineer, {"git", "aws=rarely"}).judge();
    const auto share = share_of_usage(verdicts.input(), is_cloud);
    EXPECT_NEAR(share->estimate.value, 1.0 / 11, 1e-12);
    EXPECT_NEAR(share->effective_uses, 121 / 10.1, 1e-9);
}

TEST(UsageShare, FewPeopleGiveAShareAndNoInterval) {
    const auto verdicts = square().people(4, Role::Engineer, {"aws"}).judge();
    const auto share = share_of_usage(verdicts.input(), is_cloud);
    ASSERT_TRUE(share);
    EXPECT_EQ(share->estimate.value, 1);
    EXPECT_FALSE(share->estimate.has_interval());
    EXPECT_EQ(said(share->estimate.reason), "a share of usage is judged from 5 placed people on");
}

TEST(UsageShare, NobodyPlacedIsNoShare) {
    const auto verdicts = square().people(3, Role::Engineer, {"aws=never"}).judge();
    EXPECT_FALSE(share_of_usage(verdicts.input(), is_cloud));
    EXPECT_FALSE(pooled_centroid(verdicts.input()));
}

// Two people at (-0.8, -0.6) and (-0.6, -0.6): centroid (-0.7, -0.6), norm sqrt(0.85).
TEST(UsageShare, PooledCentroidOfTwo) {
    const auto verdicts =
        square().people(1, Role::Engineer, {"git"}).people(1, Role::Engineer, {"docker"}).judge();
    const auto centroid = pooled_centroid(verdicts.input());
    ASSERT_TRUE(centroid);
    EXPECT_NEAR(centroid->distance.value, std::sqrt(0.85), 1e-12);
    // Projections differ by 0.2 * 0.7 / sqrt(0.85); their mean's standard error is half of that,
    // and t(0.975, 1) = 12.7062.
    const double reach = 12.706204736 * 0.1 * 0.7 / std::sqrt(0.85);
    EXPECT_NEAR(*centroid->distance.upper, std::sqrt(0.85) + reach, 1e-8);
    EXPECT_EQ(*centroid->distance.lower, std::max(0.0, std::sqrt(0.85) - reach));
}

TEST(UsageShare, ToleranceWidensTheDistance) {
    TestTeam team;
    team.tool("only", 0.6, 0.8, {.tolerance = 0.05}).people(3, Role::Engineer, {"only"});
    const auto centroid = pooled_centroid(team.judge().input());
    // All three stand on one tool: only its tolerance is uncertain. t(0.975, 2) = 4.302653.
    EXPECT_NEAR(centroid->distance.value, 1, 1e-12);
    EXPECT_NEAR(*centroid->distance.upper, 1 + 4.302652730 * 0.05, 1e-8);
}

TEST(UsageShare, AskedAreTheToolsOfAnsweredBlocksAndThoseInUse) {
    const auto verdicts =
        square()
            .block("one", {"git"})
            .block("two", {"aws"})
            .block("three", {"comet"})
            .people(2, Role::Engineer, {"optuna", "docker=never", "kubeflow=dont-know"}, "", 0b011)
            .judge();
    const auto asked = asked_tools(verdicts.input());
    const auto is_asked = [&](std::string_view id) {
        return asked[verdicts.landscape.find(id).value()];
    };
    EXPECT_TRUE(is_asked("git"));
    EXPECT_TRUE(is_asked("aws"));
    EXPECT_TRUE(is_asked("optuna"));
    EXPECT_FALSE(is_asked("comet"));
    EXPECT_TRUE(is_asked("docker"));
    EXPECT_FALSE(is_asked("kubeflow"));
}

} // namespace
} // namespace assess
