// What the findings' advice says of adoptions.
#include "model/gap_report/gap_report.hpp"
#include "model/recommend/adoption_advice.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> advice(const TestTeam& team, std::string_view id, std::string_view subject,
                                RecommendSettings recommend = {}) {
    auto [landscape, answers] = team.given();
    Policy policy;
    policy.fragility_draws = 0;
    GapReportSettings settings;
    settings.recommend = recommend;
    for (const auto& finding : make_gap_report(answers, landscape, policy, settings).findings) {
        if (finding.id == id && finding.subject == subject) {
            return said(finding.actions);
        }
    }
    return {};
}

/// Researchers without any of the basics, on the other side than the engineers.
TestTeam basics() {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Assess)
        .tool("git", -0.8, 0.2, {.category = "swe"})
        .tool("hub", -0.7, 0.1, {.category = "swe"})
        .tool("lab", 0.8, -0.6, {.category = "ml"})
        .tool("pad", 0.7, -0.8, {.category = "ml"})
        .people(4, Role::Researcher, {"lab=daily"})
        .people(2, Role::Researcher, {"pad=daily"})
        .people(5, Role::Engineer, {"git=daily"})
        .people(1, Role::Engineer, {"git=daily", "pad=rarely"});
    return team;
}

TEST(AdoptionAdvice, PrefersWhatTheOthersKnowAndSaysWhatBecomesOfTheFinding) {
    const auto actions = advice(basics(), "missing-basics", "swe");
    ASSERT_FALSE(actions.empty());
    // Before: 0.72 and 0.75 on the building diagonal, and -0.5.
    EXPECT_THAT(actions.back(), StartsWith("If all 6 researchers take up Tool git (weekly), this "
                                           "finding goes; the gap goes on the "));
}

TEST(AdoptionAdvice, SaysHowTheGapFalls) {
    const auto actions = advice(basics(), "opposite-ends", "building");
    ASSERT_FALSE(actions.empty());
    // Researchers from (4 x 0.70 + 2 x 0.75) / 6 to a third of the way to git's -0.5 and more:
    // (4 (0.70 - 0.3) + 2 (0.75 - 0.3)) / 1.6 / 6. Engineers at (5 (-0.5) - 0.425 / 1.1) / 6.
    EXPECT_THAT(actions.back(),
                StartsWith("If all 6 researchers take up Tool git (weekly), the gap on the "
                           "building diagonal falls from 1.20 to 0.74 ("));
    // Git and hub are two of a kind, so that researchers take up one of them. With hub at -0.4 the
    // engineers then stand at (5 (-0.5 - 0.24) / 1.6 + (-0.425 - 0.24) / 1.7) / 6 = -0.451.
    EXPECT_THAT(actions.back(),
                HasSubstr("No single adoption that was tried brings it below 0.15. The best pair, "
                          "where all 6 researchers take up Tool git (weekly) and all 6 engineers "
                          "take up Tool hub (weekly), leaves 0.71 ("));
}

TEST(AdoptionAdvice, CountsOnlyWhoDoesNotUseItSoDeeplyYet) {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("git", -0.9, 0.9, {.category = "swe"})
        .tool("lab", 0.9, -0.9)
        .people(5, Role::Researcher, {"lab=daily"})
        .people(1, Role::Researcher, {"lab=daily", "git=daily"})
        .people(5, Role::Engineer, {"git=daily"})
        .people(1, Role::Engineer, {"git=daily", "lab=daily"});
    EXPECT_THAT(advice(team, "opposite-ends", "building").back(),
                StartsWith("If the 5 researchers who do not yet use Tool git that much take it up "
                           "(weekly), the gap on the building diagonal falls from 1.50 to "));
    RecommendSettings bare;
    bare.depth = Depth::Uses;
    EXPECT_THAT(
        advice(team, "opposite-ends", "building", bare).back(),
        StartsWith("If the 5 researchers who do not yet use Tool git take it up, the gap "));
}

TEST(AdoptionAdvice, IsSilentWhereItWasNotAskedFor) {
    auto [landscape, answers] = basics().given();
    Policy policy;
    policy.fragility_draws = 0;
    const auto report = make_gap_report(answers, landscape, policy, {});
    EXPECT_FALSE(report.closing);
    for (const auto& finding : report.findings) {
        EXPECT_THAT(said(finding.actions), Not(Contains(HasSubstr("take up Tool"))));
    }
}

TEST(AdoptionAdvice, SaysOnceThatNothingWasFound) {
    // A finding that asks and gets nothing, with an advice of its own and without.
    TestTeam team = basics();
    const auto verdicts = team.judge();
    const auto input = verdicts.input();
    Recommendation closing;
    closing.singles = 3;
    closing.pairs = 3;
    closing.unanswered = {0, 1, 2};
    std::vector<Finding> findings(3);
    findings[0].id = "lifecycle-hole";
    findings[1].id = "broken-ladder";
    const GroupName researchers{"researcher", {}};
    const GroupName engineers{"engineer", {}};
    findings[1].actions = {
        Message("advice.plug-in.no-adoption", {{"first", researchers},
                                               {"first_place", Decimal(0.7)},
                                               {"second", engineers},
                                               {"second_place", Decimal(-0.5)},
                                               {"diagonal", Message("diagonal.building")},
                                               {"size", Decimal(1.2)}})};
    findings[2].id = "scattered-group";
    for (auto& finding : findings) {
        finding.rule = &rule_named(finding.id);
        finding.state = State::Present;
        finding.severity = Severity::Notable;
    }
    add_adoption_advice(input, closing, findings);
    EXPECT_THAT(said(findings[0].actions),
                testing::ElementsAre("No adoption mends this: of 3 adoptions and 3 pairs from the "
                                     "trial ring or a more inviting one, none brings a tool that "
                                     "covers the stage, for those who work on it."));
    EXPECT_EQ(findings[1].actions.size(), 1U);
    EXPECT_TRUE(findings[2].actions.empty()); // it asks for none
}

} // namespace
} // namespace assess
