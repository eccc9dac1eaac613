#include "model/assessment/answers.hpp"
#include "small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace assess {
namespace {

TEST(Depth, EveryIdIsReadBackAndNothingElseIsAnId) {
    for (std::size_t i = 0; i < depth_count; ++i) {
        const auto depth = static_cast<Depth>(i);
        EXPECT_EQ(depth_from_id(id_of(depth)), depth);
    }
    EXPECT_EQ(id_of(Depth::NotApplicable), "not-applicable");
    for (const char* other : {"", "Daily", " daily", "daily ", "dont know", "use"}) {
        EXPECT_FALSE(depth_from_id(other)) << other;
    }
}

TEST(Role, IdsAndPlurals) {
    EXPECT_EQ(id_of(Role::Researcher), "researcher");
    EXPECT_EQ(plural_of(Role::Engineer), "engineers");
    EXPECT_EQ(id_of(Role::Hybrid), "hybrid");
    EXPECT_EQ(plural_of(Role::Other), "others");
}

TEST(SortRespondents, RoleThenTeamThenUsagesThenBlocksThenId) {
    const auto make = [](const char* id, Role role, std::uint32_t team, std::vector<Usage> usages,
                         std::uint64_t answered) {
        Respondent respondent;
        respondent.id = id;
        respondent.role = role;
        respondent.team = team;
        respondent.answered = answered;
        respondent.usages = std::move(usages);
        return respondent;
    };
    const std::vector<Usage> less{{1, Depth::Daily}};
    const std::vector<Usage> more{{1, Depth::Daily}, {2, Depth::Daily}};
    const std::vector<Usage> deeper{{1, Depth::Weekly}};
    Answers answers;
    answers.respondents = {
        make("a", Role::Researcher, 0, less, 1),
        make("b", Role::Researcher, 0, less, 1),
        make("a", Role::Researcher, 0, less, 2),
        make("a", Role::Researcher, 0, more, 1),
        make("a", Role::Researcher, 0, deeper, 1),
        make("a", Role::Researcher, 1, less, 1),
        make("a", Role::Researcher, Respondent::no_team, less, 1),
        make("a", Role::Engineer, 0, {}, 0),
    };
    const auto key = [](const Respondent& respondent) {
        return std::tuple(respondent.id, respondent.role, respondent.team, respondent.usages.size(),
                          respondent.answered);
    };
    const std::vector<Respondent> expected = answers.respondents;
    std::reverse(answers.respondents.begin(), answers.respondents.end());
    sort_respondents(answers);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(key(answers.respondents[i]), key(expected[i])) << i;
        EXPECT_EQ(answers.respondents[i].usages, expected[i].usages) << i;
    }
}

TEST(SortRespondents, PeopleWithoutIdsByStagesThenScores) {
    const auto make = [](std::optional<std::uint64_t> stages, std::vector<Score> scores) {
        Respondent respondent;
        respondent.stages = stages;
        respondent.scores = std::move(scores);
        return respondent;
    };
    Answers answers;
    answers.respondents = {make(std::nullopt, {{0, 5}}), make(1, {}),       make(1, {{0, 2}}),
                           make(1, {{0, 2}, {1, 1}}),    make(1, {{0, 3}}), make(2, {{0, 1}})};
    const std::vector<Respondent> expected = answers.respondents;
    std::reverse(answers.respondents.begin(), answers.respondents.end());
    sort_respondents(answers);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(answers.respondents[i].stages, expected[i].stages) << i;
        EXPECT_EQ(answers.respondents[i].scores, expected[i].scores) << i;
    }
}

} // namespace
} // namespace assess
