#include "model/json/json_input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace assess {
namespace {

using nlohmann::json;
using testing::HasSubstr;

Diagnostics problems_of(std::string_view text) {
    try {
        parse_json(text, "f.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

/// One broken text and what is to be said of it.
struct Broken {
    const char* name;
    std::string text;
    std::size_t line;
    std::size_t column;
    const char* what;
    const char* hint;
};

class BrokenJson : public testing::TestWithParam<Broken> {};

TEST_P(BrokenJson, IsRefusedWithItsPlace) {
    const auto& broken = GetParam();
    const auto problems = problems_of(broken.text);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place.file, "f.json");
    EXPECT_EQ(problems[0].place.line, broken.line) << problems[0].what;
    EXPECT_EQ(problems[0].place.column, broken.column) << problems[0].what;
    EXPECT_THAT(problems[0].what, HasSubstr(broken.what));
    EXPECT_THAT(problems[0].hint, HasSubstr(broken.hint));
    EXPECT_THAT(problems[0].what, testing::Not(HasSubstr("json.exception"))); // no raw message
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

INSTANTIATE_TEST_SUITE_P(
    All, BrokenJson,
    testing::Values(
        Broken{"Empty", "", 1, 1, "the file is empty", "Expected JSON"},
        Broken{"OnlySpace", " \n\n ", 1, 1, "the file is empty", "Expected JSON"},
        Broken{"NaN", "{\"x\": NaN}", 1, 7, "NaN", "finite number"},
        Broken{"Infinity", "{\"x\":\n Infinity}", 2, 2, "Infinity", "finite number"},
        Broken{"MinusInfinity", "[-Infinity]", 1, 3, "Infinity", "finite number"},
        Broken{"TooLarge", "{\"a\": 1,\n \"x\": 1e400}", 2, 7, "1e400", "1.8e308"},
        Broken{"MinusTooLarge", "[-1e400]", 1, 2, "too large", "1.8e308"},
        Broken{"TooLargeWithoutExponent", "[1" + std::string(400, '0') + "]", 1, 2, "too large",
               ""},
        Broken{"CutOff", "{\"tools\": [\n  {\"id\": \"a\"", 2, 13, "line 2, column 3", "missing }"},
        Broken{"CutOffAfterKey", "{\"a\"", 1, 5, "object that begins in line 1, column 1", "}"},
        Broken{"CutOffList", "[1, 2", 1, 6, "list that begins", "]"},
        Broken{"TrailingComma", "{\"a\": 1,\n}", 1, 8, "comma before the closing }", "Remove"},
        Broken{"TrailingCommaList", "[1, ]", 1, 3, "comma before the closing ]", "Remove"},
        Broken{"MissingComma", "{\"a\": 1\n \"b\": 2}", 2, 2, "comma or }", "comma is missing"},
        Broken{"MissingColon", "{\"a\" 1}", 1, 6, "colon", ""},
        Broken{"SingleQuotes", "{'a': 1}", 1, 2, "key", "double quotes"},
        Broken{"SingleQuotedValue", "{\"a\": 'b'}", 1, 7, "single quotes", "double quotes"},
        Broken{"BareKey", "{a: 1}", 1, 2, "key", "double quotes"},
        Broken{"BareValue", "{\"a\": yes}", 1, 7, "'yes'", "double quotes"},
        Broken{"PythonTrue", "{\"a\": True}", 1, 7, "'True'", "small letters"},
        Broken{"Comment", "{ // note\n}", 1, 3, "comment", "Remove"},
        Broken{"TwoValues", "{} {}", 1, 4, "after the end", "One file"},
        Broken{"BracketTooMany", "{}}", 1, 3, "after the end", "bracket too many"},
        Broken{"OpenQuote", "{\"a\": \"b}", 1, 7, "no closing quote", "\""},
        Broken{"LineBreakInText", "{\"a\": \"b\nc\"}", 1, 9, "line break", "\\n"},
        Broken{"TabInText", "[\"a\tb\"]", 1, 4, "control character", "\\t"},
        Broken{"BadEscape", "[\"a\\q\"]", 1, 4, "escape", "backslash"},
        Broken{"ShortUnicodeEscape", "[\"\\u12\"]", 1, 3, "four hexadecimal", ""},
        Broken{"HalfSurrogate", "[\"\\ud800\"]", 1, 3, "surrogate", ""},
        Broken{"LeadingZero", "[007]", 1, 2, "begin with 0", "Remove"},
        Broken{"LeadingPlus", "[+1]", 1, 2, "begin with +", "0.5"},
        Broken{"LeadingPoint", "[.5]", 1, 2, "begin with .", "0.5"},
        Broken{"PointWithoutDigits", "[1.]", 1, 2, "decimal", "1.5e3"},
        Broken{"LoneMinus", "[-]", 1, 2, "decimal", "1.5e3"},
        Broken{"TooDeep", nested(65), 1, 65, "more than 64 deep", "brackets"},
        Broken{"FarTooDeep", std::string(1'000'000, '['), 1, 65, "more than 64 deep", ""},
        Broken{"Latin1", "{\"name\": \"caf\xE9\"}", 1, 14, "0xe9", "UTF-8"},
        Broken{"Utf16", std::string("\xFF\xFE{\0}\0", 6), 1, 1, "0xff", "UTF-16"},
        Broken{"ColumnInCharacters", "{\"caf\xC3\xA9\": NaN}", 1, 10, "NaN", ""},
        Broken{"AfterByteOrderMark", "\xEF\xBB\xBF{x}", 1, 2, "key", ""},
        Broken{"WindowsLines", "{\r\n\"a\": NaN}", 2, 6, "NaN", ""},
        Broken{"NulByte", std::string("{\"a\": \0}", 8), 1, 7, "value is expected", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ParseJson, ReadsWhatIsValid) {
    EXPECT_EQ(parse_json("{\"a\": [1, -2.5, true, null, \"\\u00e9\\ud83d\\ude00\"]}", "f"),
              json::parse("{\"a\": [1, -2.5, true, null, \"\xC3\xA9\xF0\x9F\x98\x80\"]}"));
    EXPECT_EQ(parse_json("\xEF\xBB\xBF[]", "f"), json::array());
    EXPECT_EQ(parse_json(" 7 ", "f"), json(7));
    EXPECT_EQ(parse_json(nested(64), "f").dump(), nested(64));
    EXPECT_EQ(parse_json("[1e308, 1e-400]", "f"), json::parse("[1e308, 0.0]"));
}

TEST(ParseJson, ReportsEveryDuplicateKey) {
    const auto problems = problems_of("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3,\n"
                                      " \"\\u0061\": 4}");
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].place, (Place{"f.json", 2, 16, "/b/c"}));
    EXPECT_EQ(problems[1].place, (Place{"f.json", 3, 2, "/a"}));
    EXPECT_EQ(problems[2].place, (Place{"f.json", 4, 2, "/a"})); // an escaped spelling of "a"
    EXPECT_THAT(problems[0].what, HasSubstr("already has a field"));
}

TEST(ParseJson, AllowsTheSameKeyInDifferentObjects) {
    EXPECT_TRUE(problems_of("[{\"a\": 1}, {\"a\": {\"a\": 2}}]").empty());
}

TEST(PlaceOf, FindsValuesByPointer) {
    const std::string text =
        "{\n  \"a/b\": 1,\n  \"m~n\": [10,\n    {\"x\": \"y\"}],\n  \"\": 2\n}";
    EXPECT_EQ(place_of(text, "f", ""), (Place{"f", 1, 1, ""}));
    EXPECT_EQ(place_of(text, "f", "/a~1b"), (Place{"f", 2, 10, "/a~1b"}));
    EXPECT_EQ(place_of(text, "f", "/m~0n/0"), (Place{"f", 3, 11, "/m~0n/0"}));
    EXPECT_EQ(place_of(text, "f", "/m~0n/1/x"), (Place{"f", 4, 11, "/m~0n/1/x"}));
    EXPECT_EQ(place_of(text, "f", "/"), (Place{"f", 5, 7, "/"}));
    // What is not there is found at the nearest value around it.
    EXPECT_EQ(place_of(text, "f", "/m~0n/1/z"), (Place{"f", 4, 5, "/m~0n/1/z"}));
    EXPECT_EQ(place_of(text, "f", "/q/r"), (Place{"f", 1, 1, "/q/r"}));
}

TEST(JsonProblems, ComeInTheOrderOfTheText) {
    const std::string text = "{\"a\": 1,\n \"b\": 2}";
    JsonProblems problems(text, "f");
    EXPECT_TRUE(problems.empty());
    problems.throw_if_any(); // nothing to throw
    problems.add("/b", "second", "hint");
    problems.add("/a", "first");
    problems.add_at_key("/b", "key");
    const auto all = problems.diagnostics();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0], (Diagnostic{{"f", 1, 7, "/a"}, "first", ""}));
    EXPECT_EQ(all[1], (Diagnostic{{"f", 2, 2, "/b"}, "key", ""}));
    EXPECT_EQ(all[2], (Diagnostic{{"f", 2, 7, "/b"}, "second", "hint"}));
    EXPECT_THROW(problems.throw_if_any(), InputError);
}

TEST(JsonProblems, AreManyWithoutBeingSlow) {
    // A hundred thousand problems in one file: one walk through the text, not one each.
    std::string text = "[";
    for (int i = 0; i < 100'000; ++i) {
        text += i == 0 ? "1" : ",\n1";
    }
    text += "]";
    JsonProblems problems(text, "f");
    for (std::size_t i = 100'000; i-- > 0;) {
        problems.add(pointer_to("", i), "no");
    }
    const auto all = problems.diagnostics();
    ASSERT_EQ(all.size(), 100'000U);
    EXPECT_EQ(all.front().place, (Place{"f", 1, 2, "/0"}));
    EXPECT_EQ(all.back().place, (Place{"f", 100'000, 1, "/99999"}));
}

} // namespace
} // namespace assess
