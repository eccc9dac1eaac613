// The closed form of a centroid after adoptions, by hand and against groups made anew.
#include "model/assessment/answers.hpp"
#include "model/change/change.hpp"
#include "model/recommend/adoption_sums.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

TEST(AdoptionSums, ByHand) {
    TestTeam team;
    team.tool("a", -1, 0)
        .tool("b", 1, 0)
        .tool("c", 0, 1)
        .people(1, Role::Researcher, {"a=daily"})              // at (-1, 0), weight 1
        .people(1, Role::Researcher, {"a=weekly", "b=rarely"}) // (-0.5, 0) / 0.7
        .people(1, Role::Researcher, {"c=wanted"})             // no place yet
        .people(1, Role::Researcher, {}, {}, 0);               // said nothing
    const auto given = team.judge();
    const auto& group = given.groups.front();
    const auto tool = [&](std::string_view id) { return given.landscape.find(id).value(); };
    const AdoptionSums sums(given.answers, given.landscape, given.policy, group, 0.6);
    EXPECT_EQ(sums.answered(), 3U);
    EXPECT_EQ(sums.people(tool("a")), 1U); // the others use it as deeply or more
    EXPECT_EQ(sums.people(tool("b")), 3U);
    EXPECT_EQ(sums.people(tool("c")), 3U);

    // Only the third moves: to a's place. Of x: (-1 - 0.5 / 0.7 - 1) / 3.
    EXPECT_NEAR(sums.after(tool("a")).x, (-1 - 0.5 / 0.7 - 1) / 3, 1e-15);
    EXPECT_EQ(sums.after(tool("a")).y, 0);
    // (-1 + 0.6) / 1.6; from rarely to weekly (-0.6 + 0.6) / 1.2; b's own place.
    EXPECT_NEAR(sums.after(tool("b")).x, (-0.4 / 1.6 + 0 + 1) / 3, 1e-15);
    // c by all: weights 1.6, 1.3 and 0.6.
    EXPECT_NEAR(sums.after(tool("c")).x, (-1 / 1.6 - 0.5 / 1.3 + 0) / 3, 1e-15);
    EXPECT_NEAR(sums.after(tool("c")).y, (0.6 / 1.6 + 0.6 / 1.3 + 1) / 3, 1e-15);
    // b and c: weights 2.2, 1.8 and 1.2.
    const Point both = sums.after(tool("b"), tool("c"));
    EXPECT_NEAR(both.x, (-0.4 / 2.2 + 0 / 1.8 + 0.6 / 1.2) / 3, 1e-15);
    EXPECT_NEAR(both.y, (0.6 / 2.2 + 0.6 / 1.8 + 0.6 / 1.2) / 3, 1e-15);
}

/// Everything by the slow way: the answers altered, the groups made anew.
Point made_anew(const JudgedTeam& team, std::size_t group, const std::vector<ToolIndex>& tools,
                Depth depth) {
    auto answers = team.answers;
    std::vector<Change> changes;
    for (const auto tool : tools) {
        changes.push_back({true, tool, depth, {Who::Kind::Role, team.groups[group].id}});
    }
    apply_changes(answers, team.policy, changes);
    return *make_groups(answers, team.landscape, team.policy, Grouping::Role)[group].centroid;
}

TEST(AdoptionSums, IsTheCentroidOfGroupsMadeAnew) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto team = random_team(seed, 3 + 5 * static_cast<std::size_t>(seed));
        Random random(seed);
        // Some without a place, and some who said nothing.
        for (auto& person : team.answers.respondents) {
            if (random.below(5) == 0) {
                person.usages.clear();
                person.answered = random.below(2);
            }
        }
        sort_respondents(team.answers);
        team.groups = make_groups(team.answers, team.landscape, team.policy, Grouping::Role);
        for (const auto depth : {Depth::Weekly, Depth::Rarely, Depth::Uses}) {
            const double weight = weight_of(depth, team.policy);
            for (std::size_t g = 0; g < 2; ++g) {
                const AdoptionSums sums(team.answers, team.landscape, team.policy, team.groups[g],
                                        weight);
                if (sums.answered() == 0) {
                    continue;
                }
                for (int trial = 0; trial < 15; ++trial) {
                    const auto tools = static_cast<std::uint32_t>(team.landscape.tools.size());
                    const ToolIndex one = random.below(tools);
                    const ToolIndex other = (one + 1 + random.below(tools - 1)) % tools;
                    if (!team.landscape.tools[one].placement ||
                        !team.landscape.tools[other].placement) {
                        continue;
                    }
                    EXPECT_LT(norm(sums.after(one) - made_anew(team, g, {one}, depth)), 1e-12)
                        << "seed " << seed;
                    EXPECT_LT(
                        norm(sums.after(one, other) - made_anew(team, g, {one, other}, depth)),
                        1e-12)
                        << "seed " << seed;
                }
            }
        }
    }
}

} // namespace
} // namespace assess
