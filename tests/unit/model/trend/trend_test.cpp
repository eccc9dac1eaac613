// Trends of teams that are small enough to be reckoned by hand.
#include "model/diagnostics/diagnostic.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/trend/small_teams.hpp"

#include <gmock/gmock.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

void expect_shift(const Movement* movement, double x, double y) {
    ASSERT_NE(movement, nullptr);
    ASSERT_TRUE(movement->shift);
    EXPECT_NEAR(movement->shift->x, x, 1e-15);
    EXPECT_NEAR(movement->shift->y, y, 1e-15);
    EXPECT_NEAR(movement->along_diagonal[0]->value, (x + y) / 2, 1e-15);
    EXPECT_NEAR(movement->along_diagonal[1]->value, (x - y) / 2, 1e-15);
}

std::string reason_of(const Movement* movement) {
    return said(movement->along_diagonal[0]->reason);
}

TEST(Trend, NeedsTwoAssessments) {
    EXPECT_THROW(trend_of({}), std::invalid_argument);
    EXPECT_THROW(trend_of({assessment_of("one", plane(), {})}), std::invalid_argument);
}

TEST(Trend, OfNobodySaysSo) {
    const auto trend =
        trend_of({assessment_of("one", plane(), {}), assessment_of("two", plane(), {})});
    EXPECT_THAT(trend.steps.front().groups, IsEmpty());
    EXPECT_FALSE(trend.steps.front().gap);
    EXPECT_THAT(said(trend.steps.front().no_gap), HasSubstr("neither researchers nor engineers"));
    EXPECT_THAT(said(trend.answer), HasSubstr("it cannot be said whether anything moved"));
}

TEST(Trend, OneLeftOneStayedOneJoined) {
    // r1 moves from a to b; r2 with b leaves; r3 with c joins.
    const auto trend = trend_of(
        {assessment_of("one", plane(), {{"r1", researcher, {"a"}}, {"r2", researcher, {"b"}}}),
         assessment_of("two", plane(), {{"r1", researcher, {"b"}}, {"r3", researcher, {"c"}}})});
    const auto& step = trend.steps.front();
    EXPECT_TRUE(step.linked);
    EXPECT_TRUE(step.same_landscape);
    const auto& group = group_named(step, "researcher");
    EXPECT_EQ(group.placed_before, 2U);
    EXPECT_EQ(group.placed_on_second, 2U);
    EXPECT_EQ(group.placed_after, 2U);
    EXPECT_EQ(group.stayed, 1U);
    EXPECT_EQ(group.left, 1U);
    EXPECT_EQ(group.joined, 1U);
    ASSERT_THAT(group.parts, SizeIs(4));
    expect_shift(&group.total, -1, 0);
    expect_shift(part_of(group.parts, MovementCause::Landscape), 0, 0);
    expect_shift(part_of(group.parts, MovementCause::Left), 0.5, -0.5);
    expect_shift(part_of(group.parts, MovementCause::Tools), -1, 1);
    expect_shift(part_of(group.parts, MovementCause::Joined), -0.5, -0.5);
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Landscape)),
              "the landscape is the same");
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Left)),
              "one person left, and one answer cannot show a spread");
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Tools)),
              "one person stayed, and one answer cannot show a spread");
    EXPECT_TRUE(group.total.along_diagonal[0]->has_interval());
}

TEST(Trend, WhoChangesTheRoleLeavesOneAndJoinsTheOther) {
    const auto trend = trend_of(
        {assessment_of(
             "one", plane(),
             {{"p1", researcher, {"a"}}, {"p2", researcher, {"b"}}, {"p3", engineer, {"c"}}}),
         assessment_of(
             "two", plane(),
             {{"p1", researcher, {"a"}}, {"p2", engineer, {"b"}}, {"p3", engineer, {"c"}}})});
    const auto& step = trend.steps.front();
    EXPECT_EQ(group_named(step, "researcher").left, 1U);
    EXPECT_EQ(group_named(step, "researcher").stayed, 1U);
    EXPECT_EQ(group_named(step, "engineer").joined, 1U);
    EXPECT_EQ(group_named(step, "engineer").stayed, 1U);
    expect_shift(&group_named(step, "researcher").total, 0.5, -0.5);
    expect_shift(&group_named(step, "engineer").total, 0.5, 0.5);
    ASSERT_TRUE(step.gap);
    expect_shift(&step.gap->change, 0, -1);
}

TEST(Trend, OnlyTheLandscapeMoved) {
    const std::vector<Member> members{{"e1", engineer, {"a"}}, {"e2", engineer, {"a", "b"}}};
    const auto trend = trend_of(
        {assessment_of("one", plane_of({{"a", 0, 0, 0.1}, {"b", 1, 1, 0.1}}), members),
         assessment_of("two", plane_of({{"a", 0.4, 0.2, 0.1}, {"b", 1, 1, 0.1}}), members)});
    const auto& step = trend.steps.front();
    EXPECT_FALSE(step.same_landscape);
    const auto& group = group_named(step, "engineer");
    // The mean share of a is 0.75.
    expect_shift(&group.total, 0.3, 0.15);
    expect_shift(part_of(group.parts, MovementCause::Landscape), 0.3, 0.15);
    expect_shift(part_of(group.parts, MovementCause::Tools), 0, 0);
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Left)), "nobody left");
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Joined)), "nobody joined");
    EXPECT_EQ(reason_of(part_of(group.parts, MovementCause::Tools)),
              "everybody stands where they stood on this diagonal");
    // Along orchestration e1 moved by 0.3, e2 by 0.15: mean 0.225, variance 0.01125, of two
    // people with one degree of freedom: 12.7062 * sqrt(0.005625).
    const auto& estimate = *part_of(group.parts, MovementCause::Landscape)->along_diagonal[0];
    EXPECT_NEAR(*estimate.sampling_upper, 0.225 + 12.706204736 * 0.075, 1e-8);
    // a was placed anew, with an error of its own in each: 2 * 0.75^2 * 0.1^2 / 2 = 0.005625 is as
    // much as the people's part. b's error is shared and moves nothing. Four degrees of freedom
    // instead of one would make the interval narrower, which an error more must not.
    EXPECT_DOUBLE_EQ(*estimate.upper, *estimate.sampling_upper);
}

TEST(Trend, ToolsAreFoundAgainByAliasAndByName) {
    auto unknown = plane_of({{"a", 1, 0}, {"old", 0, 1}});
    unknown.add_unplaced("Brand New");
    const auto known = plane_of({{"a", 1, 0}, {"new", 0, 1, 0, {"Old"}}, {"brand-new", -1, 0}});
    const auto trend = trend_of(
        {assessment_of(
             "one", unknown,
             {{"e1", engineer, {"a"}}, {"e2", engineer, {"old"}}, {"e3", engineer, {"Brand New"}}}),
         assessment_of("two", known,
                       {{"e1", engineer, {"a"}},
                        {"e2", engineer, {"new"}},
                        {"e3", engineer, {"brand-new"}}})});
    const auto& group = group_named(trend.steps.front(), "engineer");
    EXPECT_EQ(group.placed_before, 2U);
    EXPECT_EQ(group.placed_on_second, 3U);
    EXPECT_EQ(group.stayed, 3U);
    // (0.5, 0.5) before; (0, 1/3) once the tool has a place; nobody uses anything else.
    expect_shift(part_of(group.parts, MovementCause::Landscape), -0.5, 1.0 / 3 - 0.5);
    expect_shift(part_of(group.parts, MovementCause::Tools), 0, 0);
}

TEST(Trend, ADroppedToolTakesThePlaceOfWhoUsesNothingElse) {
    const auto trend =
        trend_of({assessment_of("one", plane_of({{"a", 1, 0}, {"b", 0, 1}}),
                                {{"e1", engineer, {"a"}}, {"e2", engineer, {"b"}}}),
                  assessment_of("two", plane_of({{"a", 1, 0}}),
                                {{"e1", engineer, {"a"}}, {"e2", engineer, {"a"}}})});
    const auto& group = group_named(trend.steps.front(), "engineer");
    EXPECT_EQ(group.placed_before, 2U);
    EXPECT_EQ(group.placed_on_second, 1U);
    EXPECT_EQ(group.stayed, 1U);
    EXPECT_EQ(group.left, 0U);
    EXPECT_EQ(group.joined, 1U);
    expect_shift(part_of(group.parts, MovementCause::Landscape), 0.5, -0.5);
    expect_shift(part_of(group.parts, MovementCause::Joined), 0, 0);
}

TEST(Trend, WhereNoToolIsLeftTheTotalIsNotTakenApart) {
    const auto trend =
        trend_of({assessment_of("one", plane_of({{"a", 1, 0}}),
                                {{"e1", engineer, {"a"}}, {"e2", engineer, {"a"}}}),
                  assessment_of("two", plane_of({{"z", 0, 1}}),
                                {{"e1", engineer, {"z"}}, {"e2", engineer, {"z"}}})});
    const auto& group = group_named(trend.steps.front(), "engineer");
    expect_shift(&group.total, -1, 1);
    EXPECT_THAT(group.parts, IsEmpty());
    EXPECT_EQ(said(group.no_parts), "nobody's tools of then have a place on the landscape of now");
}

TEST(Trend, TwoToolsThatBecameOneCountOnceAtTheDeeperUse) {
    const auto both = plane_of({{"a", 1, 0}, {"b", 0, 1}, {"c", 0, 0}});
    const auto merged = plane_of({{"ab", 1, 1, 0, {"a", "b"}}, {"c", 0, 0}});
    const auto trend = trend_of(
        {assessment_of("one", both, {{"e1", engineer, {"a=rarely", "b=daily", "c=daily"}}}),
         assessment_of("two", merged, {{"e1", engineer, {"ab=daily", "c=daily"}}})});
    const auto& group = group_named(trend.steps.front(), "engineer");
    // (0.1 (1, 0) + (0, 1)) / 2.1 before, (0.5, 0.5) on the second landscape.
    expect_shift(part_of(group.parts, MovementCause::Landscape), 0.5 - 0.1 / 2.1, 0.5 - 1 / 2.1);
    expect_shift(part_of(group.parts, MovementCause::Tools), 0, 0);
    EXPECT_EQ(reason_of(&group.total), "only one person of the group has a position, and one "
                                       "answer cannot show a spread");
}

TEST(Trend, AGroupInOneOfTheTwoHasNoMovement) {
    const auto trend = trend_of(
        {assessment_of("one", plane(), {{"e1", engineer, {"a"}}, {"r1", researcher, {"b"}}}),
         assessment_of("two", plane(), {{"e1", engineer, {"a"}}, {"h1", Role::Hybrid, {}}})});
    const auto& step = trend.steps.front();
    ASSERT_THAT(step.groups, SizeIs(3));
    EXPECT_EQ(said(group_named(step, "researcher").total.shift.reason()),
              "'two' holds no researchers");
    EXPECT_TRUE(group_named(step, "researcher").no_parts.empty());
    EXPECT_EQ(said(group_named(step, "hybrid").total.shift.reason()), "'one' holds no hybrids");
    EXPECT_EQ(said(step.no_gap), "'two' compares no two groups: the answers hold no researchers");
}

TEST(Trend, WithoutIdsThePeopleAreOnePart) {
    auto before = assessment_of("one", plane(), {{"e1", engineer, {"a"}}, {"e2", engineer, {"b"}}});
    const auto after =
        assessment_of("two", plane(), {{"e1", engineer, {"b"}}, {"e3", engineer, {"c"}}});
    before.answers.ids_given = false;
    const auto trend = trend_of({before, after});
    const auto& step = trend.steps.front();
    EXPECT_FALSE(step.linked);
    EXPECT_EQ(said(step.not_linked), "'one' gives people no ids of their own");
    const auto& group = step.groups.front();
    ASSERT_THAT(group.parts, SizeIs(2));
    expect_shift(part_of(group.parts, MovementCause::People), -1, 0);
    EXPECT_EQ(group.stayed + group.left + group.joined, 0U);
}

TEST(Trend, IdsThatDoNotAgreeLinkNobody) {
    const auto trend = trend_of(
        {assessment_of("one", plane(), {{"Anna", engineer, {"a"}}, {"Bo", engineer, {"b"}}}),
         assessment_of("two", plane(), {{"anna", engineer, {"a"}}, {"x", engineer, {"b"}}})});
    EXPECT_EQ(said(trend.steps.front().not_linked), "no id of 'one' is in 'two'");
    EXPECT_THAT(said(trend.warnings),
                ElementsAre(HasSubstr("'Anna' (later 'anna'). Spell them alike")));
}

TEST(Trend, AnIdGivenTwiceLinksNobody) {
    const auto trend = trend_of(
        {assessment_of("one", plane(),
                       {{"e1", engineer, {"a"}}, {"e1", engineer, {"b"}}, {"e2", engineer, {"b"}}}),
         assessment_of("two", plane(), {{"e1", engineer, {"a"}}, {"e2", engineer, {"b"}}})});
    EXPECT_TRUE(trend.steps.front().linked);
    EXPECT_EQ(trend.steps.front().groups.front().stayed, 1U);
    EXPECT_THAT(said(trend.warnings), ElementsAre(HasSubstr("more than one person the id 'e1'")));
}

Trend by_team(std::vector<TrendInput> inputs,
              std::optional<std::pair<std::string, std::string>> between = {}) {
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    settings.between = std::move(between);
    return make_trend(std::move(inputs), Policy{}, settings);
}

TEST(Trend, ByTeamWhoChangesTheTeamLeavesOneAndJoinsTheOther) {
    const std::vector<Member> before{{"p1", engineer, {"a"}, "Search"},
                                     {"p2", engineer, {"b"}, "Search"},
                                     {"p3", engineer, {"c"}, "Maps"}};
    auto after = before;
    after[1].team = "Maps";
    const auto trend =
        by_team({assessment_of("one", plane(), before), assessment_of("two", plane(), after)});
    const auto& step = trend.steps.front();
    ASSERT_THAT(step.groups, SizeIs(2));
    EXPECT_EQ(step.groups[0].id, "Maps");
    EXPECT_EQ(step.groups[0].joined, 1U);
    EXPECT_EQ(step.groups[1].left, 1U);
    // Maps from c to the middle of c and b, Search from the middle of a and b to a.
    expect_shift(&step.groups[0].total, 0.5, 0.5);
    expect_shift(&step.groups[1].total, 0.5, -0.5);
    ASSERT_TRUE(step.gap);
    expect_shift(&step.gap->change, 0, 1);
}

TEST(Trend, PairsThatDifferHaveNoGap) {
    const std::vector<Member> before{{"p1", engineer, {"a"}, "Maps"},
                                     {"p2", engineer, {"b"}, "Search"}};
    auto after = before;
    after[1].team = "Ads";
    const auto one = assessment_of("one", plane(), before);
    const auto two = assessment_of("two", plane(), after);
    const auto trend = by_team({one, two});
    EXPECT_FALSE(trend.steps.front().gap);
    EXPECT_EQ(said(trend.steps.front().no_gap),
              "'one' and 'two' compare different groups; name two that both have");
    EXPECT_THROW(by_team({one, two}, std::pair("Maps", "Search")), InputError);
}

} // namespace
} // namespace assess
