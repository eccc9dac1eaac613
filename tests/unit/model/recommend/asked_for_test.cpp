// Which adoption each finding asks for, one scene a rule.
#include "model/recommend/asked_for.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Finding standing(std::string id, std::string subject, State state = State::Present) {
    Finding finding;
    finding.rule = &rule_named(id);
    finding.id = std::move(id);
    finding.subject = std::move(subject);
    finding.state = state;
    finding.severity = Severity::Notable;
    return finding;
}

class Asked : public testing::Test {
protected:
    Asked() {
        team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
            .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
            .stage("train")
            .stage("deploy")
            .tool("git", -0.8, -0.6, {.category = "swe", .stages = {"deploy"}})
            .tool("docker", -0.6, -0.4, {.category = "swe", .stages = {"deploy"}})
            .tool("optuna", 0.6, -0.4, {.category = "ml", .stages = {"train"}})
            .tool("mlflow", 0.2, -0.4, {.category = "ml", .stages = {"train"}})
            .people(3, Role::Researcher, {"optuna"})
            .working_on({"train"})
            .people(2, Role::Engineer, {"git"})
            .working_on({"deploy"});
    }
    /// "git by researcher", ... for each tool and group that one finding asks for.
    std::vector<std::string> asked(const Finding& finding) {
        const auto verdicts = team.judge();
        const std::vector findings{finding};
        const auto input = verdicts.input();
        const AskedFor asked_for(input, findings);
        std::vector<std::string> list;
        for (std::size_t side = 0; side < 2; ++side) {
            for (ToolIndex j = 0; j < verdicts.landscape.tools.size(); ++j) {
                if (asked_for.by_tool(j, side).any()) {
                    list.push_back(verdicts.landscape.tools[j].id + " by " +
                                   verdicts.groups[side].id);
                }
            }
        }
        return list;
    }
    TestTeam team;
};

TEST_F(Asked, FourRulesAskForNothing) {
    std::vector<std::string> none;
    for (const auto& rule : rules()) {
        if (Message(rule.adoption.what).empty()) {
            none.emplace_back(rule.id);
        }
    }
    EXPECT_THAT(none, UnorderedElementsAre("scattered-group", "frustrated-group", "retired-tool",
                                           "bridge-role"));
    EXPECT_TRUE(asks_for(Finding()).empty());
}

TEST_F(Asked, OppositeEndsAsksForASmallerGap) {
    auto verdicts = team.judge();
    verdicts.with_gap(Diagonal::Building, -0.62, -0.9, -0.3);
    const std::vector findings{standing("opposite-ends", "building"),
                               standing("opposite-ends", "orchestration", State::Absent)};
    const auto input = verdicts.input();
    const AskedFor asked_for(input, findings);
    EXPECT_THAT(asked_for.asking(), ElementsAre(0));
    const auto asks = [&](double building) { return asked_for.by_gap({9, building}).any(); };
    EXPECT_TRUE(asks(-0.61));
    EXPECT_TRUE(asks(-0.615)); // 0.005 nearer
    EXPECT_FALSE(asks(-0.616));
    EXPECT_FALSE(asks(-0.62));
    EXPECT_TRUE(asks(0));
    EXPECT_TRUE(asks(0.6)); // past the other group, but nearer
    EXPECT_FALSE(asks(0.62));
    EXPECT_TRUE(asked_for.names(Diagonal::Building));
    EXPECT_FALSE(asked_for.names(Diagonal::Orchestration));
    EXPECT_TRUE(asked_for.by_tool(0, 0).none());
}

TEST_F(Asked, OnlyWhileItStands) {
    EXPECT_THAT(asked(standing("empty-quadrant", "standard-swe-tools", State::Possible)),
                testing::Not(IsEmpty()));
    for (const auto state : {State::Absent, State::Undetermined}) {
        EXPECT_THAT(asked(standing("empty-quadrant", "standard-swe-tools", state)), IsEmpty());
    }
}

TEST_F(Asked, NotWhatIsInformationOnly) {
    auto finding = standing("empty-quadrant", "standard-swe-tools");
    finding.severity = Severity::Info; // "leave it empty unless a need is proven"
    EXPECT_THAT(asked(finding), IsEmpty());
    EXPECT_FALSE(asks(finding));
    EXPECT_FALSE(asks(standing("one-region", "organization"))); // nobody is far from home
}

TEST_F(Asked, BrokenLadderAsksForARungByEnoughPeople) {
    auto finding = standing("broken-ladder", "building");
    finding.tools = {0}; // docker, by id
    EXPECT_THAT(asked(finding), ElementsAre("docker by researcher", "docker by engineer"));
    Policy policy;
    policy.ladder_people = 3; // more than there are engineers
    team.policy(policy);
    EXPECT_THAT(asked(finding), ElementsAre("docker by researcher"));
}

TEST_F(Asked, NoCommonGroundAsksForWhatTheOthersUse) {
    EXPECT_THAT(asked(standing("no-common-ground", "pair")),
                ElementsAre("git by researcher", "optuna by engineer"));
    team.promise({Promise::Confidential, 5, 10}); // two engineers are too few to be told
    EXPECT_THAT(asked(standing("no-common-ground", "pair")), IsEmpty());
}

TEST_F(Asked, MissingBasicsAsksTheGroupThatHasNone) {
    EXPECT_THAT(asked(standing("missing-basics", "swe")),
                ElementsAre("docker by researcher", "git by researcher"));
    EXPECT_THAT(asked(standing("missing-basics", "no such category")), IsEmpty());
}

TEST_F(Asked, LifecycleHoleAsksThoseWhoWorkOnIt) {
    EXPECT_THAT(asked(standing("lifecycle-hole", "deploy")),
                ElementsAre("docker by engineer", "git by engineer"));
    EXPECT_THAT(asked(standing("lifecycle-hole", "train")),
                ElementsAre("mlflow by researcher", "optuna by researcher"));
    Policy policy;
    policy.lifecycle_people = 3; // two engineers are not enough
    team.policy(policy);
    EXPECT_THAT(asked(standing("lifecycle-hole", "deploy")), IsEmpty());
}

TEST(AskedHandOff, AsksForAToolOnBothSides) {
    TestTeam team;
    team.stage("model-training")
        .stage("deployment")
        .tool("both", 0, 0, {.stages = {"model-training", "deployment"}})
        .tool("neither", 0, 0)
        .tool("ship", 0, 0, {.stages = {"deployment"}})
        .people(2, Role::Researcher, {"neither"})
        .working_on({"model-training"})
        .people(2, Role::Engineer, {"ship"})
        .working_on({"deployment"});
    const auto verdicts = team.judge();
    const std::vector findings{standing("lifecycle-hole", "model-training-to-deployment")};
    const auto input = verdicts.input();
    const AskedFor asked_for(input, findings);
    // The engineers use "ship"; with the researchers it would be on both sides. "both" is used by
    // nobody, so that no one group brings it to both sides.
    EXPECT_TRUE(asked_for.by_tool(2, 0).any());
    EXPECT_TRUE(asked_for.by_tool(0, 0).none());
    EXPECT_TRUE(asked_for.by_tool(1, 0).none());
    EXPECT_TRUE(asked_for.by_tool(2, 1).none());
}

TEST_F(Asked, TheOtherRules) {
    EXPECT_THAT(asked(standing("empty-quadrant", "standard-swe-tools")),
                ElementsAre("docker by researcher", "git by researcher", "docker by engineer",
                            "git by engineer"));
    // On the building diagonal, (x - y) / 2: optuna at 0.5, mlflow at 0.3, docker and git at -0.1.
    EXPECT_THAT(asked(standing("left-end", "building")),
                ElementsAre("mlflow by researcher", "optuna by researcher", "mlflow by engineer",
                            "optuna by engineer"));
    auto region = standing("one-region", "organization");
    EXPECT_THAT(asked(region), IsEmpty()); // nobody is far from home
    region.groups = {"researcher"};
    EXPECT_THAT(asked(region), ElementsAre("mlflow by researcher", "optuna by researcher"));
    region.groups = {"engineer"};
    EXPECT_THAT(asked(region), ElementsAre("docker by engineer", "git by engineer"));
    for (const auto* id : {"scattered-group", "frustrated-group", "retired-tool", "bridge-role"}) {
        EXPECT_THAT(asked(standing(id, "git")), IsEmpty());
    }
}

} // namespace
} // namespace assess
