// Before and after, and what differs: against reports made of the answers on either side.
#include "model/what_if/what_if.hpp"
#include "tests/support/short_names.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

Policy without_draws() {
    Policy policy;
    policy.fragility_draws = 0;
    return policy;
}

TEST(WhatIf, IsTheReportsOnEitherSide) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        auto team = random_team(seed, 12 + seed);
        auto policy = team.policy;
        policy.fragility_draws = 0;
        Random random(seed);
        std::vector<Change> changes;
        for (int i = 0; i < 3; ++i) {
            const auto tools = static_cast<std::uint32_t>(team.landscape.tools.size());
            changes.push_back({random.below(3) > 0,
                               random.below(tools),
                               Depth::Daily,
                               {Who::Kind::Role, std::string(id_of(roles[random.below(3)]))}});
        }
        const auto result = what_if(team.answers, team.landscape, policy, {}, changes);
        auto answers = team.answers;
        apply_changes(answers, policy, changes);
        const auto after = make_gap_report(answers, team.landscape, policy, {});
        ASSERT_TRUE(result.gap);
        for (std::size_t d = 0; d < 2; ++d) {
            const auto& then = result.gap->after.at(d);
            const auto& expected = after.comparisons.front().diagonal.at(d)->gap;
            EXPECT_EQ(then->value, expected.value);
            EXPECT_EQ(then->lower, expected.lower);
            EXPECT_NEAR(result.gap->change.at(d)->value,
                        then->value - result.gap->before.at(d)->value, 1e-12)
                << "seed " << seed;
        }
        ASSERT_EQ(result.groups.size(), 3U);
        for (const auto& shift : result.groups) {
            EXPECT_NEAR(shift.change[building]->value,
                        along(Diagonal::Building, *shift.after) -
                            along(Diagonal::Building, *shift.before),
                        1e-12);
        }
        // Neither the order of the input nor exchanging the groups changes anything.
        auto reversed = team.answers;
        std::ranges::reverse(reversed.respondents);
        const auto again = what_if(reversed, team.landscape, policy, {}, changes);
        EXPECT_EQ(again.gap->change[building]->value, result.gap->change[building]->value);
        EXPECT_EQ(again.answer, result.answer);
        GapReportSettings exchanged;
        exchanged.between = {"engineer", "researcher"};
        const auto turned = what_if(team.answers, team.landscape, policy, exchanged, changes);
        EXPECT_NEAR(turned.gap->change[building]->value, -result.gap->change[building]->value,
                    1e-15);
    }
}

TestTeam two_groups() {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("a", -1, 1, {.category = "swe"})
        .tool("b", 1, -1)
        .people(2, Role::Researcher, {"b"}, "one")
        .people(1, Role::Researcher, {"b", "a=monthly"}, "two")
        .people(3, Role::Engineer, {"a"}, "two");
    return team;
}

WhatIf tried(const TestTeam& team, const std::vector<Change>& changes,
             const GapReportSettings& settings = {}) {
    auto [landscape, answers] = team.given();
    return what_if(answers, landscape, without_draws(), settings, changes);
}

TEST(WhatIf, SaysInWordsWhatItWouldDo) {
    const Who researchers{Who::Kind::Role, "researcher"};
    const auto result = tried(two_groups(), {{true, 0, Depth::Uses, researchers}});
    // Researchers stand at 1, 1 and (1 - 0.3) / 1.3 = 0.54, mean 0.85; all of them move to 0.
    EXPECT_THAT(
        said(result.answer),
        HasSubstr(
            "If researchers take up Tool a, the gap on the building diagonal would fall from 1.85 "
            "to 1.00 (change -0.85, "));
    EXPECT_THAT(said(result.answer),
                HasSubstr("on the orchestration diagonal it would stay at 0.00."));
    EXPECT_EQ(result.changes.front().changed, 3U);
    EXPECT_THAT(result.findings, testing::Contains(testing::AllOf(
                                     testing::Field(&FindingChange::id, "no-common-ground"),
                                     testing::Field(&FindingChange::fate, FindingFate::Never))));

    const auto nothing = tried(two_groups(), {{true, 1, Depth::Monthly, researchers}});
    EXPECT_EQ(said(nothing.answer),
              "If researchers take up Tool b monthly, nobody's answers would change, "
              "and nothing else would.");
    EXPECT_EQ(nothing.gap->change[building]->value, 0);
    EXPECT_FALSE(nothing.gap->change[building]->has_interval());

    const auto dropped = tried(two_groups(), {{false, 0, {}, {Who::Kind::Role, "engineer"}}});
    EXPECT_THAT(said(dropped.answer), HasSubstr("would not be known any more (1.85 before)"));
    EXPECT_FALSE(dropped.gap->change[building]);
    EXPECT_EQ(dropped.groups[1].placed_after, 0U);
    EXPECT_FALSE(dropped.groups[1].after);
}

TEST(WhatIf, NamesTheFirstOfManyChanges) {
    const Change take_up{true, 0, Depth::Weekly, {}};
    const Change drop{false, 1, {}, {Who::Kind::Team, "two"}};
    EXPECT_THAT(said(tried(two_groups(), {take_up, drop, drop}).answer),
                StartsWith("If everybody takes up Tool a weekly, two drops Tool b and two drops "
                           "Tool b, the gap on the building diagonal would "));
    EXPECT_THAT(said(tried(two_groups(), {take_up, drop, drop, drop, drop}).answer),
                StartsWith("If everybody takes up Tool a weekly, two drops Tool b and 3 more "
                           "changes come, the gap on the building diagonal would "));
}

TEST(WhatIf, WorksWithoutAPairAndByTeam) {
    TestTeam alone;
    alone.tool("a", -1, 1).tool("b", 1, -1).people(3, Role::Researcher, {"b"});
    const auto one = tried(alone, {{true, 0, Depth::Uses, {}}});
    EXPECT_FALSE(one.gap);
    EXPECT_THAT(said(one.answer), HasSubstr("If everybody takes up Tool a, there is no gap to "
                                            "move: the answers hold no engineers."));
    EXPECT_NEAR(one.groups[0].change[building]->value, -1, 1e-15);

    GapReportSettings by_team;
    by_team.grouping = Grouping::Team;
    const auto teams =
        tried(two_groups(), {{true, 1, Depth::Uses, {Who::Kind::Team, "two"}}}, by_team);
    ASSERT_TRUE(teams.gap);
    EXPECT_EQ(teams.changes.front().people, 4U);
    EXPECT_EQ(teams.changes.front().changed, 3U);
    // Engineers move from -1 to 0; the one researcher there uses it as deeply already.
    EXPECT_NEAR(teams.gap->change[building]->value, -0.75, 1e-12);

    TestTeam nobody;
    nobody.tool("a", 0, 0);
    EXPECT_TRUE(tried(nobody, {{true, 0, Depth::Uses, {}}}).groups.empty());
}

} // namespace
} // namespace assess
