#include "model/statistics/splits.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <set>
#include <vector>

namespace assess {
namespace {

TEST(Binomial, SmallValuesAndThePascalTriangle) {
    EXPECT_EQ(binomial(0, 0), 1U);
    EXPECT_EQ(binomial(5, 0), 1U);
    EXPECT_EQ(binomial(5, 5), 1U);
    EXPECT_EQ(binomial(5, 6), 0U);
    EXPECT_EQ(binomial(19, 8), 75'582U);
    EXPECT_EQ(binomial(24, 12), 2'704'156U);
    for (std::uint64_t n = 1; n <= 60; ++n) {
        for (std::uint64_t k = 1; k <= n; ++k) {
            ASSERT_EQ(binomial(n, k), binomial(n - 1, k) + binomial(n - 1, k - 1)) << n << " " << k;
        }
    }
}

TEST(Binomial, TheLargestThatFitsAndBeyond) {
    EXPECT_EQ(binomial(67, 33), 14'226'520'737'620'288'370ULL);
    EXPECT_EQ(binomial(68, 34), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(binomial(1'000'000, 500'000), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(binomial(4'000'000'000, 2), 7'999'999'998'000'000'000ULL);
}

/// Powers of two: a sum tells which rows are in it.
std::vector<Row<1>> powers(std::size_t count) {
    std::vector<Row<1>> rows;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back({static_cast<double>(1U << i)});
    }
    return rows;
}

int bits(std::uint32_t number) {
    int count = 0;
    for (; number != 0; number &= number - 1) {
        ++count;
    }
    return count;
}

TEST(AllSubsets, EverySubsetOfTheSizeOnceAndTheObservedFirst) {
    for (std::size_t from = 1; from <= 10; ++from) {
        const std::vector<Row<1>> rows = powers(from);
        for (std::size_t size = 1; size <= from; ++size) {
            std::vector<std::uint32_t> seen;
            visit_all_subsets<1>(rows, size, [&](const Row<1>& sums) {
                seen.push_back(static_cast<std::uint32_t>(sums[0]));
            });
            EXPECT_EQ(seen.front(), (1U << size) - 1);
            EXPECT_EQ(seen.size(), binomial(from, size));
            EXPECT_EQ(std::set<std::uint32_t>(seen.begin(), seen.end()).size(), seen.size());
            for (const std::uint32_t subset : seen) {
                EXPECT_EQ(bits(subset), static_cast<int>(size));
            }
        }
    }
}

} // namespace
} // namespace assess
