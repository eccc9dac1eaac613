// Laws and degenerate cases; the numbers themselves are checked in groups_oracle_test.cpp.
#include "model/statistics/spatial_median.hpp"
#include "tests/unit/model/statistics/clouds.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace assess {
namespace {

using clouds::test_seed;

Eigen::MatrixX2d rows_of(std::initializer_list<Eigen::RowVector2d> points) {
    Eigen::MatrixX2d rows(static_cast<Eigen::Index>(points.size()), 2);
    Eigen::Index i = 0;
    for (const Eigen::RowVector2d& point : points) {
        rows.row(i++) = point;
    }
    return rows;
}

TEST(SpatialMedian, OfNobodyIsNothing) {
    EXPECT_FALSE(spatial_median(Eigen::MatrixX2d(0, 2)));
}

TEST(SpatialMedian, OfOneAndOfTwo) {
    const auto one = spatial_median(rows_of({{0.3, -0.7}}));
    EXPECT_EQ(one->point, Eigen::Vector2d(0.3, -0.7));
    EXPECT_EQ(one->mean_distance, 0);
    const auto two = spatial_median(rows_of({{0, 0}, {0.6, 0.8}}));
    EXPECT_NEAR((two->point - Eigen::Vector2d(0.3, 0.4)).norm(), 0, 1e-15);
    EXPECT_NEAR(two->mean_distance, 0.5, 1e-15);
    EXPECT_TRUE(two->on_line);
}

TEST(SpatialMedian, OfATriangleIsItsFermatPoint) {
    // Equilateral: the centre. With an angle above 120 degrees: that corner.
    const double height = std::sqrt(3.0) / 2;
    const auto equal = spatial_median(rows_of({{0, 0}, {1, 0}, {0.5, height}}));
    EXPECT_NEAR((equal->point - Eigen::Vector2d(0.5, height / 3)).norm(), 0, 1e-14);
    EXPECT_FALSE(equal->at_data_point);
    const auto flat = spatial_median(rows_of({{-1, 0}, {0, 0.1}, {1, 0}}));
    EXPECT_EQ(flat->point, Eigen::Vector2d(0, 0.1));
    EXPECT_TRUE(flat->at_data_point);
}

TEST(SpatialMedian, LeavesACornerBarelyUnderTheLimit) {
    // Just under 120 degrees at the top corner, the median is right below it, at 1 / sqrt(3).
    const double limit = 1 / std::sqrt(3.0);
    for (const double above : {1e-2, 1e-4, 1e-6, 1e-8, 1e-10}) {
        SCOPED_TRACE(above);
        const auto near = spatial_median(rows_of({{-1, 0}, {0, limit + above}, {1, 0}}));
        EXPECT_FALSE(near->at_data_point);
        EXPECT_NEAR(near->point.x(), 0, 1e-14);
        EXPECT_NEAR(near->point.y(), limit, 1e-14);
        EXPECT_TRUE(spatial_median(rows_of({{-1, 0}, {0, limit - above}, {1, 0}}))->at_data_point);
    }
}

TEST(SpatialMedian, OfAConvexQuadrilateralIsWhereItsDiagonalsCross) {
    // y = x and y = 1 - 2x cross at 1/3.
    const auto median = spatial_median(rows_of({{0, 0}, {0.4, 0.2}, {0.9, 0.9}, {0.1, 0.8}}));
    EXPECT_NEAR((median->point - Eigen::Vector2d(1.0 / 3, 1.0 / 3)).norm(), 0, 1e-14);
}

TEST(SpatialMedian, HalfThePeopleAtOnePlaceHoldIt) {
    // The pull of the others cannot exceed their number: exactly half is the edge of the test.
    const auto median = spatial_median(
        rows_of({{0.2, 0.1}, {0.2, 0.1}, {0.2, 0.1}, {0.9, 0.1}, {0.8, 0.1}, {0.7, 0.2}}));
    EXPECT_EQ(median->point, Eigen::Vector2d(0.2, 0.1));
    EXPECT_TRUE(median->at_data_point);
}

TEST(SpatialMedian, TheEdgeOfTheVertexTestBelongsToTheVertex) {
    // Three unit vectors at 120 degrees add up to 0; with one person there it holds, and two
    // people at right angles pull with sqrt(2) on one: it does not.
    const double height = std::sqrt(3.0) / 2;
    const auto held = spatial_median(rows_of({{0, 0}, {1, 0}, {-0.5, height}, {-0.5, -height}}));
    EXPECT_EQ(held->point, Eigen::Vector2d(0, 0));
    const auto free = spatial_median(rows_of({{0, 0}, {1, 0}, {0, 1}}));
    EXPECT_FALSE(free->at_data_point);
    // One against one, in one direction only, off the line by a third: pull exactly 1.
    const auto edge = spatial_median(rows_of({{0, 0}, {1, 0}, {-0.5, height}}));
    EXPECT_EQ(edge->point, Eigen::Vector2d(0, 0));
}

TEST(SpatialMedian, OnALineIsTheOneDimensionalMedian) {
    const auto odd = spatial_median(rows_of({{0.1, 0.1}, {0.9, 0.9}, {0.2, 0.2}}));
    EXPECT_EQ(odd->point, Eigen::Vector2d(0.2, 0.2));
    EXPECT_TRUE(odd->at_data_point);
    EXPECT_TRUE(odd->on_line);
    const auto even = spatial_median(rows_of({{0.1, 0.1}, {0.9, 0.9}, {0.2, 0.2}, {0.4, 0.4}}));
    EXPECT_NEAR((even->point - Eigen::Vector2d(0.3, 0.3)).norm(), 0, 1e-15);
    EXPECT_FALSE(even->at_data_point);
    const auto tied = spatial_median(rows_of({{0, 0}, {0.2, 0}, {0.2, 0}, {0.9, 0}}));
    EXPECT_EQ(tied->point, Eigen::Vector2d(0.2, 0));
    EXPECT_TRUE(tied->at_data_point);
    // Upright, so that the sign of the direction is not given by x.
    const auto upright = spatial_median(rows_of({{0.5, -1}, {0.5, 0.25}, {0.5, 1}, {0.5, 0.75}}));
    EXPECT_EQ(upright->point, Eigen::Vector2d(0.5, 0.5));
}

TEST(SpatialMedian, RoundingNoiseIsNoSpread) {
    const double x = 0.1 + 0.2; // 0.30000000000000004
    const auto median = spatial_median(rows_of({{x, 0.7}, {0.3, 0.7}, {0.3, 0.7 + 1e-16}}));
    EXPECT_NEAR((median->point - Eigen::Vector2d(0.3, 0.7)).norm(), 0, 1e-15);
    EXPECT_EQ(median->mean_distance, 0);
    // Two places that are one, in a cloud: together they are as many as the rest.
    const auto held = spatial_median(rows_of({{x, 0.7}, {0.3, 0.7}, {0.8, 0.1}, {0.9, 0.2}}));
    EXPECT_NEAR((held->point - Eigen::Vector2d(0.3, 0.7)).norm(), 0, 1e-15);
}

/// Length of the sum of the unit vectors from the median to everybody elsewhere, less how many
/// stand at the median: 0 or less says that it is one.
double pull_beyond(const Eigen::MatrixX2d& rows, const Eigen::Vector2d& point) {
    Eigen::Vector2d pull = Eigen::Vector2d::Zero();
    double here = 0;
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const Eigen::Vector2d way = rows.row(i).transpose() - point;
        if (way.norm() > 1e-11) {
            pull += way.normalized();
        } else {
            here += 1;
        }
    }
    return pull.norm() - here;
}

TEST(SpatialMedian, NothingPullsItElsewhere) {
    Random random(test_seed);
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        Eigen::MatrixX2d rows = clouds::normal(random, 3 + static_cast<int>(random.below(20)), 0.3);
        if (round % 3 == 0) { // ties
            rows = (rows * 5).array().round().matrix() / 5;
        }
        const auto median = spatial_median(rows);
        EXPECT_LE(pull_beyond(rows, median->point), 1e-9);
    }
}

TEST(SpatialMedian, MovesTurnsAndGrowsWithThePlaneInAnyOrder) {
    Random random(test_seed);
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto rows = clouds::normal(random, 3 + static_cast<int>(random.below(15)), 0.3);
        const auto motion = clouds::motion(random);
        const auto median = spatial_median(rows);
        const auto moved = spatial_median(motion.of(rows));
        EXPECT_NEAR((moved->point - motion.of(median->point)).norm(), 0,
                    1e-11 * std::max(1.0, motion.scale));
        EXPECT_NEAR(moved->mean_distance, motion.scale * median->mean_distance,
                    1e-12 * std::max(1.0, motion.scale));
        const auto reordered = spatial_median(clouds::shuffled(random, rows));
        EXPECT_EQ(reordered->point, median->point);
        EXPECT_EQ(reordered->mean_distance, median->mean_distance);
    }
}

TEST(SpatialMedian, DegenerateDataHaveOne) {
    Random random(test_seed);
    for (int round = 0; round < 500; ++round) {
        SCOPED_TRACE(testing::Message() << "seed " << test_seed << ", round " << round);
        const auto rows = clouds::degenerate(random, 1 + static_cast<int>(random.below(9)));
        const auto median = spatial_median(rows);
        ASSERT_TRUE(median);
        ASSERT_TRUE(median->point.allFinite());
        const auto cost = [&](const Eigen::Vector2d& point) {
            return (rows.rowwise() - point.transpose()).rowwise().norm().sum();
        };
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            EXPECT_LE(cost(median->point), cost(rows.row(i).transpose()) + 1e-12);
        }
        EXPECT_LE(cost(median->point), cost(mean_of(rows)) + 1e-12);
    }
}

TEST(SpatialMedian, OfManyIsFoundToTheLastDigits) {
    Random random(test_seed);
    const auto rows = clouds::normal(random, 100'000, 0.3);
    EXPECT_LE(pull_beyond(rows, spatial_median(rows)->point), 1e-7);
}

TEST(SpatialMedian, DistancesAreToThePointGiven) {
    const auto distances = distances_to(rows_of({{0.3, 0.4}, {0, 0}, {0, 1e-17}}), {0, 0});
    EXPECT_EQ(distances, (std::vector<double>{0.5, 0, 0}));
}

} // namespace
} // namespace assess
