#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "model/landscape/save.hpp"
#include "questionnaires/collected/placed_tool.hpp"
#include "questionnaires/definitions/load.hpp"
#include "tests/unit/questionnaires/collected/collected.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

namespace assess {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Definition& questions() {
    static const Definition definition = load_definition("place-a-tool", current());
    return definition;
}

AnswerMap answers() {
    return {{"name", TextAnswer{"Made-up Tracker"}},
            {"homepage", TextAnswer{"https://tracker.example"}},
            {"category", ChoiceAnswer{"experimentation-platform"}},
            {"artifact", ChoiceAnswer{"experiment"}},
            {"covers", ChoicesAnswer{{"model-evaluation", "versioning"}}}};
}

AnswerMap with(std::string_view key, Answer answer) {
    auto all = answers();
    all.insert_or_assign(std::string(key), std::move(answer));
    return all;
}

Tool placed(const AnswerMap& given, const Landscape& landscape = current()) {
    return placed_tool(given, questions(), landscape, "a.json");
}

Diagnostics problems(const AnswerMap& given, const Landscape& landscape = current()) {
    try {
        static_cast<void>(placed(given, landscape));
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

TEST(PlacedTool, StandsWhereTheRubricPutsIt) {
    const auto tool = placed(answers());
    EXPECT_EQ(tool.id, "made-up-tracker");
    EXPECT_EQ(tool.name, "Made-up Tracker");
    EXPECT_EQ(tool.homepage, "https://tracker.example");
    ASSERT_TRUE(tool.placement);
    // By hand: x = -0.81 + 0.19 * 7 = 0.52; y = 0.73 * ln(2 / 3.5) = 0.73 * -0.55962 = -0.40852.
    EXPECT_DOUBLE_EQ(tool.placement->point.x, 0.52);
    EXPECT_DOUBLE_EQ(tool.placement->point.y, -0.409);
    EXPECT_DOUBLE_EQ(tool.placement->tolerance, 0.25);
    EXPECT_EQ(tool.placement->source, "rubric");
    EXPECT_THAT(tool.placement->rationale, HasSubstr("model-evaluation and versioning"));
    ASSERT_EQ(tool.stages.size(), 1U); // versioning is no stage
    EXPECT_EQ(current().stages[tool.stages[0]].id, "model-evaluation");
    ASSERT_EQ(tool.categories.size(), 1U);
    EXPECT_EQ(current().categories[tool.categories[0]].id, "experimentation-platform");
}

TEST(PlacedTool, OfTheEditionsOwnToolIsTheEditionsEntry) {
    // Every tool of the edition that the rubric placed, taken out and put in again by its facts:
    // the same place, stages and, where it has one category, diagonals.
    std::size_t compared = 0;
    for (const auto& tool : current().tools) {
        if (tool.placement->source != "rubric" || tool.categories.size() != 1) {
            continue;
        }
        auto given = answers();
        given.insert_or_assign("name", TextAnswer{tool.name + " again"});
        given.insert_or_assign("category",
                               ChoiceAnswer{current().categories[tool.categories[0]].id});
        given.insert_or_assign("artifact", ChoiceAnswer{tool.rubric->artifact});
        given.insert_or_assign("covers", ChoicesAnswer{tool.rubric->covers});
        const auto again = placed(given);
        EXPECT_EQ(again.placement->point, tool.placement->point) << tool.id;
        EXPECT_EQ(again.stages, tool.stages) << tool.id;
        EXPECT_EQ(again.on, tool.on) << tool.id;
        ++compared;
    }
    EXPECT_GT(compared, 300U);
}

TEST(PlacedTool, IsAnOverlayThatTheLandscapeTakes) {
    const std::array tools{placed(answers())};
    const auto overlay = overlay_as_json(tools, current());
    const auto check = check_landscape(overlay, "overlay.json", &current());
    EXPECT_THAT(check.errors, IsEmpty());
    EXPECT_THAT(check.warnings, IsEmpty());
    ASSERT_TRUE(check.landscape);
    EXPECT_EQ(check.landscape->tools.size(), current().tools.size() + 1);
    const auto found = check.landscape->find("made up tracker");
    ASSERT_TRUE(found);
    const auto& tool = check.landscape->tools[*found];
    EXPECT_EQ(tool.placement->point, tools[0].placement->point);
    EXPECT_EQ(tool.on, tools[0].on);
    EXPECT_EQ(tool.rubric->covers, tools[0].rubric->covers);
}

TEST(PlacedTool, ThatCoversNothingStandsAtTheLowerEdge) {
    const auto tool = placed(with("covers", ChoicesAnswer{}));
    // 0.73 * ln(1 / 3.5) = 0.73 * -1.25276 = -0.91452
    EXPECT_DOUBLE_EQ(tool.placement->point.y, -0.915);
    EXPECT_THAT(tool.stages, IsEmpty());
}

TEST(PlacedTool, GetsAnIdOfItsOwn) {
    EXPECT_EQ(placed(with("name", TextAnswer{"工具"})).id, "tool");
    // Its id would be "git", which is another tool's.
    EXPECT_EQ(placed(with("name", TextAnswer{"Git 工"})).id, "git-2");
    EXPECT_EQ(placed(with("name", TextAnswer{"  Spaced  "})).name, "Spaced");
}

TEST(PlacedTool, FillsInAToolThatTheLandscapeHasWithoutAPlace) {
    const auto landscape =
        overlay_landscape(current(), R"({"format": "assess/landscape/1", "tools": [{"id": "tracker",
            "name": "Made-up Tracker", "aliases": ["MUT"], "categories": ["database"]}]})",
                          "overlay.json");
    const auto tool = placed(answers(), landscape);
    EXPECT_EQ(tool.id, "tracker");
    EXPECT_THAT(tool.aliases, ElementsAre("MUT"));
    EXPECT_EQ(landscape.categories[tool.categories.at(0)].id, "experimentation-platform");
}

TEST(PlacedTool, MendsAnAddressWithoutItsBeginning) {
    EXPECT_EQ(placed(with("homepage", TextAnswer{" tracker.example "})).homepage,
              "https://tracker.example");
    EXPECT_EQ(placed(with("homepage", NoAnswer::Skipped)).homepage, "");
}

TEST(PlacedTool, IsRefusedWithEverythingThatIsMissing) {
    const auto found = problems({{"homepage", TextAnswer{"ask Pat"}}});
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[0].place.where, "name");
    EXPECT_EQ(found[1].place.where, "homepage");
    EXPECT_EQ(found[2].place.where, "category");
    EXPECT_EQ(found[3].place.where, "artifact");
    EXPECT_EQ(found[4].place.where, "covers");
    for (const auto& problem : found) {
        EXPECT_EQ(problem.place.file, "a.json");
        EXPECT_FALSE(problem.hint.empty());
    }
}

TEST(PlacedTool, IsRefusedWhereItCannotBe) {
    const auto one = [](std::string_view key, Answer answer) {
        const auto found = problems(with(key, std::move(answer)));
        return found.size() == 1 ? to_string(found[0]) : std::to_string(found.size());
    };
    EXPECT_THAT(one("name", TextAnswer{"MLflow"}), HasSubstr("assess landscape show mlflow"));
    EXPECT_THAT(one("name", TextAnswer{"..."}), HasSubstr("cannot be the name"));
    EXPECT_THAT(one("name", TextAnswer{"a\x1b[31m"}), HasSubstr("cannot be the name"));
    EXPECT_THAT(one("name", TextAnswer{std::string(300, 'a')}), HasSubstr("cannot be the name"));
    EXPECT_THAT(one("homepage", TextAnswer{"ftp://tracker.example"}), HasSubstr("no address"));
    EXPECT_THAT(one("homepage", TextAnswer{"javascript:alert(1)//://."}), HasSubstr("no address"));
    EXPECT_THAT(one("category", ChoiceAnswer{"databases"}), HasSubstr("Closest: database."));
}

TEST(PlacedTool, NeedsALandscapeWithItsCategory) {
    const auto found =
        problems(with("category", ChoiceAnswer{"database"}), built_in_landscape("2021"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].what, HasSubstr("the landscape '2021' has no category"));
}

} // namespace
} // namespace assess
