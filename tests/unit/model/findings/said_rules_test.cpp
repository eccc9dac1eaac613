// lifecycle-hole and frustrated-group: what single answers do to them.
#include "model/statistics/step_scores.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gmock/gmock.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(LifecycleHole, SaysNothingWhereNobodyWasAsked) {
    EXPECT_THAT(staged().people(5, engineer, {"ship"}).judge().of("lifecycle-hole"), IsEmpty());
}

TEST(LifecycleHole, NamesTheHoleAndAToolForIt) {
    const auto verdicts = staged()
                              .people(5, researcher, {"train"})
                              .working_on({"model-training"})
                              .people(3, engineer, {"notes"})
                              .working_on({"deployment"})
                              .judge();
    const auto finding = verdicts.one("lifecycle-hole", "deployment");
    EXPECT_EQ(finding.says, "Deployment has a hole: the 3 people who work on it use no tool that "
                            "covers it.");
    EXPECT_THAT(finding.actions, ElementsAre("For deployment, let the 3 people of the 8 asked try "
                                             "a tool in a low-risk project, such as "
                                             "Tool ship."));
    EXPECT_EQ(finding.magnitude->estimate.value, 0);
    EXPECT_THAT(finding.groups, ElementsAre("engineer"));
    EXPECT_EQ(verdicts.one("lifecycle-hole", "model-training").state, State::Absent);
}

TEST(LifecycleHole, OnePersonAloneIsAHoleToo) {
    const auto team = staged()
                          .people(5, researcher, {"train"})
                          .working_on({"model-training"})
                          .people(1, engineer, {"ship"})
                          .working_on({"deployment"});
    const auto alone = TestTeam(team).judge().one("lifecycle-hole", "deployment");
    EXPECT_EQ(alone.state, State::Present);
    EXPECT_EQ(alone.says,
              "Deployment rests on one person alone: nobody else of 6 people asked works on it.");
    const auto helped = TestTeam(team)
                            .people(1, engineer, {"ship"})
                            .working_on({"deployment"})
                            .judge()
                            .one("lifecycle-hole", "deployment");
    EXPECT_EQ(helped.state, State::Absent);
    const auto unhelped = TestTeam(team)
                              .people(1, engineer, {"notes"})
                              .working_on({"deployment"})
                              .judge()
                              .one("lifecycle-hole", "deployment");
    EXPECT_EQ(unhelped.says, "Deployment rests on one person alone: of the 2 people who work on "
                             "it, nobody else uses a tool that covers it.");
}

TEST(LifecycleHole, AToolThatOnlyOthersUseCoversNothing) {
    const auto finding = staged()
                             .people(5, researcher, {"ship"})
                             .working_on({"model-training"})
                             .people(3, engineer, {"notes"})
                             .working_on({"deployment"})
                             .judge()
                             .one("lifecycle-hole", "deployment");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_THAT(
        finding.actions,
        ElementsAre("For deployment, start from Tool ship: the 5 researchers who use it can teach "
                    "it to the 3 people of the 8 asked on this stage."));
}

TEST(LifecycleHole, NobodyAtAStageIsNoHoleOfItsTools) {
    const auto finding = staged()
                             .people(5, researcher, {"train"})
                             .working_on({"model-training"})
                             .judge()
                             .one("lifecycle-hole", "deployment");
    EXPECT_EQ(finding.state, State::Absent);
    EXPECT_EQ(finding.says, "No tool is missing for deployment: nobody of 5 people asked works on "
                            "it.");
}

TEST(LifecycleHole, AHandOffNeedsAToolOrPeopleOnBothSides) {
    constexpr auto subject = "model-training-to-deployment";
    const auto apart = staged()
                           .people(3, researcher, {"train"})
                           .working_on({"model-training"})
                           .people(3, engineer, {"ship"})
                           .working_on({"deployment"});
    const auto hole = TestTeam(apart).judge().one("lifecycle-hole", subject);
    EXPECT_EQ(hole.state, State::Present);
    EXPECT_THAT(hole.evidence,
                ElementsAre("Of 3 researchers who said what they work on: 3 on model training and "
                            "nobody on deployment.",
                            "Of 3 engineers who said what they work on: nobody on model training "
                            "and 3 on deployment."));
    const auto one =
        TestTeam(apart).people(1, engineer, {}).working_on({"model-training", "deployment"});
    EXPECT_THAT(TestTeam(one).judge().one("lifecycle-hole", subject).says,
                HasSubstr("one person alone works on both stages"));
    const auto two =
        TestTeam(one).people(1, engineer, {}).working_on({"model-training", "deployment"});
    EXPECT_EQ(TestTeam(two).judge().one("lifecycle-hole", subject).state, State::Absent);
    const auto nowhere = staged()
                             .people(3, researcher, {"train"})
                             .working_on({"model-training"})
                             .people(3, engineer, {"train"})
                             .working_on({})
                             .judge()
                             .one("lifecycle-hole", subject);
    EXPECT_EQ(nowhere.state, State::Present);
    EXPECT_THAT(nowhere.says, HasSubstr("leads nowhere: 3 people work on model training"));
}

TEST(LifecycleHole, AHandOffIsOpenWhereOneGroupSaidNothing) {
    const auto finding = staged()
                             .people(5, researcher, {"train"})
                             .working_on({"model-training"})
                             .people(5, engineer, {"ship"})
                             .judge()
                             .one("lifecycle-hole", "model-training-to-deployment");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("none of the engineers said what they work on"));
}

TEST(FrustratedGroup, SaysNothingWhereNobodyWasAsked) {
    EXPECT_THAT(square().people(5, engineer, {"git"}).judge().of("frustrated-group"), IsEmpty());
}

/// Five-step answers of both groups to one question of this kind.
Verdicts asked(ScoreKind kind, const std::vector<std::uint8_t>& researchers,
               const std::vector<std::uint8_t>& engineers) {
    const bool of_tool = kind == ScoreKind::ToolGives || kind == ScoreKind::ToolFrustrates;
    return square()
        .question(kind, "one", of_tool ? "git" : "",
                  of_tool ? std::nullopt : std::optional(Role::Researcher))
        .people(researchers.size(), researcher, {"git"})
        .saying("one", researchers)
        .people(engineers.size(), engineer, {"git"})
        .saying("one", engineers)
        .judge();
}

TEST(FrustratedGroup, NamesWhoIsWorseOff) {
    const std::vector<std::uint8_t> high{5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    const std::vector<std::uint8_t> low{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    const auto finding = asked(ScoreKind::ToolGives, high, low).one("frustrated-group", "git");
    EXPECT_EQ(finding.state, State::Present);
    EXPECT_EQ(finding.says, "Engineers are worse off than researchers with Tool git: it gives "
                            "them what they need, researchers 5.00 and engineers 1.00 of 5.");
    EXPECT_EQ(finding.severity, Severity::Serious);
    EXPECT_EQ(finding.magnitude->estimate.value, 4);
}

TEST(FrustratedGroup, TurnsFrustrationAround) {
    const std::vector<std::uint8_t> high{5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    const std::vector<std::uint8_t> low{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    const auto tool = asked(ScoreKind::ToolFrustrates, high, low).one("frustrated-group", "git");
    EXPECT_THAT(tool.says, HasSubstr("Researchers are worse off than engineers with Tool git"));
    EXPECT_EQ(tool.magnitude->estimate.value, -4);
    const auto statement = asked(ScoreKind::Frustration, high, low).one("frustrated-group", "one");
    EXPECT_THAT(statement.says, HasSubstr("Researchers are worse off"));
}

TEST(FrustratedGroup, IsOpenWithOneAnswer) {
    const auto finding = asked(ScoreKind::Need, {5}, {1, 1, 1}).one("frustrated-group", "one");
    EXPECT_EQ(finding.state, State::Undetermined);
    EXPECT_THAT(finding.says, HasSubstr("one answer, which cannot show a spread"));
}

TEST(FrustratedGroup, AToolOfOneGroupIsNotShared) {
    const auto verdicts = square()
                              .question(ScoreKind::ToolGives, "gives", "git")
                              .people(3, researcher, {"git"})
                              .saying("gives", {5, 5, 5})
                              .people(3, engineer, {"aws"})
                              .judge();
    const auto findings = verdicts.of("frustrated-group");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().subject, "tools");
    EXPECT_EQ(findings.front().state, State::Undetermined);
}

TEST(FrustratedGroup, HoldsTheLevelOverManyQuestions) {
    // Beyond the threshold on its own, at 0.020 one-sided; not among ten questions.
    const std::vector<std::uint8_t> researchers{5, 5, 5, 4, 5, 5, 4, 5};
    const std::vector<std::uint8_t> engineers{3, 2, 3, 2, 2, 3, 2, 2};
    const auto alone =
        asked(ScoreKind::Need, researchers, engineers).one("frustrated-group", "one");
    ASSERT_EQ(alone.state, State::Present);
    auto team = square();
    for (int i = 0; i < 60; ++i) {
        team.question(ScoreKind::Need, "q" + std::to_string(i));
    }
    const auto add = [&](Role role, const std::vector<std::uint8_t>& steps) {
        team.people(steps.size(), role, {"git"});
        for (int i = 0; i < 60; ++i) {
            team.saying("q" + std::to_string(i), i == 0 ? steps : std::vector<std::uint8_t>(8, 3));
        }
    };
    add(researcher, researchers);
    add(engineer, engineers);
    const auto among_many = team.judge().one("frustrated-group", "q0");
    EXPECT_EQ(among_many.state, State::Possible);
    EXPECT_THAT(among_many.flips_when, HasSubstr("all of them taken into account"));
}

} // namespace
} // namespace assess
