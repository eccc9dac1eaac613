// The syntax of patterns, and what is wrong in a broken one.
#include "reports/wording/pattern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::reports {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// A pattern in a notation of the test's own: one text a piece, cases in brackets.
std::vector<std::string> pieces(const Pattern& pattern) {
    std::vector<std::string> list;
    for (const auto& piece : pattern) {
        std::string text = piece.kind == Piece::Kind::Words      ? "words"
                           : piece.kind == Piece::Kind::Argument ? "argument"
                           : piece.kind == Piece::Kind::Select   ? "select"
                                                                 : "plural";
        text += piece.capital ? " ^" : " ";
        text += "<" + piece.text + ">" + (piece.form.empty() ? "" : " as " + piece.form);
        for (const auto& one : piece.cases) {
            text += " [";
            for (const auto& key : one.keys) {
                text += key + " ";
            }
            for (const auto& inner : pieces(one.pattern)) {
                text += inner;
            }
            text += "]";
        }
        list.push_back(text);
    }
    return list;
}

std::vector<std::string> pieces_of(std::string_view text) {
    return pieces(parse_pattern(text));
}

TEST(Pattern, WordsAlone) {
    EXPECT_THAT(pieces_of(""), IsEmpty());
    EXPECT_THAT(pieces_of(" Nobody, that's | it: ^ "),
                ElementsAre("words < Nobody, that's | it: ^ >"));
}

TEST(Pattern, ArgumentsBetweenWords) {
    EXPECT_THAT(pieces_of("{a} and {b}."),
                ElementsAre("argument <a>", "words < and >", "argument <b>", "words <.>"));
    EXPECT_THAT(pieces_of("{a}{b}"), ElementsAre("argument <a>", "argument <b>"));
}

TEST(Pattern, ACapitalAndAForm) {
    EXPECT_THAT(pieces_of("{^group} {people, all} {^who, many.short}"),
                ElementsAre("argument ^<group>", "words < >", "argument <people> as all",
                            "words < >", "argument ^<who> as many.short"));
}

TEST(Pattern, SpacesInsideBracesDoNotCount) {
    EXPECT_THAT(pieces_of("{ a }"), ElementsAre("argument <a>"));
    EXPECT_THAT(pieces_of("{a,form}"), ElementsAre("argument <a> as form"));
    EXPECT_THAT(pieces_of("{ a , form }"), ElementsAre("argument <a> as form"));
    EXPECT_THAT(pieces_of("{a,select,b{c}other{d}}"), pieces_of("{a, select, b {c} other {d}}"));
}

TEST(Pattern, Select) {
    EXPECT_THAT(pieces_of("{state, select, present {is there} other {is not}}"),
                ElementsAre("select <state> [present words <is there>] [other words <is not>]"));
}

TEST(Pattern, PluralWithKeysThatShareAText) {
    EXPECT_THAT(pieces_of("{n, plural, =0 {none} one|hidden {few} other {{n} of them}}"),
                ElementsAre("plural <n> [=0 words <none>] [one hidden words <few>] "
                            "[other argument <n>words < of them>]"));
    EXPECT_THAT(pieces_of("{n, plural, a | b | other {x}}"),
                ElementsAre("plural <n> [a b other words <x>]"));
}

TEST(Pattern, CasesMayBeEmptyAndHoldOthers) {
    EXPECT_THAT(pieces_of("{a, select, yes {{n, plural, one {1} other {}}} other {}}"),
                ElementsAre("select <a> [yes plural <n> [one words <1>] [other ]] [other ]"));
}

TEST(Pattern, WordsInACaseKeepTheirSpaces) {
    EXPECT_THAT(pieces_of("{a, select, other { b }}"),
                ElementsAre("select <a> [other words < b >]"));
}

/// What parse_pattern() says is wrong.
std::string objection(std::string_view text) {
    try {
        parse_pattern(text);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "nothing";
}

TEST(Pattern, SaysWhatIsWrongAndWhere) {
    for (const auto& [text, what] : std::vector<std::pair<std::string, std::string>>{
             {"a}", "a closing brace without an opening one at byte 1"},
             {"{a}}", "a closing brace without an opening one at byte 3"},
             {"{}", "a name is missing at byte 1"},
             {"{ }", "a name is missing at byte 2"},
             {"{^}", "a name is missing at byte 2"},
             {"{, form}", "a name is missing at byte 1"},
             {"{a, }", "a name is missing at byte 4"},
             {"{", "a name is missing at byte 1"},
             {"{a", "'}' is missing at byte 2"},
             {"{a b}", "'}' is missing at byte 3"},
             {"{a{b}}", "'}' is missing at byte 2"},
             {"{a, form, more}", "'}' is missing at byte 8"},
             {"{a, form", "'}' is missing at byte 8"},
             {"{a, select}", "',' is missing at byte 10"},
             {"{a, plural other {b}}", "',' is missing at byte 11"},
             {"{a, select, }", "the case \"other\" is missing at byte 12"},
             {"{a, select, b {c}}", "the case \"other\" is missing at byte 17"},
             {"{a, plural, one {b}}", "the case \"other\" is missing at byte 19"},
             {"{a, select, other}", "'{' is missing at byte 17"},
             {"{a, select, other {b}", "a name is missing at byte 21"},
             {"{a, select, other {b", "'}' is missing at byte 20"},
             {"{a, plural, one| {b} other {c}}", "a name is missing at byte 17"},
             {"{a, plural, |one {b} other {c}}", "a name is missing at byte 12"},
             {"{a, select, {b} other {c}}", "a name is missing at byte 12"}}) {
        EXPECT_EQ(objection(text), what + " of \"" + text + "\"");
    }
}

TEST(Pattern, OtherIsOneOfTheKeysOfItsCase) {
    EXPECT_THAT(parse_pattern("{n, plural, one|other {x}}"), SizeIs(1));
    EXPECT_THAT(parse_pattern("{n, plural, other|one {x}}"), SizeIs(1));
}

TEST(Pattern, ACaseThatIsThereTwiceIsAMistake) {
    EXPECT_THAT(objection("{n, plural, one {a} one {b} other {c}}"),
                StartsWith("a second case \"one\" at byte 24 of "));
    EXPECT_THAT(objection("{n, plural, one {a} other|one {c}}"),
                StartsWith("a second case \"one\" at byte 30 of "));
}

TEST(Pattern, ACapitalOfCasesIsAMistake) {
    // It would do nothing: the words of the cases can have theirs.
    EXPECT_THAT(objection("{^a, select, other {b}}"), StartsWith("cases have no capital"));
    EXPECT_THAT(objection("{^a, plural, other {b}}"), StartsWith("cases have no capital"));
}

} // namespace
} // namespace assess::reports
