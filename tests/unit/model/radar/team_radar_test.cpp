#include "model/radar/team_radar.hpp"
#include "model/statistics/random.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace assess {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr PrivacyPromise confidential{Promise::Confidential, 5, 10};

TestTeam landscape() {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .category("platform", Quadrant::MachineLearningPlatforms, Ring::Assess)
        .category("clicks", Quadrant::MachineLearningPlatforms, Ring::Hold)
        .tool("git", -0.8, -0.6, {.category = "swe"})
        .tool("optuna", 0.7, -0.7, {.category = "ml"})
        .tool("comet", 0.4, -0.2, {.category = "ml"})
        .tool("nowhere", 0, 0, {.category = "platform", .placed = false})
        .tool("click", 0.5, 0.5, {.category = "clicks"})
        .tool("gone", 0.3, 0.4, {.category = "ml", .status = ToolStatus::Retired, .year = 2022})
        .tool("loose", 0, 0, {.placed = false}); // of no category, as the answers' own tools are
    return team;
}

GapReport report_of(const TestTeam& team, Grouping grouping = Grouping::Role) {
    auto [landscape, answers] = team.given();
    GapReportSettings settings;
    settings.grouping = grouping;
    return make_gap_report(std::move(answers), std::move(landscape), {}, settings);
}

std::vector<std::string> names(const TeamRadar& radar, const GapReport& report) {
    std::vector<std::string> all;
    for (const auto& blip : radar.blips) {
        all.push_back(report.landscape.tools[blip.tool].id);
    }
    return all;
}

Blip blip_of(std::string_view id, const GapReport& report, bool all = false) {
    for (auto& blip : make_team_radar(report, {all}).blips) {
        if (report.landscape.tools[blip.tool].id == id) {
            return blip;
        }
    }
    throw std::out_of_range("no blip " + std::string(id));
}

Blip blip_of(std::string_view id, const TestTeam& team) {
    return blip_of(id, report_of(team));
}

std::string why(const Blip& blip) {
    std::string text;
    for (const auto& sentence : blip.why) {
        text += said(sentence) + "\n";
    }
    return text;
}

TEST(TeamRadar, HoldsTheToolsThatSomebodyUsesEvaluatesOrWants) {
    auto team = landscape();
    team.people(1, researcher, {"comet=evaluating", "click=wanted", "git=never"})
        .people(1, engineer, {"optuna=stopped", "nowhere=rarely", "loose"});
    const auto report = report_of(team);
    const auto radar = make_team_radar(report);
    EXPECT_THAT(names(radar, report), ElementsAre("comet", "nowhere", "click"));
    ASSERT_EQ(radar.without_category.size(), 1U);
    EXPECT_EQ(report.landscape.tools[radar.without_category[0]].id, "loose");
}

TEST(TeamRadar, HoldsTheWholeLandscapeWhenAsked) {
    const auto report = report_of(landscape().people(1, engineer, {"git"}));
    const auto radar = make_team_radar(report, {.all = true});
    EXPECT_THAT(names(radar, report),
                ElementsAre("git", "comet", "optuna", "nowhere", "click", "gone"));
    EXPECT_THAT(radar.without_category, IsEmpty()) << "nobody uses it";
}

TEST(TeamRadar, OfNobodyIsEmpty) {
    EXPECT_THAT(make_team_radar(report_of(landscape())).blips, IsEmpty());
    EXPECT_THAT(make_team_radar(GapReport{}, {.all = true}).blips, IsEmpty());
}

TEST(TeamRadar, OfOnePersonMovesNothing) {
    const auto report = report_of(landscape().people(1, engineer, {"git=daily", "optuna=daily"}));
    for (const auto& blip : make_team_radar(report).blips) {
        EXPECT_EQ(blip.moved, RingMove::None);
    }
    EXPECT_THAT(why(blip_of("optuna", report)),
                HasSubstr("Trial, as in the strategy.\n"
                          "The strategy has its category, Category ml, in the trial ring.\n"
                          "Used by 1 of 1 engineer; regularly by 1 in all.\n"));
}

TEST(TeamRadar, AToolThatHalfOfAGroupUsesMovesIn) {
    auto team = landscape();
    team.people(2, researcher, {"optuna=weekly"})
        .people(2, researcher, {"comet=daily"})
        .people(1, researcher, {"comet=monthly"})
        .people(6, engineer, {"git"});
    // 2 of 5 researchers each: below half. With a third, comet is carried.
    EXPECT_EQ(blip_of("comet", team).ring, Ring::Trial);
    const auto blip = blip_of("comet", team.people(1, researcher, {"comet=weekly"}));
    EXPECT_EQ(blip.ring, Ring::Adopt);
    EXPECT_EQ(blip.strategy, Ring::Trial);
    EXPECT_EQ(blip.moved, RingMove::In);
    EXPECT_EQ(said(blip.why.front()),
              "Adopt, one ring further in than the strategy: 3 of 6 researchers "
              "use it regularly.");
    EXPECT_THAT(why(blip), HasSubstr("Used by 4 of 6 researchers and none of 6 engineers; "
                                     "regularly by 3 in all."));
}

TEST(TeamRadar, WhoWasNotAskedDoesNotCount) {
    auto team = landscape();
    team.block("software", {"git"}).block("models", {"optuna", "comet"});
    team.people(2, researcher, {"optuna=daily"}, "", 0b10)
        .people(2, researcher, {"comet=rarely"}, "", 0b10)
        .people(9, researcher, {"git"}, "", 0b01);
    const auto blip = blip_of("optuna", team);
    ASSERT_EQ(blip.use.size(), 1U);
    EXPECT_EQ(blip.use[0].base, 4U);
    EXPECT_EQ(blip.ring, Ring::Adopt) << "2 of the 4 who were asked";
}

TEST(TeamRadar, ScoresThatClearlyLetDownMoveOut) {
    auto team = landscape();
    team.question(ScoreKind::ToolFrustrates, "frustrates", "git")
        .question(ScoreKind::ToolGives, "gives", "comet")
        .people(12, engineer, {"git=rarely"})
        .saying("frustrates", {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5})
        .people(12, researcher, {"comet=rarely", "git=rarely"})
        .saying("gives", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    const auto git = blip_of("git", team);
    EXPECT_EQ(git.ring, Ring::Trial);
    EXPECT_EQ(git.moved, RingMove::Out);
    EXPECT_EQ(said(git.why.front()),
              "Trial, one ring further out than the strategy: it frustrates people.");
    EXPECT_THAT(why(git), HasSubstr("Frustrates people: 5.00 (95% interval "));
    EXPECT_THAT(why(git), HasSubstr(") of 5 on average from 12 people."));
    const auto comet = blip_of("comet", team);
    EXPECT_EQ(comet.ring, Ring::Assess);
    EXPECT_THAT(said(comet.why.front()), HasSubstr("it does not give people what they need"));
}

TEST(TeamRadar, AFewBadScoresAreNotClear) {
    auto team = landscape();
    team.question(ScoreKind::ToolFrustrates, "frustrates", "git")
        .people(3, engineer, {"git=rarely"})
        .saying("frustrates", {5, 5, 5});
    const auto blip = blip_of("git", team);
    ASSERT_EQ(blip.scores.size(), 1U);
    EXPECT_EQ(blip.scores[0].mean.value, 5);
    EXPECT_EQ(blip.moved, RingMove::None);
}

TEST(TeamRadar, UseAndBadScoresCancelOut) {
    auto team = landscape();
    team.question(ScoreKind::ToolFrustrates, "frustrates", "optuna")
        .people(12, researcher, {"optuna=daily"})
        .saying("frustrates", {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5});
    const auto blip = blip_of("optuna", team);
    EXPECT_EQ(blip.ring, Ring::Trial);
    EXPECT_EQ(said(blip.why.front()),
              "Trial, as in the strategy: 12 of 12 researchers use it regularly, "
              "but it frustrates people; the two cancel out.");
}

TEST(TeamRadar, RetiredToolsAreInHoldWhoeverUsesThem) {
    const auto blip = blip_of("gone", landscape().people(5, engineer, {"gone=daily"}));
    EXPECT_EQ(blip.ring, Ring::Hold);
    EXPECT_EQ(blip.moved, RingMove::Out);
    EXPECT_EQ(said(blip.why.front()), "Hold, because it was retired in 2022.");
}

TEST(TeamRadar, OfSeveralCategoriesTheMostInvitingCounts) {
    auto [landscape_of_team, answers] = landscape().people(1, engineer, {"click"}).given();
    auto& tool = landscape_of_team.tools[landscape_of_team.find("click").value()];
    tool.categories = {3, 1}; // hold, trial
    const auto report = make_gap_report(answers, landscape_of_team, {}, {});
    const auto blip = blip_of("click", report);
    EXPECT_EQ(blip.strategy, Ring::Trial);
    EXPECT_EQ(blip.quadrant, Quadrant::SpecializedMlTools) << "that category's";
}

TEST(TeamRadar, NewIsWhatNobodyUsesYetAndSomebodyWants) {
    auto team = landscape();
    team.people(2, engineer, {"git", "comet=evaluating", "optuna=wanted"})
        .people(1, engineer, {"optuna=rarely"});
    EXPECT_TRUE(blip_of("comet", team).is_new);
    EXPECT_THAT(why(blip_of("comet", team)),
                HasSubstr("Nobody of the 3 people who were asked uses it.\n"
                          "2 people evaluate it.\n"));
    EXPECT_FALSE(blip_of("optuna", team).is_new);
    EXPECT_FALSE(blip_of("git", team).is_new);
}

TEST(TeamRadar, OfManyTeamsIsToldInSum) {
    auto team = landscape();
    for (int i = 0; i < 10; ++i) {
        team.people(2, engineer, {"optuna=daily"}, "Team " + std::to_string(i));
    }
    const auto blip = blip_of("optuna", report_of(team, Grouping::Team));
    EXPECT_EQ(said(blip.why.front()),
              "Adopt, one ring further in than the strategy: 20 people in 10 "
              "groups use it regularly.");
    EXPECT_THAT(why(blip), HasSubstr("Used by 20 of 20 people; regularly by 20 in all."));
}

TEST(TeamRadar, DoesNotDependOnTheOrderOfTheAnswers) {
    auto one = landscape();
    one.people(2, engineer, {"git"}).people(3, researcher, {"optuna=daily", "comet=rarely"});
    auto other = landscape();
    other.people(3, researcher, {"comet=rarely", "optuna=daily"}).people(2, engineer, {"git"});
    const auto here = report_of(one);
    const auto there = report_of(other);
    const auto first = make_team_radar(here);
    const auto second = make_team_radar(there);
    ASSERT_EQ(names(first, here), names(second, there));
    for (std::size_t i = 0; i < first.blips.size(); ++i) {
        EXPECT_EQ(first.blips[i].why, second.blips[i].why);
    }
}

TEST(ConfidentialRadar, AToolOfAFewStaysWhereTheStrategyHasIt) {
    auto team = landscape();
    team.promise(confidential)
        .people(4, researcher, {"optuna=daily"})
        .people(2, researcher, {"comet=rarely"})
        .people(6, engineer, {"git=daily"});
    const auto report = report_of(team);
    const auto few = blip_of("optuna", report);
    EXPECT_EQ(few.moved, RingMove::None) << "4 of 6 use it daily, and are too few to be told";
    EXPECT_EQ(why(few), "Trial, as in the strategy.\n"
                        "The strategy has its category, Category ml, in the trial ring.\n"
                        "Used by fewer than 5 researchers and none of 6 engineers.\n");
    EXPECT_EQ(blip_of("git", report).use.back().users, 6U);
}

TEST(ConfidentialRadar, WhatTheReportWithholdsChangesNothing) {
    // Random teams: the few users of a tool use it daily or rarely; the radar is the same.
    Random random(4711);
    std::size_t compared = 0;
    for (int round = 0; round < 40; ++round) {
        SCOPED_TRACE(round);
        auto often = landscape();
        auto seldom = landscape();
        for (auto* team : {&often, &seldom}) {
            team->promise(confidential).question(ScoreKind::ToolFrustrates, "frustrates", "optuna");
        }
        const auto few = 1 + random.below(4);
        for (const auto role : {researcher, engineer}) {
            const auto people = 5 + random.below(4);
            for (std::uint32_t i = 0; i < people; ++i) {
                const bool uses = role == researcher && i < few;
                const auto step = static_cast<std::uint8_t>(1 + random.below(5));
                often.people(1, role,
                             uses ? std::vector<std::string>{"git", "optuna=daily"}
                                  : std::vector<std::string>{"git"});
                seldom.people(1, role,
                              uses ? std::vector<std::string>{"git", "optuna=rarely"}
                                   : std::vector<std::string>{"git"});
                if (uses) {
                    often.saying("frustrates", {5});
                    seldom.saying("frustrates", {step});
                }
            }
        }
        const auto one = make_team_radar(report_of(often), {.all = true});
        const auto other = make_team_radar(report_of(seldom), {.all = true});
        ASSERT_EQ(one.blips.size(), other.blips.size());
        for (std::size_t i = 0; i < one.blips.size(); ++i) {
            EXPECT_EQ(one.blips[i].why, other.blips[i].why);
            EXPECT_EQ(one.blips[i].ring, other.blips[i].ring);
            ++compared;
        }
    }
    EXPECT_EQ(compared, 40U * 6U);
}

TEST(ConfidentialRadar, TellsNoNumberOfAFew) {
    auto team = landscape();
    team.promise(confidential)
        .people(6, researcher, {"optuna=daily"})
        .people(2, researcher, {"optuna=rarely", "comet=wanted"})
        .people(3, engineer, {"git"}) // too few: not shown at all
        .people(5, Role::Hybrid, {"git=daily", "optuna=monthly"});
    const auto report = report_of(team);
    for (const auto& blip : make_team_radar(report, {.all = true}).blips) {
        SCOPED_TRACE(why(blip));
        EXPECT_THAT(why(blip), Not(HasSubstr("engineer")));
        EXPECT_THAT(why(blip), Not(HasSubstr("wants")));
        for (const auto& use : blip.use) {
            EXPECT_TRUE(use.users == 0 || use.users >= 5);
            EXPECT_TRUE(use.regular == 0 || use.regular >= 5);
        }
    }
    EXPECT_THAT(why(blip_of("comet", report)), HasSubstr("fewer than 5 researchers"));
}

} // namespace
} // namespace assess
