#include "model/statistics/moments.hpp"
#include "model/statistics/sample.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace assess {
namespace {

TEST(Summarize, ByHand) {
    const std::array values{1.0, 2.0, 4.0, 9.0}; // deviations -3, -2, 0, 5: 38 / 3
    const Sample sample = summarize(values);
    EXPECT_EQ(sample.n, 4U);
    EXPECT_DOUBLE_EQ(sample.mean, 4.0);
    EXPECT_DOUBLE_EQ(sample.variance, 38.0 / 3);
}

TEST(Summarize, NothingAndOneValue) {
    EXPECT_EQ(summarize({}).n, 0U);
    EXPECT_EQ(summarize({}).mean, 0.0);
    const std::array one{0.3};
    EXPECT_EQ(summarize(one).mean, 0.3);
    EXPECT_EQ(summarize(one).variance, 0.0);
}

TEST(Summarize, EqualValuesHaveNoVarianceAtAll) {
    const std::vector<double> values(7, 0.1); // seven times 0.1 is not 0.7 in binary
    EXPECT_EQ(summarize(values).mean, 0.1);
    EXPECT_EQ(summarize(values).variance, 0.0);
}

TEST(Summarize, RoundingNoiseIsNoVarianceAndSmallRealDifferencesAre) {
    const std::array noise{0.1 + 0.2, 0.3, 0.3};
    EXPECT_NE(noise[0], noise[1]);
    EXPECT_EQ(summarize(noise).variance, 0.0);
    const std::array small{0.3, 0.3 + 1e-9};
    EXPECT_NEAR(summarize(small).variance, 5e-19, 1e-24);
}

TEST(Summarize, AFarOffMeanCostsNoDigits) {
    const std::array values{1e6 + 0.25, 1e6 + 0.5, 1e6 + 0.75};
    EXPECT_DOUBLE_EQ(summarize(values).variance, 0.0625);
}

TEST(Covariance, ByHand) {
    Eigen::MatrixX2d rows(3, 2);
    rows << 0, 0, 1, 2, 2, 1; // means 1 and 1; products: xx 2, xy 1, yy 2
    EXPECT_EQ(mean_of(rows), Eigen::Vector2d(1, 1));
    const Eigen::Matrix2d covariance = covariance_of(rows);
    EXPECT_DOUBLE_EQ(covariance(0, 0), 1.0);
    EXPECT_DOUBLE_EQ(covariance(0, 1), 0.5);
    EXPECT_DOUBLE_EQ(covariance(1, 0), 0.5);
    EXPECT_DOUBLE_EQ(covariance(1, 1), 1.0);
}

} // namespace
} // namespace assess
