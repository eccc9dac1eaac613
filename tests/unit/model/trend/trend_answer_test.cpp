// What a trend says moved, in words.
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/trend/small_teams.hpp"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

TEST(TrendAnswer, TheSameAnswersTwiceMoveNothing) {
    const auto one = assessment_of("one", plane(),
                                   {{"r1", researcher, {"a"}},
                                    {"r2", researcher, {"b"}},
                                    {"e1", engineer, {"c"}},
                                    {"e2", engineer, {"d"}}});
    auto two = one;
    two.name = "two";
    const auto trend = trend_of({one, two});
    EXPECT_THAT(said(trend.answer),
                StartsWith("From 'one' to 'two' nothing moved: the groups stand "
                           "where they stood. No finding appeared or went."));
}

/// Ten of each, whose places vary a little; the researchers at the model end, or nearer.
TrendInput two_groups(const std::string& name, const std::string& of_researchers) {
    std::vector<Member> members;
    for (int i = 0; i < 10; ++i) {
        const std::string other = i % 2 == 0 ? "m1" : "m2";
        members.push_back(
            {"r" + std::to_string(i), researcher, {i < 8 ? of_researchers : "m", other}});
        members.push_back({"e" + std::to_string(i), engineer, {"s", i % 2 == 0 ? "s1" : "s2"}});
    }
    return assessment_of(name,
                         plane_of({{"m", 0.8, -0.8},
                                   {"n", 0.2, -0.2},
                                   {"m1", 0.8, -0.7},
                                   {"m2", 0.7, -0.8},
                                   {"s", -0.8, 0.8},
                                   {"s1", -0.8, 0.7},
                                   {"s2", -0.7, 0.8}},
                                  "the same"),
                         members);
}

TEST(TrendAnswer, SaysThatTheGapFellAndWhy) {
    const auto trend = trend_of({two_groups("spring", "m"), two_groups("autumn", "n")});
    // On building: eight researchers from (0.8 + 0.75) / 2 to (0.2 + 0.75) / 2, the others and
    // the engineers stay, these at -0.775.
    EXPECT_THAT(said(trend.answer),
                StartsWith("From 'spring' to 'autumn' the gap on the building diagonal fell "
                           "from 1.55 to 1.31, a change of -0.24"));
    EXPECT_THAT(said(trend.answer),
                HasSubstr(" All of it comes from people who stayed and use other tools now."));
}

TEST(TrendAnswer, SaysWhereOneGroupMovedAndNotTheGap) {
    // Both move by as much as they vary: the gap stays, and the researchers moved furthest.
    std::vector<Member> before;
    std::vector<Member> after;
    for (int i = 0; i < 12; ++i) {
        const std::string other = i % 3 == 0 ? "m1" : "m2";
        const std::string other_after = i % 4 == 0 ? "m" : "m2";
        for (const auto& [prefix, role] : {std::pair("r", researcher), std::pair("e", engineer)}) {
            before.push_back({prefix + std::to_string(i), role, {"m", other}});
            after.push_back({prefix + std::to_string(i), role, {"s", other_after}});
        }
    }
    const auto places = two_groups("", "m").landscape;
    const auto trend =
        trend_of({assessment_of("one", places, before), assessment_of("two", places, after)});
    EXPECT_THAT(said(trend.answer),
                StartsWith("From 'one' to 'two' the researchers moved towards the "
                           "software end, a change of -0."));
    EXPECT_THAT(
        said(trend.answer),
        HasSubstr("; the gap did not clearly change. All of it comes from people who stayed"));
}

TEST(TrendAnswer, SaysThatNothingClearlyMoved) {
    std::vector<Member> after;
    for (int i = 0; i < 6; ++i) {
        // Half of them go one way, half the other.
        after.push_back({"r" + std::to_string(i), researcher, {i % 2 == 0 ? "a" : "b"}});
        after.push_back({"e" + std::to_string(i), engineer, {i % 3 == 0 ? "c" : "d"}});
    }
    auto before = after;
    std::swap(before[0].uses, before[2].uses);
    std::swap(before[1].uses, before[3].uses);
    before[4].uses = {"c"};
    const auto trend =
        trend_of({assessment_of("one", plane(), before), assessment_of("two", plane(), after)});
    EXPECT_THAT(said(trend.answer),
                StartsWith("From 'one' to 'two' nothing can be said to have moved: the clearest "
                           "movement, of "));
    EXPECT_THAT(said(trend.answer), HasSubstr("), which chance alone could bring."));
}

TEST(TrendAnswer, WhereAllMovedAlikeItSaysByHowMuch) {
    const std::vector<Member> before{{"e1", engineer, {"a"}}, {"e2", engineer, {"a"}}};
    const std::vector<Member> after{{"e1", engineer, {"c"}}, {"e2", engineer, {"c"}}};
    const auto trend =
        trend_of({assessment_of("one", plane(), before), assessment_of("two", plane(), after)});
    EXPECT_THAT(said(trend.answer),
                StartsWith("From 'one' to 'two' it cannot be said whether anything moved: the "
                           "largest movement, of the engineers on the orchestration diagonal, is "
                           "-1.00 (no interval, because everybody moved alike"));
}

TEST(TrendAnswer, OneClearMovementAmongManyIsNotEnough) {
    // As below, but two of ten leave the tool: the interval leaves out 0, yet of four such
    // intervals one would do so by chance too often.
    auto before = two_groups("spring", "m");
    auto after = two_groups("autumn", "m");
    before.landscape.digest = "an earlier one";
    before.landscape.tools[before.landscape.find("m").value()].placement->point = Point{0.2, -0.2};
    for (auto& person : after.answers.respondents) {
        if (person.id == "r8" || person.id == "r9") {
            person.usages = {usage_of("n", after.landscape)};
        }
    }
    const auto trend = trend_of({before, after});
    EXPECT_THAT(said(trend.answer),
                HasSubstr("0.19 (95% interval 0.01 to 0.36); of the 4 movements looked "
                          "at, one this clear is not rare by chance."));
}

TEST(TrendAnswer, SaysWhereOnePartIsMoreThanTheWhole) {
    // The researchers' tool is placed 0.6 further towards the model end, and one of ten leaves it.
    auto before = two_groups("spring", "m");
    auto after = two_groups("autumn", "m");
    before.landscape.digest = "an earlier one";
    const auto tool = before.landscape.find("m").value();
    before.landscape.tools[tool].placement->point = Point{0.2, -0.2};
    for (auto& person : after.answers.respondents) {
        if (person.id == "r9") {
            person.usages = {usage_of("n", after.landscape)};
        }
    }
    const auto trend = trend_of({before, after});
    // The landscape: half of 0.6 each. One of ten then goes from 0.775 to 0.2 on building.
    EXPECT_THAT(said(trend.answer),
                HasSubstr("the gap on the building diagonal grew from 1.25 to 1.49"));
    EXPECT_THAT(said(trend.answer),
                HasSubstr(" More than all of it, 0.30, comes from the new landscape, "
                          "which places tools elsewhere; the rest went the other "
                          "way."));
}

TEST(TrendAnswer, OfThreeSpeaksOfTheLastStepAndOfTheWholeWay) {
    const auto trend =
        trend_of({two_groups("spring", "m"), two_groups("summer", "n"), two_groups("autumn", "n")});
    ASSERT_THAT(trend.steps, SizeIs(2));
    ASSERT_TRUE(trend.whole);
    EXPECT_EQ(trend.whole->from, 0U);
    EXPECT_EQ(trend.whole->to, 2U);
    EXPECT_THAT(said(trend.answer), StartsWith("From 'summer' to 'autumn' nothing moved"));
    EXPECT_THAT(said(trend.answer),
                HasSubstr("Since 'spring' the gap on the building diagonal went from 1.55 to "
                          "1.31, a change of -0.24"));
}

} // namespace
} // namespace assess
