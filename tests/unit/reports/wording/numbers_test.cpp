// How numbers are written; the expected texts are rounded by hand.
#include "reports/wording/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>

namespace assess::reports {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

const NumberSigns english_signs{};
const NumberSigns german_signs{",", ".", "\u00A0%"};

std::string decimal(double value, int decimals = 2, std::optional<double> limit = {}) {
    return write_decimal(value, decimals, limit, english_signs);
}

std::string percent(double share, std::optional<double> limit = {}) {
    return write_percent(share, limit, english_signs);
}

TEST(WriteDecimal, AsManyDecimalsAsAsked) {
    EXPECT_EQ(decimal(0.6249), "0.62");
    EXPECT_EQ(decimal(0.6251, 1), "0.6");
    EXPECT_EQ(decimal(-0.2), "-0.20");
    EXPECT_EQ(decimal(12.5, 0), "12");
    EXPECT_EQ(decimal(0.12345, 4), "0.1235"); // in binary it is a little more
    EXPECT_EQ(decimal(1, 3), "1.000");
}

TEST(WriteDecimal, ZeroHasNoSign) {
    EXPECT_EQ(decimal(-0.0), "0.00");
    EXPECT_EQ(decimal(-0.004), "0.00");
    EXPECT_EQ(decimal(-0.4, 0), "0");
    EXPECT_EQ(decimal(-0.006), "-0.01");
}

TEST(WriteDecimal, MoreDecimalsTellItFromItsLimit) {
    EXPECT_EQ(decimal(0.1496, 2, 0.15), "0.1496"); // 0.150 would be the limit again
    EXPECT_EQ(decimal(0.1449, 2, 0.15), "0.14");
    EXPECT_EQ(decimal(0.149, 2, 0.15), "0.149");
    EXPECT_EQ(decimal(0.153, 2, 0.15), "0.153");
    EXPECT_EQ(decimal(0.4000004, 2, 0.40), "0.40"); // six decimals are the most
    EXPECT_EQ(decimal(0.400002, 2, 0.40), "0.400002");
    EXPECT_EQ(decimal(-0.001, 2, 0.0), "-0.001");
}

TEST(WriteDecimal, AsManyAsUsualAtTheLimitAndFarFromIt) {
    EXPECT_EQ(decimal(0.15, 2, 0.15), "0.15");
    EXPECT_EQ(decimal(0.16, 2, 0.15), "0.16");
    EXPECT_EQ(decimal(-0.15, 2, 0.15), "-0.15");
}

TEST(WritePercent, InWholePercents) {
    EXPECT_EQ(percent(0), "0%");
    EXPECT_EQ(percent(0.824), "82%");
    EXPECT_EQ(percent(0.826), "83%");
    EXPECT_EQ(percent(0.125), "13%"); // half a percent goes up, whatever stands before it
    EXPECT_EQ(percent(0.135), "14%");
    EXPECT_EQ(percent(1), "100%");
    EXPECT_EQ(percent(-0.001), "0%");
}

TEST(WritePercent, MoreDecimalsTellItFromItsLimit) {
    EXPECT_EQ(percent(0.0482, 0.05), "4.8%");
    EXPECT_EQ(percent(0.04999, 0.05), "4.999%"); // 5.0 and 5.00 would be the limit again
    EXPECT_EQ(percent(0.0524, 0.05), "5.2%");
    EXPECT_EQ(percent(0.05, 0.05), "5%");
    EXPECT_EQ(percent(0.06, 0.05), "6%");
}

TEST(WriteP, ThreeDecimals) {
    EXPECT_EQ(write_p(0.0079, english_signs), "0.008");
    EXPECT_EQ(write_p(0.05, english_signs), "0.050");
    EXPECT_EQ(write_p(1, english_signs), "1.000");
}

TEST(WriteLevel, TenthsOfAPercentWhereThereAreAny) {
    EXPECT_EQ(write_level(0.95, english_signs), "95%");
    EXPECT_EQ(write_level(0.999, english_signs), "99.9%");
    EXPECT_EQ(write_level(0.975, english_signs), "97.5%");
    EXPECT_EQ(write_level(0.9, english_signs), "90%");
}

TEST(WriteCount, InThousands) {
    EXPECT_EQ(write_count(0, english_signs), "0");
    EXPECT_EQ(write_count(999, english_signs), "999");
    EXPECT_EQ(write_count(1'000, english_signs), "1,000");
    EXPECT_EQ(write_count(16'160, english_signs), "16,160");
    EXPECT_EQ(write_count(123'456, english_signs), "123,456");
    EXPECT_EQ(write_count(1'234'567, english_signs), "1,234,567");
}

TEST(Numbers, SignsAreTheLanguages) {
    EXPECT_EQ(write_decimal(-0.62, 2, {}, german_signs), "-0,62");
    EXPECT_EQ(write_decimal(0.149, 2, 0.15, german_signs), "0,149");
    EXPECT_EQ(write_percent(0.0482, 0.05, german_signs), "4,8\u00A0%");
    EXPECT_EQ(write_percent(0.82, {}, german_signs), "82\u00A0%");
    EXPECT_EQ(write_p(0.012, german_signs), "0,012");
    EXPECT_EQ(write_level(0.999, german_signs), "99,9\u00A0%");
    EXPECT_EQ(write_count(16'160, german_signs), "16.160");
    EXPECT_EQ(write_decimal(0, 2, {}, german_signs), "0,00");
}

TEST(Numbers, WhatIsNoNumberIsNotWrittenAsOne) {
    for (const double value : {no_number, endless, -endless}) {
        EXPECT_EQ(write_decimal(value, 2, 0.15, english_signs), "n/a");
        EXPECT_EQ(write_percent(value, 0.05, english_signs), "n/a");
        EXPECT_EQ(write_p(value, english_signs), "n/a");
    }
}

} // namespace
} // namespace assess::reports
