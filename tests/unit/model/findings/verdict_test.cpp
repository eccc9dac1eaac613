#include "model/findings/verdict.hpp"
#include "model/findings/words.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

Estimate estimate(double value, double lower, double upper) {
    Estimate result;
    result.value = value;
    result.lower = lower;
    result.upper = upper;
    return result;
}

TEST(Verdict, BeyondReadsGapsOfEitherSign) {
    EXPECT_EQ(beyond(estimate(0.6, 0.2, 1.0), 0.15), State::Present);
    EXPECT_EQ(beyond(estimate(-0.6, -1.0, -0.2), 0.15), State::Present);
    EXPECT_EQ(beyond(estimate(0.6, 0.1, 1.1), 0.15), State::Possible);
    EXPECT_EQ(beyond(estimate(-0.6, -1.3, 0.1), 0.15), State::Possible);
    EXPECT_EQ(beyond(estimate(0.1, -0.3, 0.5), 0.15), State::Undetermined);
    EXPECT_EQ(beyond(estimate(0, -0.1, 0.1), 0.15), State::Absent);
}

TEST(Verdict, TheThresholdItselfIsNotBeyond) {
    EXPECT_EQ(beyond(estimate(0.3, 0.15, 0.45), 0.15), State::Possible);
    EXPECT_EQ(beyond(estimate(0.15, 0.05, 0.25), 0.15), State::Undetermined);
    EXPECT_EQ(beyond(estimate(0, -0.15, 0.15), 0.15), State::Undetermined);
}

TEST(Verdict, WithoutAnIntervalNothingIsDetermined) {
    Estimate bare;
    bare.value = 5;
    EXPECT_EQ(beyond(bare, 0.15), State::Undetermined);
    EXPECT_EQ(at_least(bare, 0.15), State::Undetermined);
    EXPECT_EQ(below(bare, 7), State::Undetermined);
}

TEST(Verdict, OneSidedThresholds) {
    EXPECT_EQ(at_least(estimate(0.9, 0.8, 1), 0.8), State::Present);
    EXPECT_EQ(at_least(estimate(0.9, 0.7, 1), 0.8), State::Possible);
    EXPECT_EQ(at_least(estimate(0.7, 0.6, 0.9), 0.8), State::Undetermined);
    EXPECT_EQ(at_least(estimate(0.7, 0.6, 0.79), 0.8), State::Absent);
    EXPECT_EQ(below(estimate(0.01, 0, 0.04), 0.05), State::Present);
    EXPECT_EQ(below(estimate(0.01, 0, 0.05), 0.05), State::Possible);
    EXPECT_EQ(below(estimate(0.05, 0, 0.1), 0.05), State::Undetermined);
    EXPECT_EQ(below(estimate(0.1, 0.05, 0.2), 0.05), State::Absent);
}

TEST(Verdict, AConjunctionIsAsSureAsItsWeakestPart) {
    EXPECT_EQ(all_of(State::Present, State::Present), State::Present);
    EXPECT_EQ(all_of(State::Present, State::Possible), State::Possible);
    EXPECT_EQ(all_of(State::Undetermined, State::Possible), State::Undetermined);
    EXPECT_EQ(all_of(State::Undetermined, State::Absent), State::Absent);
}

DiagonalGap gap(double value, double sampling, double landscape, double degrees) {
    DiagonalGap result;
    result.gap.value = value;
    result.sampling_variance = sampling;
    result.landscape_variance = landscape;
    result.degrees_of_freedom = degrees;
    return result;
}

// With many degrees of freedom t is 1.959964: the half-width 1.96 * 0.1 must shrink to 0.098,
// half of it, so that the sample has to grow fourfold.
TEST(Growth, HalvingTheIntervalTakesFourTimesThePeople) {
    const auto growth = growth_to_settle(gap(0.15 + 0.0979982, 0.01, 0, 1e8), 0.15);
    ASSERT_EQ(growth.kind, Growth::Kind::Times);
    EXPECT_NEAR(growth.times, 4, 1e-3);
}

TEST(Growth, ATooWideLandscapeIsNeverSettledByAnswers) {
    // 1.96 * 0.06 = 0.118 is more than the distance of 0.10.
    EXPECT_EQ(growth_to_settle(gap(0.25, 0.01, 0.0036, 10), 0.15).kind, Growth::Kind::Never);
    EXPECT_EQ(growth_to_settle(gap(0.25, 0.01, 0.0024, 10), 0.15).kind, Growth::Kind::Times);
}

TEST(Growth, AnEstimateOnTheThresholdStaysOpen) {
    EXPECT_EQ(growth_to_settle(gap(0.15, 0.01, 0, 10), 0.15).kind, Growth::Kind::TooMany);
    EXPECT_EQ(growth_to_settle(gap(-0.15, 0.01, 0, 10), 0.15).kind, Growth::Kind::TooMany);
}

TEST(Growth, OfABareEstimateGoesWithTheSquareRoot) {
    // From 0.22 up to 0.40 is 0.18; to stay below 0.31 it has to halve.
    const auto growth = growth_to_settle(estimate(0.22, 0.04, 0.40), 0.31);
    ASSERT_EQ(growth.kind, Growth::Kind::Times);
    EXPECT_NEAR(growth.times, 4, 1e-6);
}

Group group_of_role(Role role) {
    Group group;
    group.id = id_of(role);
    group.name = plural_of(role);
    group.role = role;
    return group;
}

TEST(Words, SettlingGrowsBothGroupsInProportion) {
    const auto researchers = group_of_role(Role::Researcher);
    const auto engineers = group_of_role(Role::Engineer);
    EXPECT_EQ(settling({Growth::Kind::Times, 1.2}, researchers, 5, engineers, 6),
              "At the present estimate and spread, about 1 more researcher and 2 more engineers "
              "would settle it.");
    EXPECT_EQ(settling({Growth::Kind::Never, 1}, 5).find("More answers cannot settle it"), 0U);
}

TEST(Words, NumbersNeverClaimNoneOrAllByRounding) {
    EXPECT_EQ(decimal(-0.001), "0.00");
    EXPECT_EQ(decimal(-0.2), "-0.20");
    EXPECT_EQ(percent(0.004), "under 1%");
    EXPECT_EQ(percent(0), "0%");
    EXPECT_EQ(percent(0.997), "over 99%");
    EXPECT_EQ(percent(1), "100%");
    EXPECT_EQ(p_value(0.0002), "p below 0.001");
}

TEST(Words, PeopleOfRolesAndTeams) {
    Group team;
    team.name = "Payments";
    EXPECT_EQ(people_of(team, 5), "5 people of Payments");
    EXPECT_EQ(people_of(team, 1), "1 person of Payments");
    EXPECT_EQ(k_of_n(1, 1, group_of_role(Role::Hybrid)), "1 of 1 hybrid");
    EXPECT_EQ(people_of(group_of_role(Role::Other), 2), "2 people of other roles");
    EXPECT_EQ(at_start(group_of_role(Role::Engineer)), "Engineers");
    team.name = "data-platform";
    EXPECT_EQ(at_start(team), "data-platform");
}

TEST(Words, LongListsAreCut) {
    const std::vector<std::string> names{"a", "b", "c", "d", "e"};
    EXPECT_EQ(enumerated(names, 3), "a, b, c and 2 more");
    EXPECT_EQ(enumerated(names, 4), "a, b, c, d and e");
    EXPECT_EQ(enumerated(std::span(names).first(1), 3), "a");
    EXPECT_EQ(enumerated({}, 3), "");
}

} // namespace
} // namespace assess
