// Where sentences may stand: the model finds facts, and reports/wording words them. So the model
// holds no English, and nobody reads facts out of a sentence.
#include "tests/support/source_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Files = std::map<std::string, std::string>;

/// "people", "engineer's", "any-task": in small letters, with what punctuation is around it.
bool is_small_word(std::string_view word) {
    constexpr std::string_view around = ".,;:()?!\"'{}[]<>";
    const auto from = std::min(word.find_first_not_of(around), word.size());
    word = word.substr(from, word.find_last_not_of(around) + 1 - from);
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return word.size() > 1 && is_letter(word.front()) && is_letter(word.back()) &&
           std::ranges::all_of(word, [&](char c) { return is_letter(c) || c == '\'' || c == '-'; });
}

std::size_t small_words(const std::string& text) {
    std::istringstream words(text);
    std::size_t count = 0;
    for (std::string word; words >> word;) {
        count += static_cast<std::size_t>(is_small_word(word));
    }
    return count;
}

/// Two words make a phrase; one may be an id, a key or a unit.
bool is_english(const std::string& text) {
    return small_words(text) > 1;
}

/// What is said is wrong with the input: the statement throws it or adds it to the problems.
bool is_in_a_problem(const Literal& literal) {
    constexpr std::array<std::string_view, 4> signs{"throw ", "Diagnostic", "InputError",
                                                    "problem"};
    return std::ranges::any_of(signs, [&](std::string_view sign) {
        return literal.before.find(sign) != std::string::npos;
    });
}

/// Folders and files of the model whose English is none of a report's, and why.
const std::map<std::string, std::string>& about_input() {
    static const std::map<std::string, std::string> places{
        {"model/diagnostics/", "problems of the input"},
        {"model/json/", "problems of JSON files"},
        {"model/text/", "problems of files and spellings"},
        {"model/landscape/check.cpp", "problems of a landscape"},
        {"model/landscape/landscape_fields.cpp", "problems of a landscape"},
        {"model/gap_report/gap_report.cpp", "problems of the pair that was asked for"},
        {"model/landscape/plane.cpp", "the names of the quadrants, which are data"},
        {"model/landscape/rubric.cpp", "the rubric's own text, and what a landscape says of it"},
        {"model/landscape/tool_reader.cpp", "problems of a landscape"},
        {"model/policy/policy_fields.cpp", "the text of the policy's schema"},
        {"model/change/read_change.cpp", "problems of a change that was given"},
        {"model/what_if/whole_groups.cpp", "problems of a change that was given"}};
    return places;
}

bool is_about_input(std::string_view path) {
    return std::ranges::any_of(about_input(),
                               [&](const auto& place) { return path.starts_with(place.first); });
}

/// "file:line: words" of each English text that is no problem of the input.
std::vector<std::string> english_in(const std::string& path, const std::string& source) {
    std::vector<std::string> found;
    for (const auto& literal : literals_of(source)) {
        if (is_english(literal.text) && !is_in_a_problem(literal)) {
            found.push_back(path + ":" + std::to_string(literal.line) + ": " + literal.text);
        }
    }
    return found;
}

/// Of a search or a comparison with a phrase: nobody asks for one unless in a sentence.
std::vector<std::string> searches_in(const std::string& path, const std::string& source) {
    constexpr std::array<std::string_view, 10> before{
        "find(",    "rfind(",  "starts_with(", "ends_with(", "contains(",
        "compare(", "search(", "replace(",     "== ",        "!= "};
    std::vector<std::string> found;
    for (const auto& literal : literals_of(source)) {
        const bool is_phrase =
            small_words(literal.text) > 0 && literal.text.find(' ') != std::string::npos;
        const bool is_sought = literal.after.starts_with(" ==") ||
                               literal.after.starts_with(" !=") ||
                               std::ranges::any_of(before, [&](std::string_view call) {
                                   return literal.before.ends_with(call);
                               });
        if (is_phrase && is_sought) {
            found.push_back(path + ":" + std::to_string(literal.line) + ": " + literal.text);
        }
    }
    return found;
}

/// Of words taken back out of a message.
std::vector<std::string> worded_messages_in(const std::string& path, const std::string& source) {
    std::vector<std::string> found;
    std::istringstream lines(source);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto code = line.substr(0, line.find("//"));
        if (code.find(".words()") != std::string::npos ||
            code.find("->words()") != std::string::npos) {
            found.push_back(path + ":" + std::to_string(number) + ": words()");
        }
    }
    return found;
}

/// Holds each file of `sources` to what `objections` says of it, but for a list of those that are
/// not so far yet, which only shrinks.
template <typename Objections>
void expect_clean(const Files& sources, const std::set<std::string>& not_yet,
                  const Objections& objections) {
    for (const auto& [path, source] : sources) {
        if (not_yet.contains(path)) {
            EXPECT_FALSE(objections(path, source).empty())
                << path << " is clean now: take it off the list";
        } else {
            EXPECT_THAT(objections(path, source), IsEmpty());
        }
    }
    for (const auto& path : not_yet) {
        EXPECT_TRUE(sources.contains(path)) << path << " is gone: take it off the list";
    }
}

Files sources_of(std::initializer_list<const char*> folders) {
    Files all;
    for (const auto* folder : folders) {
        all.merge(sources_below(folder));
    }
    return all;
}

TEST(Sentences, TheModelHoldsNoEnglish) {
    static const std::set<std::string> not_yet{};
    auto sources = sources_of({"model"});
    ASSERT_GT(sources.size(), 150U) << "the sources were not found";
    std::erase_if(sources, [](const auto& source) { return is_about_input(source.first); });
    expect_clean(sources, not_yet, english_in);
}

TEST(Sentences, EveryPlaceAboutInputIsThereAndHoldsEnglish) {
    const auto sources = sources_of({"model"});
    for (const auto& [place, why] : about_input()) {
        std::vector<std::string> found;
        for (const auto& [path, source] : sources) {
            if (path.starts_with(place)) {
                for (const auto& literal : literals_of(source)) {
                    if (is_english(literal.text)) {
                        found.push_back(literal.text);
                    }
                }
            }
        }
        EXPECT_FALSE(found.empty()) << place << " is gone or clean: take it off the list";
    }
}

TEST(Sentences, NobodySearchesThem) {
    static const std::set<std::string> not_yet{};
    expect_clean(sources_of({"model", "reports", "assess"}), not_yet, searches_in);
}

TEST(Sentences, NobodyTakesWordsOutOfAMessage) {
    static const std::set<std::string> not_yet{};
    expect_clean(sources_of({"model", "reports", "assess"}), not_yet, worded_messages_in);
}

TEST(Sentences, EnglishIsSeen) {
    EXPECT_THAT(english_in("model/a.cpp", "#include \"some words here.hpp\"\n"
                                          "// \"words in a comment\"\n"
                                          "std::string says() {\n"
                                          "    return \"the gap \"\n"
                                          "           \"is wide\";\n"
                                          "}\n"
                                          "auto reason = fmt::format(\"{} of the {}\", 1, 2);\n"),
                ElementsAre("model/a.cpp:4: the gap is wide", "model/a.cpp:7: {} of the {}"));
    EXPECT_THAT(english_in("model/b.hpp", "std::string reason = \"it was not computed\";\n"),
                ElementsAre("model/b.hpp:1: it was not computed"));
}

TEST(Sentences, IdsNamesAndProblemsAreNoEnglish) {
    EXPECT_THAT(english_in("model/a.cpp",
                           "return {\"opposite-ends.says.present\", {{\"gap\", gap}}};\n"
                           "auto name = \"Machine Learning\";\n"
                           "auto list = \", \";\n"
                           "auto share = \"{} % of {}\";\n"
                           "if (broken) {\n"
                           "    throw Error(\"the file is broken\");\n"
                           "}\n"
                           "problems.add(place, \"there is no such tool\",\n"
                           "             \"Name one that there is.\");\n"),
                IsEmpty());
    // A problem in the statement before excuses nothing.
    EXPECT_THAT(english_in("model/a.cpp", "if (problems.empty()) {\n"
                                          "    return \"all is well\";\n"
                                          "}\n"),
                ElementsAre("model/a.cpp:2: all is well"));
}

TEST(Sentences, SearchesAreSeen) {
    EXPECT_THAT(searches_in("model/a.cpp",
                            "if (says.find(\"No adoption\") != npos) {\n"
                            "    cut(reason.starts_with(\"one answer\"));\n"
                            "}\n"
                            "bool below = text == \"below 1%\";\n"
                            "bool same = \"settle it\" == text;\n"
                            "bool key = name == \"no-pair\" || name.contains(\"says\");\n"
                            "auto at = text.find(\" ,;\");\n"),
                ElementsAre("model/a.cpp:1: No adoption", "model/a.cpp:2: one answer",
                            "model/a.cpp:4: below 1%", "model/a.cpp:5: settle it"));
    EXPECT_THAT(worded_messages_in("model/a.cpp", "auto text = action.words();\n"
                                                  "auto more = action->words().size();\n"
                                                  "auto none = in_words(); // .words()\n"),
                ElementsAre("model/a.cpp:1: words()", "model/a.cpp:2: words()"));
}

} // namespace
} // namespace assess
