#include "model/json/json_input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A text, its value, its problems and a reader of its object.
struct Reading {
    explicit Reading(std::string given)
        : text(std::move(given)), json(parse_json(text, "f")), problems(text, "f"),
          reader(json, "", problems) {}
    std::string text;
    nlohmann::json json;
    JsonProblems problems;
    ObjectReader reader;

    /// The only problem.
    Diagnostic problem() {
        const auto all = problems.diagnostics();
        EXPECT_EQ(all.size(), 1U);
        return all.empty() ? Diagnostic{} : all.front();
    }
};

TEST(ObjectReader, ReadsFieldsOfEveryKind) {
    Reading in(R"({"s": "text", "n": 0.5, "i": 7, "w": 5.0, "b": true, "l": ["a", "b"],
                   "o": {"x": 1}, "c": "two", "f": "assess/x/1", "format": "assess/x/1"})");
    in.reader.format("assess/x/1");
    EXPECT_EQ(in.reader.required_string("s"), "text");
    EXPECT_EQ(in.reader.number("n", 0, 1), 0.5);
    EXPECT_EQ(in.reader.integer("i", 0, 10), 7);
    EXPECT_EQ(in.reader.integer("w", 0, 10), 5);
    EXPECT_EQ(in.reader.boolean("b"), true);
    EXPECT_THAT(in.reader.strings("l"), ElementsAre("a", "b"));
    EXPECT_EQ(in.reader.object("o")->number("x", 0, 1), 1.0);
    EXPECT_EQ(in.reader.choice("c", {"one", "two"}), 1U);
    EXPECT_EQ(in.reader.string("f"), "assess/x/1");
    in.reader.finish();
    EXPECT_TRUE(in.problems.empty());
}

TEST(ObjectReader, TreatsMissingAndNullAlike) {
    Reading in(R"({"n": null})");
    for (const auto* name : {"n", "missing"}) {
        EXPECT_FALSE(in.reader.has(name));
        EXPECT_EQ(in.reader.string(name), std::nullopt);
        EXPECT_EQ(in.reader.number(name, 0, 1), std::nullopt);
        EXPECT_EQ(in.reader.integer(name, 0, 1), std::nullopt);
        EXPECT_EQ(in.reader.boolean(name), std::nullopt);
        EXPECT_EQ(in.reader.choice(name, {"a"}), std::nullopt);
        EXPECT_TRUE(in.reader.strings(name).empty());
        EXPECT_FALSE(in.reader.object(name));
        EXPECT_FALSE(in.reader.objects(name, [](ObjectReader&) { FAIL(); }));
        EXPECT_EQ(in.reader.raw(name), nullptr);
    }
    EXPECT_TRUE(in.problems.empty());
    EXPECT_EQ(in.reader.required_string("n"), "");
    EXPECT_THAT(in.problem().what, HasSubstr("'n' is missing"));
}

TEST(ObjectReader, SaysWhichKindWasExpected) {
    Reading in(R"({
      "s": 1, "n": "0.5", "i": 1.5, "b": "yes", "l": "a", "o": [], "m": 3, "e": ["a", 2], "os": {}})");
    EXPECT_EQ(in.reader.string("s"), std::nullopt);
    EXPECT_EQ(in.reader.number("n", 0, 1), std::nullopt);
    EXPECT_EQ(in.reader.integer("i", 0, 5), std::nullopt);
    EXPECT_EQ(in.reader.boolean("b"), std::nullopt);
    EXPECT_TRUE(in.reader.strings("l").empty());
    EXPECT_FALSE(in.reader.object("o"));
    EXPECT_FALSE(in.reader.members("m", [](const auto&, const auto&, const auto&) { FAIL(); }));
    EXPECT_THAT(in.reader.strings("e"), ElementsAre("a"));
    EXPECT_FALSE(in.reader.objects("os", [](ObjectReader&) { FAIL(); }));
    in.reader.finish();
    std::vector<std::string> said;
    for (const auto& problem : in.problems.diagnostics()) {
        EXPECT_EQ(problem.place.line, 2U);
        said.push_back(problem.place.where + " " + problem.what);
    }
    EXPECT_THAT(said, ElementsAre("/s 's' must be text, but is a number",
                                  "/n 'n' must be a number, but is text",
                                  "/i 'i' is 1.5, which is no whole number",
                                  "/b 'b' must be true or false, but is text",
                                  "/l 'l' must be a list of text, but is text",
                                  "/o expected an object, but this is a list",
                                  "/m 'm' must be an object, but is a number",
                                  "/e/1 expected text, but this is a number",
                                  "/os 'os' must be a list of objects, but is an object"));
}

TEST(ObjectReader, ChecksRanges) {
    Reading in(
        R"({"a": -1, "b": 1, "c": 1.0000001, "d": 99999999999999999999, "e": 18446744073709551615})");
    EXPECT_EQ(in.reader.number("a", -1, 1), -1.0); // the ends are inside
    EXPECT_EQ(in.reader.number("b", -1, 1), 1.0);
    EXPECT_TRUE(in.problems.empty());
    EXPECT_EQ(in.reader.number("c", -1, 1), std::nullopt);
    EXPECT_EQ(in.reader.integer("d", 0, 10), std::nullopt);
    EXPECT_EQ(in.reader.integer("e", 0, 10), std::nullopt);
    const auto all = in.problems.diagnostics();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_THAT(all[0].what, HasSubstr("outside -1 to 1"));
    EXPECT_THAT(all[0].hint, HasSubstr("from -1 to 1"));
    EXPECT_THAT(all[2].what, HasSubstr("outside 0 to 10"));
}

TEST(ObjectReader, OffersTheClosestChoice) {
    Reading in(R"({"ring": "adpot", "role": "wizard"})");
    EXPECT_EQ(in.reader.choice("ring", {"adopt", "trial"}), std::nullopt);
    EXPECT_EQ(in.reader.choice("role", {"a1", "b2"}), std::nullopt);
    const auto all = in.problems.diagnostics();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].hint, "Did you mean 'adopt'?");
    EXPECT_EQ(all[1].hint, "Use a1 or b2."); // nothing is close: all there are
}

TEST(ObjectReader, ReportsUnknownFieldsAtTheirKeys) {
    Reading in("{\"name\": \"a\",\n  \"tolerence\": 1, \"note\": 2}");
    in.reader.required_string("name");
    in.reader.number("tolerance", 0, 1);
    in.reader.ignore({"note"});
    in.reader.finish();
    const auto problem = in.problem();
    EXPECT_EQ(problem.place, (Place{"f", 2, 3, "/tolerence"}));
    EXPECT_EQ(problem.what, "there is no field 'tolerence' here");
    EXPECT_EQ(problem.hint, "Did you mean 'tolerance'?");
}

TEST(ObjectReader, SaysOnceThatAValueIsNoObject) {
    Reading in("{\"list\": [{\"id\": \"a\"}, 5]}");
    std::vector<std::string> ids;
    EXPECT_TRUE(in.reader.objects("list", [&](ObjectReader& entry) {
        ids.push_back(entry.required_string("id"));
        entry.finish();
    }));
    EXPECT_THAT(ids, ElementsAre("a", ""));
    const auto problem = in.problem();
    EXPECT_EQ(problem.place, (Place{"f", 1, 24, "/list/1"}));
    EXPECT_EQ(problem.what, "expected an object, but this is a number");
}

TEST(ObjectReader, RefusesBlankRequiredText) {
    Reading in("{\"id\": \" \\u00a0 \"}");
    EXPECT_EQ(in.reader.required_string("id"), "");
    EXPECT_EQ(in.problem().what, "'id' is empty");
}

TEST(ObjectReader, ChecksTheFormat) {
    const auto problem_with = [](const char* text) {
        Reading in(text);
        in.reader.format("assess/policy/1");
        return in.problem();
    };
    EXPECT_THAT(problem_with("{}").what, HasSubstr("'format' is missing"));
    EXPECT_THAT(problem_with(R"({"format": "assess/policy/2"})").what,
                HasSubstr("'assess/policy/2' is not one that is read here"));
    EXPECT_THAT(problem_with(R"({"format": 3})").hint, HasSubstr("\"assess/policy/1\""));
}

TEST(ObjectReader, VisitsFreeKeys) {
    Reading in(R"({"values": {"b/c": "x", "a": 2}})");
    std::vector<std::string> seen;
    EXPECT_TRUE(in.reader.members(
        "values", [&](const std::string& key, const nlohmann::json& value, const std::string& at) {
            seen.push_back(key + " " + value.dump() + " " + at);
        }));
    EXPECT_THAT(seen, ElementsAre("a 2 /values/a", "b/c \"x\" /values/b~1c"));
}

TEST(ObjectReader, ShortensHugeTextInMessages) {
    Reading in("{\"ring\": \"" + std::string(1'000'000, 'x') + "\"}");
    in.reader.choice("ring", {"adopt"});
    in.reader.finish();
    EXPECT_LT(in.problem().what.size(), 200U);
}

} // namespace
} // namespace assess
