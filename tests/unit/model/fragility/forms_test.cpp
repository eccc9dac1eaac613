// Sums over tools against sums over people.
#include "model/assessment/matrices.hpp"
#include "model/findings/usage_form.hpp"
#include "model/fragility/share_form.hpp"
#include "model/fragility/spread_gradients.hpp"
#include "model/fragility/tool_places.hpp"
#include "model/statistics/moments.hpp"
#include "model/statistics/spread_test.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

std::vector<Point> positions(const Group& group, const ToolPlaces& places) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < group.placed; ++i) {
        Point position;
        const auto columns = group.shares.row_columns(i);
        for (std::size_t k = 0; k < columns.size(); ++k) {
            position += group.shares.row_values(i)[k] * places[columns[k]];
        }
        points.push_back(position);
    }
    return points;
}

TEST(ShareForm, GivesTheMomentsOfThePeoplesPositions) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto team = random_team(seed, 3 + 5 * seed);
        ToolPlaces places;
        draw_places(team.landscape, seed, 3, places);
        for (const auto& group : team.groups) {
            const ShareForm form(group.shares, team.landscape.tools.size());
            const auto moments = form.at(places);
            const auto rows = to_matrix(positions(group, places));
            EXPECT_LT(norm(moments.mean - to_point(mean_of(rows))), 1e-13) << "seed " << seed;
            if (group.placed >= 2) {
                const auto covariance = to_covariance(covariance_of(rows));
                EXPECT_NEAR(moments.covariance.xx, covariance.xx, 1e-13) << "seed " << seed;
                EXPECT_NEAR(moments.covariance.xy, covariance.xy, 1e-13) << "seed " << seed;
                EXPECT_NEAR(moments.covariance.yy, covariance.yy, 1e-13) << "seed " << seed;
            }
        }
    }
}

TEST(ShareForm, PeopleWhoAreAllAlikeHaveNoSpreadWhereverTheToolsStand) {
    SparseRows rows;
    for (int i = 0; i < 7; ++i) {
        rows.add_entry(0, 0.1);
        rows.add_entry(2, 0.7);
        rows.add_entry(3, 0.2);
        rows.end_row();
    }
    const ToolPlaces places{{0.3, -0.2}, {0, 0}, {-0.7, 0.6}, {0.9, 0.11}};
    EXPECT_EQ(ShareForm(rows, 4).at(places).covariance, Covariance{});
}

TEST(UsageForm, GivesTheSharesOfUsage) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto team = random_team(seed, 3 + 5 * seed);
        const auto input = team.input();
        const UsageForm form(input);
        const auto region = [](const Tool& tool) { return tool.placement->point.x < 0.2; };
        std::vector<bool> inside;
        for (const auto tool : form.tools()) {
            inside.push_back(region(team.landscape.tools[tool]));
        }
        const auto fast = form.share(inside, team.policy);
        const auto slow = *share_of_usage(input, region);
        EXPECT_NEAR(fast.estimate.value, slow.estimate.value, 1e-13);
        EXPECT_EQ(fast.estimate.n, slow.estimate.n);
        ASSERT_EQ(fast.estimate.has_interval(), slow.estimate.has_interval());
        if (slow.estimate.has_interval()) {
            EXPECT_NEAR(*fast.estimate.lower, *slow.estimate.lower, 1e-9);
            EXPECT_NEAR(*fast.estimate.upper, *slow.estimate.upper, 1e-9);
        }
    }
}

double mean_adjusted_distance(const Group& group, const ToolPlaces& places) {
    const auto distances = adjusted_distances(to_matrix(positions(group, places)));
    double sum = 0;
    for (const double distance : distances) {
        sum += distance;
    }
    return sum / static_cast<double>(distances.size());
}

TEST(SpreadGradients, AreTheSlopesOfTheMeanDistances) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto team = random_team(seed, 30);
        const auto gradients = spread_gradients(team.groups[0], team.groups[1]);
        const auto given = given_places(team.landscape);
        const auto difference = [&](const ToolPlaces& places) {
            return mean_adjusted_distance(team.groups[0], places) -
                   mean_adjusted_distance(team.groups[1], places);
        };
        // Central differences along a random direction.
        ToolPlaces drawn;
        draw_places(team.landscape, seed, 0, drawn);
        constexpr double step = 1e-5;
        auto forth = given;
        auto back = given;
        double expected = 0;
        for (std::size_t j = 0; j < given.size(); ++j) {
            const Point direction = drawn[j] - given[j];
            forth[j] += step * direction;
            back[j] -= step * direction;
            expected += dot(gradients[j], direction);
        }
        const double slope = (difference(forth) - difference(back)) / (2 * step);
        EXPECT_NEAR(expected, slope, 1e-5 + 1e-3 * std::abs(slope)) << "seed " << seed;
    }
}

} // namespace
} // namespace assess
