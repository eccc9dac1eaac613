#include "model/text/text.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace assess {
namespace {

TEST(SpellingKey, DropsWhatSpellingsDifferIn) {
    EXPECT_EQ(spelling_key("W&B"), "wb");
    EXPECT_EQ(spelling_key("Weights & Biases"), "weightsbiases");
    EXPECT_EQ(spelling_key("weights-and-biases"), "weightsandbiases");
    EXPECT_EQ(spelling_key("scikit-learn"), spelling_key("Scikit Learn"));
    EXPECT_EQ(spelling_key("Google Cloud Platform (GCP)"), "googlecloudplatformgcp");
    EXPECT_EQ(spelling_key(""), "");
    EXPECT_EQ(spelling_key(" -_./ "), "");
}

TEST(SpellingKey, KeepsPlusAndHash) {
    EXPECT_EQ(spelling_key("C++"), "c++");
    EXPECT_EQ(spelling_key("C#"), "c#");
    EXPECT_NE(spelling_key("C"), spelling_key("C++"));
}

TEST(SpellingKey, ReadsLettersOutsideAscii) {
    EXPECT_EQ(spelling_key("Caf\xC3\xA9"), "cafe");
    EXPECT_EQ(spelling_key("Cafe\xCC\x81"), "cafe"); // decomposed
    EXPECT_EQ(spelling_key("\xC3\x9C"
                           "bersicht"),
              "ubersicht"); // capital U with two dots
    EXPECT_EQ(spelling_key("Stra\xC3\x9F"
                           "e"),
              "strasse"); // sharp s
    EXPECT_EQ(spelling_key("\xC5\x81\xC3\xB3"
                           "d\xC5\xBA"),
              "lodz");                                                      // Latin Extended-A
    EXPECT_EQ(spelling_key("MLflow\xE2\x84\xA2"), "mlflow");                // trade mark sign
    EXPECT_EQ(spelling_key("Git\xC2\xA0Hub"), "github");                    // no-break space
    EXPECT_EQ(spelling_key("\xEF\xBC\xA7\xEF\xBC\xA9\xEF\xBC\xB4"), "git"); // full width
    EXPECT_EQ(spelling_key("Dask \xE2\x80\x93 ML"), "daskml");              // en dash
    EXPECT_EQ(spelling_key("\xE9\xA3\x9E\xE6\xA1\xA8"), "\xE9\xA3\x9E\xE6\xA1\xA8"); // Han stays
}

TEST(SpellingKey, KeepsBytesThatAreNoUtf8Apart) {
    EXPECT_NE(spelling_key("a\xFF"), spelling_key("a\xFE"));
    EXPECT_EQ(spelling_key("A\xFF"), "a\xFF");
}

TEST(SpellingKey, IsItsOwnKey) {
    std::mt19937 random(7);
    for (int run = 0; run < 20'000; ++run) {
        std::string text;
        for (unsigned i = 0; i < 12; ++i) {
            text += static_cast<char>(random() % 256);
        }
        if (first_invalid_utf8(text)) {
            continue; // dropping a mark can join broken bytes to a letter
        }
        const auto key = spelling_key(text);
        ASSERT_EQ(spelling_key(key), key) << testing::PrintToString(text);
    }
}

TEST(Trimmed, TakesWhiteSpaceFromBothEnds) {
    EXPECT_EQ(trimmed(" \t MLflow \r\n"), "MLflow");
    EXPECT_EQ(trimmed("\xC2\xA0MLflow\xC2\xA0"), "MLflow");
    EXPECT_EQ(trimmed("\xEF\xBB\xBFMLflow"), "MLflow");
    EXPECT_EQ(trimmed("\xE3\x80\x80MLflow\xE2\x80\xAF"), "MLflow"); // ideographic, narrow no-break
    EXPECT_EQ(trimmed("a b"), "a b");
    EXPECT_EQ(trimmed(" \t\xC2\xA0"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, LeavesOtherBytesAlone) {
    EXPECT_EQ(trimmed("\xC3\xA0"), "\xC3\xA0"); // ends in the byte 0xA0, but is a letter
    EXPECT_EQ(trimmed("\xA0"), "\xA0");         // a broken byte is not white space
    EXPECT_EQ(trimmed("x\xC2"), "x\xC2");
}

TEST(Listed, JoinsWithCommasAndAWord) {
    EXPECT_EQ(listed(std::vector<std::string>{}), "");
    EXPECT_EQ(listed(std::vector<std::string>{"a"}), "a");
    EXPECT_EQ(listed(std::vector<std::string>{"a", "b"}), "a or b");
    EXPECT_EQ(listed(std::vector<std::string>{"a", "b", "c"}), "a, b or c");
    EXPECT_EQ(listed(std::vector<std::string>{"a", "b", "c"}, "and"), "a, b and c");
}

} // namespace
} // namespace assess
