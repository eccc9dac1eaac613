// The words of the program's own: complete in every language, with the same places for arguments.
#include "questionnaires/words/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>
#include <string>

namespace assess {
namespace {

using testing::ElementsAre;

/// "{0}", "{1}": each as often as it occurs.
std::multiset<std::string> arguments_of(const std::string& text) {
    std::multiset<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        found.insert(text.substr(at, 3));
    }
    return found;
}

TEST(Words, HaveEveryLanguageAndTheSameArgumentsInEach) {
    EXPECT_THAT(word_files(), ElementsAre("ask", "engine", "form"));
    for (const auto file : word_files()) {
        const auto json = nlohmann::json::parse(words_json(file));
        EXPECT_EQ(json.at("format"), "assess/words/1") << file;
        EXPECT_FALSE(json.at("words").empty()) << file;
        for (const auto& [key, texts] : json.at("words").items()) {
            EXPECT_EQ(texts.size(), word_languages().size()) << file << ": " << key;
            const auto in_english = arguments_of(texts.at("en"));
            for (const std::string& language : word_languages()) {
                ASSERT_TRUE(texts.contains(language)) << file << ": " << key;
                const std::string text = texts[language];
                EXPECT_FALSE(text.empty()) << file << ": " << key;
                EXPECT_EQ(arguments_of(text), in_english) << file << ": " << key;
                EXPECT_EQ(text.find('!'), std::string::npos) << file << ": " << key;
            }
        }
    }
}

TEST(Words, EveryRefusalHasAHint) {
    const auto json = nlohmann::json::parse(words_json("engine")).at("words");
    for (const auto& [key, texts] : json.items()) {
        if (key.starts_with("draft-") && key != "draft-of-another" &&
            key != "draft-of-another-hint") {
            continue; // what changed in a draft, which nobody has to mend
        }
        const bool hint = key.ends_with("-hint");
        EXPECT_TRUE(json.contains(hint ? key.substr(0, key.size() - 5) : key + "-hint")) << key;
        // A refusal is a clause for a message; its hint is a sentence.
        EXPECT_EQ(texts.at("en").get<std::string>().ends_with("."), hint) << key;
        EXPECT_EQ(texts.at("de").get<std::string>().ends_with("."), hint) << key;
    }
}

TEST(Words, AreFoundFilledAndFallBack) {
    EXPECT_EQ(word("engine", "number-too-small", "en", {"5"}), "The number is below 5");
    EXPECT_EQ(word("engine", "number-too-small", "de-AT", {"5"}), "Die Zahl ist kleiner als 5");
    EXPECT_EQ(word("engine", "number-too-small", "fr", {"5"}), "The number is below 5");
    // An argument is never looked into, and one that is not given stays a mark.
    EXPECT_EQ(word("engine", "text-too-long", "en", {"{1}", "9"}),
              "The text has {1} characters, and 9 is the most");
    EXPECT_EQ(word("engine", "number-too-small", "en"), "The number is below {0}");
    EXPECT_THROW(word("engine", "no-such-key", "en"), std::out_of_range);
    EXPECT_THROW(word("nothing", "next", "en"), std::out_of_range);
    EXPECT_EQ(words_json("nothing"), "");
}

} // namespace
} // namespace assess
