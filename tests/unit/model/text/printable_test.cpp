#include "model/text/text.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

TEST(Printable, PlainTextAndOtherScriptsStay) {
    for (const auto* text :
         {"", "Docker", "two\nlines", "Grüße, 東京, Ωμέγα", "\xF0\x9F\x9A\x80"}) {
        EXPECT_EQ(printable(text), text);
    }
}

TEST(Printable, WhatControlsATerminalBecomesVisible) {
    EXPECT_EQ(printable("\x1b[31mred"), "\\x1b[31mred");
    EXPECT_EQ(printable("a\rb\tc\x7f"), "a\\x0db\\x09c\\x7f");
    EXPECT_EQ(printable("\xC2\x9B"), "\\x9b") << "the one-character control sequence introducer";
    EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(Printable, MarksThatTurnTheDirectionBecomeVisible) {
    EXPECT_EQ(printable("a\xE2\x80\xAE"
                        "b"),
              "a\\u202eb");
    EXPECT_EQ(printable("\xE2\x81\xA6"), "\\u2066");
    EXPECT_EQ(printable("\xEF\xBB\xBF"), "\\ufeff");
}

TEST(Printable, BrokenBytesBecomeVisibleOneByOne) {
    EXPECT_EQ(printable("\xFF\xC3("), "\\xff\\xc3(");
    EXPECT_EQ(printable("\xE2\x82"), "\\xe2\\x82") << "cut in the middle of a character";
    EXPECT_EQ(printable("\xC0\xAF"), "\\xc0\\xaf") << "an overlong form";
}

TEST(InQuotes, ShortensByCharactersAndStaysOnOneLine) {
    EXPECT_EQ(in_quotes("Git"), "'Git'");
    EXPECT_EQ(in_quotes(""), "''");
    EXPECT_EQ(in_quotes("a\nb"), "'a\\nb'");
    EXPECT_EQ(in_quotes(std::string(60, 'x')), "'" + std::string(60, 'x') + "'");
    EXPECT_EQ(in_quotes(std::string(1'000'000, 'x')), "'" + std::string(60, 'x') + "...'");
    std::string umlauts;
    std::string sixty;
    for (int i = 0; i < 70; ++i) {
        umlauts += "ü";
        sixty += i < 60 ? "ü" : "";
    }
    EXPECT_EQ(in_quotes(umlauts), "'" + sixty + "...'");
}

} // namespace
} // namespace assess
