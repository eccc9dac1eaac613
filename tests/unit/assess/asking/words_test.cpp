// Every word that the sources name is in the file of words, and the file has no other.
#include "assess/asking/words.hpp"
#include "questionnaires/words/words.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace assess::asking {
namespace {

namespace fs = std::filesystem;

std::string sources() {
    std::ostringstream all;
    const fs::path root(ASSESS_SOURCE_DIR);
    for (const auto& entry : fs::directory_iterator(root / "assess/asking")) {
        all << std::ifstream(entry.path()).rdbuf();
    }
    all << std::ifstream(root / "assess/commands/ask.cpp").rdbuf();
    return all.str();
}

TEST(AskWords, EveryWordOfTheFileIsUsed) {
    const auto text = sources();
    ASSERT_GT(text.size(), 50000U) << "the sources were not found";
    const auto json = nlohmann::json::parse(words_json("ask"));
    for (const auto& [key, texts] : json.at("words").items()) {
        const bool made = key.rfind("depth-", 0) == 0; // from a depth's id
        EXPECT_TRUE(made || text.find('"' + key + '"') != std::string::npos) << key;
    }
}

TEST(AskWords, EveryWordThatTheSourcesNameIsThere) {
    const auto text = sources();
    const Words words("en");
    std::size_t named = 0;
    for (const std::string_view before : {"words(\"", "means(*line, \""}) {
        for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
            const auto begin = at + before.size();
            const auto key = text.substr(begin, text.find('"', begin) - begin);
            EXPECT_NO_THROW(words(key)) << key;
            ++named;
        }
    }
    EXPECT_GT(named, 60U);
}

} // namespace
} // namespace assess::asking
