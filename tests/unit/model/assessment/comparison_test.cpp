#include "model/assessment/comparison.hpp"
#include "model/policy/policy.hpp"
#include "small_world.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace assess {
namespace {

using testing::HasSubstr;

const Landscape plane = landscape_of(
    {Point{0.5, 0.25}, Point{0.25, -0.5}, Point{-0.5, 0.25}, Point{-0.25, -0.25}, std::nullopt});

Comparison compare(std::vector<Respondent> people, const Landscape& landscape = plane) {
    const auto groups =
        make_groups(answers_of(std::move(people)), landscape, Policy{}, Grouping::Role);
    return compare_groups(groups, 0, 1, landscape, Policy{}, {.seed = 1});
}

TEST(Comparison, GapOnTheAxesAndBothDiagonals) {
    const Comparison comparison =
        compare({user_of(researcher, {0}), user_of(researcher, {1}), user_of(engineer, {2}),
                 user_of(engineer, {3}), user_of(engineer, {3}), user_of(engineer, {3})});
    // (0.375, -0.125) less (-0.3125, -0.125)
    EXPECT_EQ(*comparison.gap, (Point{0.6875, 0}));
    EXPECT_EQ(comparison.diagonal[0]->gap.value, 0.34375);
    EXPECT_EQ(comparison.diagonal[1]->gap.value, 0.34375);
    EXPECT_EQ(comparison.diagonal[0]->gap.n, 6U);
}

TEST(Comparison, WhatTheTolerancesAddByHand) {
    std::vector<Respondent> people;
    for (int i = 0; i < 5; ++i) {
        for (const ToolIndex tool : {0U, 1U}) {
            people.push_back(user_of(researcher, {tool}));
        }
        for (const ToolIndex tool : {2U, 3U, 3U, 3U}) {
            people.push_back(user_of(engineer, {tool}));
        }
    }
    const Comparison comparison = compare(people);
    // Shares 0.5 0.5 0 0 less 0 0 0.25 0.75; each times 0.05, squared, summed; half on a diagonal.
    const double expected = 0.0025 * (0.25 + 0.25 + 0.0625 + 0.5625) / 2;
    for (const auto& diagonal : comparison.diagonal) {
        EXPECT_DOUBLE_EQ(diagonal->landscape_variance, expected);
        const Estimate& gap = diagonal->gap;
        ASSERT_TRUE(gap.has_interval());
        EXPECT_LT(*gap.lower, *gap.sampling_lower);
        EXPECT_GT(*gap.upper, *gap.sampling_upper);
        EXPECT_NEAR((*gap.lower + *gap.upper) / 2, gap.value, 1e-15);
    }
}

TEST(Comparison, AToolThatBothUseAlikeAddsNoUncertaintyAndNothingToTheGap) {
    const Comparison comparison = compare({user_of(researcher, {0, 1}), user_of(researcher, {0, 1}),
                                           user_of(engineer, {0, 2}), user_of(engineer, {0, 2})});
    EXPECT_DOUBLE_EQ(comparison.diagonal[0]->landscape_variance, 0.0025 * (0.25 + 0.25) / 2);
    const auto same = std::find_if(comparison.by_tool.begin(), comparison.by_tool.end(),
                                   [](const ToolContribution& part) { return part.tool == 0; });
    ASSERT_NE(same, comparison.by_tool.end());
    EXPECT_EQ(same->x, 0.0);
    EXPECT_EQ(same->y, 0.0);
    EXPECT_EQ(comparison.by_tool.back().tool, 0U);
}

TEST(Comparison, ContributionsByHandAboutThePooledCentroid) {
    const Comparison comparison = compare({user_of(researcher, {0}), user_of(engineer, {2}),
                                           user_of(engineer, {3}), user_of(engineer, {3})});
    // Pooled centroid: (0.5 - 0.5 - 0.25 - 0.25) / 4 = -0.125 and (0.25 + 0.25 - 0.5) / 4 = 0.
    ASSERT_EQ(comparison.by_tool.size(), 3U);
    const ToolContribution& largest = comparison.by_tool[0]; // 1 * (0.625, 0.25)
    EXPECT_EQ(largest.tool, 0U);
    EXPECT_DOUBLE_EQ(largest.x, 0.625);
    EXPECT_DOUBLE_EQ(largest.y, 0.25);
    EXPECT_DOUBLE_EQ(largest.orchestration, 0.4375);
    EXPECT_DOUBLE_EQ(largest.building, 0.1875);
    const ToolContribution& second = comparison.by_tool[1]; // -2/3 * (-0.125, -0.25)
    EXPECT_EQ(second.tool, 3U);
    EXPECT_DOUBLE_EQ(second.x, 0.25 / 3);
    EXPECT_DOUBLE_EQ(second.y, 0.5 / 3);
    EXPECT_EQ(second.share_first, 0.0);
    EXPECT_DOUBLE_EQ(second.share_second, 2.0 / 3);
    const ToolContribution& third = comparison.by_tool[2]; // -1/3 * (-0.375, 0.25)
    EXPECT_EQ(third.tool, 2U);
    EXPECT_DOUBLE_EQ(third.x, 0.125);
    EXPECT_DOUBLE_EQ(third.y, -0.25 / 3);
}

TEST(Comparison, OneAnswerCannotShowASpread) {
    const Comparison comparison =
        compare({user_of(researcher, {0}), user_of(engineer, {2}), user_of(engineer, {3})});
    ASSERT_TRUE(comparison.gap);
    for (const auto& diagonal : comparison.diagonal) {
        ASSERT_TRUE(diagonal);
        EXPECT_FALSE(diagonal->gap.has_interval());
        EXPECT_FALSE(diagonal->gap.sampling_lower);
        EXPECT_EQ(diagonal->degrees_of_freedom, 0.0);
        for (const auto& reason : {diagonal->gap.reason, diagonal->p.reason(),
                                   diagonal->p_adjusted.reason(), diagonal->welch_p.reason()}) {
            EXPECT_EQ(said(reason),
                      "only one of the researchers has a position, and one answer cannot "
                      "show a spread");
        }
    }
    EXPECT_THAT(said(comparison.centroid_test.reason()),
                HasSubstr("one answer cannot show a spread"));
    ASSERT_TRUE(comparison.overlap.morisita_horn);
    EXPECT_FALSE(comparison.overlap.morisita_horn->has_interval());
    EXPECT_THAT(said(comparison.overlap.morisita_horn->reason), HasSubstr("one answer"));
}

TEST(Comparison, AGroupWithoutAPlacedToolHasNoGap) {
    const Comparison comparison =
        compare({user_of(researcher, {4}), user_of(engineer, {2, 4}), user_of(engineer, {3})});
    const std::string reason =
        "nobody among the researchers uses a tool that has a place on the landscape";
    EXPECT_EQ(said(comparison.gap.reason()), reason);
    EXPECT_EQ(said(comparison.diagonal[1].reason()), reason);
    EXPECT_EQ(said(comparison.centroid_test.reason()), reason);
    EXPECT_EQ(said(comparison.overlap.morisita_horn.reason()), reason);
    EXPECT_TRUE(comparison.by_tool.empty());
    EXPECT_DOUBLE_EQ(*comparison.overlap.jaccard, 1.0 / 3); // the unplaced tool is used by both
    ASSERT_EQ(comparison.overlap.bridges.size(), 1U);
    EXPECT_EQ(comparison.overlap.bridges[0].tool, 4U);
}

TEST(Comparison, EverybodyAtOnePlaceIsNoGapAndPOne) {
    const Comparison comparison = compare({user_of(researcher, {0}), user_of(researcher, {0}),
                                           user_of(engineer, {0}), user_of(engineer, {0})});
    EXPECT_EQ(*comparison.gap, (Point{0, 0}));
    EXPECT_EQ(comparison.centroid_test->p, 1.0);
    EXPECT_EQ(*comparison.centroid_test->statistic, 0.0);
    EXPECT_EQ(*comparison.diagonal[0]->p, 1.0);
    EXPECT_EQ(*comparison.diagonal[1]->p_adjusted, 1.0);
    EXPECT_FALSE(comparison.diagonal[0]->gap.has_interval());
    EXPECT_THAT(said(comparison.diagonal[0]->gap.reason), HasSubstr("no spread"));
    EXPECT_DOUBLE_EQ(comparison.overlap.morisita_horn->value, 1.0);
    EXPECT_TRUE(comparison.by_tool.size() == 1 && comparison.by_tool[0].x == 0);
}

TEST(Comparison, TwoPlacesWithoutAnySpreadLeakNoInfinity) {
    const Comparison comparison =
        compare({user_of(researcher, {0}), user_of(researcher, {0}), user_of(researcher, {0}),
                 user_of(engineer, {3}), user_of(engineer, {3})});
    EXPECT_FALSE(comparison.centroid_test->statistic);
    EXPECT_THAT(said(comparison.centroid_test->statistic.reason()), HasSubstr("unboundedly large"));
    EXPECT_DOUBLE_EQ(comparison.centroid_test->p, 0.1); // one of ten splits
    EXPECT_DOUBLE_EQ(*comparison.diagonal[0]->p, 0.1);
    EXPECT_DOUBLE_EQ(*comparison.diagonal[0]->p_adjusted, 0.2);
    EXPECT_FALSE(comparison.diagonal[0]->gap.has_interval());
    EXPECT_FALSE(comparison.diagonal[0]->welch_p);
}

TEST(Comparison, OneGroupWithoutSpreadIsJudgedByTheOther) {
    const Comparison comparison = compare(
        {user_of(researcher, {0}), user_of(researcher, {0}), user_of(engineer, {2}),
         user_of(engineer, {3}), user_of(engineer, {1})},
        landscape_of({Point{0.5, 0.25}, Point{0.25, -0.5}, Point{-0.5, 0.25}, Point{-0.25, -0.25}},
                     0));
    EXPECT_TRUE(comparison.diagonal[0]->gap.has_interval());
    EXPECT_DOUBLE_EQ(comparison.diagonal[0]->degrees_of_freedom, 2.0);
    EXPECT_EQ(comparison.diagonal[0]->landscape_variance, 0.0);
    EXPECT_EQ(comparison.diagonal[0]->gap.lower, comparison.diagonal[0]->gap.sampling_lower);
}

TEST(Comparison, BridgesAndJaccard) {
    const Comparison comparison =
        compare({user_of(researcher, {0, 1}), user_of(researcher, {0, 2}),
                 user_of(engineer, {1, 2, 3}), user_of(engineer, {2}), user_of(engineer, {2, 1})});
    // Used by either: 0 1 2 3; by both: 1 (1 of 2, 2 of 3) and 2 (1 of 2, 3 of 3).
    EXPECT_DOUBLE_EQ(*comparison.overlap.jaccard, 0.5);
    ASSERT_EQ(comparison.overlap.bridges.size(), 2U);
    const Bridge& bridge = comparison.overlap.bridges[0];
    EXPECT_EQ(bridge.tool, 1U); // both have 0.5 at the smaller side: by name
    EXPECT_EQ(bridge.users_first, 1U);
    EXPECT_EQ(bridge.base_first, 2U);
    EXPECT_EQ(bridge.users_second, 2U);
    EXPECT_EQ(bridge.base_second, 3U);
    EXPECT_EQ(comparison.overlap.bridges[1].tool, 2U);
}

TEST(Comparison, BridgesWithTheLargerSmallerShareComeFirst) {
    const Comparison comparison = compare({user_of(researcher, {0, 3}), user_of(researcher, {0, 3}),
                                           user_of(engineer, {0, 3}), user_of(engineer, {3})});
    ASSERT_EQ(comparison.overlap.bridges.size(), 2U);
    EXPECT_EQ(comparison.overlap.bridges[0].tool, 3U);
    EXPECT_EQ(comparison.overlap.bridges[1].tool, 0U);
}

TEST(Comparison, NoToolsAtAll) {
    const Comparison comparison = compare({user_of(researcher, {}), user_of(engineer, {})});
    EXPECT_FALSE(comparison.overlap.jaccard);
    EXPECT_THAT(said(comparison.gap.reason()), HasSubstr("nobody in either group"));
    EXPECT_TRUE(comparison.overlap.bridges.empty());
}

TEST(Comparison, SaysWhenTheSmallerGroupSpreadsMore) {
    // On a line: three at 0, 0.5, 1 have variance 0.25; four at -b, -b, b, b have 4 b^2 / 3.
    const auto flagged = [](double b, std::size_t more_engineers) {
        const Landscape line =
            landscape_of({Point{0, 0}, Point{0.5, 0}, Point{1, 0}, Point{-b, 0}, Point{b, 0}});
        std::vector<Respondent> people{user_of(researcher, {0}), user_of(researcher, {1}),
                                       user_of(researcher, {2})};
        for (std::size_t i = 0; i < more_engineers; ++i) {
            people.push_back(user_of(engineer, {i % 2 == 0 ? 3U : 4U}));
        }
        return compare(people, line).smaller_group_spreads_more;
    };
    EXPECT_TRUE(flagged(0.35, 4));  // 0.163: less than 0.25 / 1.5
    EXPECT_FALSE(flagged(0.36, 4)); // 0.173: more
    EXPECT_FALSE(flagged(0.8, 4));  // the larger group spreads more
    EXPECT_FALSE(flagged(0.1, 3));  // groups of one size
    EXPECT_FALSE(flagged(0.1, 1));  // no spread to speak of
}

TEST(Comparison, HolmOverTheTwoDiagonals) {
    const Comparison comparison =
        compare({user_of(researcher, {0}), user_of(researcher, {1}), user_of(researcher, {0, 1}),
                 user_of(engineer, {2}), user_of(engineer, {3}), user_of(engineer, {2, 3})});
    const double p0 = *comparison.diagonal[0]->p;
    const double p1 = *comparison.diagonal[1]->p;
    EXPECT_DOUBLE_EQ(
        std::min(*comparison.diagonal[0]->p_adjusted, *comparison.diagonal[1]->p_adjusted),
        std::min(1.0, 2 * std::min(p0, p1)));
    EXPECT_DOUBLE_EQ(
        std::max(*comparison.diagonal[0]->p_adjusted, *comparison.diagonal[1]->p_adjusted),
        std::min(1.0, std::max(2 * std::min(p0, p1), std::max(p0, p1))));
}

} // namespace
} // namespace assess
