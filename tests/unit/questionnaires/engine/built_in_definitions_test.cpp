// The questionnaires inside the program, as every other: right, complete, and possible to answer.
#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"
#include "tests/support/json_schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Json = nlohmann::json;

class BuiltInDefinitions : public testing::TestWithParam<std::string_view> {};

TEST_P(BuiltInDefinitions, AreRightByLoaderAndSchema) {
    const std::string id(GetParam());
    const Definition definition = load_definition(id, built_in_landscape("current"));
    EXPECT_EQ(definition.id, id) << "a file's name is its questionnaire's id";
    EXPECT_THAT(definition.languages, ElementsAre("en", "de"));
    EXPECT_GT(definition.minutes, 0);
    const auto json = Json::parse(definition_text(id));
    EXPECT_EQ(JsonSchema("questionnaires/definitions/questionnaire.schema.json").objections(json),
              "");
}

TEST_P(BuiltInDefinitions, CanBeAnsweredByWhoeverSkipsAllThatIsOptional) {
    const Landscape edition = built_in_landscape("current");
    const Definition definition = load_definition(std::string(GetParam()), edition);
    Session session(definition, edition, "en");
    while (const Item* item = session.current()) {
        const Question& question = definition.questions[item->question];
        if (question.required && session.answer_to(item->key) == nullptr) {
            Answer answer;
            if (question.kind == QuestionKind::Single) {
                answer = ChoiceAnswer{question.choices.front().id};
            } else if (question.kind == QuestionKind::Multiple) {
                answer = ChoicesAnswer{};
            } else if (question.kind == QuestionKind::Tools) {
                answer = ToolsAnswer{};
            } else if (question.kind == QuestionKind::Scale) {
                answer = StepAnswer{1};
            } else if (question.kind == QuestionKind::Number) {
                answer = NumberAnswer{question.least};
            } else {
                answer = TextAnswer{"x"};
            }
            ASSERT_EQ(session.answer(std::string(item->key), answer), std::nullopt);
        }
        ASSERT_EQ(session.next(), std::nullopt);
    }
    EXPECT_THAT(session.missing(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, BuiltInDefinitions, testing::ValuesIn(built_in_definitions()),
                         [](const auto& one) {
                             std::string name(one.param);
                             std::erase(name, '-');
                             return name;
                         });

/// One message of what to do, not one for each of the 22 categories that the article lacks.
TEST(BuiltInDefinitions, SayOnceThatALandscapeDoesNotFit) {
    const Landscape article = built_in_landscape("2021");
    EXPECT_NO_THROW(load_definition("team", article));
    try {
        load_definition("place-a-tool", article);
        FAIL() << "was accepted";
    } catch (const InputError& error) {
        ASSERT_THAT(error.diagnostics(), SizeIs(1));
        EXPECT_THAT(error.diagnostics().front().what, HasSubstr("'place-a-tool' does not fit"));
        EXPECT_THAT(error.diagnostics().front().hint, HasSubstr("landscape current"));
    }
}

TEST(BuiltInDefinitions, AreOfferedInOrder) {
    EXPECT_THAT(built_in_definitions(), ElementsAre("team", "quick", "place-a-tool"));
    EXPECT_EQ(built_in_definition("tea"), "");
}

} // namespace
} // namespace assess
