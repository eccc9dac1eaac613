// The mechanism of the calibration, in a run short enough for the suite.
#include "model/assessment/group.hpp"
#include "model/landscape/load.hpp"
#include "tests/calibration/tally.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace assess::calibration {
namespace {

TEST(Rate, IsABinomialShare) {
    Rate rate;
    for (int i = 0; i < 400; ++i) {
        rate.add(i < 20);
    }
    EXPECT_DOUBLE_EQ(rate.value(), 0.05);
    // sqrt(p (1 - p) / 400) with p = 21 / 402.
    EXPECT_NEAR(rate.standard_error(), 0.01112, 1e-5);
}

TEST(Tuning, FindsWhereARisingQuantityIsAsWanted) {
    EXPECT_NEAR(tuned(0.01, 100, 9, [](double x) { return x * x; }), 3, 1e-6);
}

TEST(ToolWorld, OneTasteHasNoGapAndAllInCommon) {
    const auto landscape = built_in_landscape("2021");
    const auto taste = common_taste(landscape);
    const auto world = tool_world("same", landscape, {taste, taste, taste}, false, 20'000, 1);
    EXPECT_NEAR(*world.truth.gap[0], 0, 0.01);
    EXPECT_NEAR(*world.truth.gap[1], 0, 0.01);
    EXPECT_GT(*world.truth.overlap, 0.99);
    EXPECT_NEAR(*world.truth.spread, 0, 0.01);
}

TEST(PositionWorld, HasTheGapAndTheSpreadItSays) {
    const auto world = position_world("apart", Shape::Skewed, 0.3, 0.12, 0.4);
    Random random(3);
    const auto sample = world.draw({20'000, 20'000, 0}, random);
    const auto groups = make_groups(sample.answers, sample.landscape, Policy{}, Grouping::Role);
    const Point gap = *groups[0].centroid - *groups[1].centroid;
    EXPECT_NEAR(along(Diagonal::Building, gap), 0.4, 0.01);
    EXPECT_NEAR(along(Diagonal::Orchestration, gap), 0, 0.01);
    EXPECT_NEAR(std::sqrt(groups[0].covariance->xx), 0.3, 0.02);
    EXPECT_NEAR(std::sqrt(groups[1].covariance->yy), 0.12, 0.01);
}

TEST(Simulation, CountsDependOnTheSeedAlone) {
    const auto world = position_world("same", Shape::Normal, 0.25, 0.25, 0);
    const auto once = simulate(world, {6, 8, 0}, quick_policy(), 40, 5);
    const auto again = simulate(world, {6, 8, 0}, quick_policy(), 40, 5);
    EXPECT_EQ(once.present.at("opposite-ends").hits, again.present.at("opposite-ends").hits);
    EXPECT_EQ(once.rejected.at("Wd*").hits, again.rejected.at("Wd*").hits);
    EXPECT_EQ(once.covered.at("gap, building").runs, 40U);
}

/// Four standard errors at 5% and 400 runs: 5% + 4.4%. Who breaks a level badly is caught here,
/// without the hours of a long run.
TEST(Simulation, ShortRunKeepsTheLevels) {
    const auto world = position_world("same", Shape::Normal, 0.25, 0.25, 0);
    const auto tally = simulate(world, {8, 8, 0}, quick_policy(), 400, 11);
    for (const auto& [rule, rate] : tally.present) {
        if (rule == "opposite-ends" || rule == "scattered-group") {
            EXPECT_LT(rate.value(), 0.094) << rule;
        }
    }
    for (const auto& [interval, rate] : tally.covered) {
        EXPECT_GT(rate.value(), 0.906) << interval;
    }
    EXPECT_LT(tally.rejected.at("Wd*").value(), 0.094);
}

TEST(Simulation, SeesALargeGap) {
    const auto world = position_world("apart", Shape::Normal, 0.15, 0.15, 0.6);
    const auto tally = simulate(world, {8, 8, 0}, quick_policy(), 50, 1);
    EXPECT_GT(tally.present.at("opposite-ends").value(), 0.9);
}

} // namespace
} // namespace assess::calibration
