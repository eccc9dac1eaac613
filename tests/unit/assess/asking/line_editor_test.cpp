#include "assess/asking/line_editor.hpp"
#include "model/text/text.hpp"

#include <gmock/gmock.h>

namespace assess::asking {
namespace {

using testing::ElementsAre;

void press(LineEditor& line, std::initializer_list<KeyKind> kinds) {
    for (const auto kind : kinds) {
        line.handle({kind, ""});
    }
}

TEST(LineEditor, InsertsAndErasesAtTheCursor) {
    LineEditor line;
    line.insert("abd");
    press(line, {KeyKind::Left});
    line.handle({KeyKind::Text, "c"});
    EXPECT_EQ(line.text(), "abcd");
    press(line, {KeyKind::Home, KeyKind::Delete, KeyKind::End, KeyKind::Backspace});
    EXPECT_EQ(line.text(), "bc");
}

TEST(LineEditor, ALetterAndItsAccentAreOne) {
    LineEditor line;
    line.insert("xu\u0308"); // u and a combining diaeresis
    press(line, {KeyKind::Backspace});
    EXPECT_EQ(line.text(), "x");
}

TEST(LineEditor, ErasesWordsAndAll) {
    LineEditor line;
    line.insert("one two  ");
    line.handle({KeyKind::Control, "w"});
    EXPECT_EQ(line.text(), "one ");
    line.handle({KeyKind::Control, "a"});
    line.handle({KeyKind::Control, "k"});
    EXPECT_TRUE(line.empty());
    EXPECT_FALSE(line.handle({KeyKind::Control, "g"}));
    EXPECT_FALSE(line.handle({KeyKind::Up, ""}));
}

TEST(LineEditor, TakesNoMoreThanItsLengthInCharacters) {
    LineEditor line(3);
    EXPECT_FALSE(line.insert("\u00e4\u00f6\u00fc!"));
    EXPECT_EQ(line.text(), "\u00e4\u00f6\u00fc");
    press(line, {KeyKind::Backspace});
    EXPECT_TRUE(line.insert("u"));
    EXPECT_FALSE(line.handle({KeyKind::Text, "x"}));
}

TEST(LineEditor, WrapsWideLettersWholeAndKeepsTheCursorInside) {
    LineEditor line;
    line.insert("a\u4e2d\u6587"); // one column, then twice two
    const auto rows = line.rows(4);
    EXPECT_THAT(rows.rows, ElementsAre("a\u4e2d", "\u6587"));
    EXPECT_EQ(rows.row, 1U);
    EXPECT_EQ(rows.column, 2U);
    line.insert("bc");
    const auto full = line.rows(4); // the cursor stands behind a full row
    EXPECT_EQ(full.row, 2U);
    EXPECT_EQ(full.column, 0U);
}

TEST(LineEditor, NoRowIsWiderThanItsWidth) {
    LineEditor line;
    line.insert("\u4e2d\u6587 mixed \u00fc text \U0001F600 and more of it");
    for (std::size_t width = 2; width < 40; ++width) {
        const auto rows = line.rows(width);
        for (const auto& row : rows.rows) {
            EXPECT_LE(display_width(row), width);
        }
        EXPECT_LT(rows.row, rows.rows.size());
        EXPECT_LT(rows.column, width);
    }
}

} // namespace
} // namespace assess::asking
