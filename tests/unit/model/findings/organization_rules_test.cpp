// one-region, left-end, empty-quadrant, retired-tool and missing-basics: what they say, the edges.
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(OneRegion, NamesTheGroupFarFromHome) {
    auto verdicts = square()
                        .people(20, researcher, {"git", "docker"})
                        .people(20, engineer, {"git", "docker"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    const auto finding = verdicts.one("one-region", "organization");
    EXPECT_EQ(finding.says,
              "The organization stays in one region: 100% of all usage lies in the "
              "software-focused half, and researchers work far from their home side.");
    EXPECT_EQ(finding.groups, std::vector<std::string>{"researcher"});
    EXPECT_THAT(finding.actions, Contains(HasSubstr("Category ml (trial)")));
    // The centroid of (-0.8, -0.6) and (-0.6, -0.6).
    EXPECT_THAT(finding.evidence, Contains(HasSubstr("Pooled centroid at x -0.70, y -0.60")));
}

TEST(OneRegion, OnTheModelSideTheEngineersAreFarFromHome) {
    auto verdicts =
        square().people(20, researcher, {"optuna"}).people(20, engineer, {"optuna"}).judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    const auto finding = verdicts.one("one-region", "organization");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.groups, std::vector<std::string>{"engineer"});
}

TEST(OneRegion, AHairsBreadthPastTheCentreIsNotFarFromHome) {
    // Researchers at x -0.10, engineers at -0.80.
    auto verdicts = square()
                        .tool("near", -0.1, -0.9, {.category = "swe"})
                        .people(20, researcher, {"near"})
                        .people(20, engineer, {"git"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, 0, -0.05, 0.05);
    verdicts.with_gap(Diagonal::Orchestration, 0, -0.05, 0.05);
    const auto finding = verdicts.one("one-region", "organization");
    EXPECT_TRUE(finding.groups.empty());
    EXPECT_EQ(finding.says.find("home"), std::string::npos);
}

TEST(OneRegion, WorksForOneGroupAlone) {
    const auto finding =
        square().people(20, engineer, {"git", "docker"}).judge().one("one-region", "organization");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_TRUE(finding.groups.empty());
    EXPECT_THAT(finding.evidence, Contains(HasSubstr("Only one group has a place")));
}

TEST(OneRegion, AnUnknownGapLeavesItOpen) {
    // Everybody alike: no interval for the gap, so "together" is not known.
    const auto finding = square()
                             .people(20, researcher, {"git"})
                             .people(20, engineer, {"git"})
                             .judge()
                             .one("one-region", "organization");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("the gap between the groups is not known well enough"));
}

TEST(OneRegion, TheCentreIsNoRegion) {
    // Mean position (-0.04, -0.08), 0.0894 from the centre.
    const auto finding = square()
                             .people(20, engineer, {"git", "optuna", "comet", "aws", "kubeflow"})
                             .judge()
                             .one("one-region", "organization");
    EXPECT_EQ(finding.state, State::Absent);
    EXPECT_THAT(finding.says,
                HasSubstr("everybody together stands 0.09 from the centre (threshold 0.35)"));
}

TEST(LeftEnd, CountsWhatResearchersHaveOnTheRight) {
    const auto finding = square()
                             .people(20, engineer, {"aws"})
                             .people(1, researcher, {"aws", "optuna=rarely"})
                             .people(2, researcher, {"aws"})
                             .judge()
                             .one("left-end", "building");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_THAT(finding.evidence, Contains("On the right half, 1 of 3 researchers uses 1 tool: "
                                           "Tool optuna."));
    EXPECT_THAT(finding.actions, Contains(HasSubstr("Give Tool optuna a supported place")));
}

TEST(LeftEnd, BelowTheFewestPeopleItIsOpen) {
    const auto finding = square().people(3, engineer, {"aws"}).judge().one("left-end", "building");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("100% of the usage of 3 people lies there"));
    EXPECT_THAT(finding.flips_when,
                StartsWith("100% of the usage of 3 people is no ground to judge the software end: "
                           "collect answers of 2 more people"));
}

TEST(LeftEnd, FlipsAtTheLowerEnd) {
    // 0.025^(1/20) = 0.8316.
    const auto finding = square().people(20, engineer, {"aws"}).judge().one("left-end", "building");
    EXPECT_EQ(finding.flips_when,
              "It would be only possible if the interval's lower end, 83%, fell below 70%.");
}

TEST(EmptyQuadrant, NobodyOfEighty) {
    const auto finding = square()
                             .people(20, engineer, {"git", "docker", "aws", "comet"})
                             .judge()
                             .one("empty-quadrant", "machine-learning-platforms");
    EXPECT_THAT(finding.says, StartsWith("Nobody of 20 people with a place on the plane uses any "
                                         "tool of the quadrant"));
    EXPECT_THAT(finding.evidence, Contains(HasSubstr("Category platform (assess)")));
    // Nothing to buy: its only category is in the assess ring.
    EXPECT_EQ(finding.severity, Severity::Info);
    EXPECT_THAT(
        finding.actions.back(),
        StartsWith("Leave Machine learning platforms at 0% (5% at most) of all usage unless a "
                   "need is proven"));
}

TEST(EmptyQuadrant, AnInvitingRingIsNotableAndHasAnExample) {
    const auto finding = square()
                             .people(20, engineer, {"git", "docker", "comet", "optuna"})
                             .judge()
                             .one("empty-quadrant", "cloud-platforms");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.severity, Severity::Notable);
    EXPECT_THAT(
        finding.actions.front(),
        StartsWith("To raise 0% (5% at most) of all usage, start with Category cloud (adopt): "
                   "Tool aws."));
}

TEST(EmptyQuadrant, NotAskedIsNotEmpty) {
    const auto verdicts = square()
                              .block("software", {"git", "docker"})
                              .block("platforms", {"kubeflow"})
                              .people(20, engineer, {"git"}, "", 0b01)
                              .judge();
    const auto finding = verdicts.one("empty-quadrant", "machine-learning-platforms");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("nobody was asked about any of its tools"));
    EXPECT_EQ(finding.flips_when,
              "Ask the 20 people who answered about tools of Category platform (assess).");
}

TestTeam marked() {
    auto team = square();
    team.tool("old", 0.2, -0.2, {.category = "ml", .status = ToolStatus::Retired, .year = 2022})
        .tool("wed", 0.3, -0.3,
              {.category = "ml",
               .status = ToolStatus::Renamed,
               .year = 2023,
               .note = "It is called Newname now."});
    return team;
}

TEST(RetiredTool, OneRegularUserIsEnough) {
    const auto finding = marked()
                             .people(1, researcher, {"old"})
                             .people(1, engineer, {"old=monthly"})
                             .people(3, engineer, {"git"})
                             .judge()
                             .one("retired-tool", "old");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.severity, Severity::Notable);
    EXPECT_EQ(finding.says,
              "Tool old was retired in 2022, and 1 of 5 people still uses it regularly.");
    EXPECT_EQ(finding.evidence,
              (std::vector<std::string>{"1 of 1 researcher uses it, regularly.",
                                        "1 of 4 engineers uses it, not regularly."}));
    EXPECT_THAT(finding.actions.at(0), HasSubstr("such as Tool"));
}

TEST(RetiredTool, ARenamedToolIsForInformation) {
    const auto findings = marked().people(2, researcher, {"wed"}).judge().of("retired-tool");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].state, State::Present);
    EXPECT_EQ(findings[0].severity, Severity::Info);
    EXPECT_EQ(findings[0].says, "Tool wed was renamed in 2023; 2 of 2 people use it.");
    EXPECT_EQ(findings[0].evidence.at(0), "It is called Newname now.");
}

TestTeam renamed(int count) {
    auto team = square();
    for (int i = 0; i < count; ++i) {
        team.tool("new" + std::to_string(i), 0.3, -0.3,
                  {.category = "ml", .status = ToolStatus::Renamed, .year = 2020 + i});
    }
    team.tool("old", 0.2, -0.2, {.category = "ml", .status = ToolStatus::Retired, .year = 2022});
    return team;
}

TEST(RetiredTool, ThreeNewNamesAreToldOneByOneFourTogether) {
    const auto three =
        renamed(3).people(2, researcher, {"new0", "new1", "new2"}).judge().of("retired-tool");
    EXPECT_EQ(three.size(), 3U);

    const auto four = renamed(4)
                          .people(2, researcher, {"new0", "new1", "new2", "old"})
                          .people(1, engineer, {"new3"})
                          .judge()
                          .of("retired-tool");
    ASSERT_EQ(four.size(), 2U);
    // What was retired keeps its own finding, and comes first.
    EXPECT_EQ(four[0].subject, "old");
    EXPECT_EQ(four[1].subject, "organization");
    EXPECT_EQ(four[1].state, State::Present);
    EXPECT_EQ(four[1].severity, Severity::Info);
    EXPECT_EQ(four[1].says, "4 tools in use changed their name or owner: Tool new0, Tool new1, "
                            "Tool new2 and Tool new3.");
    EXPECT_EQ(four[1].evidence.at(0), "Tool new0 was renamed in 2020; 2 of 3 people use it.");
    EXPECT_EQ(four[1].evidence.at(3), "Tool new3 was renamed in 2023; 1 of 3 people uses it.");
    EXPECT_EQ(four[1].groups, (std::vector<std::string>{"researcher", "engineer"}));
    EXPECT_EQ(four[1].magnitude->estimate.value, 1.0);
}

TEST(RetiredTool, NotAskedIsOpen) {
    const auto finding = marked()
                             .block("software", {"git"})
                             .people(5, engineer, {"git"})
                             .judge()
                             .one("retired-tool", "organization");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("nobody was asked about any of the 2 tools"));
}

TEST(RetiredTool, DontKnowIsNoAnswer) {
    const auto finding = marked()
                             .people(2, engineer, {"old=dont-know", "wed=dont-know"})
                             .people(3, engineer, {"old=never"})
                             .judge()
                             .one("retired-tool", "organization");
    EXPECT_EQ(finding.state, State::Absent);
    EXPECT_THAT(finding.says, StartsWith("Nobody of 3 people"));
}

TEST(MissingBasics, OneGroupOnly) {
    const auto finding = square()
                             .people(5, researcher, {"optuna"})
                             .people(4, engineer, {"git"})
                             .people(2, engineer, {"docker=rarely"})
                             .judge()
                             .one("missing-basics", "swe");
    EXPECT_EQ(
        finding.says,
        "6 of 6 engineers use tools of the category Category swe, and none of the 5 researchers "
        "does.");
    EXPECT_EQ(finding.actions.at(0),
              "Bring Tool git to the 5 researchers too; 4 of 6 engineers use "
              "it and can teach it, 6 use some tool of the kind.");
    EXPECT_EQ(finding.flips_when,
              "It would be absent if one of the 5 researchers used a tool of the category Category "
              "swe.");
}

TEST(MissingBasics, NobodyAtAll) {
    const auto finding = square()
                             .people(3, researcher, {"optuna"})
                             .people(3, engineer, {"comet"})
                             .judge()
                             .one("missing-basics", "cloud");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_THAT(finding.says, StartsWith("Nobody of 6 people asked uses any tool"));
    EXPECT_EQ(
        finding.actions.at(0),
        "Choose one tool of the category Category cloud for all of the 6 people asked: Tool aws.");
}

TEST(MissingBasics, OnePersonIsNotNobodyOfOne) {
    const auto finding =
        square().people(1, researcher, {"optuna"}).judge().one("missing-basics", "cloud");
    EXPECT_THAT(finding.says, StartsWith("The one person asked does not use any tool of the "
                                         "category Category cloud"));
}

TEST(MissingBasics, ManyToolsAreCountedNotPicked) {
    auto team = square();
    for (int i = 0; i < 6; ++i) {
        team.tool("cloud" + std::to_string(i), -0.8, 0.6, {.category = "cloud"});
    }
    const auto finding =
        team.people(5, researcher, {"optuna"}).judge().one("missing-basics", "cloud");
    EXPECT_EQ(finding.actions.at(0),
              "Choose one tool of the category Category cloud for all of the 5 "
              "people asked: one of 7, which assess landscape list --category cloud shows.");
}

TEST(MissingBasics, AGroupThatWasNotAskedLeavesItOpen) {
    const auto finding = square()
                             .block("software", {"git", "docker"})
                             .block("models", {"optuna"})
                             .people(5, researcher, {"optuna"}, "", 0b10)
                             .people(5, engineer, {"git"}, "", 0b01)
                             .judge()
                             .one("missing-basics", "swe");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("none of the researchers were asked"));
}

TEST(MissingBasics, OnlyAdoptRingCategoriesAreBasics) {
    for (const auto& finding : square().people(5, engineer, {"git"}).judge().of("missing-basics")) {
        EXPECT_TRUE(finding.subject == "swe" || finding.subject == "cloud") << finding.subject;
    }
}

TEST(MissingBasics, WithoutAPairTheOrganizationIsJudged) {
    const auto verdicts = square().people(5, engineer, {"git"}).judge();
    EXPECT_EQ(verdicts.one("missing-basics", "swe").state, State::Absent);
    EXPECT_EQ(verdicts.one("missing-basics", "cloud").state, State::Present);
}

TEST(OrganizationRules, PeopleWithoutATeamStillCount) {
    const auto verdicts = square()
                              .people(10, engineer, {"aws"}, "A")
                              .people(10, engineer, {"aws"}, "B")
                              .people(10, engineer, {"aws"})
                              .judge(Grouping::Team, "A", "B");
    EXPECT_EQ(verdicts.one("left-end", "building").magnitude->estimate.n, 30U);
}

TEST(OrganizationRules, TheOrderOfPeopleChangesNothing) {
    const auto one = square()
                         .people(3, researcher, {"optuna", "git=weekly"})
                         .people(5, engineer, {"aws", "docker=monthly"})
                         .people(2, engineer, {"git"})
                         .judge()
                         .all();
    const auto other = square()
                           .people(2, engineer, {"git"})
                           .people(5, engineer, {"docker=monthly", "aws"})
                           .people(3, researcher, {"git=weekly", "optuna"})
                           .judge()
                           .all();
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].says, other[i].says);
        EXPECT_EQ(one[i].evidence, other[i].evidence);
        EXPECT_EQ(one[i].actions, other[i].actions);
        EXPECT_EQ(one[i].flips_when, other[i].flips_when);
    }
}

} // namespace
} // namespace assess
