#include "model/landscape/landscape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Tool tool(std::string id, std::string name, std::vector<std::string> aliases = {}) {
    Tool result;
    result.id = std::move(id);
    result.name = std::move(name);
    result.aliases = std::move(aliases);
    return result;
}

Landscape sample() {
    Landscape landscape;
    landscape.categories = {{"notebook", "Notebooks", {}, {}, ""}};
    landscape.stages = {{"model-training", "Model training", "model", {}}};
    landscape.tools = {tool("kubeflow", "Kubeflow"), tool("mlflow", "MLflow"),
                       tool("weights-and-biases", "Weights & Biases", {"W&B", "wandb"})};
    landscape.index_spellings();
    return landscape;
}

TEST(Plane, HasTheArticlesQuadrantsAndDiagonals) {
    EXPECT_EQ(quadrant_of({-0.5, 0.5}), Quadrant::CloudPlatforms);
    EXPECT_EQ(quadrant_of({0.5, 0.5}), Quadrant::MachineLearningPlatforms);
    EXPECT_EQ(quadrant_of({0.5, -0.5}), Quadrant::SpecializedMlTools);
    EXPECT_EQ(quadrant_of({-0.5, -0.5}), Quadrant::StandardSweTools);
    EXPECT_EQ(quadrant_of({0, 0}), Quadrant::MachineLearningPlatforms); // an axis is positive
    // The four corners are the ends of the diagonals.
    EXPECT_EQ(along(Diagonal::Orchestration, {-1, -1}), -1);
    EXPECT_EQ(along(Diagonal::Orchestration, {1, 1}), 1);
    EXPECT_EQ(along(Diagonal::Building, {-1, 1}), -1);
    EXPECT_EQ(along(Diagonal::Building, {1, -1}), 1);
    EXPECT_EQ(along(Diagonal::Building, {0.5, 0.5}), 0);
}

TEST(Plane, NamesItsParts) {
    EXPECT_EQ(id_of(Diagonal::Orchestration), "orchestration");
    EXPECT_EQ(id_of(Diagonal::Building), "building");
    EXPECT_EQ(id_of(Quadrant::StandardSweTools), "standard-swe-tools");
    EXPECT_EQ(id_of(Ring::Adopt), "adopt");
    EXPECT_EQ(id_of(Ring::Hold), "hold");
    EXPECT_EQ(id_of(ToolStatus::Acquired), "acquired");
}

TEST(Landscape, FindsToolsByAnySpelling) {
    const auto landscape = sample();
    for (const auto* spelling : {"weights-and-biases", "Weights & Biases", "weights biases", "W&B",
                                 "w & b", "WandB", " wandb\xC2\xA0", "W\xC3\xA2ndb"}) {
        EXPECT_EQ(landscape.find(spelling), 2U) << spelling;
    }
    EXPECT_EQ(landscape.find("ML flow"), 1U);
    EXPECT_EQ(landscape.find("ml"), std::nullopt);
    EXPECT_EQ(landscape.find(""), std::nullopt);
    EXPECT_EQ(landscape.find("&"), std::nullopt);
    EXPECT_EQ(landscape.find(std::string(10'000'000, 'x')), std::nullopt);
}

TEST(Landscape, FindsCategoriesAndStagesById) {
    const auto landscape = sample();
    EXPECT_EQ(landscape.find_category("notebook"), 0U);
    EXPECT_EQ(landscape.find_category("Notebook"), std::nullopt); // ids are exact
    EXPECT_EQ(landscape.find_stage("model-training"), 0U);
    EXPECT_EQ(landscape.find_stage(""), std::nullopt);
}

TEST(Landscape, SuggestsToolsByTheirNames) {
    const auto landscape = sample();
    EXPECT_THAT(landscape.closest("mlfow"), ElementsAre("MLflow"));
    EXPECT_THAT(landscape.closest("wandbb"),
                ElementsAre("Weights & Biases")); // once, not per alias
    EXPECT_THAT(landscape.closest("Excel"), IsEmpty());
    EXPECT_THAT(landscape.closest("flow", 1), testing::SizeIs(1));
    EXPECT_THAT(landscape.closest("mlfow", 0), IsEmpty());
}

TEST(Landscape, KeepsUnknownToolsUnplaced) {
    auto landscape = sample();
    const auto added = landscape.add_unplaced("  Our C++ Build Farm! ");
    ASSERT_EQ(added, 3U);
    EXPECT_EQ(landscape.tools[added].id, "our-cplusplus-build-farm");
    EXPECT_EQ(landscape.tools[added].name, "Our C++ Build Farm!");
    EXPECT_TRUE(landscape.tools[added].from_answers);
    EXPECT_FALSE(landscape.tools[added].placement);
    // The same tool again, in any spelling, and known ones, are found.
    EXPECT_EQ(landscape.add_unplaced("our c++ build farm"), added);
    EXPECT_EQ(landscape.find("our-cplusplus-build-farm"), added);
    EXPECT_EQ(landscape.add_unplaced("wandb"), 2U);
    EXPECT_EQ(landscape.tools.size(), 4U);
    // What somebody typed is no suggestion for others.
    EXPECT_THAT(landscape.closest("Our C++ Build Farms"), IsEmpty());
    landscape.index_spellings();
    EXPECT_EQ(landscape.find("our c++ build farm"), added);
    EXPECT_THAT(landscape.closest("Our C++ Build Farms"), IsEmpty());
}

TEST(Landscape, GivesUnknownToolsIdsOfTheirOwn) {
    auto landscape = sample();
    // The slugs are the same though the spellings are not.
    const auto han = landscape.add_unplaced("\xE9\xA3\x9E\xE6\xA1\xA8");
    const auto other = landscape.add_unplaced("\xE6\x9D\xB1\xE4\xBA\xAC");
    const auto signs = landscape.add_unplaced("?!");
    EXPECT_EQ(landscape.tools[han].id, "tool");
    EXPECT_EQ(landscape.tools[other].id, "tool-2");
    EXPECT_EQ(landscape.tools[signs].id, "tool-3");
    EXPECT_EQ(landscape.add_unplaced(" ?! "), signs);
    EXPECT_NE(landscape.add_unplaced("!?"), signs);
    EXPECT_EQ(landscape.tools[landscape.add_unplaced("C#")].id, "csharp");
    EXPECT_LE(landscape.tools[landscape.add_unplaced(std::string(100'000, 'y'))].id.size(), 64U);
    EXPECT_THROW(landscape.add_unplaced(" \t"), std::invalid_argument);
}

TEST(Landscape, GivesTheFirstToolASharedSpelling) {
    auto landscape = sample();
    landscape.tools.push_back(tool("other", "Other", {"MLFlow"}));
    landscape.index_spellings();
    EXPECT_EQ(landscape.find("mlflow"), 1U);
}

} // namespace
} // namespace assess
