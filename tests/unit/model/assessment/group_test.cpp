#include "model/assessment/group.hpp"
#include "model/policy/policy.hpp"
#include "small_world.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::HasSubstr;

Group only_group(const Answers& answers, const Landscape& landscape, const Policy& policy = {}) {
    std::vector<Group> groups = make_groups(answers, landscape, policy, Grouping::Role);
    EXPECT_EQ(groups.size(), 1U);
    return groups.at(0);
}

const Landscape four = landscape_of(
    {Point{-0.5, 0.5}, Point{0.25, 0.75}, Point{0.5, -0.25}, Point{-0.75, -0.5}, std::nullopt});

TEST(Groups, AreInTheirFixedOrderAndOnlyThoseThatSomebodyIsIn) {
    const Answers answers = answers_of(
        {user_of(Role::Other, {0}), user_of(Role::Engineer, {1}), user_of(Role::Researcher, {2})});
    const auto groups = make_groups(answers, four, Policy{}, Grouping::Role);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].id, "researcher");
    EXPECT_EQ(groups[0].name, "researchers");
    EXPECT_EQ(groups[0].role, Role::Researcher);
    EXPECT_EQ(groups[1].id, "engineer");
    EXPECT_EQ(groups[2].id, "other");
    EXPECT_TRUE(make_groups(answers_of({}), four, Policy{}, Grouping::Role).empty());
}

TEST(Groups, ByTeamLeaveOutWhoHasNone) {
    Answers answers = answers_of({user_of(Role::Engineer, {0}), user_of(Role::Researcher, {1}),
                                  user_of(Role::Researcher, {2})});
    answers.teams = {"data", "empty", "search"};
    answers.respondents[0].team = 2;
    answers.respondents[2].team = 0;
    const auto groups = make_groups(answers, four, Policy{}, Grouping::Team);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].name, "data");
    EXPECT_EQ(groups[1].id, "search");
    EXPECT_FALSE(groups[1].role);
    EXPECT_THAT(groups[1].members, ElementsAre(0U));
}

TEST(Position, IsTheMeanOfTheToolsWeightedByDepth) {
    // Weights 1, 0.3 and 0.1 of 1.4; the unplaced tool and the wanted one have no part in it.
    const Answers answers = answers_of({person(Role::Engineer, {{0, Depth::Daily},
                                                                {1, Depth::Monthly},
                                                                {2, Depth::Rarely},
                                                                {3, Depth::Wanted},
                                                                {4, Depth::Daily}})});
    const Group group = only_group(answers, four);
    ASSERT_EQ(group.placed, 1U);
    EXPECT_DOUBLE_EQ(group.positions[0].x, (-0.5 + 0.3 * 0.25 + 0.1 * 0.5) / 1.4);
    EXPECT_DOUBLE_EQ(group.positions[0].y, (0.5 + 0.3 * 0.75 - 0.1 * 0.25) / 1.4);
    EXPECT_DOUBLE_EQ(group.tools[0].share, 1 / 1.4);
    EXPECT_DOUBLE_EQ(group.tools[1].share, 0.3 / 1.4);
    EXPECT_EQ(group.tools[3].share, 0.0);
    EXPECT_EQ(group.tools[4].share, 0.0);
    EXPECT_DOUBLE_EQ(group.tools[4].weight, 1.0);
    EXPECT_EQ(group.tools[4].users, 1U);
}

TEST(Position, NobodyIsPlacedAtZeroForWantOfATool) {
    const Answers answers =
        answers_of({user_of(Role::Engineer, {}), user_of(Role::Engineer, {4}),
                    person(Role::Engineer, {{0, Depth::Never}, {1, Depth::DontKnow}}),
                    user_of(Role::Engineer, {2})});
    const Group group = only_group(answers, four);
    EXPECT_EQ(group.listed, 4U);
    EXPECT_EQ(group.n, 4U);
    EXPECT_EQ(group.placed, 1U);
    EXPECT_EQ(group.positions.size(), 1U);
    EXPECT_EQ(*group.centroid, (Point{0.5, -0.25}));
    ASSERT_EQ(group.placed_members.size(), 1U);
    EXPECT_EQ(answers.respondents[group.placed_members[0]].usages[0].tool, 2U);
}

TEST(Position, ADepthThatThePolicyGivesNoWeightIsNoUse) {
    Policy policy;
    policy.depth_weights[3] = 0; // rarely
    const Answers answers = answers_of({person(Role::Engineer, {{0, Depth::Rarely}})});
    const Group group = only_group(answers, four, policy);
    EXPECT_EQ(group.placed, 0U);
    EXPECT_EQ(group.tools[0].users, 0U);
    EXPECT_EQ(group.tools[0].by_depth[3], 1U);
}

TEST(Group, CentroidAndSpreadByHand) {
    const Answers answers = answers_of(
        {user_of(Role::Engineer, {0}), user_of(Role::Engineer, {0}), user_of(Role::Engineer, {2})});
    const Group group = only_group(answers, four);
    // x: -0.5 -0.5 0.5, y: 0.5 0.5 -0.25
    EXPECT_DOUBLE_EQ(group.centroid->x, -0.5 / 3);
    EXPECT_DOUBLE_EQ(group.centroid->y, 0.25);
    EXPECT_DOUBLE_EQ(group.covariance->xx, 1.0 / 3);
    EXPECT_DOUBLE_EQ(group.covariance->xy, -0.25);
    EXPECT_DOUBLE_EQ(group.covariance->yy, 0.1875);
    EXPECT_DOUBLE_EQ(*group.standard_distance, std::sqrt(1.0 / 3 + 0.1875));
}

TEST(Group, WhatNDoesNotAllowHasAReason) {
    const Group none = only_group(answers_of({user_of(Role::Engineer, {4})}), four);
    EXPECT_FALSE(none.centroid);
    EXPECT_THAT(said(none.centroid.reason()), HasSubstr("nobody"));
    EXPECT_THAT(said(none.covariance.reason()), HasSubstr("nobody"));
    EXPECT_FALSE(none.quadrant_share);
    EXPECT_THAT(none.positions, testing::IsEmpty());

    const Group one = only_group(answers_of({user_of(Role::Engineer, {1})}), four);
    EXPECT_TRUE(one.centroid);
    EXPECT_FALSE(one.covariance);
    EXPECT_EQ(said(one.covariance.reason()), "one answer cannot show a spread");
    EXPECT_EQ(said(one.standard_distance.reason()), "one answer cannot show a spread");

    const Group two =
        only_group(answers_of({user_of(Role::Engineer, {1}), user_of(Role::Engineer, {1})}), four);
    EXPECT_TRUE(two.covariance);
    EXPECT_EQ(*two.standard_distance, 0.0);
    EXPECT_EQ(*two.spatial_median, two.positions[0]);
    EXPECT_EQ(*two.mean_distance_to_median, 0.0);

    EXPECT_THAT(said(none.spatial_median.reason()), HasSubstr("nobody"));
    EXPECT_THAT(said(none.mean_distance_to_median.reason()), HasSubstr("nobody"));
    EXPECT_EQ(*one.spatial_median, *one.centroid);
    EXPECT_EQ(said(one.mean_distance_to_median.reason()), "one answer cannot show a spread");
}

TEST(Group, WhoAnsweredNothingIsListedAndNotCounted) {
    Answers answers = answers_of({user_of(Role::Engineer, {1}), user_of(Role::Engineer, {})});
    answers.respondents[0].answered = 0; // sorted first: no usages
    const Group group = only_group(answers, four);
    EXPECT_EQ(group.listed, 2U);
    EXPECT_EQ(group.n, 1U);
    EXPECT_EQ(group.tools[1].base, 1U);
}

TEST(ToolUse, UsersRegularsAndDepths) {
    const Answers answers = answers_of(
        {person(Role::Engineer, {{0, Depth::Daily}}), person(Role::Engineer, {{0, Depth::Weekly}}),
         person(Role::Engineer, {{0, Depth::Monthly}}),
         person(Role::Engineer, {{0, Depth::Rarely}}), person(Role::Engineer, {{0, Depth::Uses}}),
         person(Role::Engineer, {{0, Depth::Stopped}}),
         person(Role::Engineer, {{0, Depth::DontKnow}}),
         person(Role::Engineer, {{0, Depth::NotApplicable}}), person(Role::Engineer, {})});
    const Group group = only_group(answers, four);
    const ToolUse& use = group.tools[0];
    EXPECT_EQ(use.users, 5U);
    EXPECT_EQ(use.regular, 3U);
    EXPECT_DOUBLE_EQ(use.weight, 1 + 0.6 + 0.3 + 0.1 + 1);
    EXPECT_EQ(use.base, 7U); // nine less "don't know" and "not applicable"
    EXPECT_THAT(use.by_depth, ElementsAre(1U, 1U, 1U, 1U, 1U, 0U, 0U, 1U, 0U, 1U, 1U));
    EXPECT_EQ(group.tools[1].base, 9U);
}

TEST(ToolUse, TheBaseIsWhoWasAskedAndAnswered) {
    Answers answers;
    answers.blocks = {{"a", "A", {0, 1}}, {"b", "B", {1, 2}}, {"c", "C", {3}}};
    const auto add = [&](std::uint64_t answered, std::vector<Usage> usages) {
        answers.respondents.push_back(person(Role::Engineer, std::move(usages)));
        answers.respondents.back().answered = answered;
    };
    add(0b001, {});
    add(0b001, {{1, Depth::DontKnow}});
    add(0b010, {{0, Depth::Uses}}); // uses a tool that no answered block offers
    add(0b011, {{2, Depth::Uses}});
    add(0b100, {{2, Depth::DontKnow}}); // not asked, and says nothing
    add(0b100, {{2, Depth::Never}});    // not asked, and says it
    add(0b000, {});
    sort_respondents(answers);
    const Group group = only_group(answers, four);
    EXPECT_EQ(group.n, 6U);
    EXPECT_EQ(group.tools[0].base, 4U); // 3 in block a, and the user
    EXPECT_EQ(group.tools[1].base, 3U); // 4 in a or b, less one "don't know"
    EXPECT_EQ(group.tools[2].base, 3U); // 2 in b, and who never used it
    EXPECT_EQ(group.tools[3].base, 2U);
    EXPECT_EQ(group.tools[4].base, 0U); // offered by no block
}

TEST(Regions, SharesOfTheWeightByQuadrantAndCategory) {
    Landscape landscape = four;
    landscape.categories.resize(3);
    landscape.tools[0].categories = {0};
    landscape.tools[1].categories = {0, 1};
    landscape.tools[4].categories = {2}; // unplaced
    const Answers answers =
        answers_of({person(Role::Engineer, {{0, Depth::Daily}, {1, Depth::Weekly}}),
                    person(Role::Engineer, {{2, Depth::Uses}, {4, Depth::Weekly}})});
    const Group group = only_group(answers, landscape);
    // Upper left 1, upper right 0.6, lower right 1, lower left 0.
    EXPECT_THAT(*group.quadrant_share, ElementsAre(DoubleEq(1 / 2.6), DoubleEq(0.6 / 2.6),
                                                   DoubleEq(1 / 2.6), DoubleEq(0)));
    // Tool 2 has no category; 1.3, 0.3 and 0.6 of 2.2.
    EXPECT_THAT(*group.category_share,
                ElementsAre(DoubleEq(1.3 / 2.2), DoubleEq(0.3 / 2.2), DoubleEq(0.6 / 2.2)));
}

} // namespace
} // namespace assess
