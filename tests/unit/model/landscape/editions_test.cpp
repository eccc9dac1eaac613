// The editions inside the program: counts, sources, spellings, and agreement with the article's
// measured figures where those are at hand.
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "model/text/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
using testing::IsEmpty;

const Landscape& edition(const std::string& id) {
    static std::map<std::string, Landscape> editions;
    auto found = editions.find(id);
    if (found == editions.end()) {
        found = editions.emplace(id, built_in_landscape(id)).first;
    }
    return found->second;
}

const Tool& tool_of(const Landscape& landscape, const std::string& id) {
    const auto found = std::find_if(landscape.tools.begin(), landscape.tools.end(),
                                    [&](const Tool& tool) { return tool.id == id; });
    if (found == landscape.tools.end()) {
        throw std::runtime_error("no tool " + id);
    }
    return *found;
}

/// Rows of a plain CSV file without its header; these files quote no cell but the last.
std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> cells;
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        std::istringstream rest(line);
        for (std::string cell; std::getline(rest, cell, ',');) {
            cells.push_back(cell);
        }
        rows.push_back(std::move(cells));
    }
    if (!rows.empty()) {
        rows.erase(rows.begin());
    }
    return rows;
}

std::vector<std::string> split(const std::string& cell) {
    std::vector<std::string> parts;
    std::istringstream in(cell);
    for (std::string part; std::getline(in, part, ';');) {
        parts.push_back(part);
    }
    return parts;
}

std::vector<std::string> categories_of(const Landscape& landscape, const Tool& tool) {
    std::vector<std::string> ids;
    for (const auto index : tool.categories) {
        ids.push_back(landscape.categories[index].id);
    }
    return ids;
}

std::vector<std::string> diagonals_of(const Tool& tool) {
    std::vector<std::string> ids;
    for (const auto diagonal : tool.on) {
        ids.emplace_back(id_of(diagonal));
    }
    return ids;
}

const std::filesystem::path figures =
    std::filesystem::path(ASSESS_SOURCE_DIR) / "../shared/landscape";

class Editions : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(All, Editions, testing::Values("2021", "current"),
                         [](const auto& each) { return "edition_" + each.param; });

TEST(EditionList, IsWhatTheseTestsCover) {
    EXPECT_THAT(built_in_editions(), ElementsAre("current", "2021"));
}

TEST_P(Editions, HaveNoProblem) {
    const auto check = check_landscape(built_in_landscape_json(GetParam()), GetParam());
    EXPECT_THAT(check.errors, IsEmpty());
    EXPECT_EQ(edition(GetParam()).edition, GetParam());
}

TEST_P(Editions, GiveEveryToolAPlaceWithItsReasonsAndItsOwnWords) {
    std::set<std::string> rationales;
    for (const auto& tool : edition(GetParam()).tools) {
        SCOPED_TRACE(tool.id);
        ASSERT_TRUE(tool.placement);
        EXPECT_THAT(tool.placement->source,
                    AnyOf("article, overview figure", "article, quadrant figure", "rubric"));
        EXPECT_GT(tool.placement->rationale.size(), 20U);
        EXPECT_TRUE(rationales.insert(tool.placement->rationale).second);
        EXPECT_FALSE(tool.categories.empty());
        EXPECT_TRUE(tool.rubric);
    }
}

TEST_P(Editions, ClaimNoSpellingTwice) {
    std::map<std::string, std::string> owners;
    for (const auto& tool : edition(GetParam()).tools) {
        auto spellings = tool.aliases;
        spellings.push_back(tool.id);
        spellings.push_back(tool.name);
        for (const auto& spelling : spellings) {
            const auto owner = owners.emplace(spelling_key(spelling), tool.id).first->second;
            EXPECT_EQ(owner, tool.id) << spelling;
        }
    }
}

TEST_P(Editions, CoverTheStagesAmongTheirProcesses) {
    const auto& landscape = edition(GetParam());
    for (const auto& tool : landscape.tools) {
        std::vector<std::size_t> stages;
        for (const auto& process : tool.rubric.value().covers) {
            if (const auto stage = landscape.find_stage(process)) {
                stages.push_back(*stage);
            }
        }
        EXPECT_EQ(tool.stages, stages) << tool.id;
    }
}

TEST_P(Editions, AgreeWithTheArticlesFigures) {
    if (!std::filesystem::exists(figures / "tools-2021.csv")) {
        GTEST_SKIP() << "the measured figures are not at " << figures;
    }
    const auto& landscape = edition(GetParam());
    const auto rows = rows_of(figures / "tools-2021.csv");
    ASSERT_EQ(rows.size(), 45U);
    for (const auto& row : rows) { // id,name,categories,x,y,diagonals,in_text,position_from
        SCOPED_TRACE(row.at(0));
        const auto& tool = tool_of(landscape, row.at(0));
        EXPECT_EQ(landscape.find(row.at(1)), landscape.find(tool.id));
        EXPECT_EQ(categories_of(landscape, tool), split(row.at(2)));
        EXPECT_EQ(tool.placement->point, (Point{std::stod(row.at(3)), std::stod(row.at(4))}));
        EXPECT_EQ(tool.placement->tolerance, 0.05);
        EXPECT_EQ(diagonals_of(tool), split(row.at(5)));
        EXPECT_EQ(tool.placement->source, "article, " + row.at(7));
        if (GetParam() == "2021") {
            EXPECT_EQ(tool.name, row.at(1));
        }
    }
}

TEST_P(Editions, AgreeWithTheArticlesCategoriesAndLifecycle) {
    if (!std::filesystem::exists(figures / "categories-2021.csv")) {
        GTEST_SKIP() << "the article's facts are not at " << figures;
    }
    const auto& landscape = edition(GetParam());
    const auto categories = rows_of(figures / "categories-2021.csv");
    ASSERT_EQ(categories.size(), 15U);
    ASSERT_GE(landscape.categories.size(), 15U);
    for (std::size_t i = 0; i < categories.size(); ++i) { // id,name,quadrant,ring,...
        EXPECT_EQ(landscape.categories[i].id, categories[i].at(0));
        EXPECT_EQ(landscape.categories[i].name, categories[i].at(1));
        EXPECT_EQ(id_of(landscape.categories[i].quadrant), categories[i].at(2));
        EXPECT_EQ(id_of(landscape.categories[i].ring), categories[i].at(3));
    }
    const auto stages = rows_of(figures / "lifecycle.csv"); // stage,loop,next,notes
    ASSERT_EQ(stages.size(), landscape.stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i) {
        std::vector<std::string> next;
        for (const auto index : landscape.stages[i].next) {
            next.push_back(landscape.stages[index].id);
        }
        EXPECT_EQ(landscape.stages[i].id, stages[i].at(0));
        EXPECT_EQ(landscape.stages[i].loop, stages[i].at(1));
        EXPECT_EQ(next, split(stages[i].at(2)));
    }
}

TEST(Edition2021, NeverAges) {
    const auto& landscape = edition("2021");
    EXPECT_EQ(landscape.tools.size(), 45U);
    EXPECT_EQ(landscape.categories.size(), 15U);
    for (const auto& tool : landscape.tools) {
        EXPECT_EQ(tool.status.kind, ToolStatus::Active) << tool.id;
    }
}

TEST(EditionCurrent, HasTheArticlesToolsAndManyMore) {
    const auto& landscape = edition("current");
    EXPECT_GE(landscape.tools.size(), 125U);
    for (const auto& then : edition("2021").tools) {
        SCOPED_TRACE(then.id);
        const auto& now = tool_of(landscape, then.id);
        EXPECT_EQ(now.placement->point, then.placement->point);
        EXPECT_EQ(now.on, then.on);
        EXPECT_EQ(landscape.find(then.name), landscape.find(now.id)); // old names stay known
        for (const auto& alias : then.aliases) {
            EXPECT_EQ(landscape.find(alias), landscape.find(now.id)) << alias;
        }
    }
}

TEST(EditionCurrent, PlacesWhatTheArticleDoesNotByTheRubric) {
    std::size_t by_rubric = 0;
    for (const auto& tool : edition("current").tools) {
        if (tool.placement->source != "rubric") {
            continue;
        }
        SCOPED_TRACE(tool.id);
        ++by_rubric;
        const auto expected = rubric_placement(tool.rubric.value());
        EXPECT_EQ(tool.placement->point, expected.point)
            << "the rubric says " << expected.point.x << ", " << expected.point.y;
        EXPECT_EQ(tool.placement->tolerance, rubric_tolerance);
    }
    EXPECT_EQ(by_rubric, edition("current").tools.size() - 45);
}

TEST(EditionCurrent, PutsAddedToolsOnTheDiagonalsOfTheirCategories) {
    const std::set<std::string> orchestration{"data-orchestrator", "ci-cd-pipeline",
                                              "ml-task-orchestrator"};
    const std::set<std::string> building{"general-cloud-provider",
                                         "vendor-ai-platform",
                                         "ml-focused-iaas",
                                         "data-platform",
                                         "notebook",
                                         "ml-framework",
                                         "automl",
                                         "labelling",
                                         "experimentation-platform",
                                         "single-component-ml-tool"};
    const auto& landscape = edition("current");
    for (const auto& tool : landscape.tools) {
        if (tool.placement->source != "rubric") {
            continue;
        }
        const auto categories = categories_of(landscape, tool);
        const auto has_any = [&](const std::set<std::string>& of) {
            return std::any_of(categories.begin(), categories.end(),
                               [&](const std::string& id) { return of.contains(id); });
        };
        std::vector<std::string> expected;
        if (has_any(orchestration)) {
            expected.emplace_back("orchestration");
        }
        if (has_any(building)) {
            expected.emplace_back("building");
        }
        EXPECT_EQ(diagonals_of(tool), expected) << tool.id;
    }
}

TEST(EditionCurrent, SaysWhatHappenedToAToolAndWhen) {
    std::size_t changed = 0;
    for (const auto& tool : edition("current").tools) {
        if (tool.status.kind == ToolStatus::Active) {
            continue;
        }
        SCOPED_TRACE(tool.id);
        ++changed;
        ASSERT_TRUE(tool.status.year);
        EXPECT_GE(*tool.status.year, 2018);
        EXPECT_LE(*tool.status.year, 2025);
        EXPECT_FALSE(tool.status.note.empty());
    }
    EXPECT_GE(changed, 10U);
    EXPECT_EQ(tool_of(edition("current"), "floydhub").status.kind, ToolStatus::Retired);
    EXPECT_EQ(tool_of(edition("current"), "gcp-ai-platform").status.kind, ToolStatus::Renamed);
    EXPECT_EQ(tool_of(edition("current"), "gcp-ai-platform").name, "Vertex AI");
}

TEST(EditionCurrent, KnowsWhatSurveysCallTheTools) {
    const auto file = std::filesystem::path(ASSESS_SOURCE_DIR) /
                      "tests/unit/model/landscape/survey_spellings.txt";
    std::ifstream in(file);
    std::size_t read = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        ++read;
        EXPECT_TRUE(edition("current").find(line)) << line;
    }
    EXPECT_GT(read, 200U);
}

TEST(EditionCurrent, FindsTheRightToolForASpelling) {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"W&B", "weights-and-biases"},
        {"wandb", "weights-and-biases"},
        {"Weights & Biases", "weights-and-biases"},
        {"GCP", "gcp"},
        {" Google Cloud Platform (GCP) ", "gcp"},
        {"Amazon Web Services (AWS)", "aws"},
        {"Google Cloud Vertex AI", "gcp-ai-platform"},
        {"Google Cloud AI Platform / Google Cloud ML Engine", "gcp-ai-platform"},
        {"Trains", "clearml"},
        {"MLFlow", "mlflow"},
        {"Colab Notebooks", "colab"},
        {"Jupyter (JupyterLab, Jupyter Notebooks, etc) ", "jupyter"},
        {"JupyterLab.", "jupyterlab"},
        {" Visual Studio Code (VSCode) ", "vscode"},
        {"Visual Studio", "visual-studio"},
        {"PostgresSQL", "postgresql"},
        {"Amazon Simple Storage Service (S3)  ", "s3"},
        {"Google Cloud Storage (GCS)   ", "gcs"},
        {"H20 Driverless AI", "h2o-driverless-ai"},
        {"H2", "h2-database"},
        {"Oracle", "oracle-database"},
        {"Oracle Cloud", "oracle-cloud"},
        {"Digital Ocean", "digitalocean"},
        {"Maven (build tool)", "maven"},
        {"Sacred + Omniboard", "sacred"},
        {"k8s", "kubernetes"},
        {"sklearn", "scikit-learn"},
    };
    const auto& landscape = edition("current");
    for (const auto& [spelling, id] : expected) {
        const auto found = landscape.find(spelling);
        ASSERT_TRUE(found) << spelling;
        EXPECT_EQ(landscape.tools[*found].id, id) << spelling;
    }
}

} // namespace
} // namespace assess
