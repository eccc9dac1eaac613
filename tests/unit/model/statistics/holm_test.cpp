#include "model/statistics/holm.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace assess {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

TEST(Holm, ByHandInTheOrderGiven) {
    // Sorted 0.01, 0.02, 0.03, 0.5 times 4, 3, 2, 1: 0.04, 0.06, 0.06, 0.5.
    const std::array p_values{0.03, 0.5, 0.01, 0.02};
    EXPECT_THAT(holm(p_values),
                ElementsAre(DoubleEq(0.06), DoubleEq(0.5), DoubleEq(0.04), DoubleEq(0.06)));
}

TEST(Holm, NeverBelowAnEarlierOneAndNeverAboveOne) {
    const std::array p_values{0.6, 0.04};
    EXPECT_THAT(holm(p_values), ElementsAre(DoubleEq(0.6), DoubleEq(0.08)));
    const std::array close{0.03, 0.04}; // 0.06, then 0.04 is raised to it
    EXPECT_THAT(holm(close), ElementsAre(DoubleEq(0.06), DoubleEq(0.06)));
    const std::array large{0.7, 0.8};
    EXPECT_THAT(holm(large), ElementsAre(1.0, 1.0));
}

TEST(Holm, OneTestStaysAsItIsAndNoneGivesNone) {
    const std::array one{0.2};
    EXPECT_THAT(holm(one), ElementsAre(0.2));
    EXPECT_TRUE(holm({}).empty());
}

} // namespace
} // namespace assess
