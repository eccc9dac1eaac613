// What people say on scales, as scores: which there are, of which tools, in which order and words.
#include "tests/unit/questionnaires/collected/collected.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ToAnswers, GiveNoScoreWhereSomebodyDoesNotKnowOrSkips) {
    const auto result = collect({person("a", {known("git")},
                                        {{"need-no-lead-time", NoAnswer::DontKnow},
                                         {"need-good-practice", NoAnswer::NotApplicable},
                                         {"want-own-work", NoAnswer::Skipped},
                                         {"frustration-rework", StepAnswer{5}},
                                         {"frustrates@git", NoAnswer::DontKnow},
                                         {"gives@git", StepAnswer{1}}})});
    EXPECT_THAT(result.scores_of("a"), ElementsAre("gives Git 1", "frustration-rework - 5"));
    ASSERT_THAT(result.answers.score_items, SizeIs(2));
    const auto& gives = result.answers.score_items[0];
    EXPECT_EQ(gives.kind, ScoreKind::ToolGives);
    EXPECT_EQ(gives.persona, std::nullopt);
    const auto& rework = result.answers.score_items[1];
    EXPECT_EQ(rework.kind, ScoreKind::Frustration);
    EXPECT_EQ(rework.persona, Role::Engineer);
    EXPECT_EQ(rework.tool, std::nullopt);
    EXPECT_THAT(rework.text, HasSubstr("research code"));
    EXPECT_THAT(rework.steps, ElementsAre("Never", "Seldom", "Sometimes", "Often", "All the time"));
}

TEST(ToAnswers, SortScoreItemsByKindToolPersonaAndQuestion) {
    const auto result = collect({person("a", {known("git"), known("docker")},
                                        {{"frustration-effort", StepAnswer{1}},
                                         {"frustrates@docker", StepAnswer{2}},
                                         {"gives@git", StepAnswer{3}},
                                         {"need-good-practice", StepAnswer{4}},
                                         {"gives@docker", StepAnswer{5}},
                                         {"need-no-lead-time", StepAnswer{1}}})});
    EXPECT_THAT(result.scores_of("a"),
                ElementsAre("gives Docker 5", "gives Git 3", "frustrates Docker 2",
                            "need-no-lead-time - 1", "need-good-practice - 4",
                            "frustration-effort - 1"));
}

TEST(ToAnswers, KeepScoresWithTheirToolsWhenKeptToolsGetTheirOrder) {
    const auto result = collect(
        {person("a", {other("Zeta"), known("git")},
                {{"gives@name:Zeta", StepAnswer{5}}, {"gives@git", StepAnswer{3}}}),
         person("b", {other("Alpha"), other("zeta")},
                {{"gives@name:Alpha", StepAnswer{1}}, {"gives@name:zeta", StepAnswer{2}}})});
    EXPECT_THAT(result.scores_of("a"), ElementsAre("gives Git 3", "gives Zeta 5"));
    EXPECT_THAT(result.scores_of("b"), ElementsAre("gives Alpha 1", "gives Zeta 2"));
    const auto n = current().tools.size();
    ASSERT_EQ(result.landscape.tools.size(), n + 2);
    EXPECT_EQ(result.landscape.tools[n].name, "Alpha");
    EXPECT_FALSE(result.landscape.tools[n].placement);
    EXPECT_THAT(result.answers.warnings, ElementsAre(HasSubstr("Zeta (2) and Alpha (1)")));
}

TEST(ToAnswers, CountOneQuestionOnceWhateverItsLanguageAndWords) {
    // A copy whose first language is German, and a later one that asks in other words.
    const auto german = changed_team([](nlohmann::json& json) {
        json["version"] = 2;
        json["languages"] = {"de", "en"};
    });
    const auto reworded = changed_team([](nlohmann::json& json) {
        json["version"] = 3;
        question_in(json, "want-own-work")["text"] = {{"en", "Worded anew"}, {"de", "Neu gefragt"}};
    });
    const AnswerMap score{{"want-own-work", StepAnswer{2}}, {"want-smooth-way", StepAnswer{4}}};
    const auto alike = collect({person("a", {}, score), person("b", {}, score, german)});
    EXPECT_THAT(alike.answers.score_items, SizeIs(2));
    EXPECT_THAT(alike.answers.warnings, IsEmpty());
    EXPECT_THAT(alike.answers.score_items[0].text, HasSubstr("I can spend my time"));

    const auto mixed = collect({person("a", {}, score), person("c", {}, score, reworded)});
    ASSERT_THAT(mixed.answers.score_items, SizeIs(2));
    EXPECT_EQ(mixed.answers.score_items[0].text, "Worded anew");
    EXPECT_THAT(mixed.answers.warnings, ElementsAre(HasSubstr("'want-own-work' is worded")));
    EXPECT_EQ(mixed.scores_of("a"), mixed.scores_of("c"));
}

TEST(ToAnswers, TellAScoreInTheFirstLanguageWhereThereIsNoEnglish) {
    const auto french = parse_definition(R"({"format": "assess/questionnaire/1", "id": "court",
        "version": 1, "purpose": "team", "languages": ["fr"], "title": "Court",
        "sections": [{"id": "s", "title": "S", "questions": [
          {"id": "role", "kind": "single", "records": "role", "text": "Ton travail",
           "choices": [{"id": "engineer", "text": "Logiciel"}]},
          {"id": "need", "kind": "scale", "records": "need", "persona": "engineer",
           "text": {"fr": "Ça va"}, "steps": ["1", "2", "3", "4", "cinq"]}]}]})",
                                         "court.json", current());
    const auto result =
        collect({{"a", &french, {{"role", ChoiceAnswer{"engineer"}}, {"need", StepAnswer{5}}}}});
    ASSERT_THAT(result.answers.score_items, SizeIs(1));
    EXPECT_EQ(result.answers.score_items[0].text, "Ça va");
    EXPECT_EQ(result.answers.score_items[0].steps[4], "cinq");
    // No question asks for tools: one block that nobody answered.
    ASSERT_THAT(result.answers.blocks, SizeIs(1));
    EXPECT_EQ(result.of("a").answered, 0U);
}

} // namespace
} // namespace assess
