#include "model/statistics/agreement.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace assess {
namespace {

using Counts = std::vector<std::size_t>;

TEST(Agreement, IsThePapersNumber) {
    EXPECT_NEAR(*agreement(Counts{30, 40, 210, 130, 530, 50, 10}), 0.611333, 5e-7);
}

TEST(Agreement, IsOneWhereAllChooseOneStep) {
    EXPECT_EQ(*agreement(Counts{0, 0, 9, 0, 0}), 1);
    EXPECT_EQ(*agreement(Counts{1, 0, 0, 0, 0}), 1);
}

TEST(Agreement, IsZeroWhereEveryStepIsChosenAlike) {
    EXPECT_EQ(*agreement(Counts{4, 4, 4, 4, 4}), 0);
}

TEST(Agreement, IsMinusOneWhereHalfStandAtEachEnd) {
    EXPECT_NEAR(*agreement(Counts{3, 0, 0, 0, 3}), -1, 1e-15);
    EXPECT_NEAR(*agreement(Counts{3, 0, 3}), -1, 1e-15);
}

TEST(Agreement, NeedsAnAnswerAndThreeSteps) {
    EXPECT_FALSE(agreement(Counts{}));
    EXPECT_FALSE(agreement(Counts{0, 0, 0, 0, 0}));
    EXPECT_FALSE(agreement(Counts{2, 3}));
}

TEST(Agreement, ReadsTheSameFromBothEnds) {
    EXPECT_DOUBLE_EQ(*agreement(Counts{1, 5, 0, 2, 7}), *agreement(Counts{7, 2, 0, 5, 1}));
}

TEST(Agreement, CountsShares) {
    EXPECT_NEAR(
        *agreement(Counts{1, 5, 0, 2, 7}),
        *agreement(Counts{100'000'000'000, 500'000'000'000, 0, 200'000'000'000, 700'000'000'000}),
        1e-12);
}

TEST(Agreement, IsTheExactFractionOfSixHundredHistograms) {
    std::ifstream file("tests/oracles/agreement.csv");
    std::string line;
    std::size_t cases = 0;
    while (std::getline(file, line)) {
        SCOPED_TRACE(line);
        const auto comma = line.find(',');
        const auto slash = line.find(',', comma + 1);
        std::istringstream words(line.substr(0, comma));
        Counts counts;
        for (std::size_t count = 0; words >> count;) {
            counts.push_back(count);
        }
        const double expected =
            std::stod(line.substr(comma + 1)) / std::stod(line.substr(slash + 1));
        ASSERT_NEAR(*agreement(counts), expected, 1e-12);
        ++cases;
    }
    EXPECT_EQ(cases, 600U);
}

} // namespace
} // namespace assess
