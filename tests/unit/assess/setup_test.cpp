// What is wrong with a command line is told before anything is opened.
#include "assess/commands/command.hpp"
#include "tests/unit/assess/run_words.hpp"
#include "tests/unit/assess/shell_words.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <unistd.h>
#include <vector>

namespace assess {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using Words = std::vector<std::string>;

/// A working directory of its own, and whether a file in it was opened.
class Setups : public testing::Test {
protected:
    void SetUp() override {
        m_before = fs::current_path();
        m_folder = fs::temp_directory_path() / ("assess-setup-" + std::to_string(getpid()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        fs::current_path(m_folder);
    }
    void TearDown() override {
        close(m_watch);
        fs::current_path(m_before);
        fs::remove_all(m_folder);
    }

    /// From now on. Files that are there already are watched too.
    void watch() {
        ASSERT_GE(m_watch, 0);
        ASSERT_GE(inotify_add_watch(m_watch, m_folder.c_str(), IN_OPEN | IN_CREATE | IN_DELETE), 0);
    }
    [[nodiscard]] bool something_was_opened() const {
        std::array<char, 4096> events{};
        return read(m_watch, events.data(), events.size()) > 0;
    }

private:
    fs::path m_before;
    fs::path m_folder;
    int m_watch = inotify_init1(IN_NONBLOCK);
};

/// The examples of a command, each without "assess NAME".
std::vector<Words> examples_of(const Command& command) {
    std::vector<Words> examples;
    for (const auto line : command.examples) {
        auto words = shell_words(line);
        EXPECT_GE(words.size(), 2U) << line;
        EXPECT_EQ(words[0], "assess");
        EXPECT_EQ(words[1], command.name);
        words.erase(words.begin(), words.begin() + 2);
        examples.push_back(std::move(words));
    }
    return examples;
}

Diagnostics setup_problems(const Command& command, const Words& words) {
    Diagnostics problems;
    const auto arguments =
        parse_arguments(words, command.options(), command.positionals(), command.name, problems);
    static_cast<void>(set_up(command, arguments, {}, problems));
    return problems;
}

/// `words` with one more option, in the place of what they say of it.
Words with_option(Words words, const Option& option, const std::string& value) {
    const auto dashed = "--" + std::string(option.name);
    if (const auto at = std::ranges::find(words, dashed); at != words.end()) {
        words.erase(at, at + (option.value.empty() ? 1 : 2));
    }
    words.push_back(dashed);
    if (!option.value.empty()) {
        words.push_back(value);
    }
    return words;
}

constexpr const char* a_file = "there.json";

/// A right value for every option but the numbers, whose limits differ.
std::string right_value(const Option& option) {
    static const std::map<std::string_view, std::string> by_name{{"width", "60"},
                                                                 {"seed", "1"},
                                                                 {"most", "10"},
                                                                 {"least-people", "5"},
                                                                 {"between", "researcher,engineer"},
                                                                 {"date", "2026-11-23"},
                                                                 {"landscape", "2021"},
                                                                 {"landscape-before", "2021"}};
    const auto found = by_name.find(option.name);
    return found != by_name.end()   ? found->second
           : option.choices.empty() ? a_file
                                    : option.choices.front();
}

/// Values that are wrong whatever a file holds, by the option's name.
const std::map<std::string_view, std::string>& wrong_values() {
    static const std::map<std::string_view, std::string> values{
        {"width", "12"},
        {"seed", "-1"},
        {"most", "3"},
        {"as", " "},
        {"least-people", "4"},
        {"between", "researcher"},
        {"date", "today"},
        {"landscape", "2020"},
        {"landscape-before", "2020"},
        {"round-title", std::string(200, 'x')}};
    return values;
}

TEST_F(Setups, EveryExampleOfTheHelpPassesWithoutItsFiles) {
    for (const auto& command : commands()) {
        for (const auto& words : examples_of(command)) {
            for (const auto& problem : setup_problems(command, words)) {
                ADD_FAILURE() << command.name << ": " << to_string(problem);
            }
        }
    }
}

TEST_F(Setups, NoneOpensAFile) {
    for (const auto& command : commands()) {
        for (const auto& words : examples_of(command)) {
            for (const auto& word : words) {
                if (word.find('/') == std::string::npos) {
                    std::ofstream(fs::path(word)) << "{}";
                }
            }
        }
    }
    std::ofstream(fs::path(a_file)) << "{}";
    watch();
    for (const auto& command : commands()) {
        for (const auto& words : examples_of(command)) {
            static_cast<void>(setup_problems(command, words));
            EXPECT_FALSE(something_was_opened()) << command.name << " " << words.front();
            for (const auto& option : command.options()) {
                static_cast<void>(
                    setup_problems(command, with_option(words, option, right_value(option))));
                EXPECT_FALSE(something_was_opened()) << command.name << " --" << option.name;
            }
        }
    }
}

TEST_F(Setups, AnOpenedFileIsSeen) {
    std::ofstream(fs::path(a_file)) << "{}";
    watch();
    EXPECT_FALSE(something_was_opened());
    EXPECT_TRUE(std::ifstream(fs::path(a_file)).good());
    EXPECT_TRUE(something_was_opened());
    run_words({"report", a_file});
    EXPECT_TRUE(something_was_opened()) << "the run opens it";
}

/// Whether the wrong value is told of any of the command's examples: not every action takes every
/// option. The examples name files that are not there, and these are not told.
bool is_told(const Command& command, const Option& option, const std::string& value) {
    bool told = false;
    for (const auto& example : examples_of(command)) {
        const auto words = with_option(example, option, value);
        if (setup_problems(command, words).empty()) {
            continue;
        }
        told = true;
        Words line{std::string(command.name)};
        line.insert(line.end(), words.begin(), words.end());
        const auto run = run_words(line);
        EXPECT_EQ(run.code, ExitCode::InvalidInput);
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, Not(HasSubstr("there is no such file")));
        EXPECT_THAT(run.err, Not(HasSubstr("there is no store")));
    }
    return told;
}

TEST_F(Setups, AWrongValueIsToldBeforeAMissingFile) {
    std::size_t tried = 0;
    for (const auto& command : commands()) {
        for (const auto& option : command.options()) {
            const auto found = wrong_values().find(option.name);
            if (!option.choices.empty() || found != wrong_values().end()) {
                EXPECT_TRUE(
                    is_told(command, option, option.choices.empty() ? found->second : "no-choice"))
                    << command.name << " --" << option.name;
                ++tried;
            } else {
                EXPECT_NE(option.value, "N") << option.name << " is a number without a row here";
            }
        }
    }
    EXPECT_GT(tried, 50U);
}

TEST_F(Setups, EveryProblemIsToldAtOnce) {
    const auto report = std::ranges::find(commands(), "report", &Command::name);
    std::string told;
    for (const auto& problem :
         setup_problems(*report, {"missing.csv", "--format", "pdf", "--width", "12", "--seed", "x",
                                  "--between", "one", "--landscape", "2020"})) {
        told += to_string(problem) + "\n";
    }
    for (const auto* part : {"--format", "--width", "--seed", "--between", "'2020'"}) {
        EXPECT_THAT(told, HasSubstr(part));
    }
}

} // namespace
} // namespace assess
