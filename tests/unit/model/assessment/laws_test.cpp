// Laws that hold for any answers: random and degenerate ones, from a printed seed.
#include "model/assessment/comparison.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/random.hpp"
#include "small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace assess {
namespace {

constexpr std::uint64_t first_seed = 4711;
constexpr std::uint64_t rounds = 150;

std::size_t below(Random& random, std::size_t bound) {
    return random.below(static_cast<std::uint32_t>(bound));
}

struct World {
    Landscape landscape;
    Answers answers;
};

/// From nobody to a dozen people a role, on landscapes from one tool to twenty, some unplaced,
/// some in one place, some on a line.
World random_world(std::uint64_t seed) {
    Random random(seed);
    const std::size_t tools = 1 + below(random, 20);
    const bool coarse = below(random, 3) == 0;
    const bool line = below(random, 4) == 0;
    std::vector<std::optional<Point>> places;
    for (std::size_t j = 0; j < tools; ++j) {
        const double step = coarse ? 0.5 : 1e-4;
        const auto cells = static_cast<std::size_t>(std::lround(1.6 / step)) + 1;
        const double x = static_cast<double>(below(random, cells)) * step - 0.8;
        const double y = line ? x : static_cast<double>(below(random, cells)) * step - 0.8;
        places.push_back(below(random, 10) == 0 ? std::optional<Point>() : Point{x, y});
    }
    World world{landscape_of(places), {}};
    std::vector<Respondent> people;
    const std::size_t most = below(random, 25);
    const std::size_t most_tools = 1 + below(random, 6);
    for (std::size_t i = 0; i < most; ++i) {
        std::vector<Usage> usages;
        for (ToolIndex j = 0; j < tools; ++j) {
            if (below(random, tools) < most_tools) {
                usages.push_back({j, static_cast<Depth>(below(random, depth_count))});
            }
        }
        const Role role = below(random, 3) == 0 ? Role::Researcher : Role::Engineer;
        people.push_back(person(role, usages));
        people.back().answered = below(random, 12) == 0 ? 0 : 1;
        people.back().id = "p" + std::to_string(i);
    }
    world.answers = answers_of(std::move(people));
    return world;
}

std::vector<Group> groups_of(const World& world) {
    return make_groups(world.answers, world.landscape, Policy{}, Grouping::Role);
}

/// Few splits, so that some worlds are enumerated and some sampled.
Policy quick_policy() {
    Policy policy;
    policy.exact_split_limit = 3000;
    policy.random_splits = 99;
    return policy;
}

std::optional<Comparison> comparison_of(const World& world, bool exchanged = false) {
    const auto groups = groups_of(world);
    if (groups.size() < 2) {
        return std::nullopt;
    }
    return compare_groups(groups, exchanged ? 1 : 0, exchanged ? 0 : 1, world.landscape,
                          quick_policy(), {.seed = 3});
}

/// Calls check(world), which says whether the world had what the law speaks of: enough must.
template <typename Check>
void for_random_worlds(Check check) {
    std::uint64_t told = 0;
    for (std::uint64_t seed = first_seed; seed < first_seed + rounds; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        told += check(random_world(seed)) ? 1U : 0U;
        if (testing::Test::HasFailure()) {
            return; // the first seed that fails is enough
        }
    }
    EXPECT_GE(told, rounds / 2);
}

void expect_same(const Quantity<double>& a, const Quantity<double>& b) {
    ASSERT_EQ(a.available(), b.available());
    if (a) {
        EXPECT_EQ(*a, *b);
    }
}

/// Everything of a comparison that does not depend on which group comes first, to the last bit.
void expect_same_tests(const Comparison& one, const Comparison& other) {
    EXPECT_EQ(one.spread.available(), other.spread.available());
    if (one.spread) {
        expect_same(one.spread->test.statistic, other.spread->test.statistic);
        EXPECT_EQ(one.spread->test.p, other.spread->test.p);
        EXPECT_EQ(one.spread->f_p, other.spread->f_p);
    }
    EXPECT_EQ(one.energy_test.available(), other.energy_test.available());
    if (one.energy_test) {
        expect_same(one.energy_test->statistic, other.energy_test->statistic);
        EXPECT_EQ(one.energy_test->p, other.energy_test->p);
    }
    EXPECT_EQ(one.krishnamoorthy_yu.available(), other.krishnamoorthy_yu.available());
    if (one.krishnamoorthy_yu) {
        EXPECT_EQ(one.krishnamoorthy_yu->t2, other.krishnamoorthy_yu->t2);
        EXPECT_EQ(one.krishnamoorthy_yu->p, other.krishnamoorthy_yu->p);
    }
    expect_same(one.effect.mahalanobis, other.effect.mahalanobis);
    expect_same(one.effect.mahalanobis_squared, other.effect.mahalanobis_squared);
    expect_same(one.effect.bhattacharyya, other.effect.bhattacharyya);
    expect_same(one.effect.wasserstein_squared, other.effect.wasserstein_squared);
}

TEST(Laws, MovingEveryToolMovesEveryCentroidAndChangesNoSpread) {
    for_random_worlds([](World world) {
        bool told = false;
        const auto before = groups_of(world);
        const Point shift{0.125, -0.0625};
        for (Tool& tool : world.landscape.tools) {
            if (tool.placement) {
                tool.placement->point += shift;
            }
        }
        const auto after = groups_of(world);
        EXPECT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_EQ(before[i].placed, after[i].placed);
            if (before[i].centroid) {
                EXPECT_LT(norm(*after[i].centroid - *before[i].centroid - shift), 1e-14);
            }
            if (before[i].covariance) {
                EXPECT_NEAR(after[i].covariance->xx, before[i].covariance->xx, 1e-14);
                EXPECT_NEAR(after[i].covariance->xy, before[i].covariance->xy, 1e-14);
                EXPECT_NEAR(after[i].covariance->yy, before[i].covariance->yy, 1e-14);
                told = true;
            }
        }
        return told;
    });
}

TEST(Laws, ExchangingTheGroupsNegatesTheGapsAndKeepsEveryP) {
    for_random_worlds([](const World& world) {
        const auto one = comparison_of(world);
        const auto other = comparison_of(world, true);
        if (!one) {
            return false;
        }
        EXPECT_EQ(one->gap.available(), other->gap.available());
        if (one->gap) {
            EXPECT_EQ(*one->gap, -*other->gap);
        }
        EXPECT_EQ(one->centroid_test.available(), other->centroid_test.available());
        if (one->centroid_test) {
            EXPECT_EQ(one->centroid_test->p, other->centroid_test->p);
            expect_same(one->centroid_test->statistic, other->centroid_test->statistic);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(one->diagonal[i].available(), other->diagonal[i].available());
            if (one->diagonal[i]) {
                const DiagonalGap& here = *one->diagonal[i];
                const DiagonalGap& there = *other->diagonal[i];
                EXPECT_EQ(here.gap.value, -there.gap.value);
                expect_same(here.p, there.p);
                expect_same(here.p_adjusted, there.p_adjusted);
                expect_same(here.welch_p, there.welch_p);
                EXPECT_EQ(here.gap.has_interval(), there.gap.has_interval());
                if (here.gap.has_interval()) {
                    EXPECT_EQ(*here.gap.lower, -*there.gap.upper);
                    EXPECT_EQ(*here.gap.upper, -*there.gap.lower);
                }
            }
        }
        EXPECT_EQ(one->smaller_group_spreads_more, other->smaller_group_spreads_more);
        expect_same_tests(*one, *other);
        EXPECT_EQ(one->spread.available(), other->spread.available());
        if (one->spread) {
            EXPECT_EQ(one->spread->difference.value, -other->spread->difference.value);
        }
        return one->centroid_test.available();
    });
}

TEST(Laws, TheOrderOfTheInputChangesNothing) {
    for_random_worlds([](const World& world) {
        World shuffled = world;
        Random random(99);
        auto& people = shuffled.answers.respondents;
        for (std::size_t i = people.size(); i > 1; --i) {
            std::swap(people[i - 1], people[below(random, i)]);
        }
        sort_respondents(shuffled.answers);
        const auto here = groups_of(world);
        const auto there = groups_of(shuffled);
        EXPECT_EQ(here.size(), there.size());
        for (std::size_t i = 0; i < here.size(); ++i) {
            EXPECT_EQ(here[i].positions, there[i].positions);
            EXPECT_EQ(here[i].shares.values, there[i].shares.values);
            if (here[i].centroid) {
                EXPECT_EQ(*here[i].centroid, *there[i].centroid);
                EXPECT_EQ(*here[i].spatial_median, *there[i].spatial_median);
            }
        }
        const auto one = comparison_of(world);
        const auto other = comparison_of(shuffled);
        EXPECT_EQ(one.has_value(), other.has_value());
        if (one && one->centroid_test) {
            EXPECT_EQ(one->centroid_test->p, other->centroid_test->p);
            expect_same(one->centroid_test->statistic, other->centroid_test->statistic);
            expect_same_tests(*one, *other);
            EXPECT_EQ(one->diagonal[0]->gap.lower, other->diagonal[0]->gap.lower);
            return true;
        }
        return false;
    });
}

TEST(Laws, ThePartsAddUpToTheGap) {
    for_random_worlds([](const World& world) {
        const auto comparison = comparison_of(world);
        if (!comparison || !comparison->gap) {
            return false;
        }
        Point sum;
        double orchestration = 0;
        double building = 0;
        for (const ToolContribution& part : comparison->by_tool) {
            sum += Point{part.x, part.y};
            orchestration += part.orchestration;
            building += part.building;
        }
        EXPECT_LT(norm(sum - *comparison->gap), 1e-12);
        EXPECT_NEAR(orchestration, comparison->diagonal[0]->gap.value, 1e-12);
        EXPECT_NEAR(building, comparison->diagonal[1]->gap.value, 1e-12);
        return true;
    });
}

void expect_finite(const Estimate& estimate) {
    EXPECT_TRUE(std::isfinite(estimate.value));
    EXPECT_EQ(estimate.reason.empty(), estimate.has_interval());
    if (estimate.has_interval()) {
        EXPECT_TRUE(std::isfinite(*estimate.lower) && std::isfinite(*estimate.upper));
        EXPECT_LE(*estimate.lower, estimate.value);
        EXPECT_GE(*estimate.upper, estimate.value);
    }
    if (estimate.sampling_lower) {
        EXPECT_LE(*estimate.lower, *estimate.sampling_lower);
        EXPECT_GE(*estimate.upper, *estimate.sampling_upper);
    }
}

TEST(Laws, PLiesAboveZeroAndNothingIsInfinite) {
    for_random_worlds([](const World& world) {
        const auto comparison = comparison_of(world);
        if (!comparison) {
            return false;
        }
        if (comparison->centroid_test) {
            const PermutationTest& test = *comparison->centroid_test;
            EXPECT_GE(test.p, test.smallest_p);
            EXPECT_GT(test.smallest_p, 0);
            EXPECT_LE(test.p, 1);
            EXPECT_TRUE(!test.statistic || std::isfinite(*test.statistic));
        }
        for (const auto& diagonal : comparison->diagonal) {
            if (diagonal) {
                expect_finite(diagonal->gap);
                EXPECT_TRUE(std::isfinite(diagonal->degrees_of_freedom));
                if (diagonal->p) {
                    EXPECT_TRUE(*diagonal->p > 0 && *diagonal->p <= *diagonal->p_adjusted);
                    EXPECT_LE(*diagonal->p_adjusted, 1);
                }
            }
        }
        if (const auto& overlap = comparison->overlap.morisita_horn) {
            expect_finite(*overlap);
            EXPECT_TRUE(overlap->value >= 0 && overlap->value <= 1);
        }
        for (const Group& group : groups_of(world)) {
            EXPECT_LE(group.placed, group.n);
            EXPECT_LE(group.n, group.listed);
            double shares = 0;
            for (const ToolUse& use : group.tools) {
                EXPECT_LE(use.users, use.base);
                EXPECT_LE(use.regular, use.users);
                EXPECT_LE(use.base, group.n);
                shares += use.share;
            }
            EXPECT_NEAR(shares, group.placed == 0 ? 0 : 1, 1e-12);
        }
        return comparison->centroid_test.available();
    });
}

} // namespace
} // namespace assess
