// Definitions: what the parser reads and what it refuses; the schema.
#include "questionnaires/definitions/load.hpp"
#include "tests/support/json_schema.hpp"
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

Definition parsed(const std::string& json) {
    return parse_definition(json, "q.json", landscape());
}

Diagnostics problems_of_definition(const std::string& json) {
    try {
        parsed(json);
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    ADD_FAILURE() << "was accepted:\n" << json;
    return {};
}

/// A definition around some sections.
std::string with_sections(const std::string& sections, const std::string& more = "") {
    return R"({"format": "assess/questionnaire/1", "id": "q", "version": 3, "purpose": "team",
 "languages": ["en", "de"], "title": "T", )" +
           more + R"("sections": [)" + sections + "]}";
}
std::string with_questions(const std::string& questions) {
    return with_sections(R"({"id": "s", "title": "S", "questions": [)" + questions + "]}");
}

const std::string tools_question = R"({"id": "tools", "kind": "tools", "text": "T?"})";
const std::string yes_or_no =
    R"({"id": "yn", "kind": "single", "text": "?", "choices": [{"id": "yes", "text": "Y"}, {"id": "no", "text": "N"}]})";

TEST(Definitions, ReadsEveryField) {
    const Definition read = parsed(R"({"format": "assess/questionnaire/1", "id": "all-kinds",
 "version": 3, "purpose": "team", "languages": ["en", "de"], "minutes": 7,
 "title": {"en": "Title", "de": "Titel"}, "about": "Same",
 "scales": {"good": ["1", "2", {"en": "three", "de": "drei"}, "4", "5"]},
 "sections": [
  {"id": "first", "title": "One", "about": {"en": "A", "de": "B"}, "questions": [
    {"id": "role", "kind": "single", "text": {"en": "Role?", "de": "Rolle?"}, "help": "H",
     "required": true, "records": "role",
     "choices": [{"id": "engineer", "text": "E", "help": "makes software"}, {"id": "other", "text": "O"}]},
    {"id": "tools", "kind": "tools", "text": "?", "categories": ["ci-cd-pipeline"], "depth": true, "other_tools": true, "records": "usage"},
    {"id": "years", "kind": "number", "text": "?", "least": -0.5, "most": 2.125, "whole": false, "dont_know": true},
    {"id": "note", "kind": "text", "text": "?", "longest": 80, "records": "comment", "not_applicable": true}]},
  {"id": "second", "title": "Two", "for_each": {"question": "tools", "most": 4},
   "shown_if": {"any": [{"question": "role", "is": ["engineer", "other"]}, {"not": {"question": "years", "at_least": 1.5}}]},
   "questions": [
    {"id": "gives", "kind": "scale", "text": "?", "steps": "good", "records": "tool-gives"},
    {"id": "why", "kind": "text", "text": "?", "shown_if": {"question": "gives", "at_most": 2}}]},
  {"id": "third", "title": "Three", "questions": [
    {"id": "need", "kind": "scale", "text": "?", "steps": ["a", "b", "c", "d", "e"], "records": "need", "persona": "researcher"}]}]})");
    EXPECT_EQ(read.id, "all-kinds");
    EXPECT_EQ(read.version, 3);
    EXPECT_EQ(read.purpose, Purpose::Team);
    EXPECT_EQ(read.minutes, 7);
    EXPECT_EQ(read.title.in("de"), "Titel");
    EXPECT_EQ(read.about.in("de"), "Same");
    ASSERT_THAT(read.sections, SizeIs(3));
    EXPECT_EQ(read.sections[0].about.in("de"), "B");
    EXPECT_EQ(read.sections[1].first, 4U);
    EXPECT_EQ(read.sections[1].count, 2U);
    EXPECT_EQ(read.sections[1].for_each, 1U);
    EXPECT_EQ(read.sections[1].for_each_most, 4U);
    ASSERT_TRUE(read.sections[1].shown_if);
    const Condition& any = *read.sections[1].shown_if;
    EXPECT_EQ(any.kind, Condition::Kind::Any);
    ASSERT_THAT(any.parts, SizeIs(2));
    EXPECT_EQ(any.parts[0].kind, Condition::Kind::Is);
    EXPECT_EQ(any.parts[0].question, 0U);
    EXPECT_THAT(any.parts[0].values, ElementsAre("engineer", "other"));
    ASSERT_THAT(any.parts[1].parts, SizeIs(1));
    EXPECT_EQ(any.parts[1].parts[0].kind, Condition::Kind::AtLeast);
    EXPECT_EQ(any.parts[1].parts[0].bound, 1.5);

    ASSERT_THAT(read.questions, SizeIs(7));
    const Question& role = read.questions[0];
    EXPECT_EQ(role.kind, QuestionKind::Single);
    EXPECT_EQ(role.records, Records::Role);
    EXPECT_TRUE(role.required);
    EXPECT_FALSE(role.dont_know || role.not_applicable);
    EXPECT_EQ(role.text.in("de"), "Rolle?");
    EXPECT_EQ(role.choices.at(0).help.in("en"), "makes software");
    EXPECT_TRUE(role.choices.at(1).help.empty());
    const Question& tools = read.questions[1];
    EXPECT_THAT(tools.categories, ElementsAre("ci-cd-pipeline"));
    EXPECT_TRUE(tools.with_depth && tools.other_tools);
    const Question& years = read.questions[2];
    EXPECT_EQ(years.least, -0.5);
    EXPECT_EQ(years.most, 2.125);
    EXPECT_FALSE(years.whole);
    EXPECT_TRUE(years.dont_know);
    EXPECT_EQ(read.questions[3].longest, 80U);
    EXPECT_TRUE(read.questions[3].not_applicable);
    EXPECT_EQ(read.questions[4].steps[2].in("de"), "drei");
    EXPECT_EQ(read.questions[4].section, 1U);
    EXPECT_EQ(read.questions[5].shown_if->question, 4U);
    EXPECT_EQ(read.questions[6].persona, Role::Researcher);
    EXPECT_EQ(read.find_question("years"), 2U);
    EXPECT_EQ(read.find_question("year"), std::nullopt);
    EXPECT_EQ(read.find_record(Records::Need), 6U);
    EXPECT_EQ(read.find_record(Records::Want), std::nullopt);
}

TEST(Definitions, LeavesOutWhatIsNotGiven) {
    const Definition read = parsed(with_questions(R"(
        {"id": "t", "kind": "text", "text": "?"}, {"id": "n", "kind": "number", "text": "?", "least": 0, "most": 9},
        {"id": "w", "kind": "tools", "text": "?"})"));
    EXPECT_EQ(read.questions[0].longest, 500U);
    EXPECT_TRUE(read.questions[1].whole);
    EXPECT_FALSE(read.questions[2].with_depth || read.questions[2].other_tools);
    EXPECT_EQ(read.minutes, 0);
    EXPECT_TRUE(read.about.empty());
}

TEST(Definitions, FallsBackOnTheFirstLanguage) {
    const LocalText text{{{"en", "colour"}, {"de", "Farbe"}, {"pt-BR", "cor"}}};
    EXPECT_EQ(text.in("de"), "Farbe");
    EXPECT_EQ(text.in("de-AT"), "Farbe");
    EXPECT_EQ(text.in("de-Latn-AT"), "Farbe");
    EXPECT_EQ(text.in("pt-BR"), "cor");
    EXPECT_EQ(text.in("pt"), "colour");
    EXPECT_EQ(text.in(""), "colour");
    EXPECT_EQ(LocalText().in("en"), "");
}

TEST(Definitions, DigestIgnoresLayoutOnly) {
    const std::string one = with_questions(tools_question);
    std::string spaced = one;
    spaced.insert(spaced.find("\"version\""), "  \n ");
    EXPECT_EQ(parsed(one).digest, parsed(spaced).digest);
    std::string changed = one;
    changed.replace(changed.find("T?"), 2, "U?");
    EXPECT_NE(parsed(one).digest, parsed(changed).digest);
}

TEST(Definitions, TellsAllProblemsOfTheHead) {
    const auto all = problems_of_definition(R"({"format": "assess/questionnaire/2",
 "id": "My Team",
 "version": 0,
 "purpose": "teams",
 "languages": ["en", "english", "en"],
 "title": {"de": "T"},
 "minutes": -1,
 "scales": {"Bad Name": ["1", "2", "3", "4"]},
 "colour": 1,
 "sections": []})");
    EXPECT_THAT(all, Contains(AllOf(at_line(1), says("assess/questionnaire/2"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(2), says("not well formed"), hints("hyphens"))));
    EXPECT_THAT(all, Contains(at_line(3)));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("'teams'"), hints("'team'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("'english' is no language"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("there twice"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("missing in 'en'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("'de' is none of"))));
    EXPECT_THAT(all, Contains(at_line(7)));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("these are 4"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("'Bad Name'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("colour"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("no sections"))));
    EXPECT_THAT(all, SizeIs(13));
}

TEST(Definitions, SaysWhatIsMissing) {
    EXPECT_THAT(problems_of_definition("{}"),
                SizeIs(7)); // format languages id version purpose title sections
    EXPECT_THAT(problems_of_definition("[]"), SizeIs(1));
    EXPECT_THAT(problems_of_definition(with_sections("{}")), SizeIs(3));  // id title questions
    EXPECT_THAT(problems_of_definition(with_questions("{}")), SizeIs(3)); // id text kind
}

TEST(Definitions, IdsAreUniqueAndWellFormed) {
    const auto all = problems_of_definition(with_sections(R"(
{"id": "s", "title": "S", "questions": [{"id": "a", "kind": "text", "text": "?"},
 {"id": "a", "kind": "text", "text": "?"},
 {"id": "a@b", "kind": "text", "text": "?"},
 {"id": "c", "kind": "single", "text": "?", "choices": [{"id": "x", "text": "X"},
  {"id": "x", "text": "X"}]}]},
{"id": "s", "title": "S", "questions": [{"id": "a", "kind": "text", "text": "?"}]})"));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("another question has the id 'a'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("'a@b' is not well formed"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("another choice has the id 'x'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("another section has the id 's'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("another question has the id 'a'"))));
    EXPECT_THAT(all, SizeIs(5));
}

TEST(Definitions, KindsHaveTheirOwnFields) {
    const auto all = problems_of_definition(with_questions(R"(
{"id": "a", "kind": "singl", "text": "?", "choices": [], "shown_if": {"question": "zzz", "is": []}},
{"id": "b", "kind": "single", "text": "?", "choices": []},
{"id": "c", "kind": "multiple", "text": "?"},
{"id": "d", "kind": "scale", "text": "?", "steps": "agreement"},
{"id": "e", "kind": "scale", "text": "?", "steps": ["1", "2", "3", "4", "5", "6"]},
{"id": "f", "kind": "number", "text": "?", "least": 5, "most": 1},
{"id": "g", "kind": "number", "text": "?", "least": 0.2, "most": 0.8},
{"id": "h", "kind": "number", "text": "?", "least": 0.0001, "most": 2e9},
{"id": "i", "kind": "text", "text": "?", "longest": 0},
{"id": "j", "kind": "text", "text": "?", "steps": [], "depth": true},
{"id": "k", "kind": "tools", "text": "?", "categories": ["ci-cd-pipline", "notebook"]},
{"id": "l", "kind": "text", "text": {"en": " ", "de": 3}, "help": ["x"]})"));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'singl'"), hints("'single'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("no choices"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("'choices' is missing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("no scale 'agreement'"), hints("scales"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("these are 6"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("no number fits"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("no whole number"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("more than three decimals"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("outside"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("longest"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(12), says("has no 'steps'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(12), says("has no 'depth'"))));
    EXPECT_THAT(all,
                Contains(AllOf(at_line(13), says("'ci-cd-pipline'"), hints("'ci-cd-pipeline'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("'notebook'")))); // of another edition
    EXPECT_THAT(all, Contains(AllOf(at_line(14), says("empty"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(14), says("a number"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(14), says("a list"))));
    EXPECT_THAT(all, SizeIs(17));
}

TEST(Definitions, RecordsFitTheirKindAndPlace) {
    const auto all = problems_of_definition(with_sections(R"(
{"id": "s", "title": "S", "questions": [
{"id": "a", "kind": "text", "text": "?", "records": "role"},
{"id": "b", "kind": "single", "text": "?", "records": "role", "choices": [{"id": "enginer", "text": "E"}]},
{"id": "c", "kind": "multiple", "text": "?", "records": "stages", "choices": [{"id": "deploy", "text": "D"}]},
{"id": "d", "kind": "scale", "text": "?", "records": "need", "steps": ["1","2","3","4","5"]},
{"id": "e", "kind": "text", "text": "?", "records": "comment", "persona": "engineer"},
{"id": "f", "kind": "text", "text": "?", "records": "coment"},
{"id": "g", "kind": "text", "text": "?", "records": "tool-name"},
{"id": "h", "kind": "scale", "text": "?", "records": "tool-gives", "steps": ["1","2","3","4","5"]},
{"id": "i", "kind": "text", "text": "?", "records": "team"},
{"id": "j", "kind": "text", "text": "?", "records": "team"},
{"id": "tools", "kind": "tools", "text": "?"}]},
{"id": "t", "title": "T", "for_each": {"question": "tools"}, "questions": [
{"id": "k", "kind": "scale", "text": "?", "records": "want", "persona": "engineer", "steps": ["1","2","3","4","5"]},
{"id": "l", "kind": "text", "text": "?", "records": "comment"}]})"));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("cannot record 'role'"), hints("single"))));
    EXPECT_THAT(all,
                Contains(AllOf(at_line(5), says("'enginer' is no role"), hints("'engineer'"))));
    EXPECT_THAT(all,
                Contains(AllOf(at_line(6), says("'deploy' is no stage"), hints("'deployment'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("says whose it is"), hints("persona"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("of a persona"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("no record 'coment'"), hints("'comment'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("does not belong"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("asked once for each tool"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("another question records 'team'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(16), says("cannot be asked once for each tool"))));
}

TEST(Definitions, ToolQuestionnairesRecordFactsOfATool) {
    std::string json = with_questions(R"(
{"id": "a", "kind": "single", "text": "?", "records": "artifact", "choices": [{"id": "models", "text": "M"}]},
{"id": "b", "kind": "multiple", "text": "?", "records": "covers", "choices": [{"id": "model-trainin", "text": "M"}]},
{"id": "c", "kind": "single", "text": "?", "records": "tool-category", "choices": [{"id": "ci-cd-pipeline", "text": "M"}]},
{"id": "d", "kind": "single", "text": "?", "records": "role", "choices": [{"id": "other", "text": "M"}]})");
    json.replace(json.find("\"team\""), 6, "\"tool\"");
    const auto all = problems_of_definition(json);
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("'models' is no artifact"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("no process"), hints("'model-training'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("does not belong"))));
    EXPECT_THAT(all, SizeIs(3));
}

TEST(Definitions, ConditionsLookBackAndFit) {
    const auto all = problems_of_definition(with_sections(
        R"({"id": "s", "title": "S", "questions": [)" + yes_or_no + "," + tools_question + R"(,
{"id": "a", "kind": "text", "text": "?", "shown_if": {"question": "later", "answered": true}},
{"id": "b", "kind": "text", "text": "?", "shown_if": {"question": "tols", "answered": true}},
{"id": "c", "kind": "text", "text": "?", "shown_if": {"question": "c", "answered": true}},
{"id": "d", "kind": "text", "text": "?", "shown_if": {"question": "yn", "has": ["yes"]}},
{"id": "e", "kind": "text", "text": "?", "shown_if": {"question": "yn", "is": ["yess"]}},
{"id": "f", "kind": "text", "text": "?", "shown_if": {"question": "tools", "has": ["gitt"]}},
{"id": "g", "kind": "text", "text": "?", "shown_if": {"question": "a", "at_least": 2}},
{"id": "h", "kind": "text", "text": "?", "shown_if": {"question": "yn"}},
{"id": "i", "kind": "text", "text": "?", "shown_if": {"question": "yn", "is": ["yes"], "answered": true}},
{"id": "j", "kind": "text", "text": "?", "shown_if": {"question": "yn", "answered": false}},
{"id": "k", "kind": "text", "text": "?", "shown_if": {"all": []}},
{"id": "l", "kind": "text", "text": "?", "shown_if": {"not": [{"question": "yn", "answered": true}]}},
{"id": "m", "kind": "text", "text": "?", "shown_if": {"question": "yn", "is": []}},
{"id": "n", "kind": "text", "text": "?", "shown_if": {"is": ["yes"]}},
{"id": "later", "kind": "scale", "text": "?", "steps": ["1","2","3","4","5"]},
{"id": "o", "kind": "text", "text": "?", "shown_if": {"question": "later", "at_least": 6}}]})"));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("looks ahead to 'later'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(4), says("no question 'tols'"), hints("'tools'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("looks ahead to 'c'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("whose kind is single"), hints("\"is\""))));
    EXPECT_THAT(all, Contains(AllOf(at_line(7), says("no choice 'yess'"), hints("'yes'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("no tool 'gitt'"), hints("'git'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("whose kind is text"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("does not say what"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("several things"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(12), says("only be true"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("no conditions inside"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(14), says("an object"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(15), says("names nothing"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(16), says("names no question"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(18), says("outside 1 to 5"))));
    EXPECT_THAT(all, SizeIs(15));
}

TEST(Definitions, SectionsLookBackToo) {
    const auto all = problems_of_definition(with_sections(
        R"({"id": "s", "title": "S", "shown_if": {"question": "yn", "answered": true}, "questions": [)" +
        yes_or_no + "," + tools_question + R"(]},
{"id": "each", "title": "E", "for_each": {"question": "tools"}, "shown_if": {"question": "each-why", "answered": true}, "questions": [
 {"id": "each-why", "kind": "text", "text": "?"}, {"id": "each-tools", "kind": "tools", "text": "?"}]},
{"id": "t", "title": "T", "for_each": {"question": "each-tools"}, "questions": [{"id": "x", "kind": "text", "text": "?",
 "shown_if": {"question": "each-why", "answered": true}}]},
{"id": "u", "title": "U", "for_each": {"question": "yn"}, "questions": [{"id": "y", "kind": "text", "text": "?"}]},
{"id": "v", "title": "V", "for_each": {"question": "v-tools"}, "questions": [{"id": "v-tools", "kind": "tools", "text": "?"}]},
{"id": "w", "title": "W", "for_each": {"question": "toools", "most": 51}, "questions": [{"id": "z", "kind": "text", "text": "?"}]})"));
    EXPECT_THAT(all, Contains(AllOf(at_line(2), says("looks ahead to 'yn'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(3), says("looks ahead to 'each-why'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("is itself asked once for each tool"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("has many answers"))));
    EXPECT_THAT(all,
                Contains(AllOf(at_line(7), says("'yn' is no question for tools"), hints("tools"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("looks ahead to 'v-tools'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("no question 'toools'"), hints("'tools'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("outside 1 to 50"))));
    EXPECT_THAT(all, SizeIs(8));
}

TEST(Definitions, RequiredQuestionsMayHaveAConditionAndLookWithinTheirTool) {
    const auto read = parsed(with_sections(R"({"id": "s", "title": "S", "questions": [)" +
                                           yes_or_no + "," + tools_question + R"(]},
{"id": "each", "title": "E", "for_each": {"question": "tools"}, "questions": [
 {"id": "a", "kind": "text", "text": "?"},
 {"id": "b", "kind": "text", "text": "?", "required": true, "shown_if": {"question": "a", "answered": true}}]})"));
    EXPECT_EQ(read.questions.back().shown_if->question, 2U);
}

std::string many(std::size_t count, const std::string& begin, const std::string& end) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += (i == 0 ? "" : ",") + begin + std::to_string(i) + end;
    }
    return all;
}

TEST(Definitions, SizesAreLimited) {
    const std::string text = R"(", "kind": "text", "text": "?"})";
    EXPECT_THAT(parsed(with_questions(many(500, R"({"id": "q)", text))).questions, SizeIs(500));
    EXPECT_THAT(problems_of_definition(with_questions(many(501, R"({"id": "q)", text))),
                ElementsAre(says("501 questions, and 500 is the most")));

    const std::string choice = R"({"id": "c", "kind": "single", "text": "?", "choices": [)";
    const std::string end = R"(", "text": "?"})";
    EXPECT_NO_THROW(parsed(with_questions(choice + many(200, R"({"id": "c)", end) + "]}")));
    EXPECT_THAT(
        problems_of_definition(with_questions(choice + many(201, R"({"id": "c)", end) + "]}")),
        ElementsAre(says("201 choices, and 200 is the most")));

    const std::string section = R"(", "title": "S", "questions": [{"id": "q)";
    std::string sections;
    for (int i = 0; i < 101; ++i) {
        const auto number = std::to_string(i);
        sections += (i == 0 ? "" : ",") + (R"({"id": "s)" + number) + section + number +
                    R"(", "kind": "text", "text": "?"}]})";
    }
    EXPECT_THAT(problems_of_definition(with_sections(sections)), ElementsAre(says("101 sections")));

    const auto each = [&](std::size_t count) {
        return with_sections(
            R"({"id": "s", "title": "S", "questions": [)" + tools_question +
            R"(]}, {"id": "e", "title": "E", "for_each": {"question": "tools", "most": 50}, "questions": [)" +
            many(count, R"({"id": "q)", text) + "]}");
    };
    EXPECT_NO_THROW(parsed(each(39))); // 1 + 39 * 50 = 1951
    EXPECT_THAT(problems_of_definition(each(40)),
                ElementsAre(says("2001 questions, counted once for each")));

    std::string condition = R"({"question": "yn", "answered": true})";
    for (int i = 0; i < 7; ++i) {
        condition = R"({"not": )" + condition + "}";
    }
    const auto asked_if = [](const std::string& shown_if) {
        return with_questions(yes_or_no +
                              R"(, {"id": "a", "kind": "text", "text": "?", "shown_if": )" +
                              shown_if + "}");
    };
    EXPECT_NO_THROW(parsed(asked_if(condition)));
    EXPECT_THAT(problems_of_definition(asked_if(R"({"not": )" + condition + "}")),
                ElementsAre(says("nested deeper than 8")));
    const std::string leaf = R"({"question": "yn", "answered": true})";
    std::string all = leaf;
    for (int i = 0; i < 60; ++i) {
        all += "," + leaf;
    }
    EXPECT_THAT(problems_of_definition(asked_if(R"({"all": [)" + all + "]}")),
                ElementsAre(says("more than 50 parts")));

    EXPECT_THAT(problems_of_definition(with_questions(R"({"id": "a", "kind": "text", "text": ")" +
                                                      std::string(2001, 'x') + "\"}")),
                ElementsAre(says("2001 characters")));
    EXPECT_THAT(problems_of_definition(std::string(4'000'001, ' ')),
                ElementsAre(says("4000001 bytes")));
}

TEST(Definitions, SyntaxErrorsHaveTheirLine) {
    EXPECT_THAT(problems_of_definition("{\n\"id\": 1,\n}"),
                ElementsAre(AllOf(at_line(2), says("comma"))));
    EXPECT_THAT(problems_of_definition("\xff\xfe"), ElementsAre(hints("UTF-8")));
}

TEST(Definitions, UnknownNamesGetTheClosest) {
    try {
        load_definition("taem", landscape());
        FAIL() << "was found";
    } catch (const InputError& error) {
        EXPECT_THAT(error.diagnostics(), ElementsAre(AllOf(says("'taem'"), hints("'team'"))));
    }
    EXPECT_THROW(load_definition("no/such/file.json", landscape()), InputError);
}

TEST(DefinitionSchema, RefusesWhatTheLoaderRefuses) {
    const JsonSchema schema("questionnaires/definitions/questionnaire.schema.json");
    const auto right = Json::parse(with_questions(yes_or_no));
    EXPECT_EQ(schema.objections(right), "");
    const auto question = [&](const std::string& fields) {
        return Json::parse(with_questions(R"({"id": "x", "text": "?", )" + fields + "}"));
    };
    EXPECT_EQ(schema.objections(question(R"("kind": "number", "least": 1, "most": 2)")), "");
    for (const char* wrong :
         {R"("kind": "texts")", R"("kind": "single")", R"("kind": "text", "choices": [])",
          R"("kind": "scale", "steps": ["1"])", R"("kind": "scale")", R"("kind": "number")",
          R"("kind": "text", "least": 1)", R"("kind": "text", "depth": true)",
          R"("kind": "text", "longest": 0)", R"("kind": "tools", "longest": 3)",
          R"("kind": "text", "colour": 1)", R"("kind": "text", "persona": "engineer")",
          R"("kind": "scale", "steps": "s", "records": "need")",
          R"("kind": "text", "shown_if": {"question": "a"})",
          R"("kind": "text", "shown_if": {"question": "a", "answered": false})",
          R"("kind": "text", "shown_if": {"all": []})"}) {
        EXPECT_NE(schema.objections(question(wrong)), "") << wrong;
        EXPECT_THROW(parsed(question(wrong).dump()), InputError) << wrong;
    }
}

} // namespace
} // namespace assess
