#include "model/gap_report/gap_report.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>

namespace assess {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Docker stands on the left, Optuna on the right, Git in the middle.
TestTeam team() {
    return TestTeam().tool("docker", -0.9, -0.5).tool("git", 0, 0).tool("optuna", 0.7, -0.8);
}

GapReport report_of(const TestTeam& team, const GapReportSettings& settings = {}) {
    const auto made = team.judge();
    return make_gap_report(made.answers, made.landscape, made.policy, settings);
}

GapReportSettings between(std::string first, std::string second,
                          Grouping grouping = Grouping::Role) {
    GapReportSettings settings;
    settings.grouping = grouping;
    settings.between = {std::move(first), std::move(second)};
    return settings;
}

TEST(GapReport, ResearchersMinusEngineersUnlessAskedOtherwise) {
    const auto people = team()
                            .people(3, Role::Engineer, {"docker"})
                            .people(3, Role::Researcher, {"optuna"})
                            .people(2, Role::Hybrid, {"git"});
    const auto usual = report_of(people);
    ASSERT_EQ(usual.comparisons.size(), 1U);
    EXPECT_EQ(usual.groups[usual.comparisons[0].first].id, "researcher");
    EXPECT_DOUBLE_EQ(usual.comparisons[0].gap->x, 1.6);
    EXPECT_DOUBLE_EQ(report_of(people, between("engineer", "hybrid")).comparisons[0].gap->x, -0.9);
    EXPECT_FALSE(usual.answer.empty());
    EXPECT_FALSE(usual.findings.empty());
}

TEST(GapReport, AMissingRoleIsAReasonAndNoError) {
    const auto engineers = team().people(3, Role::Engineer, {"docker"});
    EXPECT_THAT(report_of(engineers).comparisons, IsEmpty());
    EXPECT_THAT(said(report_of(engineers).no_comparison), HasSubstr("no researchers"));
    const auto asked = report_of(engineers, between("hybrid", "engineer"));
    EXPECT_THAT(asked.comparisons, IsEmpty());
    EXPECT_THAT(said(asked.no_comparison), HasSubstr("hybrid"));
    EXPECT_THAT(said(report_of(team().people(2, Role::Other, {"git"})).no_comparison),
                HasSubstr("neither"));
}

TEST(GapReport, NobodyAtAllStillGivesAReport) {
    const auto report = report_of(team());
    EXPECT_THAT(report.groups, IsEmpty());
    EXPECT_FALSE(report.answer.empty());
}

TEST(GapReport, UnknownGroupsAreRefusedAllAtOnce) {
    const auto people =
        team().people(2, Role::Engineer, {"git"}).people(2, Role::Researcher, {"git"});
    try {
        report_of(people, between("engneer", "nurse"));
        FAIL() << "should have been refused";
    } catch (const InputError& error) {
        ASSERT_EQ(error.diagnostics().size(), 2U);
        EXPECT_THAT(error.diagnostics()[0].hint, HasSubstr("engineer"));
        EXPECT_THAT(error.diagnostics()[1].what, HasSubstr("nurse"));
    }
    EXPECT_THROW(report_of(people, between("engineer", "engineer")), InputError);
}

TEST(GapReport, TwoTeamsAreComparedAndMoreMustBeChosen) {
    auto teams = team()
                     .people(2, Role::Engineer, {"docker"}, "Search")
                     .people(2, Role::Engineer, {"git"}, "Ads");
    GapReportSettings by_team;
    by_team.grouping = Grouping::Team;
    const auto two = report_of(teams, by_team);
    ASSERT_EQ(two.comparisons.size(), 1U);
    EXPECT_EQ(two.groups[two.comparisons[0].first].id, "Ads");
    EXPECT_THAT(two.warnings, IsEmpty());

    teams.people(2, Role::Engineer, {"git"}, "Maps").people(1, Role::Engineer, {"git"});
    const auto three = report_of(teams, by_team);
    EXPECT_THAT(three.comparisons, IsEmpty());
    EXPECT_THAT(said(three.no_comparison), HasSubstr("3 teams"));
    EXPECT_THAT(said(three.warnings), ElementsAre(HasSubstr("1 person named no team")));
    EXPECT_EQ(report_of(teams, between("Maps", "Search", Grouping::Team)).comparisons.size(), 1U);
    EXPECT_THROW(report_of(teams, between("Mapz", "Search", Grouping::Team)), InputError);
}

TEST(GapReport, WhoHasNoPlaceIsCountedInTheWarnings) {
    const auto report = report_of(team()
                                      .people(2, Role::Engineer, {"docker"})
                                      .people(1, Role::Engineer, {})
                                      .people(2, Role::Researcher, {"optuna"})
                                      .people(3, Role::Researcher, {}, "", 0));
    EXPECT_THAT(said(report.warnings), Contains(HasSubstr("3 people gave no answer")));
    EXPECT_THAT(said(report.warnings), Contains(HasSubstr("1 person answered but uses no tool")));
}

TEST(GapReport, TheSeedIsKeptAndChangesNothingThatIsExact) {
    const auto people = team()
                            .people(3, Role::Engineer, {"docker"})
                            .people(1, Role::Engineer, {"git"})
                            .people(3, Role::Researcher, {"optuna"})
                            .people(1, Role::Researcher, {"git"});
    GapReportSettings one;
    one.seed = 1;
    GapReportSettings two;
    two.seed = 2;
    const auto first = report_of(people, one);
    const auto second = report_of(people, two);
    EXPECT_EQ(second.seed, 2U);
    EXPECT_TRUE(first.comparisons[0].centroid_test->exact);
    EXPECT_EQ(first.comparisons[0].centroid_test->p, second.comparisons[0].centroid_test->p);
}

} // namespace
} // namespace assess
