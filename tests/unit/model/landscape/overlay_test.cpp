#include "model/landscape/load.hpp"
#include "tests/unit/model/landscape/sample_landscape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace assess {
namespace {

using nlohmann::json;
using test::sample_landscape;
using test::with;
using testing::ElementsAre;
using testing::HasSubstr;

Landscape base() {
    return parse_landscape(sample_landscape().dump(), "base");
}

std::string overlay(const std::string& fields) {
    return "{\"format\": \"assess/landscape/1\",\n" + fields + "}";
}

Diagnostics problems_of_overlay(const std::string& text) {
    const auto landscape = base();
    try {
        overlay_landscape(landscape, text, "o.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

TEST(Overlay, OverridesSingleFields) {
    const auto before = base();
    const auto after =
        overlay_landscape(before, overlay(R"("tools": [{"id": "jenkins", "position": {"x": 0.25}},
                                     {"id": "colab", "aliases": ["Colaboratory"],
                                      "status": {"kind": "retired"}}])"),
                          "o.json");
    ASSERT_EQ(after.tools.size(), 3U);
    const auto& jenkins = after.tools[1];
    EXPECT_EQ(jenkins.placement->point, (Point{0.25, -0.25})); // y is the base's
    EXPECT_EQ(jenkins.placement->tolerance, 0.05);
    EXPECT_EQ(jenkins.placement->rationale, "Builds software.");
    EXPECT_EQ(jenkins.name, "Jenkins");
    const auto& colab = after.tools[0];
    EXPECT_THAT(colab.aliases, ElementsAre("Colaboratory")); // lists as a whole
    EXPECT_EQ(after.find("Google Colab"), std::nullopt);
    EXPECT_EQ(after.find("colaboratory"), 0U);
    EXPECT_EQ(colab.status.kind, ToolStatus::Retired);
    EXPECT_EQ(colab.status.year, std::nullopt); // a status is one fact
    EXPECT_EQ(after.edition, "test+overlay");
    EXPECT_NE(after.digest, before.digest);
    EXPECT_EQ(before.tools[1].placement->point, (Point{-0.5, -0.25}));
}

TEST(Overlay, AMovedToolDoesNotKeepItsSourceForItself) {
    const auto source_of = [](const std::string& position) {
        const auto text = overlay(R"("tools": [{"id": "jenkins", "position": )" + position + "}]");
        return overlay_landscape(base(), text, "o.json").tools[1].placement->source;
    };
    const auto before = base().tools[1].placement->source;
    EXPECT_EQ(source_of(R"({"x": 0.25})"), before + "; moved by an overlay");
    EXPECT_EQ(source_of(R"({"x": 0.25, "source": "us"})"), "us");
    EXPECT_EQ(source_of(R"({"tolerance": 0.3})"), before);
    EXPECT_EQ(source_of(R"({"x": -0.5})"), before) << "not moved at all";
}

TEST(Overlay, AddsToolsCategoriesAndStages) {
    const auto after = overlay_landscape(base(), overlay(R"("edition": "ours",
          "categories": [{"id": "in-house", "name": "In-house", "quadrant": "cloud-platforms",
                          "ring": "hold"}, {"id": "ci-cd", "ring": "trial"}],
          "stages": [{"id": "review", "name": "Review", "next": ["training"]}],
          "tools": [{"id": "a-farm", "name": "Our farm", "categories": ["in-house", "ci-cd"],
                     "stages": ["review"]}])"),
                                         "o.json");
    EXPECT_EQ(after.edition, "ours");
    ASSERT_EQ(after.categories.size(), 3U);
    EXPECT_EQ(after.categories[1].ring, Ring::Trial);
    EXPECT_EQ(after.categories[1].name, "CI/CD");
    ASSERT_EQ(after.tools.size(), 4U);
    EXPECT_EQ(after.tools[0].id, "a-farm"); // sorted in
    EXPECT_THAT(after.tools[0].categories, ElementsAre(2U, 1U));
    EXPECT_THAT(after.tools[0].stages, ElementsAre(2U));
    EXPECT_EQ(after.find("our farm"), 0U);
    EXPECT_EQ(after.find("colab"), 1U);
}

TEST(Overlay, GivesAnUnplacedToolAPlace) {
    const auto after = overlay_landscape(
        base(), overlay(R"("tools": [{"id": "unplaced", "position": {"x": 0, "y": 0.5,
                                      "tolerance": 0.1}}])"),
        "o.json");
    EXPECT_EQ(after.tools[2].placement->point, (Point{0, 0.5}));
}

TEST(Overlay, RefusesWhatIsIncomplete) {
    const auto problems = problems_of_overlay(overlay(R"("tools": [
      {"id": "new-tool"},
      {"id": "unplaced", "position": {"x": 0}},
      {"id": "jenkins", "aliases": ["Google Colab"], "categories": []},
      {"id": "colab", "position": {"x": 9}}],
      "categories": [{"id": "new-category"}])"));
    std::vector<std::string> places;
    for (const auto& problem : problems) {
        EXPECT_EQ(problem.place.file, "o.json");
        places.push_back(problem.place.where);
    }
    EXPECT_THAT(places, testing::UnorderedElementsAre(
                            "/tools/0/name", "/tools/0/categories", "/tools/1/position/y",
                            "/tools/1/position/tolerance", "/tools/2/aliases/0",
                            "/tools/2/categories", "/tools/3/position/x", "/categories/0/name",
                            "/categories/0/quadrant", "/categories/0/ring"));
}

TEST(Overlay, BlamesTheFileForASpellingThatTheBaseHas) {
    const auto problems = problems_of_overlay(
        overlay(R"("tools": [{"id": "a-tool", "name": "Colab", "categories": ["notebook"]}])"));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place.where, "/tools/0/name");
    EXPECT_THAT(problems[0].what, HasSubstr("already a spelling of 'colab'"));
}

TEST(Overlay, OfNothingChangesTheEditionOnly) {
    const auto after = overlay_landscape(base(), overlay("\"tools\": []"), "o.json");
    EXPECT_EQ(after.tools.size(), 3U);
    EXPECT_EQ(after.edition, "test+overlay");
}

TEST(Check, CollectsErrorsWithoutThrowing) {
    const auto check = check_landscape(with("/tools/0/position/x", 3), "f");
    EXPECT_EQ(check.errors.size(), 1U);
    EXPECT_TRUE(check.warnings.empty());
    EXPECT_FALSE(check.landscape);
    EXPECT_EQ(check_landscape("nonsense", "f").errors.size(), 1U);
}

TEST(Check, WarnsOfWhatIsWorthALook) {
    auto document = sample_landscape();
    document["categories"].push_back(json::parse(R"({"id": "empty", "name": "Empty",
        "quadrant": "cloud-platforms", "ring": "hold"})"));
    // "application" is software (left) and one process is piecemeal (bottom): not the far corner.
    document["tools"].push_back(json::parse(R"({"id": "far", "name": "Far",
        "categories": ["notebook"], "rubric": {"artifact": "application", "covers": []},
        "position": {"x": 1, "y": 1, "tolerance": 0.05, "source": "t", "rationale": "t"}})"));
    const auto check = check_landscape(document.dump(1), "f");
    EXPECT_TRUE(check.errors.empty());
    ASSERT_TRUE(check.landscape);
    std::vector<std::string> said;
    for (const auto& warning : check.warnings) {
        said.push_back(warning.place.where + " " + warning.what);
    }
    ASSERT_EQ(said.size(), 5U);
    EXPECT_EQ(said[0], "/categories/2 the category 'empty' has no tool");
    EXPECT_EQ(said[1], "/tools/1 'colab' has no rationale for its position");
    EXPECT_EQ(said[2], "/tools/1 'colab' has no source for its position");
    EXPECT_EQ(said[3], "/tools/2 'unplaced' has no position");
    EXPECT_THAT(said[4], HasSubstr("/tools/3/position 'far' stands at (1.00, 1.00)"));
}

TEST(Check, LooksOnlyAtWhatAnOverlaySays) {
    const auto landscape = base();
    const auto check = check_landscape(
        overlay(R"("tools": [{"id": "jenkins", "homepage": "https://example.net/"}])"), "o",
        &landscape);
    EXPECT_TRUE(check.errors.empty());
    EXPECT_TRUE(check.warnings.empty()); // colab's missing rationale is not this file's affair
    ASSERT_TRUE(check.landscape);
    EXPECT_EQ(check.landscape->tools[1].homepage, "https://example.net/");
}

} // namespace
} // namespace assess
