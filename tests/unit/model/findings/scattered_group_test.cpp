// scattered-group: verdicts at the edges of the thresholds, both directions, and tools side by
// side.
#include "model/findings/verdict.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::Contains;
using testing::HasSubstr;

Estimate interval(double value, double lower, double upper) {
    Estimate estimate;
    estimate.value = value;
    estimate.lower = lower;
    estimate.upper = upper;
    return estimate;
}

TEST(ScatteredVerdict, NeedsBothTheIntervalAndTheTest) {
    const Policy policy;
    EXPECT_EQ(scattered(interval(0.3, 0.1, 0.5), 0.049, policy), State::Present);
    EXPECT_EQ(scattered(interval(0.3, 0.1, 0.5), 0.05, policy), State::Possible);
    EXPECT_EQ(scattered(interval(0.3, 0.0, 0.6), 0.001, policy), State::Possible);
}

TEST(ScatteredVerdict, ASmallDifferenceIsAbsentHoweverSure) {
    const Policy policy;
    EXPECT_EQ(scattered(interval(0.05, 0.02, 0.08), 0.001, policy), State::Absent);
    EXPECT_EQ(scattered(interval(0.05, 0.00, 0.10), 0.001, policy), State::Undetermined);
    EXPECT_EQ(scattered(interval(0.10, -0.05, 0.25), 0.2, policy), State::Undetermined);
    EXPECT_EQ(scattered(interval(-0.3, -0.5, -0.1), 0.001, policy), State::Absent);
    EXPECT_EQ(scattered(Estimate{}, 0.001, policy), State::Undetermined);
}

TestTeam five_of_each() {
    return square().people(5, researcher, {"optuna", "comet"}).people(5, engineer, {"aws"});
}

TEST(ScatteredGroup, OneGroupsScatterIsTheOthersOrder) {
    auto verdicts = five_of_each().judge();
    verdicts.with_spread(-0.30, -0.50, -0.10, 0.002);
    const auto engineers = verdicts.one("scattered-group", "engineer");
    EXPECT_EQ(engineers.state, State::Present);
    EXPECT_EQ(engineers.says, "Engineers are scattered: on average they stand 0.50 from the middle "
                              "of their group, researchers 0.20 from theirs.");
    EXPECT_EQ(engineers.magnitude->estimate.value, 0.30);
    EXPECT_EQ(engineers.magnitude->estimate.lower, 0.10);
    EXPECT_EQ(engineers.magnitude->estimate.upper, 0.50);
    EXPECT_EQ(verdicts.one("scattered-group", "researcher").state, State::Absent);
}

TEST(ScatteredGroup, BelowTheFewestPeopleItIsOpen) {
    auto verdicts = square().people(4, researcher, {"optuna"}).people(9, engineer, {"aws"}).judge();
    verdicts.with_spread(0.30, 0.10, 0.50, 0.001);
    const auto finding = verdicts.one("scattered-group", "researcher");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says,
                HasSubstr("spreads are judged from 5 placed people in each group on"));
}

TEST(ScatteredGroup, NamesTheFullestCategoryToAgreeOn) {
    auto verdicts = five_of_each().judge();
    verdicts.with_spread(0.30, 0.10, 0.50, 0.002);
    EXPECT_THAT(verdicts.one("scattered-group", "researcher").actions,
                Contains("To bring 0.80 nearer to the 0.50 of engineers, let researchers agree on "
                         "one tool for each job. Start with Category ml, "
                         "of which they use 2 tools: Tool comet and Tool optuna."));
}

TEST(ScatteredGroup, WithoutAPairTheCategoriesAreJudgedAllTheSame) {
    const auto verdicts = square().people(5, engineer, {"aws", "git"}).judge();
    EXPECT_EQ(verdicts.one("scattered-group", "pair").state, State::Undetermined);
    EXPECT_EQ(verdicts.one("scattered-group", "organization").state, State::Absent);
}

/// Five tools of one kind.
TestTeam five_trackers() {
    TestTeam team;
    team.category("tracking", Quadrant::SpecializedMlTools, Ring::Trial);
    for (const auto* name : {"a", "b", "c", "d", "e"}) {
        team.tool(name, 0.5, -0.5, {.category = "tracking"});
    }
    return team;
}

TEST(SideBySide, FourToolsOfTwoPeopleEachArePresentThreeAreNot) {
    const auto four = five_trackers()
                          .people(1, researcher, {"a", "b", "c", "d"})
                          .people(1, engineer, {"a", "b", "c", "d", "e"})
                          .judge()
                          .one("scattered-group", "tracking");
    EXPECT_EQ(four.state, State::Present);
    EXPECT_EQ(four.magnitude->estimate.value, 4);
    EXPECT_THAT(four.says, HasSubstr("4 tools of Category tracking are in use side by side, each "
                                     "by at least 2 people: Tool a, Tool b, Tool c and Tool d."));
    EXPECT_EQ(four.flips_when, "It would not be present any more with 1 tool fewer, of 4, in use "
                               "by at least 2 people.");
    EXPECT_EQ(five_trackers()
                  .people(3, engineer, {"a", "b", "c"})
                  .judge()
                  .one("scattered-group", "organization")
                  .state,
              State::Absent);
}

TEST(SideBySide, AToolThatIsOnlyTriedOrStoppedIsNotInUse) {
    EXPECT_EQ(five_trackers()
                  .people(3, engineer, {"a", "b", "c", "d=stopped", "e=evaluating"})
                  .judge()
                  .one("scattered-group", "organization")
                  .state,
              State::Absent);
}

TEST(SideBySide, NobodyIsNoAgreement) {
    const auto finding =
        five_trackers().people(3, engineer, {}).judge().one("scattered-group", "organization");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("nobody uses a tool of any category"));
}

} // namespace
} // namespace assess
