#include "model/landscape/load.hpp"
#include "tests/unit/model/landscape/sample_landscape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

namespace assess {
namespace {

using nlohmann::json;
using test::sample_landscape;
using test::with;
using test::without;
using testing::ElementsAre;
using testing::HasSubstr;

Diagnostics problems_of_landscape(const std::string& text) {
    try {
        parse_landscape(text, "f.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

TEST(ParseLandscape, ReadsEveryField) {
    const auto landscape = parse_landscape(sample_landscape().dump(), "f.json");
    EXPECT_EQ(landscape.edition, "test");
    EXPECT_EQ(landscape.title, "A test");
    EXPECT_EQ(landscape.source, "made up");
    ASSERT_EQ(landscape.categories.size(), 2U);
    EXPECT_EQ(landscape.categories[0].quadrant, Quadrant::SpecializedMlTools);
    EXPECT_EQ(landscape.categories[0].ring, Ring::Trial);
    EXPECT_EQ(landscape.categories[0].gives, "a place to try things");
    ASSERT_EQ(landscape.stages.size(), 2U);
    EXPECT_EQ(landscape.stages[0].loop, "model");
    EXPECT_THAT(landscape.stages[0].next, ElementsAre(1U)); // a stage that comes later

    ASSERT_EQ(landscape.tools.size(), 3U); // sorted by id
    const auto& colab = landscape.tools[0];
    EXPECT_EQ(colab.id, "colab");
    EXPECT_THAT(colab.aliases, ElementsAre("Google Colab"));
    EXPECT_THAT(colab.categories, ElementsAre(0U, 1U));
    EXPECT_EQ(colab.placement->point, (Point{1, -1}));
    EXPECT_EQ(colab.placement->tolerance, 0);
    EXPECT_EQ(colab.status.kind, ToolStatus::Renamed);
    EXPECT_EQ(colab.status.year, 2023);
    EXPECT_EQ(colab.status.note, "Has another name now.");
    const auto& jenkins = landscape.tools[1];
    EXPECT_EQ(jenkins.placement->point, (Point{-0.5, -0.25}));
    EXPECT_EQ(jenkins.placement->tolerance, 0.05);
    EXPECT_EQ(jenkins.placement->rationale, "Builds software.");
    EXPECT_THAT(jenkins.on, ElementsAre(Diagonal::Orchestration));
    EXPECT_THAT(jenkins.stages, ElementsAre(1U));
    EXPECT_EQ(jenkins.status.kind, ToolStatus::Active);
    EXPECT_EQ(jenkins.homepage, "https://example.org/");
    EXPECT_FALSE(landscape.tools[2].placement);
    EXPECT_EQ(landscape.find("google-colab"), 0U);
}

/// One thing wrong in the sample, and what is said of it.
struct Wrong {
    const char* name;
    std::string text;
    const char* where;
    const char* what;
    const char* hint;
};

class WrongLandscape : public testing::TestWithParam<Wrong> {};

TEST_P(WrongLandscape, IsRefusedWithItsPlace) {
    const auto& wrong = GetParam();
    const auto problems = problems_of_landscape(wrong.text);
    ASSERT_EQ(problems.size(), 1U) << wrong.text;
    EXPECT_EQ(problems[0].place.where, wrong.where);
    EXPECT_GT(problems[0].place.line, 0U);
    EXPECT_THAT(problems[0].what, HasSubstr(wrong.what));
    EXPECT_THAT(problems[0].hint, HasSubstr(wrong.hint));
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongLandscape,
    testing::Values(
        Wrong{"NotAnObject", "[]", "", "expected an object", ""},
        Wrong{"NoFormat", without("/format"), "/format", "missing", "assess/landscape/1"},
        Wrong{"OtherFormat", with("/format", "assess/policy/1"), "/format", "assess/policy/1", ""},
        Wrong{"NoEdition", without("/edition"), "/edition", "missing", ""},
        Wrong{"NoTools", without("/tools"), "/tools", "no tools", "Add"},
        Wrong{"EmptyTools", with("/tools", json::array()), "/tools", "no tools", "Add"},
        Wrong{"ToolsNoList", with("/tools", 5), "/tools", "list of objects", ""},
        Wrong{"ToolNoObject", with("/tools/2", "x"), "/tools/2", "expected an object", ""},
        Wrong{"UnknownField", with("/tols", 1), "/tols", "no field 'tols'", "'tools'"},
        Wrong{"UnknownToolField", with("/tools/0/alias", json::array()), "/tools/0/alias",
              "no field 'alias'", "'aliases'"},
        Wrong{"NoId", without("/tools/2/id"), "/tools/2/id", "missing", ""},
        Wrong{"NoName", without("/tools/2/name"), "/tools/2/name", "missing", ""},
        Wrong{"BadId", with("/tools/2/id", "Un Placed"), "/tools/2/id", "cannot be an id",
              "lower-case"},
        Wrong{"HyphenFirst", with("/tools/2/id", "-x"), "/tools/2/id", "cannot be an id", ""},
        Wrong{"HugeId", with("/tools/2/id", std::string(65, 'a')), "/tools/2/id", "cannot be an id",
              "at most 64"},
        Wrong{"DuplicateId", with("/tools/2/id", "colab"), "/tools/2/id",
              "used twice; first at /tools/1", ""},
        Wrong{"DuplicateCategory", with("/categories/-", json::parse(R"({"id": "ci-cd",
              "name": "x", "quadrant": "standard-swe-tools", "ring": "hold"})")),
              "/categories/2/id", "used twice; first at /categories/1", ""},
        Wrong{"SharedAlias", with("/tools/2/aliases", json::array({"GOOGLE COLAB"})),
              "/tools/2/aliases/0", "already a spelling of 'colab'", "Remove it"},
        Wrong{"SharedName", with("/tools/2/name", "Jen-kins"), "/tools/2/name",
              "already a spelling of 'jenkins'", ""},
        Wrong{"BlankAlias", with("/tools/2/aliases", json::array({" - "})), "/tools/2/aliases/0",
              "no letter or digit", ""},
        Wrong{"HugeAlias", with("/tools/2/aliases", json::array({std::string(2'000'000, 'a')})),
              "/tools/2/aliases/0", "2000000 characters", ""},
        Wrong{"AliasWithLineBreak", with("/tools/2/aliases", json::array({"a\nb"})),
              "/tools/2/aliases/0", "control character", ""},
        Wrong{"NameWithEscape", with("/tools/2/name", "\x1B[31mred"), "/tools/2/name",
              "control character", ""},
        Wrong{"UnknownCategory", with("/tools/2/categories", json::array({"notebok"})),
              "/tools/2/categories/0", "no category 'notebok'", "'notebook'"},
        Wrong{"NoCategory", without("/tools/2/categories"), "/tools/2/categories", "no category",
              "notebook or ci-cd"},
        Wrong{"EmptyCategories", with("/tools/2/categories", json::array()), "/tools/2/categories",
              "no category", ""},
        Wrong{"UnknownStage", with("/tools/0/stages", json::array({"trainin"})),
              "/tools/0/stages/0", "no stage 'trainin'", "'training'"},
        Wrong{"UnknownNextStage", with("/stages/0/next", json::array({"end"})), "/stages/0/next/0",
              "no stage 'end'", "training or deployment"},
        Wrong{"UnknownLoop", with("/stages/0/loop", "models"), "/stages/0/loop", "'models'",
              "'model'"},
        Wrong{"UnknownDiagonal", with("/tools/0/diagonals", json::array({"bilding"})),
              "/tools/0/diagonals/0", "no diagonal", "'building'"},
        Wrong{"UnknownQuadrant", with("/categories/0/quadrant", "cloud"), "/categories/0/quadrant",
              "'cloud'", "'cloud-platforms'"},
        Wrong{"UnknownRing", with("/categories/0/ring", "adapt"), "/categories/0/ring", "'adapt'",
              "'adopt'"},
        Wrong{"NoRing", without("/categories/0/ring"), "/categories/0/ring", "missing", ""},
        Wrong{"OutsideX", with("/tools/0/position/x", 1.5), "/tools/0/position/x",
              "outside -1 to 1", ""},
        Wrong{"OutsideY", with("/tools/0/position/y", -1.0000001), "/tools/0/position/y",
              "outside -1 to 1", ""},
        Wrong{"NoY", without("/tools/0/position/y"), "/tools/0/position/y", "missing", "-1 to 1"},
        Wrong{"TextX", with("/tools/0/position/x", "0.5"), "/tools/0/position/x",
              "must be a number", "without quotes"},
        Wrong{"NegativeTolerance", with("/tools/0/position/tolerance", -0.1),
              "/tools/0/position/tolerance", "outside 0 to 1", ""},
        Wrong{"HugeTolerance", with("/tools/0/position/tolerance", 2),
              "/tools/0/position/tolerance", "outside 0 to 1", ""},
        Wrong{"NoTolerance", without("/tools/0/position/tolerance"), "/tools/0/position/tolerance",
              "missing", ""},
        Wrong{"PositionNoObject", with("/tools/0/position", json::array({0, 0})),
              "/tools/0/position", "expected an object", ""},
        Wrong{"UnknownStatus", with("/tools/0/status", "retired"), "/tools/0/status", "'retired'",
              "active"},
        Wrong{"StatusNumber", with("/tools/0/status", 3), "/tools/0/status", "\"active\" or", ""},
        Wrong{"StatusKind", with("/tools/1/status/kind", "renmed"), "/tools/1/status/kind",
              "'renmed'", "'renamed'"},
        Wrong{"StatusNoKind", without("/tools/1/status/kind"), "/tools/1/status/kind", "missing",
              "retired"},
        Wrong{"StatusYear", with("/tools/1/status/year", 23), "/tools/1/status/year",
              "outside 1950", ""},
        Wrong{"StatusYearFraction", with("/tools/1/status/year", 2023.5), "/tools/1/status/year",
              "no whole number", ""},
        Wrong{"Homepage", with("/tools/0/homepage", "javascript:alert(1)"), "/tools/0/homepage",
              "no address", "https://"},
        Wrong{"RubricArtifact", with("/tools/0/rubric", {{"artifact", "cheese"}}),
              "/tools/0/rubric/artifact", "'cheese'", ""},
        Wrong{"RubricNoArtifact", with("/tools/0/rubric", json::object()),
              "/tools/0/rubric/artifact", "missing", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ParseLandscape, ReportsAllProblemsInTheOrderOfTheText) {
    const std::string text = R"({
  "format": "assess/landscape/1",
  "editon": "x",
  "categories": [{"id": "a", "name": "A", "quadrant": "cloud-platforms", "ring": "adopt"}],
  "tools": [
    {"id": "one", "name": "One", "categories": ["b"], "position": {"x": 2, "y": 0, "tolerance": 0}},
    {"id": "one", "name": "Two", "categories": ["a"]}
  ]
})";
    const auto problems = problems_of_landscape(text);
    std::vector<std::pair<std::size_t, std::string>> places;
    for (const auto& problem : problems) {
        EXPECT_EQ(problem.place.file, "f.json");
        places.emplace_back(problem.place.line, problem.place.where);
    }
    using P = std::pair<std::size_t, std::string>;
    EXPECT_THAT(places,
                ElementsAre(P{1, "/edition"}, P{3, "/editon"}, P{6, "/tools/0/categories/0"},
                            P{6, "/tools/0/position/x"}, P{7, "/tools/1/id"}));
}

TEST(ParseLandscape, RefusesBrokenText) {
    EXPECT_THAT(problems_of_landscape("").at(0).what, HasSubstr("empty"));
    EXPECT_THAT(problems_of_landscape("{\"tools\": [{\"x\": NaN}]}").at(0).what, HasSubstr("NaN"));
    EXPECT_THAT(problems_of_landscape("{\"tools\": [{\"x\": 1e400}]}").at(0).what,
                HasSubstr("too large"));
    EXPECT_THAT(problems_of_landscape("{\"a\": 1, \"a\": 2}").at(0).what, HasSubstr("already has"));
    EXPECT_THAT(problems_of_landscape("{\"title\": \"\xFF\"}").at(0).hint, HasSubstr("UTF-8"));
    EXPECT_THAT(problems_of_landscape(std::string(100'000, '[')).at(0).what, HasSubstr("deep"));
}

TEST(ParseLandscape, AllowsAnAliasThatRepeatsTheToolsOwnName) {
    EXPECT_TRUE(
        problems_of_landscape(with("/tools/1/aliases", json::array({"colab", "COLAB"}))).empty());
}

TEST(Digest, ChangesWithEveryFact) {
    const auto digest = [](const std::string& text) { return parse_landscape(text, "f").digest; };
    const auto original = digest(sample_landscape().dump());
    EXPECT_THAT(original, testing::StartsWith("fnv1a64:"));
    EXPECT_EQ(original.size(), std::string("fnv1a64:").size() + 16);
    for (const auto& [pointer, value] : std::vector<std::pair<std::string, json>>{
             {"/edition", "other"},
             {"/title", "other"},
             {"/source", "other"},
             {"/categories/0/name", "other"},
             {"/categories/0/quadrant", "cloud-platforms"},
             {"/categories/0/ring", "hold"},
             {"/categories/0/gives", "other"},
             {"/stages/0/name", "other"},
             {"/stages/0/loop", "both"},
             {"/stages/0/next", json::array()},
             {"/tools/0/id", "other"},
             {"/tools/0/name", "other"},
             {"/tools/0/aliases", json::array({"other"})},
             {"/tools/0/categories", json::array({"notebook"})},
             {"/tools/0/position/x", -0.5000000001},
             {"/tools/0/position/y", 0},
             {"/tools/0/position/tolerance", 0.06},
             {"/tools/0/position/source", "other"},
             {"/tools/0/position/rationale", "other"},
             {"/tools/0/diagonals", json::array({"building"})},
             {"/tools/0/stages", json::array({"training"})},
             {"/tools/0/rubric", {{"artifact", "application"}}},
             {"/tools/0/homepage", "https://example.com/"},
             {"/tools/1/status/kind", "retired"},
             {"/tools/1/status/year", 2024},
             {"/tools/1/status/note", "other"}}) {
        EXPECT_NE(digest(with(pointer, value)), original) << pointer;
    }
}

TEST(Digest, DoesNotChangeWithTheWayOfWriting) {
    auto document = sample_landscape();
    const auto original = parse_landscape(document.dump(), "f").digest;
    std::mt19937 random(64);
    for (int run = 0; run < 20; ++run) {
        // Not std::shuffle: what it does with a generator differs between platforms.
        for (auto* list :
             {&document["tools"], &document["categories"], &document["tools"][0]["categories"]}) {
            for (std::size_t i = list->size(); i > 1; --i) {
                std::swap((*list)[i - 1], (*list)[random() % i]);
            }
        }
        EXPECT_EQ(parse_landscape(document.dump(static_cast<int>(random() % 4)), "f").digest,
                  original);
    }
    auto written = with("/tools/0/position/x", -0.5);
    written.replace(written.find("-0.5"), 4, "-5.0e-1");
    EXPECT_EQ(parse_landscape(written, "f").digest, original);
    EXPECT_EQ(parse_landscape(with("/tools/1/position/tolerance", -0.0), "f").digest, original);
}

TEST(BuiltIn, HasTheEditions) {
    EXPECT_THAT(built_in_editions(), ElementsAre("current", "2021"));
    for (const auto edition : built_in_editions()) {
        EXPECT_EQ(built_in_landscape(edition).edition, edition);
    }
    EXPECT_EQ(built_in_landscape("2021").tools.size(), 45U);
}

TEST(BuiltIn, NamesTheEditionsWhereOneIsUnknown) {
    try {
        built_in_landscape("2020");
        FAIL() << "expected an error";
    } catch (const InputError& error) {
        EXPECT_THAT(error.diagnostics().at(0).what, HasSubstr("'2020'"));
        EXPECT_THAT(error.diagnostics().at(0).hint, HasSubstr("current or 2021"));
    }
}

} // namespace
} // namespace assess
