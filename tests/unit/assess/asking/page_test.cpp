#include "assess/asking/page.hpp"
#include "model/text/text.hpp"

#include <gmock/gmock.h>

namespace assess::asking {
namespace {

using testing::HasSubstr;

Page full_page() {
    Page page;
    page.head = {{"head"}};
    append_wrapped(page.question, "A question that takes more than one row on a narrow screen", 20);
    append_wrapped(page.help, "Help that is long enough to give way where the screen is low", 20);
    page.input = LineEditor::Rows{{"typed"}, 0, 5};
    for (int i = 1; i <= 30; ++i) {
        page.list.push_back({"row " + std::to_string(i)});
    }
    page.focus = 17;
    page.notes = {{"note"}};
    page.keys = {{"keys one"}, {"keys two"}};
    return page;
}

TEST(Fit, NeverExceedsTheScreenAndAlwaysShowsTheFocusAndTheInput) {
    for (std::size_t rows = 1; rows <= 60; ++rows) {
        for (std::size_t columns = 4; columns <= 30; columns += 13) {
            const auto frame = fit(full_page(), {columns, rows}, true, "more");
            ASSERT_LE(frame.lines.size(), rows);
            ASSERT_LT(frame.row, rows);
            ASSERT_LT(frame.column, columns);
            std::string all;
            for (const auto& line : frame.lines) {
                ASSERT_LE(display_width(line.text), columns);
                all += line.text + "\n";
            }
            if (rows >= 12 && columns > 20) {
                EXPECT_THAT(all, HasSubstr("row 18\n")) << rows;
                EXPECT_THAT(all, HasSubstr("> typed"));
                EXPECT_THAT(all, HasSubstr("note"));
            }
        }
    }
}

TEST(Fit, SaysHowMuchOfTheListIsHidden) {
    Page page;
    for (int i = 1; i <= 10; ++i) {
        page.list.push_back({"row " + std::to_string(i)});
    }
    page.focus = 4;
    const auto frame = fit(page, {40, 5}, false, "more");
    // Rows 3 to 7 around row 5; the first and the last make room for the counts.
    EXPECT_EQ(frame.lines.front().text, "  ^ 3 more");
    EXPECT_EQ(frame.lines[2].text, "row 5");
    EXPECT_EQ(frame.lines.back().text, "  v 4 more");
}

TEST(Fit, TheCursorStandsBehindTheInput) {
    Page page;
    page.question = {{"Q"}};
    page.input = LineEditor::Rows{{"abc"}, 0, 2};
    const auto frame = fit(page, {40, 10}, true, "more");
    EXPECT_EQ(frame.lines[frame.row].text, "> abc");
    EXPECT_EQ(frame.column, 4U);
}

TEST(Wrapping, KeepsTheSpacesATextBeginsWith) {
    std::vector<Line> lines;
    append_wrapped(lines, "  [ ] 1 one two three four five", 24, Look::Plain, 8);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, "  [ ] 1 one two");
    EXPECT_EQ(lines[1].text, "        three four five");
}

TEST(Wrapping, ShowsEscapeSequencesInsteadOfSendingThem) {
    std::vector<Line> lines;
    append_wrapped(lines, "evil \x1b[31m red \xff", 80);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].text.find('\x1b'), std::string::npos);
    EXPECT_FALSE(first_invalid_utf8(lines[0].text));
}

TEST(Drawing, HasNoColourAndOnlyAsciiWhereItMayNot) {
    Frame frame;
    frame.lines = {{"\u203a Gr\u00f6\u00dfe \u2014 \u2191\u2193 1", Look::Focus}};
    const auto bytes = drawing_of(frame, false, false);
    EXPECT_THAT(bytes, HasSubstr("Grosse - ^v 1"));
    EXPECT_THAT(bytes, testing::Not(HasSubstr("38;5")));
    for (const char byte : bytes) {
        EXPECT_LT(static_cast<unsigned char>(byte), 0x80);
    }
    EXPECT_THAT(drawing_of(frame, true, true), HasSubstr("38;5"));
}

} // namespace
} // namespace assess::asking
