#include "model/findings/ladder.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

Ladder ladder_of(const Verdicts& verdicts, Diagonal diagonal = Diagonal::Building) {
    const auto input = verdicts.input();
    return make_ladder(input, pair_of(input).value(), diagonal);
}

/// Rungs at -0.40, 0.00, 0.10 and 0.40 of the building diagonal.
TestTeam four_rungs() {
    TestTeam team;
    team.tool("a", -0.4, 0.4, {.on = {Diagonal::Building}})
        .tool("b", 0, 0, {.on = {Diagonal::Building}})
        .tool("c", 0.1, -0.1, {.on = {Diagonal::Building}})
        .tool("d", 0.4, -0.4, {.on = {Diagonal::Building}})
        .tool("off", 0.05, -0.05);
    return team;
}

TEST(Ladder, Medians) {
    EXPECT_EQ(median_of_sorted({3}), 3);
    EXPECT_EQ(median_of_sorted({1, 2, 4}), 2);
    EXPECT_EQ(median_of_sorted({1, 2, 4, 9}), 3);
    EXPECT_EQ(median_without({1, 2, 4, 9}, 0), 4);
    EXPECT_EQ(median_without({1, 2, 4, 9}, 3), 2);
    EXPECT_EQ(median_without({1, 2, 4}, 1), 2.5);
    EXPECT_EQ(median_without({1, 2}, 0), 2);
}

TEST(Ladder, TwentyPercentOfFiveIsOneButTwoPeopleAreNeeded) {
    EXPECT_EQ(people_for_a_rung(5, Policy{}), 2U);
    EXPECT_EQ(people_for_a_rung(10, Policy{}), 2U);
    EXPECT_EQ(people_for_a_rung(11, Policy{}), 3U);
    EXPECT_EQ(people_for_a_rung(100, Policy{}), 20U);
}

TEST(Ladder, UsedRungsDivideTheWay) {
    // Three use a, three d; b is used by two of the researchers, beside d four times as much.
    const auto verdicts = four_rungs()
                              .people(3, engineer, {"a"})
                              .people(3, researcher, {"d"})
                              .people(2, researcher, {"d", "b=rarely"})
                              .judge();
    const auto ladder = ladder_of(verdicts);
    EXPECT_DOUBLE_EQ(ladder.median_second, -0.4);
    EXPECT_DOUBLE_EQ(ladder.median_first, 0.4);
    EXPECT_DOUBLE_EQ(ladder.longest.length(), 0.4);
    // With one of the two who use b left out, nothing divides the way from -0.4 to 0.4.
    EXPECT_DOUBLE_EQ(ladder.most_without_one, 0.8);
    EXPECT_EQ(ladder.rungs.size(), 4U);
    const auto outline = ladder_outline(verdicts.input(), Diagonal::Building);
    ASSERT_TRUE(outline);
    EXPECT_DOUBLE_EQ(outline->median_first, 0.4);
    EXPECT_DOUBLE_EQ(outline->longest.to - outline->longest.from, 0.4);
}

TEST(Ladder, HasNoOutlineWithoutMediansOfBothGroups) {
    const auto one_side = four_rungs().people(3, engineer, {"a"}).judge();
    EXPECT_FALSE(ladder_outline(one_side.input(), Diagonal::Building));
    const auto one_researcher =
        four_rungs().people(3, engineer, {"a"}).people(1, researcher, {"d"}).judge();
    const auto outline = ladder_outline(one_researcher.input(), Diagonal::Building);
    EXPECT_FALSE(outline);
    EXPECT_NE(said(outline.reason()).find("two people"), std::string::npos);
}

TEST(Ladder, ToolsOffTheDiagonalAreNoRungs) {
    const auto verdicts = four_rungs()
                              .people(3, engineer, {"a", "off=rarely"})
                              .people(3, researcher, {"d", "off=rarely"})
                              .judge();
    // Shares 1/1.1 and 0.1/1.1: medians (-0.4 + 0.005)/1.1 and (0.4 + 0.005)/1.1.
    EXPECT_NEAR(ladder_of(verdicts).longest.length(), 0.8 / 1.1, 1e-12);
}

TEST(Ladder, UnaskedRungsMightBeUsed) {
    const auto verdicts = four_rungs()
                              .block("asked", {"a", "d"})
                              .people(3, engineer, {"a"})
                              .people(3, researcher, {"d"})
                              .judge();
    const auto ladder = ladder_of(verdicts);
    EXPECT_DOUBLE_EQ(ladder.longest.length(), 0.8);
    EXPECT_DOUBLE_EQ(ladder.longest_if_unasked_used, 0.4);
}

TEST(Ladder, LeavingOutOneOfTwoLeavesTheOther) {
    const auto verdicts = four_rungs()
                              .people(1, engineer, {"a"})
                              .people(1, engineer, {"b"})
                              .people(2, researcher, {"d"})
                              .judge();
    const auto ladder = ladder_of(verdicts);
    EXPECT_DOUBLE_EQ(ladder.median_second, -0.2);
    EXPECT_DOUBLE_EQ(ladder.longest.length(), 0.6);
    EXPECT_DOUBLE_EQ(ladder.least_without_one, 0.4);
    EXPECT_DOUBLE_EQ(ladder.most_without_one, 0.8);
}

TEST(BrokenLadder, NamesTheRungsAndTheToolsInBetween) {
    auto verdicts = square().people(3, researcher, {"optuna"}).people(3, engineer, {"aws"}).judge();
    verdicts.with_gap(Diagonal::Building, 1.4, 1.0, 1.8);
    const auto finding = verdicts.one("broken-ladder", "building");
    EXPECT_EQ(finding.says,
              "Between researchers and engineers there is a break of 1.40 on the building "
              "diagonal, from -0.70 to 0.70: too few people use Tool comet, the one tool that the "
              "landscape has there.");
    EXPECT_EQ(finding.evidence.at(2),
              "Last used rung before the longest stretch: Tool aws at -0.70; first one after it: "
              "Tool optuna at 0.70.");
    EXPECT_EQ(finding.evidence.at(3), "Between them, used by nobody or too few: Tool comet.");
    EXPECT_EQ(finding.tools, std::vector<ToolIndex>{verdicts.landscape.find("comet").value()});
    // Comet at 0.30 would leave the way from -0.70 to 0.30: a purchase that mends nothing.
    EXPECT_EQ(finding.actions.at(0), "No single tool of the landscape that is worth bringing in "
                                     "would close the break of 1.40 on the building diagonal: a "
                                     "connector has to bridge it.");
    EXPECT_EQ(finding.actions.at(1),
              "Build a connector over the stretch, from Tool aws (-0.70) to Tool "
              "optuna (0.70); build no platform for it.");
    EXPECT_EQ(finding.flips_when.find("No single tool of the landscape"), 0U);
}

/// Medians at -0.30 and 0.30, 0.60 apart. Rungs m (0.00), n (0.04) and o (0.20) lie in between; the
/// first two leave 0.30 and 0.34, the third 0.50.
TestTeam three_ways_to_mend(Ring of_middle) {
    TestTeam team;
    team.category("near", Quadrant::SpecializedMlTools, of_middle)
        .category("far", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("a", -0.3, 0.3, {.on = {Diagonal::Building}})
        .tool("m", 0, 0, {.category = "near", .on = {Diagonal::Building}})
        .tool("n", 0.04, -0.04, {.category = "far", .on = {Diagonal::Building}})
        .tool("o", 0.2, -0.2, {.category = "far", .on = {Diagonal::Building}})
        .tool("d", 0.3, -0.3, {.on = {Diagonal::Building}});
    return team;
}

Said broken(const TestTeam& team) {
    auto verdicts = team.judge();
    verdicts.with_gap(Diagonal::Building, 0.6, 0.5, 0.7);
    return verdicts.one("broken-ladder", "building");
}

TEST(BrokenLadder, TheRungInTheMostInvitingRingMendsIt) {
    const auto finding = broken(
        three_ways_to_mend(Ring::Adopt).people(3, researcher, {"d"}).people(3, engineer, {"a"}));
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.actions.at(0),
              "Put a rung in: with Tool m in use, the longest stretch would be 0.30. That is 3 "
              "researchers and 3 engineers to train, and nobody among them who could teach it.");
    EXPECT_EQ(finding.flips_when, "With the medians where they are, the break would close if 2 "
                                  "researchers used Tool m.");
    EXPECT_EQ(finding.says, "Between researchers and engineers there is a break of 0.60 on the "
                            "building diagonal, from -0.30 to 0.30: too few people use any of the "
                            "3 tools that the landscape has there.");
}

TEST(BrokenLadder, WhatSomebodyUsesComesBeforeTheRing) {
    // One of four uses n a little: the fourth stands at (0.3 + 0.1 * 0.04) / 1.1, the median stays.
    const auto finding = broken(three_ways_to_mend(Ring::Adopt)
                                    .people(3, researcher, {"d"})
                                    .people(1, researcher, {"d", "n=rarely"})
                                    .people(3, engineer, {"a"}));
    EXPECT_EQ(finding.actions.at(0),
              "Put a rung in: with Tool n in use, the longest stretch would be 0.34. It is in the "
              "trial ring: begin with one internal project, led by the one researcher who uses "
              "it.");
    EXPECT_EQ(finding.flips_when, "With the medians where they are, the break would close if 1 "
                                  "more researcher used Tool n.");
}

TEST(BrokenLadder, NothingOnHoldIsPutIn) {
    const auto finding = broken(
        three_ways_to_mend(Ring::Hold).people(3, researcher, {"d"}).people(3, engineer, {"a"}));
    EXPECT_EQ(finding.actions.at(0).find("Put a rung in: with Tool n in use"), 0U);
}

TEST(BrokenLadder, AStretchWithoutAnyToolIsBridgedByAConnector) {
    TestTeam team;
    team.tool("a", -0.4, 0.4, {.on = {Diagonal::Building}})
        .tool("d", 0.4, -0.4, {.on = {Diagonal::Building}})
        .people(3, engineer, {"a"})
        .people(3, researcher, {"d"});
    auto verdicts = team.judge();
    verdicts.with_gap(Diagonal::Building, 0.8, 0.5, 1.1);
    const auto finding = verdicts.one("broken-ladder", "building");
    ASSERT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.actions.at(0),
              "No tool of the landscape stands between -0.40 and 0.40: no adoption mends it, and a "
              "connector has to bridge it.");
    EXPECT_EQ(finding.actions.at(1), "Build a connector over the stretch, from Tool a (-0.40) to "
                                     "Tool d (0.40); build no platform for it.");
}

TEST(BrokenLadder, NearMediansAreAbsentByConstruction) {
    const auto finding = square()
                             .people(3, researcher, {"comet"})
                             .people(3, engineer, {"docker"})
                             .judge()
                             .one("broken-ladder", "building");
    EXPECT_EQ(finding.says, "No break on the building diagonal: the medians of researchers and "
                            "engineers are 0.30 apart, too near for one longer than 0.35.");
}

TEST(BrokenLadder, OnePersonMayDecide) {
    const auto verdicts = four_rungs()
                              .people(3, engineer, {"a", "b=rarely"})
                              .people(3, engineer, {"a"})
                              .people(5, researcher, {"b"})
                              .policy([] {
                                  Policy policy;
                                  policy.ladder_stretch = 0.39;
                                  return policy;
                              }())
                              .judge();
    // Six engineers: half at -0.4, half at -0.4/1.1. The median is their mean, -0.3818, and
    // without one of the second half it is -0.4: from 0, that is 0.38 or 0.40.
    const auto finding = verdicts.one("broken-ladder", "building");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_EQ(finding.says, "The answers leave open whether the ladder between researchers and "
                            "engineers on the building diagonal is broken: the longest stretch is "
                            "0.38, and without one single person it would be 0.40.");
}

TEST(BrokenLadder, OnePersonIsTooFew) {
    const auto finding = square()
                             .people(1, researcher, {"optuna"})
                             .people(3, engineer, {"aws"})
                             .judge()
                             .one("broken-ladder", "building");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_NE(finding.says.find("only 1 of the 1 listed researchers has a place"),
              std::string::npos);
}

} // namespace
} // namespace assess
