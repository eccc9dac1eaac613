// Answer files and drafts: what is written, what is read, what is refused, what does not fit.
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/canonical_json.hpp"
#include "questionnaires/definitions/load.hpp"
#include "tests/unit/questionnaires/engine/landscape.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace assess {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Json = nlohmann::json;

const Definition& definition() {
    static const Definition parsed = parse_definition(R"({
"format": "assess/questionnaire/1", "id": "small", "version": 2, "purpose": "team",
"languages": ["en"], "title": "T", "sections": [
{"id": "a", "title": "A", "questions": [
 {"id": "role", "kind": "single", "text": "?", "required": true,
  "choices": [{"id": "engineer", "text": "E"}, {"id": "other", "text": "O"}]},
 {"id": "team", "kind": "text", "text": "?"},
 {"id": "tools", "kind": "tools", "text": "?", "depth": true, "other_tools": true}]},
{"id": "b", "title": "B", "for_each": {"question": "tools"}, "questions": [
 {"id": "gives", "kind": "scale", "text": "?", "required": true, "steps": ["1", "2", "3", "4", "5"]}]}]})",
                                                      "small.json", landscape());
    return parsed;
}

AnswerFile some_file() {
    return {"small",
            2,
            "fnv1a64:0123456789abcdef",
            "2021",
            "fnv1a64:fedcba9876543210",
            "wren-4821",
            "en",
            {{"role", ChoiceAnswer{"engineer"}},
             {"team", NoAnswer::Skipped},
             {"tools", ToolsAnswer{{{"git", true, Depth::Daily}, {"Ours", false, Depth::Rarely}}}},
             {"gives@git", StepAnswer{4}},
             {"gives@name:Ours", StepAnswer{2}}}};
}

template <typename Parse>
Diagnostics problems_when_read(const Parse& parse, const std::string& json) {
    try {
        parse(json, "file.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    ADD_FAILURE() << "was accepted:\n" << json;
    return {};
}

Diagnostics problems_of_answers(const std::string& answers) {
    return problems_when_read(parse_answer_file,
                              R"({"format": "assess/answers/1",
"questionnaire": {"id": "small", "version": 2, "digest": "fnv1a64:0123456789abcdef"},
"landscape": {"edition": "2021", "digest": "fnv1a64:0123456789abcdef"},
"respondent": "wren-4821", "language": "en", "answers": )" +
                                  answers + "}");
}

TEST(CanonicalJson, HasNoSpaceSortedKeysAndTheShortestNumbers) {
    const auto json = Json::parse(R"( {"b": [1, 2.0, -0.0, 4.50, 0.001, 123456.789, true, null],
        "a": {"y": "ü\" \\ / \u2028 \u0001 \n", "x": {}}, "Z": [], "ä": 1e2} )");
    // As JavaScript: JSON.stringify() of the object with its keys in this order.
    EXPECT_EQ(canonical_json(json),
              R"({"Z":[],"a":{"x":{},"y":"ü\" \\ / )"
              "\u2028"
              R"( \u0001 \n"},"b":[1,2,0,4.5,0.001,123456.789,true,null],"ä":100})");
}

TEST(CanonicalJson, DigestIsFnv1a) {
    // The published test vectors of the algorithm's authors.
    EXPECT_EQ(fnv1a64_digest(""), "fnv1a64:cbf29ce484222325");
    EXPECT_EQ(fnv1a64_digest("a"), "fnv1a64:af63dc4c8601ec8c");
    EXPECT_EQ(fnv1a64_digest("foobar"), "fnv1a64:85944171f73967e8");
}

TEST(AnswerFiles, ComeBackAsTheyWere) {
    const AnswerFile file = some_file();
    const auto read = parse_answer_file(to_json_text(file), "file.json");
    EXPECT_TRUE(read.checksum_fits);
    AnswerFile asked = read.file;
    asked.answers = answers_as_asked(definition(), landscape(), asked.answers);
    EXPECT_EQ(asked, file);
    EXPECT_THAT(check_against(read.file, "file.json", definition(), landscape()), IsEmpty());
}

TEST(AnswerFiles, ChecksumFindsEveryEdit) {
    const auto saved = Json::parse(to_json_text(some_file()));
    const auto fits = [](const Json& json) {
        return parse_answer_file(json.dump(), "file.json").checksum_fits;
    };
    EXPECT_TRUE(fits(saved)); // without layout, too
    for (const char* patch :
         {R"([{"op": "replace", "path": "/answers/gives@git", "value": 5}])",
          R"([{"op": "remove", "path": "/answers/team"}])",
          R"([{"op": "add", "path": "/answers/extra", "value": "x"}])",
          R"([{"op": "replace", "path": "/respondent", "value": "wren-4822"}])",
          R"([{"op": "replace", "path": "/questionnaire/version", "value": 3}])",
          R"([{"op": "replace", "path": "/landscape/edition", "value": "2022"}])",
          R"([{"op": "replace", "path": "/checksum", "value": "fnv1a64:0000000000000000"}])",
          R"([{"op": "remove", "path": "/checksum"}])"}) {
        EXPECT_FALSE(fits(saved.patch(Json::parse(patch)))) << patch;
    }
}

TEST(AnswerFiles, HeadProblemsAllAtOnce) {
    const auto all = problems_when_read(parse_answer_file, R"({"format": "assess/answers/2",
"questionnaire": {"id": "Small", "version": 0, "digest": "md5:1"},
"landscape": {"edition": " "},
"respondent": "two\nlines",
"language": "e n",
"anwsers": {}})");
    EXPECT_THAT(all, Contains(AllOf(at_line(1), says("assess/answers/2"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(2), says("'Small' is no id"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(2), says("version"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(2), says("'md5:1' is no digest"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'edition' is empty"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'digest' is missing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("control characters"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("'e n' is no language"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("anwsers"), hints("answers"))));
    EXPECT_THAT(all, Contains(says("'answers' is missing")));
    EXPECT_THAT(all, SizeIs(10));
}

TEST(AnswerFiles, AnswersThatAreNoneAreAllTold) {
    const auto all = problems_of_answers(R"({
"a": true,
"b": {"missing": "none"},
"c": {"mising": "skipped"},
"d": 2e9,
"e": ["x", 3],
"f": [{"tool": "git"}],
"g": [{"tool": "git", "name": "Git", "depth": "daily"}],
"h": [{"depth": "daily"}],
"i": [{"tool": "git", "depth": "dayly"}, "docker"],
"": "x"})");
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("true or false"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("'none'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("'missing' is missing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("mising"), hints("missing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("out of range"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("a choice must be text"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("'depth' is missing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("does not name one tool"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(12), says("does not name one tool"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("'dayly'"), hints("daily"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("an object"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(14), says("empty or too long"))));
    EXPECT_THAT(all, SizeIs(12));
}

TEST(AnswerFiles, HostileSizesAreRefused) {
    EXPECT_THAT(problems_when_read(parse_answer_file, std::string(4'000'001, ' ')),
                ElementsAre(says("4000001 bytes")));
    EXPECT_THAT(problems_when_read(parse_draft, std::string(100'000, '[')),
                ElementsAre(says("nested")));
    std::string many;
    for (int i = 0; i <= 10'000; ++i) {
        many += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
    }
    EXPECT_THAT(problems_of_answers("{" + many + "}"), ElementsAre(says("more than 10000")));
    std::string list = "\"x\"";
    for (int i = 0; i < 2000; ++i) {
        list += ",\"x\"";
    }
    EXPECT_THAT(problems_of_answers("{\"a\": [" + list + "]}"), ElementsAre(says("2001 entries")));
    EXPECT_THAT(problems_of_answers("{\"a\": \"" + std::string(40'001, 'x') + "\"}"),
                ElementsAre(says("40001 bytes")));
    EXPECT_THAT(problems_of_answers(R"({"a": 1, "a": 2})"), ElementsAre(says("already")));
    EXPECT_THAT(problems_of_answers("{\"a\": \"\xc3\"}"), ElementsAre(hints("UTF-8")));
}

TEST(AnswerFiles, WhatIsSavedIsUtf8WhateverWasGiven) {
    AnswerFile file = some_file();
    file.answers["team"] = TextAnswer{"broken \xc3 text"};
    const auto read = parse_answer_file(to_json_text(file), "file.json");
    EXPECT_TRUE(read.checksum_fits);
    EXPECT_EQ(read.file.answers.at("team"), Answer(TextAnswer{"broken \uFFFD text"}));
}

TEST(CheckAgainst, TellsAllThatDoesNotFit) {
    AnswerFile file = some_file();
    file.answers = {{"tools", ToolsAnswer{{{"git", true, Depth::Daily}}}},
                    {"team", TextAnswer{" "}},
                    {"gives@git", NumberAnswer{6}},
                    {"gives@docker", StepAnswer{1}},
                    {"gives@nothing", StepAnswer{1}},
                    {"gives", StepAnswer{1}},
                    {"rol", ChoiceAnswer{"engineer"}}};
    const auto at_key = [](const std::string& key) {
        return testing::Field(&Diagnostic::place, testing::Field(&Place::where, key));
    };
    const auto all = check_against(file, "file.json", definition(), landscape());
    EXPECT_THAT(all, Contains(AllOf(at_key("role"), says("needs an answer"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("team"), says("text is empty"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("gives@git"), says("no such step"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("gives@docker"), says("not asked after"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("gives@nothing"), says("nothing is asked"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("gives"), says("nothing is asked"))));
    EXPECT_THAT(all, Contains(AllOf(at_key("rol"), says("no question 'rol'"), hints("'role'"))));
    EXPECT_THAT(all, SizeIs(7));
    file.questionnaire = "team";
    EXPECT_THAT(check_against(file, "file.json", definition(), landscape()),
                ElementsAre(AllOf(says("'team'"), says("'small'"))));
}

TEST(CheckAgainst, TakesToolsTypedWithAnotherLandscape) {
    AnswerFile file = some_file();
    file.answers = {{"role", TextAnswer{"other"}},
                    {"tools", ToolsAnswer{{{"GIT", false, Depth::Daily}}}},
                    {"gives@name:GIT", NumberAnswer{3}}};
    EXPECT_THAT(check_against(file, "file.json", definition(), landscape()), IsEmpty());
    const AnswerMap asked{{"role", ChoiceAnswer{"other"}},
                          {"tools", ToolsAnswer{{{"git", true, Depth::Daily}}}},
                          {"gives@git", StepAnswer{3}}};
    EXPECT_EQ(answers_as_asked(definition(), landscape(), file.answers), asked);
}

TEST(AnswersAsAsked, PrefersTheLandscapesOwnEntry) {
    const AnswerMap both{
        {"tools", ToolsAnswer{{{"Git", false, Depth::Never}, {"git", true, Depth::Daily}}}},
        {"gives@git", NumberAnswer{1}},
        {"gives@name:Git", NumberAnswer{5}}};
    const AnswerMap asked{{"tools", ToolsAnswer{{{"git", true, Depth::Daily}}}},
                          {"gives@git", StepAnswer{1}}};
    EXPECT_EQ(answers_as_asked(definition(), landscape(), both), asked);
}

TEST(Drafts, ComeBackAsTheyWere) {
    Session session(definition(), landscape(), "en");
    ASSERT_EQ(session.answer("role", ChoiceAnswer{"other"}), std::nullopt);
    ASSERT_EQ(session.answer("tools", ToolsAnswer{}), std::nullopt);
    ASSERT_EQ(session.jump("tools"), std::nullopt);
    session.set_respondent("wren-4821");
    const auto text = to_json_text(session.draft());
    EXPECT_FALSE(Json::parse(text).contains("checksum"));
    const Session again(definition(), landscape(), parse_draft(text, "draft.json"));
    EXPECT_EQ(again.draft(), session.draft());
    ASSERT_NE(again.current(), nullptr);
    EXPECT_EQ(again.current()->key, "tools");
    EXPECT_EQ(again.draft().respondent, "wren-4821");
}

TEST(Drafts, OfAnotherQuestionnaireAreRefused) {
    Draft draft;
    draft.questionnaire = "team";
    draft.language = "de";
    EXPECT_THROW(Session(definition(), landscape(), draft), InputError);
}

TEST(Drafts, TheLanguageIsOneOfTheDefinitions) {
    EXPECT_EQ(Session(definition(), landscape(), "de-AT").language(), "en");
    Session session(definition(), landscape(), "en-GB");
    EXPECT_EQ(session.language(), "en");
    session.set_language("fr");
    EXPECT_EQ(session.draft().language, "en");
}

TEST(Respondents, ArePseudonymsOfOneLine) {
    EXPECT_EQ(check_respondent("wren-4821", "en"), std::nullopt);
    EXPECT_EQ(check_respondent(std::string(64, 'x'), "en"), std::nullopt);
    EXPECT_EQ(check_respondent(std::string(65, 'x'), "en")->reason, "respondent-too-long");
    EXPECT_EQ(check_respondent(" ", "en")->reason, "respondent-empty");
    EXPECT_EQ(check_respondent("a\tb", "en")->reason, "respondent-control");
    EXPECT_EQ(check_respondent("a\xffz", "en")->reason, "respondent-broken");
}

TEST(Refusals, AreInTheSessionsLanguage) {
    const Definition two = parse_definition(R"({"format": "assess/questionnaire/1", "id": "two",
"version": 1, "purpose": "team", "languages": ["en", "de"], "title": "T", "sections": [
{"id": "a", "title": "A", "questions": [{"id": "n", "kind": "number", "text": "?", "least": 0, "most": 2.5, "whole": false}]}]})",
                                            "two.json", landscape());
    Session session(two, landscape(), "de-CH");
    const auto refusal = session.answer("n", NumberAnswer{3}).value();
    EXPECT_EQ(refusal.what, "Die Zahl ist größer als 2.5");
    EXPECT_EQ(refusal.hint, "Gib eine Zahl bis 2.5 an.");
    session.set_language("en");
    EXPECT_EQ(session.answer("n", NumberAnswer{3})->what, "The number is above 2.5");
}

TEST(Refusals, ShowWhatWasTypedSafely) {
    Session session(definition(), landscape(), "en");
    const auto refusal = session.answer("role", ChoiceAnswer{"\x1b[2J" + std::string(200, 'x')});
    ASSERT_TRUE(refusal);
    EXPECT_THAT(refusal->what, testing::Not(testing::HasSubstr("\x1b")));
    EXPECT_LT(refusal->what.size(), 150U);
}

} // namespace
} // namespace assess
