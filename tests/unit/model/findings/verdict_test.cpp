#include "model/assessment/arguments.hpp"
#include "model/findings/settling.hpp"
#include "model/findings/verdict.hpp"
#include "tests/support/said.hpp"

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
    EXPECT_EQ(said(people_to_settle({Growth::Kind::Times, 1.2}, researchers, 5, engineers, 6)),
              "At the present estimate and spread, about 1 more researcher and 2 more engineers "
              "would settle it.");
    EXPECT_EQ(
        said(people_to_settle({Growth::Kind::Never, 1}, 5)).find("More answers cannot settle it"),
        0U);
}

TEST(Growth, OnlyThePeoplesPartOfAnIntervalShrinks) {
    // Half-width 0.05, of which the people make 0.03 and the tools sqrt(0.05^2 - 0.03^2) = 0.04.
    auto distance = estimate(0.40, 0.35, 0.45);
    distance.sampling_lower = 0.37;
    distance.sampling_upper = 0.43;
    EXPECT_EQ(growth_to_settle(distance, 0.361).kind, Growth::Kind::Never);
    // Down to a distance of 0.0425: the people's part must shrink to sqrt(0.0425^2 - 0.04^2),
    // 0.0143614, so the sample must grow by (0.03 / 0.0143614)^2 = 4.36364.
    const auto growth = growth_to_settle(distance, 0.3575);
    ASSERT_EQ(growth.kind, Growth::Kind::Times);
    EXPECT_NEAR(growth.times, 4.363636, 1e-4);
}

TEST(Words, ManyMoreAnswersAreRoughAndNoAdvice) {
    // 7 times 1234 more is 8638.
    EXPECT_EQ(said(people_to_settle({Growth::Kind::Times, 8}, 1234)),
              "At the present estimate and spread, about 8,700 more people would settle it.");
    EXPECT_EQ(said(people_to_settle({Growth::Kind::Times, 13.8}, 12)),
              "More answers are unlikely to settle it soon: at the present estimate and spread it "
              "would take about 160 more people.");
    const auto researchers = group_of_role(Role::Researcher);
    const auto engineers = group_of_role(Role::Engineer);
    EXPECT_EQ(said(people_to_settle({Growth::Kind::Times, 12}, researchers, 5, engineers, 6)),
              "More answers are unlikely to settle it soon: at the present estimate and spread it "
              "would take about 55 more researchers and 66 more engineers.");
}

TEST(Words, NumbersAreToldApartFromTheirLimits) {
    EXPECT_EQ(said(Value(Share(0.0482, 0.05))), "4.8%");
    EXPECT_EQ(said(Value(Share(0.04, 0.05))), "4%");
    EXPECT_EQ(said(Value(Share(0.05, 0.05))), "5%");
    EXPECT_EQ(said(Value(Share(0.79996, 0.8))), "79.996%");
    EXPECT_EQ(said(Value(Decimal(0.1531, 0.15))), "0.153");
    EXPECT_EQ(said(Value(Decimal(0.44, 0.15))), "0.44");
}

TEST(Words, ThousandsAreGrouped) {
    EXPECT_EQ(said(Value(Count(0))), "0");
    EXPECT_EQ(said(Value(Count(999))), "999");
    EXPECT_EQ(said(Value(Count(1000))), "1,000");
    EXPECT_EQ(said(Value(Count(10000000))), "10,000,000");
    EXPECT_EQ(said(Value(People{std::nullopt, Count(16160)})), "16,160 people");
    EXPECT_EQ(said(k_of_n(group_of_role(Role::Engineer), 1500, 2000)), "1,500 of 2,000 engineers");
}

TEST(Words, NumbersNeverClaimNoneOrAllByRounding) {
    EXPECT_EQ(said(Value(Decimal(-0.001))), "0.00");
    EXPECT_EQ(said(Value(Decimal(-0.2))), "-0.20");
    EXPECT_EQ(said(Value(Share(0.004))), "under 1%");
    EXPECT_EQ(said(Value(Share(0))), "0%");
    EXPECT_EQ(said(Value(Share(0.997))), "over 99%");
    EXPECT_EQ(said(Value(Share(1))), "100%");
}

TEST(Words, PeopleOfRolesAndTeams) {
    Group team;
    team.name = "Payments";
    EXPECT_EQ(said(Value(people_told(team, 5))), "5 people of Payments");
    EXPECT_EQ(said(Value(people_told(team, 1))), "1 person of Payments");
    EXPECT_EQ(said(k_of_n(group_of_role(Role::Hybrid), 1, 1)), "1 of 1 hybrid");
    EXPECT_EQ(said(Value(people_told(group_of_role(Role::Other), 2))), "2 people of other roles");
}

TEST(Words, LongListsAreCut) {
    const std::vector<std::string> names{"a", "b", "c", "d", "e"};
    EXPECT_EQ(said(Value(name_list(names, 3))), "a, b, c and 2 more");
    EXPECT_EQ(said(Value(name_list(names, 4))), "a, b, c, d and e");
    EXPECT_EQ(said(Value(name_list(std::span(names).first(1), 3))), "a");
    EXPECT_EQ(said(Value(name_list({}, 3))), "");
}

} // namespace
} // namespace assess
