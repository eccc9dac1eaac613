// The program's counts of four real surveys against those of survey_counts.py, which shares no
// code and no mapping file with it. Needs the surveys themselves, which the repository may not
// hold; without them the test skips itself.
#include "model/landscape/load.hpp"
#include "questionnaires/read_answers.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace assess {
namespace {

struct RoleCounts {
    std::size_t people = 0;
    std::size_t answered = 0;
    std::map<std::string, std::size_t> blocks;
    std::map<std::string, std::size_t> users;
    std::map<std::string, std::size_t> wanting;
};

std::map<std::string, RoleCounts> count(const Answers& answers, const Landscape& landscape) {
    std::map<std::string, RoleCounts> by_role;
    for (const Respondent& person : answers.respondents) {
        RoleCounts& counts = by_role[std::string(id_of(person.role))];
        ++counts.people;
        counts.answered += person.answered != 0 ? 1U : 0U;
        for (std::size_t b = 0; b < answers.blocks.size(); ++b) {
            if ((person.answered >> b & 1U) != 0) {
                ++counts.blocks[answers.blocks[b].id];
            }
        }
        for (const Usage& usage : person.usages) {
            const std::string& tool = landscape.tools.at(usage.tool).id;
            if (usage.depth == Depth::Uses) {
                ++counts.users[tool];
            } else if (usage.depth == Depth::Wanted) {
                ++counts.wanting[tool];
            }
        }
    }
    return by_role;
}

class SurveyCounts : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SurveyCounts, AgreeWithTheIndependentCount) {
    const auto [mapping, file] = GetParam();
    const std::filesystem::path path =
        std::filesystem::path(ASSESS_SOURCE_DIR) / ".." / "shared" / "data" / file;
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "the survey " << file << " is not here: " << path;
    }
    std::ifstream in(std::string(ASSESS_SOURCE_DIR) + "/tests/oracles/survey_counts.json");
    ASSERT_TRUE(in);
    const nlohmann::json expected = nlohmann::json::parse(in)["surveys"][mapping];

    Landscape landscape = built_in_landscape("current");
    const std::size_t tools = landscape.tools.size();
    const Answers answers = read_answers(path, {mapping, false}, landscape);

    EXPECT_EQ(landscape.tools.size(), tools) << "every tool of the mapping has its place";
    EXPECT_TRUE(answers.warnings.empty()) << answers.warnings.front();
    EXPECT_EQ(answers.rows, expected["rows"].get<std::size_t>());
    std::size_t left_out = 0;
    for (const LeftOut& reason : answers.left_out) {
        left_out += reason.count;
    }
    EXPECT_EQ(left_out, expected["left_out"].get<std::size_t>());

    auto actual = count(answers, landscape);
    EXPECT_EQ(actual.size(), expected["roles"].size());
    std::size_t compared = 0;
    for (const auto& [role, counts] : expected["roles"].items()) {
        SCOPED_TRACE(role);
        RoleCounts& found = actual[role];
        EXPECT_EQ(found.people, counts["people"].get<std::size_t>());
        EXPECT_EQ(found.answered, counts["answered"].get<std::size_t>());
        EXPECT_EQ(found.blocks.size(), counts["blocks"].size());
        for (const auto& [block, n] : counts["blocks"].items()) {
            EXPECT_EQ(found.blocks[block], n.get<std::size_t>()) << block;
            ++compared;
        }
        for (const auto& [tool, n] : counts["users"].items()) {
            EXPECT_EQ(found.users[tool], n.get<std::size_t>()) << tool;
            ++compared;
        }
        for (const auto& [tool, n] : counts["wanting"].items()) {
            EXPECT_EQ(found.wanting[tool], n.get<std::size_t>()) << tool << " (wanted)";
            ++compared;
        }
    }
    EXPECT_GT(compared, 80U);
}

INSTANTIATE_TEST_SUITE_P(All, SurveyCounts,
                         testing::Values(std::pair("kaggle-2021", "kaggle-2021.csv"),
                                         std::pair("kaggle-2020", "kaggle-2020.csv"),
                                         std::pair("jupyter-2020", "jupyter-2020.csv"),
                                         std::pair("stackoverflow-2025",
                                                   "stackoverflow-2025-first1000.csv")),
                         [](const auto& tested) {
                             std::string name = tested.param.first;
                             for (char& c : name) {
                                 c = c == '-' ? '_' : c;
                             }
                             return name;
                         });

} // namespace
} // namespace assess
