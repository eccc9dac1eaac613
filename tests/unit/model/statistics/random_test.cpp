#include "model/statistics/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace assess {
namespace {

TEST(SplitMix64, GivesThePublishedNumbers) {
    // The reference implementation's first five numbers for the seed 1234567.
    std::uint64_t state = 1234567;
    EXPECT_EQ(split_mix_64(state), 6457827717110365317ULL);
    EXPECT_EQ(split_mix_64(state), 3203168211198807973ULL);
    EXPECT_EQ(split_mix_64(state), 9817491932198370423ULL);
    EXPECT_EQ(split_mix_64(state), 4593380528125082431ULL);
    EXPECT_EQ(split_mix_64(state), 16408922859458223821ULL);
}

TEST(Random, GivesThePublishedNumbersOfXoshiro256StarStar) {
    // The reference implementation's first ten numbers from the state 1, 2, 3, 4.
    Random random(std::array<std::uint64_t, 4>{1, 2, 3, 4});
    for (const std::uint64_t expected :
         {11520ULL, 0ULL, 1509978240ULL, 1215971899390074240ULL, 1216172134540287360ULL,
          607988272756665600ULL, 16172922978634559625ULL, 8476171486693032832ULL,
          10595114339597558777ULL, 2904607092377533576ULL}) {
        EXPECT_EQ(random.next(), expected);
    }
}

TEST(Random, IsSeededBySplitMix64) {
    std::uint64_t state = 42;
    std::array<std::uint64_t, 4> words{};
    for (std::uint64_t& word : words) {
        word = split_mix_64(state);
    }
    Random seeded(42);
    Random by_hand(words);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(seeded.next(), by_hand.next());
    }
}

TEST(Random, BoundedNumbersAreUniformWhereAMultiplicationAloneWouldNotBe) {
    // 3 * 2^30 does not divide 2^32: without the rejection every third number would come up twice
    // as often as the others. Chi-squared over 12 classes; 31.26 is its 0.999 quantile at 11.
    constexpr std::uint32_t bound = 3U << 30;
    constexpr int draws = 120'000;
    std::array<int, 3> by_remainder{};
    std::array<int, 12> by_class{};
    Random random(7);
    for (int i = 0; i < draws; ++i) {
        const std::uint32_t number = random.below(bound);
        ASSERT_LT(number, bound);
        ++by_remainder[number % 3];
        ++by_class[number / (bound / 12)];
    }
    double chi_squared = 0;
    for (const int count : by_class) {
        chi_squared += (count - draws / 12.0) * (count - draws / 12.0) / (draws / 12.0);
    }
    EXPECT_LT(chi_squared, 31.26);
    chi_squared = 0;
    for (const int count : by_remainder) {
        chi_squared += (count - draws / 3.0) * (count - draws / 3.0) / (draws / 3.0);
    }
    EXPECT_LT(chi_squared, 13.82); // 0.999 quantile at 2
}

TEST(Random, ABoundOfOneGivesZero) {
    Random random(0);
    EXPECT_EQ(random.below(1), 0U);
}

} // namespace
} // namespace assess
