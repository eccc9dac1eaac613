// What people say on scales, and what they work on.
#include "model/assessment/lifecycle.hpp"
#include "model/assessment/scores.hpp"
#include "tests/support/said.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>

namespace assess {
namespace {

using testing::ElementsAre;

/// Three stages; a tool for each of the first two, and one for both.
Landscape staged() {
    Landscape landscape;
    landscape.stages = {{"model-training", "Model training", "model", {1}},
                        {"deployment", "Deployment", "software", {2}},
                        {"monitoring", "Monitoring", "software", {}}};
    const auto add = [&](std::string id, std::vector<std::size_t> stages) {
        Tool tool;
        tool.id = id;
        tool.name = id;
        tool.stages = std::move(stages);
        landscape.tools.push_back(tool);
    };
    add("both", {0, 1});
    add("ship", {1});
    add("train", {0});
    landscape.index_spellings();
    return landscape;
}

struct Person {
    Role role;
    std::optional<std::uint64_t> stages;
    std::vector<Usage> usages;
    std::vector<Score> scores;
};

Answers answers_of_people(const std::vector<Person>& people) {
    Answers answers;
    answers.blocks.push_back({"tools", "Tools", {}});
    answers.score_items.push_back({ScoreKind::ToolGives, ToolIndex{2}, {}, "gives", "?", {}});
    answers.score_items.push_back({ScoreKind::Need, {}, Role::Researcher, "need", "?", {}});
    answers.score_items.push_back({ScoreKind::Want, {}, Role::Researcher, "want", "?", {}});
    for (const auto& person : people) {
        Respondent respondent;
        respondent.role = person.role;
        respondent.answered = 1;
        respondent.stages = person.stages;
        respondent.usages = person.usages;
        respondent.scores = person.scores;
        answers.respondents.push_back(respondent);
    }
    sort_respondents(answers);
    return answers;
}

constexpr ToolIndex both = 0;
constexpr ToolIndex ship = 1;
constexpr ToolIndex train = 2;

TEST(Scores, CountsEveryStepAndWhoGaveNone) {
    const auto landscape = staged();
    const auto answers =
        answers_of_people({{Role::Researcher, {}, {{train, Depth::Daily}}, {{0, 5}, {1, 2}}},
                           {Role::Researcher, {}, {{train, Depth::Daily}}, {{1, 2}}},
                           {Role::Researcher, {}, {}, {{1, 4}}},
                           {Role::Engineer, {}, {}, {}}});
    const auto groups = make_groups(answers, landscape, {}, Grouping::Role);
    const auto scores = make_scores(answers, groups, 0.95);
    ASSERT_EQ(scores.size(), 2U) << "nobody answered the third item";
    const auto& gives = *scores[0].groups[0];
    EXPECT_EQ(gives.n, 1U);
    EXPECT_EQ(gives.base, 2U); // the two who use the tool
    EXPECT_THAT(gives.counts, ElementsAre(0, 0, 0, 0, 1));
    EXPECT_EQ(gives.mean->value, 5);
    EXPECT_FALSE(gives.mean->has_interval());
    EXPECT_EQ(said(gives.mean->reason), "one answer cannot show a spread");
    const auto& need = *scores[1].groups[0];
    EXPECT_THAT(need.counts, ElementsAre(0, 2, 0, 1, 0));
    EXPECT_EQ(need.base, 3U);
    EXPECT_NEAR(need.mean->value, 8.0 / 3, 1e-12);
    EXPECT_TRUE(need.mean->has_interval());
    // 0 2 0 1 0 is 01010 (two answers) and 01000 (one). 01010: TU 2, TDU 1, U = 2/9, S = 2,
    // agreement 2/9 * 3/4 = 1/6. A = (2/6 + 1) / 3.
    EXPECT_NEAR(*need.agreement, 4.0 / 9, 1e-12);
    const auto& engineers = *scores[1].groups[1];
    EXPECT_EQ(engineers.n, 0U);
    EXPECT_FALSE(engineers.mean);
    EXPECT_EQ(said(engineers.mean.reason()), "nobody in this group answered it");
}

TEST(Lifecycle, IsEmptyWhereNobodyWasAsked) {
    const auto landscape = staged();
    const auto answers = answers_of_people({{Role::Engineer, {}, {{ship, Depth::Daily}}, {}}});
    const auto groups = make_groups(answers, landscape, {}, Grouping::Role);
    const auto lifecycle = make_lifecycle(answers, groups, landscape, {});
    EXPECT_TRUE(lifecycle.stages.empty());
    EXPECT_TRUE(lifecycle.hand_offs.empty());
}

TEST(Lifecycle, CountsWhoWorksOnAStageWithAToolThatCoversIt) {
    const auto landscape = staged();
    const auto answers = answers_of_people({
        {Role::Researcher, 0b001, {{train, Depth::Daily}, {both, Depth::Rarely}}, {}},
        {Role::Researcher, 0b001, {{train, Depth::Wanted}}, {}}, // wanted is not used
        {Role::Researcher, {}, {{train, Depth::Daily}}, {}},     // did not say
        {Role::Engineer, 0b010, {{both, Depth::Daily}, {train, Depth::Daily}}, {}},
        {Role::Engineer, 0b000, {{ship, Depth::Daily}}, {}}, // works on none of them
    });
    const auto groups = make_groups(answers, landscape, {}, Grouping::Role);
    const auto lifecycle = make_lifecycle(answers, groups, landscape, {});
    ASSERT_EQ(lifecycle.stages.size(), 3U);
    const auto& training = *lifecycle.stages[0].groups[0];
    EXPECT_EQ(training.base, 2U);
    EXPECT_EQ(*training.people, 2U);
    EXPECT_EQ(*training.covered, 1U);
    EXPECT_THAT(training.tools, ElementsAre(both, train));
    const auto& deployment = lifecycle.stages[1].everybody;
    EXPECT_EQ(deployment.base, 4U);
    EXPECT_EQ(*deployment.people, 1U);
    EXPECT_EQ(*deployment.covered, 1U);
    EXPECT_THAT(deployment.tools, ElementsAre(both)); // "train" does not cover it
    EXPECT_EQ(*lifecycle.stages[2].everybody.people, 0U);
    ASSERT_EQ(lifecycle.hand_offs.size(), 1U) << "the other hand-off's stages are not there";
    EXPECT_EQ(*lifecycle.hand_offs[0].both, 0U);
    EXPECT_THAT(lifecycle.hand_offs[0].tools, ElementsAre(both, train));
}

} // namespace
} // namespace assess
