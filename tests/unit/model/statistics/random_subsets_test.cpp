// The draws against their recipe, step by step, and the kernels against one another.
#include "model/statistics/random_subsets.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace assess {
namespace {

/// Whole numbers of up to 2^40, some negative: every order of addition gives the same sum.
template <std::size_t Width>
std::vector<Row<Width>> whole_rows(std::size_t count, Random& random) {
    std::vector<Row<Width>> rows(count);
    for (Row<Width>& row : rows) {
        for (double& value : row) {
            value = static_cast<double>(random.next() >> 24) - 0x1p39;
        }
    }
    return rows;
}

/// Fractions of all sizes: another order of addition gives other last digits.
template <std::size_t Width>
std::vector<Row<Width>> fractions(std::size_t count, Random& random) {
    std::vector<Row<Width>> rows(count);
    for (Row<Width>& row : rows) {
        for (double& value : row) {
            value = 1 / (static_cast<double>(random.next() >> 12) - 0x1p51);
        }
    }
    return rows;
}

/// The recipe as visit_random_subsets states it.
template <std::size_t Width>
std::vector<Row<Width>> by_the_recipe(std::vector<Row<Width>> rows, std::size_t size,
                                      std::uint64_t count, Random random) {
    std::vector<Row<Width>> all;
    for (std::uint64_t split = 0; split < count; ++split) {
        Row<Width> sums{};
        for (std::size_t i = 0; i < size; ++i) {
            std::swap(rows[i], rows[i + random.below(static_cast<std::uint32_t>(rows.size() - i))]);
            sums = plus(sums, rows[i]);
        }
        all.push_back(sums);
    }
    return all;
}

template <std::size_t Width>
std::vector<Row<Width>> drawn(const std::vector<Row<Width>>& rows, std::size_t size,
                              std::uint64_t count, const Random& random,
                              const SubsetKernel& kernel) {
    std::vector<Row<Width>> all;
    visit_random_subsets<Width>(
        rows, size, count, random, [&](const Row<Width>& sums) { all.push_back(sums); }, kernel);
    return all;
}

struct Case {
    std::size_t people;
    std::size_t size;
    std::uint64_t count;
};

// Numbers made one by one and side by side; blocks of 1,024 filled, not filled and passed; every
// remainder of 4; everybody; and subsets longer than a stretch of the generators.
const std::vector<Case> subset_cases{{1, 1, 5},          {2, 1, 100},         {3, 3, 50},
                                     {26, 13, 9999},     {27, 9, 999},        {1000, 400, 700},
                                     {2047, 1023, 200},  {2048, 1024, 200},   {2051, 1025, 200},
                                     {3000, 1026, 150},  {20'000, 9'999, 20}, {90'000, 41'003, 9},
                                     {70'001, 70'001, 2}};

template <std::size_t Width>
void expect_the_recipe() {
    for (const Case& each : subset_cases) {
        Random random(each.people);
        const auto rows = whole_rows<Width>(each.people, random);
        const auto expected = by_the_recipe<Width>(rows, each.size, each.count, random);
        for (const SubsetKernel& kernel : subset_kernels()) {
            SCOPED_TRACE(testing::Message() << kernel.name << ": " << each.size << " of "
                                            << each.people << ", " << each.count << " times");
            EXPECT_TRUE(drawn<Width>(rows, each.size, each.count, random, kernel) == expected);
        }
    }
}

TEST(RandomSubsets, EveryKernelDrawsWhatTheRecipeDraws) {
    expect_the_recipe<1>();
    expect_the_recipe<4>();
}

template <std::size_t Width>
void expect_the_same_bits() {
    for (const Case& each : subset_cases) {
        Random random(each.people);
        const auto rows = fractions<Width>(each.people, random);
        const auto portable =
            drawn<Width>(rows, each.size, each.count, random, subset_kernels().front());
        for (const SubsetKernel& kernel : subset_kernels()) {
            const auto sums = drawn<Width>(rows, each.size, each.count, random, kernel);
            ASSERT_EQ(sums.size(), portable.size());
            for (std::size_t i = 0; i < sums.size(); ++i) {
                for (std::size_t k = 0; k < Width; ++k) {
                    ASSERT_EQ(std::bit_cast<std::uint64_t>(sums[i][k]),
                              std::bit_cast<std::uint64_t>(portable[i][k]))
                        << kernel.name << ": " << each.size << " of " << each.people << ", draw "
                        << i;
                }
            }
        }
    }
}

TEST(RandomSubsets, EveryKernelGivesTheSameBits) {
    expect_the_same_bits<1>();
    expect_the_same_bits<4>();
}

TEST(RandomSubsets, ThePortableKernelComesFirst) {
    EXPECT_EQ(subset_kernels().front().name, "portable");
}

TEST(NumberStream, GoesOnAsTheGeneratorDoes) {
    // Past several jumps of the eight generators, in bites that do not divide a stretch.
    for (const SubsetKernel& kernel : subset_kernels()) {
        for (const std::uint64_t expected : {std::uint64_t{1}, std::uint64_t{1'000'000}}) {
            Random random(17);
            NumberStream numbers(random, expected, kernel);
            for (std::size_t taken = 0; taken < 200'000;) {
                const std::size_t bite = 1 + taken % 977;
                for (const std::uint32_t number : numbers.peek(bite)) {
                    ASSERT_EQ(number, random.next() >> 32) << kernel.name << ", after " << taken;
                }
                numbers.skip(bite);
                taken += bite;
            }
        }
    }
}

TEST(NumberStream, ANumberThatIsRejectedIsReplacedByTheNext) {
    // Just above 2^31, every other number is rejected.
    constexpr std::uint32_t bound = (1U << 31) + 1;
    for (const SubsetKernel& kernel : subset_kernels()) {
        Random random(23);
        NumberStream numbers(random, 1'000'000, kernel);
        for (int i = 0; i < 50'000; ++i) {
            ASSERT_EQ(numbers.below(bound), random.below(bound)) << kernel.name << ", " << i;
        }
    }
}

TEST(SubsetKernel, NoDoubtfulNumberPassesAsCertain) {
    // The number 0 gives a product whose lower half is 0, below every bound.
    for (const SubsetKernel& kernel : subset_kernels()) {
        for (std::size_t at = 0; at < 37; ++at) {
            std::vector<std::uint32_t> numbers(37, 0x80000001U);
            std::vector<std::uint32_t> targets(37);
            EXPECT_TRUE(kernel.scale(numbers.data(), 5, 1000, targets)) << kernel.name;
            numbers[at] = 0;
            EXPECT_FALSE(kernel.scale(numbers.data(), 5, 1000, targets)) << kernel.name << at;
        }
    }
}

TEST(RandomSubsets, EverySubsetIsEquallyLikely) {
    // 20 subsets of 3 of 6, 2,000 expected of each; 43.82 is the 0.999 quantile of chi-squared
    // at 19 degrees of freedom.
    // Powers of two: a sum tells which rows are in it.
    std::vector<Row<1>> rows;
    for (std::size_t i = 0; i < 6; ++i) {
        rows.push_back({static_cast<double>(1U << i)});
    }
    std::map<std::uint32_t, int> seen;
    visit_random_subsets<1>(rows, 3, 40'000, Random(11), [&](const Row<1>& sums) {
        ++seen[static_cast<std::uint32_t>(sums[0])];
    });
    EXPECT_EQ(seen.size(), 20U);
    double chi_squared = 0;
    for (const auto& [subset, count] : seen) {
        EXPECT_EQ(std::popcount(subset), 3);
        chi_squared += (count - 2000.0) * (count - 2000.0) / 2000.0;
    }
    EXPECT_LT(chi_squared, 43.82);
}

} // namespace
} // namespace assess
