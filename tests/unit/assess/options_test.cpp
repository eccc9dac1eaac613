#include "assess/options.hpp"
#include "model/diagnostics/diagnostic.hpp"

#include <gmock/gmock.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<Option>& table() {
    static const std::vector<Option> options{
        {"format", "FORMAT", "How.", {"text", "json"}},
        {"seed", "N", "Which."},
        {"overlay", "FILE", "More.", {}, true},
        {"ascii", "", "Plain."},
    };
    return options;
}

const std::vector<Positional>& places() {
    static const std::vector<Positional> positionals{{"INPUT", "a file"}};
    return positionals;
}

Diagnostics problems_of(const std::vector<std::string>& words) {
    Diagnostics problems;
    try {
        parse_arguments(words, table(), places(), "report", problems);
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return problems;
}

Arguments parse(const std::vector<std::string>& words) {
    Diagnostics problems;
    return parse_arguments(words, table(), places(), "report", problems);
}

TEST(Options, ValuesAndSwitchesArriveInAnyOrder) {
    const auto arguments =
        parse({"--ascii", "--overlay", "a.json", "team.csv", "--format=json", "--overlay=b.json"});
    EXPECT_TRUE(arguments.has("ascii"));
    EXPECT_FALSE(arguments.has("seed"));
    EXPECT_EQ(arguments.get("format"), "json");
    EXPECT_THAT(arguments.all("overlay"), ElementsAre("a.json", "b.json"));
    EXPECT_THAT(arguments.positionals(), ElementsAre("team.csv"));
}

TEST(Options, EveryUnknownOptionIsToldWithTheClosest) {
    const auto problems = problems_of({"team.csv", "--fromat", "json", "--zzz"});
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_THAT(problems[0].what, HasSubstr("--fromat"));
    EXPECT_THAT(problems[0].hint, HasSubstr("--format"));
    EXPECT_THAT(problems[1].hint, HasSubstr("assess help report"));
}

TEST(Options, AWordThatOnlyBeginsAnOptionIsNoOption) {
    EXPECT_EQ(problems_of({"team.csv", "--form", "json"}).size(), 1U);
}

TEST(Options, AValueOutsideTheChoicesIsRefusedWithTheChoices) {
    const auto problems = problems_of({"team.csv", "--format", "pdf"});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].hint, HasSubstr("text or json"));
    EXPECT_EQ(parse({"team.csv", "--format", "pdf"}).get("format"), std::nullopt);
}

TEST(Options, WrongValuesAndWordsAreToldTogether) {
    EXPECT_EQ(problems_of({"--format", "pdf", "--seed", "1", "--seed", "2"}).size(), 3U)
        << "the value, the option given twice, and INPUT";
}

TEST(Options, TwiceIsTooOftenUnlessItRepeats) {
    EXPECT_EQ(problems_of({"team.csv", "--seed", "1", "--seed", "2"}).size(), 1U);
}

TEST(Options, MissingValuesAndArgumentsAreTold) {
    EXPECT_THAT(problems_of({"team.csv", "--seed"}).at(0).what, HasSubstr("needs a value"));
    EXPECT_THAT(problems_of({"team.csv", "--seed="}).at(0).what, HasSubstr("needs a value"));
    EXPECT_THAT(problems_of({}).at(0).what, HasSubstr("INPUT is missing"));
    EXPECT_THAT(problems_of({"a", "b"}).at(0).what, HasSubstr("one argument too many"));
    EXPECT_THAT(problems_of({"a", "--ascii=yes"}).at(0).what, HasSubstr("takes no value"));
}

TEST(Options, NumbersAreWholeAndInRange) {
    Diagnostics problems;
    EXPECT_EQ(parse({"a", "--seed", "7"}).number("seed", 0, 10, problems), 7U);
    EXPECT_EQ(parse({"a"}).number("seed", 0, 10, problems), std::nullopt);
    EXPECT_TRUE(problems.empty());
    for (const auto* wrong : {"11", "-1", "1.5", "x", "99999999999999999999"}) {
        problems.clear();
        EXPECT_EQ(parse({"a", std::string("--seed=") + wrong}).number("seed", 0, 10, problems),
                  std::nullopt);
        EXPECT_EQ(problems.size(), 1U) << wrong;
    }
}

} // namespace
} // namespace assess
