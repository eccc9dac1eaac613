#include "tests/golden/golden_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace assess::golden {
namespace {

namespace fs = std::filesystem;

fs::path folder_for_cases() {
    return fs::path(ASSESS_SOURCE_DIR) / "tests/golden/cases";
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_for_cases())) {
        if (entry.path().extension() == ".test") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool approving() {
    return std::getenv("ASSESS_APPROVE") != nullptr;
} // NOLINT: before any thread

/// A folder of its own for each test, removed at the end.
class Golden : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("assess-golden-" + std::to_string(getpid()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path m_folder;
};

TEST_P(Golden, PrintsWhatWasApproved) {
    const auto file = folder_for_cases() / (GetParam() + ".test");
    auto golden_case = read_case(file);
    ASSERT_FALSE(golden_case.runs.empty()) << file << " runs nothing";
    for (const auto& [name, content] : golden_case.files) {
        std::ofstream(m_folder / name, std::ios::binary) << content;
    }
    for (auto& run : golden_case.runs) {
        const auto actual = run_command(run.command, m_folder);
        if (!approving()) {
            EXPECT_EQ(actual.out, run.out) << run.command;
            EXPECT_EQ(actual.err, run.err) << run.command;
            EXPECT_EQ(actual.exit_code, run.exit_code) << run.command;
        }
        run = actual;
    }
    if (approving()) {
        std::ofstream(file, std::ios::binary) << to_text(golden_case);
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

/// The README's console blocks: "$ command" and what it prints.
std::vector<Run> readme_examples() {
    std::ifstream readme(fs::path(ASSESS_SOURCE_DIR) / "README.md");
    std::vector<Run> examples;
    bool inside = false;
    std::string line;
    while (std::getline(readme, line)) {
        if (line == "```console" || (inside && line == "```")) {
            inside = !inside;
        } else if (inside && line.rfind("$ assess ", 0) == 0) {
            examples.push_back({line.substr(2), "", "", 0});
        } else if (inside && !examples.empty()) {
            examples.back().out += line + "\n";
        }
    }
    return examples;
}

TEST(Readme, ExamplesPrintWhatTheReadmeShows) {
    const auto examples = readme_examples();
    ASSERT_GE(examples.size(), 1U);
    for (const auto& example : examples) {
        const auto copy = fs::temp_directory_path() / ("assess-readme-" + std::to_string(getpid()));
        fs::create_directories(copy);
        fs::create_directory_symlink(fs::path(ASSESS_SOURCE_DIR) / "questionnaires",
                                     copy / "questionnaires");
        const auto actual = run_command(example.command, copy);
        fs::remove_all(copy);
        EXPECT_EQ(actual.out, example.out) << example.command;
        EXPECT_EQ(actual.exit_code, 0) << example.command << "\n" << actual.err;
    }
}

} // namespace
} // namespace assess::golden
