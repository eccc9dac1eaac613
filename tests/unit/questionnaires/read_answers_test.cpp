// The one way in: which kind of file it is, and files that are none or cannot be read.
#include "model/landscape/load.hpp"
#include "questionnaires/read_answers.hpp"
#include "tests/unit/questionnaires/print_diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <unistd.h>

namespace assess {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ReadAnswers : public testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() /
                   ("assess-read-answers-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    std::filesystem::path file(const std::string& name, std::string_view content) {
        std::ofstream(m_folder / name, std::ios::binary) << content;
        return m_folder / name;
    }
    Diagnostics problems_of(const std::filesystem::path& path, const ReadSettings& settings = {}) {
        try {
            read_answers(path, settings, m_landscape);
        } catch (const InputError& error) {
            return error.diagnostics();
        }
        ADD_FAILURE() << "was accepted: " << path;
        return {};
    }
    std::filesystem::path m_folder;
    Landscape m_landscape = built_in_landscape("current");
};

TEST_F(ReadAnswers, TellsCsvFromJsonByTheContent) {
    const auto json = file("a.csv", R"({"format": "assess/roster/1",
        "respondents": [{"role": "engineer", "tools": ["Git"]}]})");
    EXPECT_THAT(read_answers(json, {}, m_landscape).respondents, SizeIs(1));
    const auto csv = file("b.json", "role,tools\nengineer,Git\nengineer,Git\n");
    const Answers answers = read_answers(csv, {}, m_landscape);
    EXPECT_THAT(answers.respondents, SizeIs(2));
    EXPECT_EQ(answers.source, csv.string());
}

TEST_F(ReadAnswers, RefusesWhatIsNoFileOfAnswers) {
    EXPECT_THAT(problems_of(m_folder / "nowhere.csv"), ElementsAre(says("no such file")));
    EXPECT_THAT(problems_of(m_folder), ElementsAre(says("a folder")));
    EXPECT_THAT(problems_of(file("x.xlsx", "PK\x03\x04zip")), ElementsAre(hints("as CSV")));
    EXPECT_THAT(problems_of(file("empty.csv", "")), ElementsAre(says("empty")));
    EXPECT_THAT(problems_of(std::filesystem::path()), SizeIs(1));
}

TEST_F(ReadAnswers, AFileThatFailsWhileReadingIsAnError) {
    // Reading a process's memory from its first address fails with an input/output error.
    if (!std::filesystem::exists("/proc/self/mem")) {
        GTEST_SKIP() << "there is no /proc/self/mem here";
    }
    EXPECT_THROW(read_answers("/proc/self/mem", {}, m_landscape), Error);
}

TEST_F(ReadAnswers, AnUnreadableFileIsAnError) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "the superuser may read every file";
    }
    const auto path = file("secret.csv", "role,tools\nengineer,Git\n");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    EXPECT_THROW(read_answers(path, {}, m_landscape), Error);
}

TEST_F(ReadAnswers, RefusesALineOfAHundredMegabytes) {
    const auto path = m_folder / "line.csv";
    {
        std::ofstream out(path, std::ios::binary);
        const std::string megabyte(std::size_t{1} << 20U, 'x');
        for (int i = 0; i < 100; ++i) {
            out << megabyte;
        }
    }
    EXPECT_THAT(problems_of(path), ElementsAre(AllOf(at_line(1), says("longer than 16 MB"))));
}

TEST_F(ReadAnswers, ReadsTheExampleTeam) {
    const Answers answers =
        read_answers(std::string(ASSESS_SOURCE_DIR) + "/questionnaires/examples/made-up-team.csv",
                     {}, m_landscape);
    EXPECT_THAT(answers.respondents, SizeIs(12));
    EXPECT_THAT(answers.teams, ElementsAre("language", "platform", "vision"));
    EXPECT_THAT(answers.warnings, IsEmpty());
    std::map<Role, int> people;
    for (const Respondent& respondent : answers.respondents) {
        ++people[respondent.role];
        EXPECT_THAT(respondent.usages, testing::Not(IsEmpty()));
    }
    EXPECT_EQ(people[Role::Researcher], 5);
    EXPECT_EQ(people[Role::Engineer], 5);
    EXPECT_EQ(people[Role::Hybrid], 2);
}

} // namespace
} // namespace assess
