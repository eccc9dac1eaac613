// Mappings: what the parser refuses, and that the built-in ones are right.
#include "model/landscape/load.hpp"
#include "questionnaires/read_answers.hpp"
#include "questionnaires/surveys/mapping.hpp"
#include "tests/support/json_schema.hpp"
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
using testing::SizeIs;

Diagnostics problems_of(std::string_view json) {
    try {
        parse_mapping(json, "map.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    ADD_FAILURE() << "was accepted:\n" << json;
    return {};
}

/// Whether the JSON is right by the schema file; what is wrong, else.
std::string against_schema(const nlohmann::json& json, const std::string& schema_file) {
    return JsonSchema("questionnaires/" + schema_file).objections(json);
}

TEST(Mapping, TellsAllProblemsWithTheirLines) {
    const Diagnostics all = problems_of(R"({"format": "assess/mapping/1", "title": "T",
 "header_rows": 2, "names_row": 3,
 "delimiter": "|",
 "role": {"column": "Q5", "values": {
    "A": "enginer",
    "B": 3}},
 "blocks": [
  {"id": "a", "kind": "lists", "columns": ["x"]},
  {"id": "a", "kind": "flags", "columns": [], "option_from": "cell"},
  {"id": "b", "kind": "list", "columns": ["x"], "depth": "often", "depths": {}},
  {"id": "c", "kind": "depths", "columns": ["x"], "separator": ";"},
  {"id": "d", "kind": "option-columns", "columns": ["x"], "option_from": "text",
   "options": {"W&B": "wandb", "w & b": "docker", "X": 7}, "optoins": {}}
 ]})");
    EXPECT_THAT(all, Contains(at_line(2)));
    EXPECT_THAT(all, Contains(at_line(3)));
    EXPECT_THAT(all, Contains(AllOf(at_line(5), says("'enginer' is no role"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(6), says("a number"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(8), says("lists"), hints("list"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(9), says("do not name the option"))));
    EXPECT_THAT(all, Contains(says("two blocks have the id 'a'")));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("'often' is no depth"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(10), says("only a block of kind 'depths'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("needs a table of depths"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(11), says("only a list has a separator"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(12), says("no 'texts_row'"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("mapped twice"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("must be a tool"))));
    EXPECT_THAT(all, Contains(AllOf(at_line(13), says("optoins"))));
}

TEST(Mapping, NeedsARoleAndBlocks) {
    EXPECT_THAT(problems_of(R"({"format": "assess/mapping/1", "title": "T"})"),
                AllOf(Contains(says("where the role comes from")), Contains(says("no blocks"))));
    EXPECT_THAT(problems_of(R"({"format": "assess/mapping/1", "title": "T",
        "role": {"column": "a"}, "blocks": [{"id": "x", "kind": "list", "columns": ["y"]}]})"),
                ElementsAre(says("one column or from several")));
    EXPECT_THAT(problems_of(R"({"format": "assess/mapping/1", "title": "T",
        "role": {"columns": {"a": "engineer"}},
        "blocks": [{"id": "x", "kind": "list", "columns": ["y"], "depth": "wanted"}]})"),
                ElementsAre(says("every block is of wishes")));
    EXPECT_THAT(problems_of("[]"), SizeIs(testing::Ge(1)));
    EXPECT_THAT(problems_of("{"), SizeIs(1));
}

TEST(Mapping, AnUnknownNameIsAnsweredWithTheBuiltInOnes) {
    try {
        load_mapping("kagle-2021");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_THAT(error.diagnostics(),
                    ElementsAre(AllOf(says("'kagle-2021'"), hints("kaggle-2021"))));
    }
    EXPECT_THROW(load_mapping("./nowhere.json"), InputError);
}

class BuiltInMapping : public testing::TestWithParam<std::string> {};

TEST_P(BuiltInMapping, IsValidByTheSchemaAndKnowsItsTools) {
    const auto json = nlohmann::json::parse(built_in_mapping(GetParam()));
    EXPECT_EQ(against_schema(json, "surveys/mapping.schema.json"), "");
    const Mapping mapping = load_mapping(GetParam());
    EXPECT_TRUE(mapping.built_in);
    const Landscape landscape = built_in_landscape("current");
    std::size_t tools = 0;
    for (const MappedBlock& block : mapping.blocks) {
        for (const MappedOption& option : block.options) {
            if (!option.tool.empty()) {
                const auto tool = landscape.find(option.tool);
                ASSERT_TRUE(tool) << option.tool;
                EXPECT_EQ(landscape.tools[*tool].id, option.tool) << "mappings name ids";
                ++tools;
            }
        }
    }
    EXPECT_GT(tools, 20U);
}

INSTANTIATE_TEST_SUITE_P(All, BuiltInMapping, testing::ValuesIn([] {
                             std::vector<std::string> names;
                             for (const auto name : built_in_mappings()) {
                                 names.emplace_back(name);
                             }
                             return names;
                         }()),
                         [](const auto& tested) {
                             std::string name = tested.param;
                             for (char& c : name) {
                                 c = c == '-' ? '_' : c;
                             }
                             return name;
                         });

TEST(BuiltInMappings, AreTheFourThatTheReadmeNames) {
    EXPECT_THAT(built_in_mappings(),
                ElementsAre("jupyter-2020", "kaggle-2020", "kaggle-2021", "stackoverflow-2025"));
}

TEST(Schemas, RefuseWhatTheParsersRefuse) {
    const auto mapping = nlohmann::json::parse(built_in_mapping("jupyter-2020"));
    auto wrong = mapping;
    wrong["blocks"][0]["kind"] = "lists";
    EXPECT_NE(against_schema(wrong, "surveys/mapping.schema.json"), "");
    wrong = mapping;
    wrong["optoins"] = nlohmann::json::object();
    EXPECT_NE(against_schema(wrong, "surveys/mapping.schema.json"), "");
    const auto roster = nlohmann::json::parse(R"({"format": "assess/roster/1", "respondents": [
        {"role": "engineer", "tools": ["Git", {"tool": "Docker", "depth": "daily"}]}]})");
    EXPECT_EQ(against_schema(roster, "rosters/roster.schema.json"), "");
    EXPECT_NE(against_schema(nlohmann::json::parse(R"({"format": "assess/roster/1",
        "respondents": [{"tools": 7}]})"),
                             "rosters/roster.schema.json"),
              "");
}

} // namespace
} // namespace assess
