// opposite-ends, no-common-ground and bridge-role: what they say, and the edges.
#include "model/findings/advice.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

Verdicts building_gap(double value, double lower, double upper) {
    auto verdicts = square()
                        .people(5, researcher, {"optuna"})
                        .people(6, engineer, {"aws"})
                        .people(1, engineer, {"git", "aws"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, value, lower, upper);
    return verdicts;
}

TEST(OppositeEnds, SaysWhoStandsAtWhichEnd) {
    const auto finding = building_gap(0.62, 0.44, 0.80).one("opposite-ends", "building");
    EXPECT_EQ(finding.says, "Researchers and engineers stand at opposite ends of the building "
                            "diagonal: 0.62 apart, researchers at the model end.");
    EXPECT_EQ(finding.severity, Severity::Serious);
    EXPECT_EQ(finding.flips_when, "It would be notable and no longer serious if the interval's "
                                  "lower end, 0.44, fell to 0.40; only possible at 0.15.");
    EXPECT_EQ(finding.groups, (std::vector<std::string>{"researcher", "engineer"}));
    ASSERT_TRUE(finding.magnitude);
    EXPECT_EQ(finding.magnitude->estimate.value, 0.62);
    EXPECT_EQ(finding.magnitude->threshold, 0.15);
    EXPECT_EQ(finding.magnitude->serious, 0.40);
}

TEST(OppositeEnds, NotableWhereTheIntervalDoesNotClearTheSeriousThreshold) {
    const auto finding = building_gap(0.62, 0.31, 0.93).one("opposite-ends", "building");
    EXPECT_EQ(finding.severity, Severity::Notable);
    EXPECT_EQ(finding.flips_when,
              "It would be only possible if the interval's lower end, 0.31, fell to 0.15.");
}

TEST(OppositeEnds, ANegativeGapIsTheReverseOrderNotANegativeDistance) {
    auto verdicts = square().people(3, researcher, {"aws"}).people(3, engineer, {"optuna"}).judge();
    verdicts.with_gap(Diagonal::Building, -0.62, -0.80, -0.44);
    const auto finding = verdicts.one("opposite-ends", "building");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.severity, Severity::Serious);
    EXPECT_THAT(finding.says, HasSubstr("0.62 apart, engineers at the model end"));
    EXPECT_THAT(finding.means, StartsWith("It is the reverse of the usual order"));
    EXPECT_THAT(finding.flips_when, HasSubstr("lower end, 0.44"));
}

TEST(OppositeEnds, TheSameHalfIsNotOppositeEnds) {
    auto verdicts =
        square().people(3, researcher, {"optuna"}).people(3, engineer, {"comet"}).judge();
    verdicts.with_gap(Diagonal::Building, 0.40, 0.30, 0.50);
    EXPECT_EQ(verdicts.one("opposite-ends", "building").says,
              "Researchers and engineers stand apart on the building diagonal: 0.40, both in the "
              "model half, researchers nearer to the model end.");
}

TEST(OppositeEnds, AbsentSaysHowLargeAGapCouldBe) {
    const auto finding = building_gap(0.03, -0.05, 0.11).one("opposite-ends", "building");
    EXPECT_EQ(finding.says, "No gap worth the name on the building diagonal: 0.03, and no larger "
                            "than 0.11 either way.");
    EXPECT_TRUE(finding.actions.empty());
    EXPECT_THAT(building_gap(-0.03, -0.12, 0.06).one("opposite-ends", "building").says,
                HasSubstr("no larger than 0.12 either way"));
}

TEST(OppositeEnds, NamesTheToolsThatMakeTheGap) {
    const auto finding = building_gap(0.62, 0.44, 0.80).one("opposite-ends", "building");
    EXPECT_THAT(finding.evidence,
                Contains(HasSubstr("100% of the use of researchers, 0% of that of engineers")));
    EXPECT_THAT(finding.evidence, Contains(HasSubstr("from 5 researchers and 7 engineers")));
    ASSERT_FALSE(finding.tools.empty());
}

TEST(OppositeEnds, AdviceNamesToolsAndPeople) {
    const auto finding = building_gap(0.62, 0.44, 0.80).one("opposite-ends", "building");
    // Between the centroids, -0.66 and 0.70, the middle half reaches to 0.36: comet is the one
    // specialized tool in the trial ring there besides git and docker, which are adopt and lower
    // too; git has a user, so it comes first.
    EXPECT_THAT(
        finding.actions,
        Contains("To narrow 0.62, start with one tool in common that is easy to leave again: Tool "
                 "git, at -0.10 between researchers (0.70) and engineers (-0.66). That is 5 "
                 "researchers and 6 engineers to train; "
                 "the one engineer who uses it can teach it."));
    EXPECT_THAT(finding.actions, Contains(StartsWith("Teach researchers software practice, Tool "
                                                     "git first: 1 of 7 engineers uses it, and "
                                                     "none of the 5 researchers does.")));
    EXPECT_THAT(finding.actions, Contains(StartsWith("Hire or grow a hybrid")));
    // The middle of all twelve is at (5 * 0.70 - 6 * 0.70 - 0.40) / 12 = -0.09; of the engineers'
    // use 6.5 / 7 is aws. So optuna makes 1 * 0.79 of the gap and aws 0.93 * 0.61.
    EXPECT_THAT(finding.actions,
                Contains(HasSubstr("a connector from Tool optuna (researchers, 0.79 of the gap) "
                                   "to Tool aws (engineers, 0.56 of it)")));
}

TEST(OppositeEnds, OpenOnesSayHowManyAnswersWouldSettleThem) {
    auto verdicts = square()
                        .people(12, researcher, {"optuna", "aws"})
                        .people(8, researcher, {"optuna"})
                        .people(12, engineer, {"aws"})
                        .people(12, engineer, {"optuna"})
                        .judge();
    const auto finding = verdicts.one("opposite-ends", "building");
    ASSERT_EQ(finding.state, State::Possible) << finding.says;
    EXPECT_THAT(
        finding.actions.at(0),
        testing::MatchesRegex(
            "0.28 [(]-0.[0-9]+ to 0.[0-9]+[)] from 20 researchers and 24 "
            "engineers does not settle it. At the present estimate and spread, about [0-9]+ more "
            "researchers? and [0-9]+ more engineers? would settle it."));
}

TEST(OppositeEnds, IdenticalAnswersHaveNoInterval) {
    const auto finding = square()
                             .people(3, researcher, {"git"})
                             .people(3, engineer, {"git"})
                             .judge()
                             .one("opposite-ends", "building");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("the answers show no spread"));
    EXPECT_THAT(finding.says, HasSubstr("The estimate is 0.00."));
}

TEST(OppositeEnds, OnePersonEachIsAnEstimateWithoutAVerdict) {
    const auto finding = square()
                             .people(1, researcher, {"optuna"})
                             .people(1, engineer, {"aws"})
                             .judge()
                             .one("opposite-ends", "building");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("one answer cannot show a spread"));
    EXPECT_THAT(finding.says, HasSubstr("The estimate is 1.40."));
}

TEST(OppositeEnds, TeamsAreNamedAsGivenAndHaveNoHomeSide) {
    auto verdicts = square()
                        .people(3, researcher, {"optuna"}, "Search")
                        .people(3, engineer, {"aws"}, "Payments")
                        .judge(Grouping::Team, "Search", "Payments");
    verdicts.with_gap(Diagonal::Building, 0.62, 0.44, 0.80);
    const auto finding = verdicts.one("opposite-ends", "building");
    EXPECT_EQ(finding.says, "Search and Payments stand at opposite ends of the building diagonal: "
                            "0.62 apart, Search at the model end.");
    for (const auto& action : finding.actions) {
        EXPECT_EQ(action.find("researchers"), std::string::npos) << action;
    }
}

TEST(PairRules, OneGroupGivesOneUndeterminedFindingWithItsReason) {
    const auto verdicts = square().people(3, researcher, {"git"}).judge();
    for (const auto* rule : {"opposite-ends", "broken-ladder", "no-common-ground", "bridge-role"}) {
        const auto findings = verdicts.of(rule);
        ASSERT_EQ(findings.size(), 1U) << rule;
        EXPECT_EQ(findings[0].state, State::Undetermined);
        EXPECT_THAT(findings[0].says,
                    HasSubstr("There are only researchers among the answers, and a comparison "
                              "needs two groups."));
    }
}

TEST(PairRules, NobodyAtAll) {
    const auto verdicts = square().judge();
    for (const auto& finding : verdicts.all()) {
        EXPECT_EQ(finding.state, State::Undetermined) << finding.id << ": " << finding.says;
    }
    EXPECT_THAT(verdicts.one("opposite-ends", "pair").says, HasSubstr("Nobody answered."));
}

TEST(PairRules, TheReportsOwnReasonIsPassedOn) {
    auto verdicts = square().people(2, researcher, {"git"}).people(2, hybrid, {"git"}).judge();
    verdicts.no_comparison = {"reason.no-groups-compared"};
    EXPECT_THAT(verdicts.one("opposite-ends", "pair").says,
                HasSubstr("No two groups are compared."));
}

TEST(NoCommonGround, ListsWhatBothUse) {
    auto verdicts = square()
                        .people(3, researcher, {"optuna", "git"})
                        .people(4, engineer, {"aws", "git"})
                        .judge();
    verdicts.with_overlap(0.12, 0.02, 0.22);
    const auto finding = verdicts.one("no-common-ground", "pair");
    EXPECT_EQ(finding.says, "Researchers and engineers have little common ground: their tool use "
                            "overlaps by 0.12 (0 is none, 1 the same), and Tool git is the only "
                            "tool that both use.");
    EXPECT_THAT(finding.evidence, Contains("Tool git: 3 of 3 researchers, 4 of 4 engineers."));
    EXPECT_EQ(finding.flips_when,
              "It would be only possible if the interval's upper end, 0.22, reached 0.30.");
}

TEST(NoCommonGround, WithoutAnyPlacedToolItIsOpen) {
    const auto finding = square()
                             .people(3, researcher, {"git=never"})
                             .people(3, engineer, {"git=never"})
                             .judge()
                             .one("no-common-ground", "pair");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("no tool is used by both"));
    EXPECT_FALSE(finding.magnitude.available());
}

// On the line from (0.7, -0.7) to (-0.7, 0.7), hybrids at the midpoint of a step of a quarter:
// place 0.25. Spreads s along the line: see the comment at each number.
TEST(BridgeRole, PlaceAndIntervalByHand) {
    TestTeam team;
    team.tool("p0", 0, 0)
        .tool("p1", 0.2, 0)
        .tool("q0", 0.8, 0)
        .tool("q1", 1, 0)
        .tool("h0", 0.3, 0)
        .tool("h1", 0.5, 0);
    team.people(1, researcher, {"p0"}).people(1, researcher, {"p1"});
    team.people(1, engineer, {"q0"}).people(1, engineer, {"q1"});
    team.people(1, hybrid, {"h0"}).people(1, hybrid, {"h1"});
    auto verdicts = team.judge();
    verdicts.with_gap(Diagonal::Building, -0.4, -0.5, -0.3);
    const auto finding = verdicts.one("bridge-role", "hybrid");
    ASSERT_TRUE(finding.magnitude);
    const auto& place = finding.magnitude->estimate;
    // Centroids 0.1, 0.9 and 0.4 on the x axis: place 0.3 / 0.8 = 0.375. Gradients by the three:
    // -(1 - 0.375)/0.8, -0.375/0.8 and 1/0.8 = -0.78125, -0.46875, 1.25. Each mean has variance
    // 0.02/2 = 0.01: parts 0.006103515625, 0.002197265625 and 0.015625, sum 0.02392578125.
    EXPECT_NEAR(place.value, 0.375, 1e-12);
    // Satterthwaite: the sum squared over the sum of squares, all with one degree of freedom:
    // 5.724430e-4 / 2.862215e-4 = 2.0000; t(0.975, 2) = 4.302653, sqrt of the sum 0.1546796.
    EXPECT_NEAR(*place.upper - place.value, 4.302652730 * 0.15467960838, 2e-4);
    EXPECT_EQ(finding.state, State::Possible);
}

TEST(BridgeRole, NothingToBridge) {
    auto verdicts = square()
                        .people(3, researcher, {"git"})
                        .people(3, engineer, {"git"})
                        .people(3, hybrid, {"docker"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    const auto finding = verdicts.one("bridge-role", "hybrid");
    EXPECT_EQ(finding.state, State::Absent);
    EXPECT_EQ(finding.says,
              "There is no gap between researchers and engineers for hybrids to bridge.");
}

TEST(BridgeRole, TeamsAndPairsWithHybridsAreNotItsQuestion) {
    const auto teams = square()
                           .people(2, researcher, {"git"}, "A")
                           .people(2, hybrid, {"aws"}, "B")
                           .judge(Grouping::Team, "A", "B");
    EXPECT_THAT(teams.one("bridge-role", "hybrid").says, HasSubstr("grouped by team"));
    const auto pair = square()
                          .people(2, researcher, {"git"})
                          .people(2, hybrid, {"aws"})
                          .judge(Grouping::Role, "hybrid", "researcher");
    EXPECT_THAT(pair.one("bridge-role", "hybrid").says,
                HasSubstr("one of the two groups compared"));
}

} // namespace
} // namespace assess
