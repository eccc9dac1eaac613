// Against tests/oracles/statistics.json, made by statistics.py beside it.
#include "model/statistics/centroid_tests.hpp"
#include "model/statistics/distributions.hpp"
#include "model/statistics/moments.hpp"
#include "model/statistics/overlap.hpp"
#include "model/statistics/welch.hpp"
#include "tests/unit/model/statistics/oracle.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

namespace assess {
namespace {

using Json = nlohmann::json;

const Json& oracle() {
    static const Json data = read_oracle("statistics.json");
    return data;
}

Sample sample(const Json& values) {
    return summarize(values.get<std::vector<double>>());
}

TEST(StatisticsOracle, Moments) {
    const Json& expected = oracle()["moments"];
    const Eigen::MatrixX2d rows = matrix_of(expected["rows"]);
    const Eigen::Vector2d mean = mean_of(rows);
    const Eigen::Matrix2d covariance = covariance_of(rows);
    for (std::size_t i = 0; i < 2; ++i) {
        expect_close(mean[static_cast<Eigen::Index>(i)], expected["mean"][i]);
        for (std::size_t j = 0; j < 2; ++j) {
            expect_close(covariance(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)),
                         expected["covariance"][i][j]);
        }
    }
}

TEST(StatisticsOracle, StudentT) {
    ASSERT_FALSE(oracle()["student_t"].empty());
    for (const Json& expected : oracle()["student_t"]) {
        SCOPED_TRACE(expected.dump());
        const double p = expected["p"];
        EXPECT_NEAR(student_t_two_sided(expected["t"], expected["df"]), p, 1e-11 * p);
        expect_close(student_t_quantile(0.975, expected["df"]), expected["quantile_975"]);
    }
}

TEST(StatisticsOracle, Welch) {
    ASSERT_FALSE(oracle()["welch"].empty());
    for (const Json& expected : oracle()["welch"]) {
        SCOPED_TRACE(expected.dump());
        const Sample first = sample(expected["first"]);
        const Sample second = sample(expected["second"]);
        const auto test = welch_test(first, second);
        ASSERT_TRUE(test);
        expect_close(test->difference, expected["difference"]);
        expect_close(test->sampling_variance, expected["sampling_variance"]);
        expect_close(test->degrees_of_freedom, expected["df"]);
        expect_close(test->t, expected["t"]);
        expect_close(test->p, expected["p"]);
        const auto sampling = welch_interval(first, second, expected["level"]);
        ASSERT_TRUE(sampling);
        expect_close(sampling->lower, expected["lower"]);
        expect_close(sampling->upper, expected["upper"]);
        const auto total =
            welch_interval(first, second, expected["level"], expected["known_variance"]);
        ASSERT_TRUE(total);
        expect_close(total->degrees_of_freedom, expected["total_df"]);
        expect_close(total->lower, expected["total_lower"]);
        expect_close(total->upper, expected["total_upper"]);
    }
}

void expect_same_result(const PermutationResult& result, const Json& expected, const Json& splits) {
    EXPECT_TRUE(result.exact);
    EXPECT_EQ(result.splits, splits.get<std::uint64_t>());
    EXPECT_EQ(result.at_least_as_extreme, expected["at_least_as_extreme"].get<std::uint64_t>());
    EXPECT_DOUBLE_EQ(result.p, expected["p"].get<double>());
    ASSERT_EQ(result.statistic.has_value(), !expected["statistic"].is_null());
    if (result.statistic) {
        expect_close(*result.statistic, expected["statistic"], 1e-10);
    }
}

TEST(StatisticsOracle, ExactPermutationTests) {
    ASSERT_FALSE(oracle()["permutation"].empty());
    for (const Json& expected : oracle()["permutation"]) {
        SCOPED_TRACE(expected.dump());
        const CentroidTests tests = centroid_tests(matrix_of(expected["first"], 100),
                                                   matrix_of(expected["second"], 100), {}, 1);
        expect_same_result(tests.plane, expected["plane"], expected["splits"]);
        expect_same_result(tests.diagonal[0], expected["orchestration"], expected["splits"]);
        expect_same_result(tests.diagonal[1], expected["building"], expected["splits"]);
    }
}

SparseRows sparse(const Json& dense) {
    SparseRows rows;
    for (const Json& row : dense) {
        for (std::uint32_t column = 0; column < row.size(); ++column) {
            if (row[column].get<double>() > 0) {
                rows.add_entry(column, row[column]);
            }
        }
        rows.end_row();
    }
    return rows;
}

TEST(StatisticsOracle, MorisitaHornJackknife) {
    ASSERT_FALSE(oracle()["morisita_horn"].empty());
    for (const Json& expected : oracle()["morisita_horn"]) {
        SCOPED_TRACE(expected.dump());
        const auto result =
            morisita_horn_jackknife(sparse(expected["first"]), sparse(expected["second"]),
                                    expected["first"][0].size(), expected["level"]);
        ASSERT_TRUE(result);
        ASSERT_TRUE(result->lower && result->upper);
        expect_close(result->value, expected["value"]);
        expect_close(result->corrected_root, expected["corrected_root"]);
        expect_close(result->root_variance, expected["root_variance"]);
        expect_close(result->degrees_of_freedom, expected["df"]);
        expect_close(*result->lower, expected["lower"]);
        expect_close(*result->upper, expected["upper"]);
    }
}

} // namespace
} // namespace assess
