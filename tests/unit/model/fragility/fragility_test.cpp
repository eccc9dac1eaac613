// Fragility: the fast draws against whole reports on the drawn landscapes, and against closed
// forms.
#include "model/findings/fragility.hpp"
#include "model/fragility/spread_gradients.hpp"
#include "model/fragility/tool_places.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace assess {
namespace {

/// Whether a draw of this rule judges exactly as a report on the drawn landscape would.
bool is_exact(const Finding& finding) {
    return finding.id != "scattered-group";
}

TEST(Fragility, ADrawJudgesAsAReportOnThatLandscapeWould) {
    std::map<std::string, std::size_t> flipped;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto team = random_team(seed, 6 + 9 * seed);
        team.policy.fragility_draws = 20;
        team.policy.left_end_share = 0.4; // within reach of these teams
        // Wider than any edition's, so that every rule flips now and then.
        for (auto& tool : team.landscape.tools) {
            if (tool.placement) {
                tool.placement->tolerance = 0.25;
            }
        }
        team.assess();
        auto findings = judge_all(team.input());
        judge_fragility(team.input(), seed, findings, 1);

        std::vector<std::size_t> flips(findings.size(), 0);
        auto moved = team;
        for (std::size_t draw = 0; draw < 20; ++draw) {
            ToolPlaces places;
            draw_places(team.landscape, seed, draw, places);
            for (std::size_t j = 0; j < places.size(); ++j) {
                if (moved.landscape.tools[j].placement) {
                    moved.landscape.tools[j].placement->point = places[j];
                }
            }
            moved.assess();
            const auto again = judge_all(moved.input());
            for (std::size_t f = 0; f < findings.size(); ++f) {
                const auto same = std::ranges::find_if(again, [&](const Finding& other) {
                    return other.id == findings[f].id && other.subject == findings[f].subject;
                });
                ASSERT_NE(same, again.end());
                flips[f] += same->state != findings[f].state ? 1U : 0U;
            }
        }
        for (std::size_t f = 0; f < findings.size(); ++f) {
            if (is_exact(findings[f])) {
                EXPECT_EQ(*findings[f].flip_share, static_cast<double>(flips[f]) / 20)
                    << findings[f].id << " " << findings[f].subject << " seed " << seed;
                flipped[findings[f].id] += flips[f];
            }
        }
    }
    // What never flips shows nothing.
    for (const auto* rule : {"opposite-ends", "one-region", "left-end", "broken-ladder",
                             "empty-quadrant", "bridge-role"}) {
        EXPECT_GT(flipped[rule], 0U) << rule;
    }
    for (const auto* rule : {"no-common-ground", "missing-basics", "retired-tool"}) {
        EXPECT_EQ(flipped[rule], 0U) << rule;
    }
}

std::vector<double> flip_shares(const JudgedTeam& team, unsigned threads) {
    auto findings = judge_all(team.input());
    judge_fragility(team.input(), 7, findings, threads);
    std::vector<double> shares;
    for (const auto& finding : findings) {
        shares.push_back(*finding.flip_share);
    }
    return shares;
}

TEST(Fragility, TheNumberOfThreadsChangesNothing) {
    const auto team = random_team(3, 24);
    const auto alone = flip_shares(team, 1);
    EXPECT_EQ(flip_shares(team, 2), alone);
    EXPECT_EQ(flip_shares(team, 5), alone);
}

TEST(Fragility, DrawnPlacesHaveTheToleranceAsStandardDeviation) {
    Landscape landscape;
    landscape.tools.resize(2);
    landscape.tools[0].placement = Placement{{0.4, -0.2}, 0.05, "test", ""};
    ToolPlaces places;
    double squares = 0;
    double products = 0;
    constexpr int draws = 20'000;
    for (int draw = 0; draw < draws; ++draw) {
        draw_places(landscape, 5, static_cast<std::size_t>(draw), places);
        const Point error = places[0] - Point{0.4, -0.2};
        squares += squared_norm(error) / 2;
        products += error.x * error.y;
        EXPECT_EQ(places[1], (Point{0, 0}));
    }
    // Standard errors: 0.0025 / sqrt(20000) of the variance, and of the covariance 0.0025 / 141.
    EXPECT_NEAR(squares / draws, 0.0025, 4 * 0.0025 / std::sqrt(draws));
    EXPECT_NEAR(products / draws, 0, 4 * 0.0025 / std::sqrt(draws));
}

/// The gap is linear in the places: its variance over draws is landscape_variance, in closed form.
TEST(Fragility, TheGapVariesOverDrawsAsTheClosedFormSays) {
    const auto team = random_team(4, 30);
    constexpr std::size_t draws = 4'000;
    for (const auto diagonal : diagonals) {
        const auto& gap = *team.comparison->diagonal[static_cast<std::size_t>(diagonal)];
        double sum = 0;
        double squares = 0;
        ToolPlaces places;
        for (std::size_t draw = 0; draw < draws; ++draw) {
            draw_places(team.landscape, 9, draw, places);
            double drawn = 0;
            for (std::size_t j = 0; j < places.size(); ++j) {
                drawn += (team.groups[0].tools[j].share - team.groups[1].tools[j].share) *
                         along(diagonal, places[j]);
            }
            sum += drawn - gap.gap.value;
            squares += (drawn - gap.gap.value) * (drawn - gap.gap.value);
        }
        const double variance = gap.landscape_variance;
        ASSERT_GT(variance, 0);
        EXPECT_NEAR(squares / draws, variance, 4 * variance * std::sqrt(2.0 / draws));
        EXPECT_NEAR(sum / draws, 0, 4 * std::sqrt(variance / draws));
    }
}

double normal_below(double z) {
    return std::erfc(-z / std::sqrt(2.0)) / 2;
}

/// scattered-group's draws are linear: the share that flips has a closed form. Here an absent
/// finding flips when its interval's upper end rises above the threshold.
TEST(Fragility, TheSpreadFlipsAsOftenAsTheClosedFormSays) {
    auto team = random_team(6, 45);
    team.policy.fragility_draws = 4'000;
    const auto gradients = spread_gradients(team.groups[0], team.groups[1]);
    double variance = 0;
    for (std::size_t j = 0; j < gradients.size(); ++j) {
        if (const auto& placement = team.landscape.tools[j].placement) {
            variance += squared_norm(gradients[j]) * placement->tolerance * placement->tolerance;
        }
    }
    // Half a standard deviation below the threshold, and no test to stand in the way.
    auto& difference = team.comparison->spread;
    SpreadComparison spread = *difference;
    spread.test.p = 1;
    spread.difference.upper = team.policy.scattered_distance - 0.5 * std::sqrt(variance);
    spread.difference.value = *spread.difference.upper - 0.2;
    spread.difference.lower = *spread.difference.upper - 0.4;
    difference = spread;
    auto findings = judge_all(team.input());
    judge_fragility(team.input(), 2, findings);
    const auto finding = std::ranges::find_if(findings, [&](const Finding& each) {
        return each.id == "scattered-group" && each.subject == team.groups[0].id;
    });
    ASSERT_NE(finding, findings.end());
    ASSERT_EQ(finding->state, State::Absent);
    const double expected = normal_below(-0.5);
    EXPECT_NEAR(*finding->flip_share, expected, 4 * std::sqrt(expected * (1 - expected) / 4000));
    EXPECT_TRUE(*finding->fragile);
}

TEST(Fragility, WithoutToleranceNothingIsFragile) {
    auto team = random_team(2, 20);
    for (auto& tool : team.landscape.tools) {
        if (tool.placement) {
            tool.placement->tolerance = 0;
        }
    }
    team.assess();
    auto findings = judge_all(team.input());
    judge_fragility(team.input(), 1, findings);
    for (const auto& finding : findings) {
        EXPECT_FALSE(*finding.fragile) << finding.id;
        EXPECT_EQ(*finding.flip_share, 0);
    }
}

TEST(Fragility, WithoutDrawsItStaysOpen) {
    auto team = random_team(2, 20);
    team.policy.fragility_draws = 0;
    auto findings = judge_all(team.input());
    judge_fragility(team.input(), 1, findings);
    for (const auto& finding : findings) {
        EXPECT_FALSE(finding.fragile.available());
    }
}

TEST(Fragility, OnePersonOrNoneIsNoTrouble) {
    for (const std::size_t people : {0U, 1U, 2U, 3U}) {
        JudgedTeam team = random_team(8, 9);
        team.answers.respondents.resize(people);
        team.groups = make_groups(team.answers, team.landscape, team.policy, Grouping::Role);
        team.comparison.reset();
        if (team.groups.size() >= 2) {
            team.comparison = compare_groups(team.groups, 0, 1, team.landscape, team.policy, {1});
        }
        auto findings = judge_all(team.input());
        judge_fragility(team.input(), 1, findings);
        for (const auto& finding : findings) {
            EXPECT_TRUE(finding.fragile.available()) << finding.id;
        }
    }
}

} // namespace
} // namespace assess
