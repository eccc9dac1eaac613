#include "model/statistics/overlap.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace assess {
namespace {

SparseRows sparse_rows_of(const std::vector<std::vector<double>>& dense) {
    SparseRows rows;
    for (const auto& row : dense) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (row[column] > 0) {
                rows.add_entry(static_cast<std::uint32_t>(column), row[column]);
            }
        }
        rows.end_row();
    }
    return rows;
}

TEST(Jaccard, ByHand) {
    const std::array<std::uint32_t, 3> first{1, 2, 5};
    const std::array<std::uint32_t, 4> second{2, 3, 5, 9};
    EXPECT_DOUBLE_EQ(*jaccard(first, second), 2.0 / 5);
    EXPECT_DOUBLE_EQ(*jaccard(first, first), 1.0);
    EXPECT_DOUBLE_EQ(*jaccard(first, {}), 0.0);
    EXPECT_FALSE(jaccard({}, {}));
}

TEST(MorisitaHorn, ByHand) {
    const std::array first{0.5, 0.5, 0.0};
    const std::array second{0.0, 0.5, 0.5};
    const std::array apart{0.0, 0.0, 1.0};
    const std::array zero{0.0, 0.0, 0.0};
    EXPECT_DOUBLE_EQ(*morisita_horn(first, second), 2 * 0.25 / (0.5 + 0.5));
    EXPECT_DOUBLE_EQ(*morisita_horn(first, first), 1.0);
    EXPECT_DOUBLE_EQ(*morisita_horn(first, apart), 0.0);
    EXPECT_FALSE(morisita_horn(zero, zero));
}

TEST(MorisitaHornJackknife, TooFewPeopleGiveAValueWithoutAnInterval) {
    const SparseRows one = sparse_rows_of({{1, 0}});
    const SparseRows three = sparse_rows_of({{1, 0}, {0, 1}, {0.5, 0.5}});
    const auto result = morisita_horn_jackknife(one, three, 2, 0.95);
    ASSERT_TRUE(result);
    EXPECT_DOUBLE_EQ(result->value, 2 * 0.5 / (1 + 0.5));
    EXPECT_FALSE(result->lower);
    EXPECT_FALSE(result->upper);
    EXPECT_FALSE(morisita_horn_jackknife(SparseRows{}, three, 2, 0.95));
}

TEST(MorisitaHornJackknife, NobodyDiffersGivesNoInterval) {
    const SparseRows first = sparse_rows_of(std::vector<std::vector<double>>(5, {0.3, 0.7}));
    const SparseRows second = sparse_rows_of(std::vector<std::vector<double>>(6, {0.1, 0.9}));
    const auto result = morisita_horn_jackknife(first, second, 2, 0.95);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->lower);
}

TEST(MorisitaHornJackknife, NothingSharedIsZeroWithoutAnInterval) {
    const SparseRows first =
        sparse_rows_of({{1, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 0, 0}});
    const SparseRows second =
        sparse_rows_of({{0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}});
    const auto result = morisita_horn_jackknife(first, second, 4, 0.95);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->value, 0.0);
    EXPECT_FALSE(result->lower);
}

TEST(MorisitaHornJackknife, FourPeopleAreTooFew) {
    const SparseRows four = sparse_rows_of({{1, 0}, {0, 1}, {1, 0}, {1, 0}});
    const SparseRows six = sparse_rows_of({{1, 0}, {0, 1}, {0, 1}, {0, 1}, {1, 0}, {0, 1}});
    EXPECT_FALSE(morisita_horn_jackknife(four, six, 2, 0.95)->lower);
    EXPECT_FALSE(morisita_horn_jackknife(six, four, 2, 0.95)->upper);
}

TEST(MorisitaHornJackknife, PeopleWhoShareNothingAmongThemselvesGiveNoInterval) {
    // No two people of a group have a tool in common, so nothing is known of how far they agree.
    const SparseRows first = sparse_rows_of({{1, 0, 0, 0, 0, 0},
                                             {0, 1, 0, 0, 0, 0},
                                             {0, 0, 1, 0, 0, 0},
                                             {0, 0, 0, 1, 0, 0},
                                             {0, 0, 0, 0, 1, 0}});
    const auto result = morisita_horn_jackknife(first, first, 6, 0.95);
    EXPECT_DOUBLE_EQ(result->value, 1);
    EXPECT_FALSE(result->lower);
}

TEST(MorisitaHornJackknife, StaysWithinZeroAndOneAndHoldsItsValue) {
    const SparseRows first =
        sparse_rows_of({{1, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    const SparseRows second =
        sparse_rows_of({{1, 0, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {1, 0, 0}, {0, 1, 0}});
    const auto result = morisita_horn_jackknife(first, second, 3, 0.999);
    ASSERT_TRUE(result);
    ASSERT_TRUE(result->lower);
    EXPECT_GE(*result->lower, 0.0);
    EXPECT_LE(*result->upper, 1.0);
    EXPECT_LE(*result->lower, result->value);
    EXPECT_GE(*result->upper, result->value);
}

} // namespace
} // namespace assess
