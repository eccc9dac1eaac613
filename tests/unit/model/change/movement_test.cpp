// How a group and a gap move, by hand.
#include "model/change/change.hpp"
#include "model/change/movement.hpp"
#include "model/statistics/distributions.hpp"
#include "tests/support/short_names.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/change/who.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

using testing::HasSubstr;

/// Groups before and after, people numbered as before.
struct Sides {
    Landscape landscape;
    std::vector<Group> before;
    std::vector<Group> after;

    [[nodiscard]] BeforeAfter of(std::size_t group) const { return {before[group], after[group]}; }
};

Sides sides(const TestTeam& team, const std::vector<std::pair<std::string, Who>>& adoptions,
            Depth depth = Depth::Uses) {
    auto [landscape, answers] = team.given();
    Sides result{landscape, make_groups(answers, landscape, Policy{}, Grouping::Role), {}};
    std::vector<Change> changes;
    for (const auto& [tool, who] : adoptions) {
        changes.push_back({true, landscape.find(tool).value(), depth, who});
    }
    alter_answers(answers, Policy{}, changes);
    const auto was = sort_and_track_respondents(answers);
    result.after = make_groups(answers, landscape, Policy{}, Grouping::Role);
    for (auto& group : result.after) {
        for (auto& person : group.placed_members) {
            person = was[person];
        }
    }
    return result;
}

/// On the building diagonal, (x - y) / 2, with y = -x: a at -1, b at 1, c at 0.
TestTeam three_tools(double tolerance = 0) {
    TestTeam team;
    team.tool("a", -1, 1, {.tolerance = tolerance})
        .tool("b", 1, -1, {.tolerance = tolerance})
        .tool("c", 0, 0, {.tolerance = tolerance});
    return team;
}

TEST(Movement, IsThePairedTOfThePeople) {
    const auto moved = sides(three_tools()
                                 .people(1, Role::Researcher, {"a"})
                                 .people(1, Role::Researcher, {"b"})
                                 .people(1, Role::Researcher, {"c"})
                                 .people(2, Role::Engineer, {"a"}),
                             {{"b", researchers}});
    // a to the middle of a and b: +1; b stays: 0; c to 0.5.
    const auto change = change_of_group(moved.of(0), moved.landscape, 0.95);
    ASSERT_TRUE(change[building]);
    EXPECT_NEAR(change[building]->value, 0.5, 1e-15);
    // Movements 1, 0 and 0.5: variance 0.25, standard error 0.5 / sqrt(3), t(2)
    // = 4.302652729911275.
    const double half = 0.95 / std::sqrt(0.04875) * 0.5 / std::sqrt(3.0);
    EXPECT_NEAR(*change[building]->lower, 0.5 - half, 1e-12);
    EXPECT_NEAR(*change[building]->upper, 0.5 + half, 1e-12);
    EXPECT_EQ(change[building]->n, 3U);
    // Nobody leaves y = -x.
    EXPECT_EQ(change[orchestration]->value, 0);
    EXPECT_FALSE(change[orchestration]->has_interval());

    // The engineers stand still and add nothing.
    const auto gap = change_of_gap(moved.of(0), moved.of(1), moved.landscape, 0.95);
    EXPECT_NEAR(gap[building]->value, 0.5, 1e-15);
    EXPECT_NEAR(*gap[building]->lower, 0.5 - half, 1e-12);
    const auto turned = change_of_gap(moved.of(1), moved.of(0), moved.landscape, 0.95);
    EXPECT_NEAR(turned[building]->value, -0.5, 1e-15);
    EXPECT_NEAR(*turned[building]->lower, -0.5 - half, 1e-12);
}

TEST(Movement, TheToolsErrorsAreShared) {
    const auto moved = sides(three_tools(0.1)
                                 .people(1, Role::Researcher, {"a"})
                                 .people(1, Role::Researcher, {"b"})
                                 .people(1, Role::Researcher, {"c"})
                                 .people(2, Role::Engineer, {"a"}),
                             {{"b", researchers}});
    const auto gap = change_of_gap(moved.of(0), moved.of(1), moved.landscape, 0.95);
    // Shares before a, b, c: 1/3 each; after: 1/6, 2/3, 1/6. dS: -1/6, 1/3, -1/6.
    const double tools = (1.0 / 36 + 1.0 / 9 + 1.0 / 36) * 0.01 / 2;
    const double people = 0.25 / 3;
    // Satterthwaite with a known part: 2 (people + tools)^2 / people^2 degrees of freedom.
    const double degrees = 2 * std::pow((people + tools) / people, 2);
    const double half = std::max(student_t_quantile(0.975, degrees) * std::sqrt(people + tools),
                                 student_t_quantile(0.975, 2) * std::sqrt(people));
    EXPECT_NEAR(*gap[building]->upper, 0.5 + half, 1e-12);
    EXPECT_NEAR(*gap[building]->sampling_upper,
                0.5 + student_t_quantile(0.975, 2) * std::sqrt(people), 1e-12);
}

TEST(Movement, OfBothGroupsIsWelchs) {
    const auto moved = sides(three_tools()
                                 .people(1, Role::Researcher, {"a"})
                                 .people(1, Role::Researcher, {"b"})
                                 .people(1, Role::Researcher, {"c"})
                                 .people(1, Role::Engineer, {"a"})
                                 .people(1, Role::Engineer, {"b"}),
                             {{"b", researchers}, {"a", engineers}});
    // Researchers 1, 0, 0.5; engineers 0 and -1: mean -0.5, variance 0.5, n = 2.
    const auto gap = change_of_gap(moved.of(0), moved.of(1), moved.landscape, 0.95);
    EXPECT_NEAR(gap[building]->value, 1.0, 1e-15);
    const double first = 0.25 / 3;
    const double second = 0.5 / 2;
    const double degrees =
        (first + second) * (first + second) / (first * first / 2 + second * second / 1);
    const double half = student_t_quantile(0.975, degrees) * std::sqrt(first + second);
    EXPECT_NEAR(*gap[building]->lower, 1 - half, 1e-12);
}

TEST(Movement, WhoGetsAPlaceJoins) {
    const auto moved = sides(three_tools()
                                 .people(1, Role::Researcher, {"a"})
                                 .people(1, Role::Researcher, {"b"})
                                 .people(1, Role::Researcher, {}),
                             {{"b", researchers}});
    const auto change = change_of_group(moved.of(0), moved.landscape, 0.95);
    // From (-1 + 1) / 2 to (0 + 1 + 1) / 3.
    EXPECT_NEAR(change[building]->value, 2.0 / 3, 1e-15);
    EXPECT_TRUE(change[building]->has_interval());
    EXPECT_EQ(change[building]->n, 3U);
}

TEST(Movement, SaysWhyThereIsNoInterval) {
    const auto alone =
        sides(three_tools().people(1, Role::Researcher, {"a"}).people(2, Role::Engineer, {"a"}),
              {{"b", researchers}});
    const auto one = change_of_group(alone.of(0), alone.landscape, 0.95);
    EXPECT_NEAR(one[building]->value, 1, 1e-15);
    EXPECT_FALSE(one[building]->has_interval());
    EXPECT_EQ(said(one[building]->reason), "one answer cannot show a spread");
    const auto gap = change_of_gap(alone.of(0), alone.of(1), alone.landscape, 0.95);
    EXPECT_EQ(said(gap[building]->reason), "one answer cannot show a spread");

    const auto still = change_of_group(alone.of(1), alone.landscape, 0.95);
    EXPECT_EQ(still[building]->value, 0);
    EXPECT_EQ(said(still[building]->reason), "nobody's position changes");

    const auto together =
        sides(three_tools().people(3, Role::Researcher, {"a"}), {{"b", researchers}});
    const auto alike = change_of_group(together.of(0), together.landscape, 0.95);
    EXPECT_NEAR(alike[building]->value, 1, 1e-15);
    EXPECT_THAT(said(alike[building]->reason), HasSubstr("everybody moves alike"));

    const auto fresh = sides(three_tools().people(3, Role::Researcher, {}), {{"b", researchers}});
    const auto none = change_of_group(fresh.of(0), fresh.landscape, 0.95);
    EXPECT_FALSE(none[building]);
    EXPECT_THAT(said(none[building].reason()), HasSubstr("so far"));
}

} // namespace
} // namespace assess
