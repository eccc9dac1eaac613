#include "model/text/text.hpp"
#include "model/text/utf8.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>

namespace assess {
namespace {

struct ByteRange {
    unsigned low, high;
};

/// Table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences", row by row.
bool in_table(std::string_view text) {
    constexpr std::array<std::array<ByteRange, 4>, 9> rows{{
        {{{0x00, 0x7F}, {1, 0}, {1, 0}, {1, 0}}},
        {{{0xC2, 0xDF}, {0x80, 0xBF}, {1, 0}, {1, 0}}},
        {{{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}, {1, 0}}},
        {{{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}, {1, 0}}},
        {{{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}, {1, 0}}},
        {{{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}, {1, 0}}},
        {{{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
        {{{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
        {{{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
    }};
    while (!text.empty()) {
        std::size_t length = 0;
        for (const auto& row : rows) {
            std::size_t i = 0;
            while (i < 4 && row[i].low <= row[i].high && i < text.size() &&
                   static_cast<unsigned char>(text[i]) >= row[i].low &&
                   static_cast<unsigned char>(text[i]) <= row[i].high) {
                ++i;
            }
            if (i == 4 || (i > 0 && row[i].low > row[i].high)) {
                length = i;
                break;
            }
        }
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

TEST(Utf8, AcceptsEveryPairOfBytesThatTheStandardsTableHas) {
    for (unsigned a = 0; a < 256; ++a) {
        for (unsigned b = 0; b < 256; ++b) {
            const std::string text{static_cast<char>(a), static_cast<char>(b)};
            ASSERT_EQ(!first_invalid_utf8(text), in_table(text)) << a << ' ' << b;
        }
    }
}

TEST(Utf8, AgreesWithTheStandardsTableOnRandomBytes) {
    std::mt19937 random(20210531);
    // Bytes at the edges of the table's ranges, so that valid sequences are not rare.
    constexpr std::array<unsigned char, 20> bytes{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                                  0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
                                                  0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5};
    std::size_t valid = 0;
    for (int run = 0; run < 300'000; ++run) {
        std::string text;
        const auto length = random() % 5;
        for (unsigned i = 0; i < length; ++i) {
            text += static_cast<char>(bytes[random() % bytes.size()]);
        }
        const bool expected = in_table(text);
        valid += expected ? 1U : 0U;
        ASSERT_EQ(!first_invalid_utf8(text), expected) << testing::PrintToString(text);
    }
    EXPECT_GT(valid, 10'000U);
}

TEST(Utf8, NamesTheFirstWrongByte) {
    EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("plain text longer than eight bytes"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("caf\xC3\xA9 \xF0\x9F\x98\x80"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("caf\xE9"), 3U);                        // Latin-1
    EXPECT_EQ(first_invalid_utf8("0123456789\xFF"), 10U);                // after a block of eight
    EXPECT_EQ(first_invalid_utf8("ab\xE2\x82"), 2U);                     // cut off
    EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);                       // overlong
    EXPECT_EQ(first_invalid_utf8("x\xED\xA0\x80"), 1U);                  // surrogate
    EXPECT_EQ(first_invalid_utf8(std::string("a\0b", 3)), std::nullopt); // NUL is a character
}

TEST(Utf8, DecodesCodePoints) {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
    EXPECT_EQ(code_point_at(text, 0).value, U'a');
    EXPECT_EQ(code_point_at(text, 1).value, U'\u00e9');
    EXPECT_EQ(code_point_at(text, 3).value, U'\u20ac');
    EXPECT_EQ(code_point_at(text, 6).value, U'\U0001F600');
    EXPECT_EQ(code_point_at(text, 6).length, 4U);
    EXPECT_EQ(code_point_at(text, 2).length, 0U); // inside a sequence
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("MLflow"), 6U);
    EXPECT_EQ(display_width("caf\xC3\xA9"), 4U);
    EXPECT_EQ(display_width("cafe\xCC\x81"), 4U);                         // combining accent
    EXPECT_EQ(display_width("\xE6\x9D\xB1\xE4\xBA\xAC"), 4U);             // two Han characters
    EXPECT_EQ(display_width("\xED\x95\x9C"), 2U);                         // Hangul
    EXPECT_EQ(display_width("\xF0\x9F\x98\x80"), 2U);                     // emoji
    EXPECT_EQ(display_width("\xEF\xBC\xA1"), 2U);                         // full-width A
    EXPECT_EQ(display_width("\xE2\x80\x8B"), 0U);                         // zero-width space
    EXPECT_EQ(display_width("\xE2\x94\x80\xE2\x97\x8F\xE2\x88\x92"), 3U); // line, dot, minus
    EXPECT_EQ(display_width("a\tb\n"), 2U);                               // controls take none
    EXPECT_EQ(display_width("a\xFFz"), 3U);                               // replaced by one sign
}

} // namespace
} // namespace assess
