// Against tests/oracles/groups.json (SciPy and 40 digits) and groups_r.json (R: vegan, energy), and
// against two_groups.json; each is kept with the script that made it or says so.
#include "model/assessment/ellipse.hpp"
#include "model/statistics/benjamini_hochberg.hpp"
#include "model/statistics/effect_sizes.hpp"
#include "model/statistics/energy_test.hpp"
#include "model/statistics/krishnamoorthy_yu.hpp"
#include "model/statistics/principal_axes.hpp"
#include "model/statistics/spatial_median.hpp"
#include "model/statistics/spread_test.hpp"
#include "tests/unit/model/statistics/clouds.hpp"
#include "tests/unit/model/statistics/oracle.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using Json = nlohmann::json;

Eigen::MatrixX2d matrix_of_points(const std::vector<Eigen::RowVector2d>& rows) {
    Eigen::MatrixX2d result(static_cast<Eigen::Index>(rows.size()), 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        result.row(static_cast<Eigen::Index>(i)) = rows[i];
    }
    return result;
}

struct Pair {
    Eigen::MatrixX2d first;
    Eigen::MatrixX2d second;
};

/// The positions of groups.csv: case,group,x,y.
std::map<std::string, Pair> read_pairs() {
    std::map<std::string, std::map<std::string, std::vector<Eigen::RowVector2d>>> rows;
    std::ifstream file(ASSESS_SOURCE_DIR "/tests/oracles/groups.csv");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string name, group, x, y;
        std::getline(fields, name, ',');
        std::getline(fields, group, ',');
        std::getline(fields, x, ',');
        std::getline(fields, y, ',');
        rows[name][group].emplace_back(std::stod(x), std::stod(y));
    }
    std::map<std::string, Pair> pairs;
    for (const auto& [name, groups] : rows) {
        pairs[name] = {matrix_of_points(groups.at("first")), matrix_of_points(groups.at("second"))};
    }
    return pairs;
}

const Pair& pair_of(const std::string& name) {
    static const std::map<std::string, Pair> pairs = read_pairs();
    return pairs.at(name);
}

void expect_nine_digits(double value, const Json& expected) {
    expect_close(value, expected, 1e-9, 1e-6);
}

/// Value against value, or nothing against null.
void expect_same_or_none(const std::optional<double>& value, const Json& expected) {
    ASSERT_EQ(value.has_value(), !expected.is_null());
    if (value) {
        expect_nine_digits(*value, expected);
    }
}

const std::map<std::string, Json>& oracle_cases() {
    static const std::map<std::string, Json> by_name = [] {
        std::map<std::string, Json> result;
        const Json data = read_oracle("groups.json");
        for (const Json& one : data["cases"]) {
            result[one["case"]] = one;
        }
        return result;
    }();
    return by_name;
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& [name, expected] : oracle_cases()) {
        names.push_back(name);
    }
    return names;
}

class GroupsOracle : public testing::TestWithParam<std::string> {
protected:
    const Json& expected() const { return oracle_cases().at(GetParam()); }
    const Pair& pair() const { return pair_of(GetParam()); }
    Scatter first() const { return clouds::scatter(pair().first); }
    Scatter second() const { return clouds::scatter(pair().second); }
};

TEST_P(GroupsOracle, SpatialMedian) {
    for (const auto& [name, rows] :
         {std::pair("first", &pair().first), std::pair("second", &pair().second)}) {
        SCOPED_TRACE(name);
        const auto median = spatial_median(*rows);
        const Json& group = expected()[name];
        ASSERT_TRUE(median);
        for (const Eigen::Index axis : {0, 1}) {
            expect_nine_digits(median->point[axis],
                               group["median"][static_cast<std::size_t>(axis)]);
        }
        expect_nine_digits(median->mean_distance, group["mean_distance"]);
        EXPECT_EQ(median->at_data_point, group["at_data_point"].get<bool>());
    }
}

void expect_spread(const std::optional<SpreadTest>& test, const Json& expected,
                   const Json& splits) {
    ASSERT_TRUE(test);
    expect_nine_digits(test->first.mean, expected["mean_first"]);
    expect_nine_digits(test->second.mean, expected["mean_second"]);
    expect_same_or_none(test->permutation.statistic, expected["f"]);
    if (!expected["p_f"].is_null()) {
        expect_nine_digits(test->f_p, expected["p_f"]);
    }
    if (!expected["count"].is_null()) {
        const auto count = expected["count"].get<double>();
        EXPECT_TRUE(test->permutation.exact);
        EXPECT_EQ(test->permutation.splits, splits.get<std::uint64_t>());
        EXPECT_EQ(static_cast<double>(test->permutation.at_least_as_extreme), count);
        EXPECT_DOUBLE_EQ(test->permutation.p, (count + 1) / (splits.get<double>() + 1));
    }
}

std::optional<SpreadTest> unadjusted_spread_test(const Pair& pair) {
    return spread_test(distances_to(pair.first, spatial_median(pair.first)->point),
                       distances_to(pair.second, spatial_median(pair.second)->point), {}, 1);
}

TEST_P(GroupsOracle, Spread) {
    const auto test =
        spread_test(adjusted_distances(pair().first), adjusted_distances(pair().second), {}, 1);
    expect_spread(test, expected()["spread"], expected()["splits"]);
    expect_spread(unadjusted_spread_test(pair()), expected()["spread_unadjusted"],
                  expected()["splits"]);
}

TEST_P(GroupsOracle, Energy) {
    const auto test = energy_test(pair().first, pair().second, {}, 1);
    const Json& energy = expected()["energy"];
    ASSERT_TRUE(test);
    expect_same_or_none(test->statistic, energy["value"]);
    if (!energy["count"].is_null()) {
        EXPECT_TRUE(test->exact);
        EXPECT_EQ(test->splits, expected()["splits"].get<std::uint64_t>());
        EXPECT_EQ(test->at_least_as_extreme, energy["count"].get<std::uint64_t>());
        EXPECT_DOUBLE_EQ(test->p,
                         energy["count"].get<double>() / expected()["splits"].get<double>());
    }
}

TEST_P(GroupsOracle, KrishnamoorthyYu) {
    const auto test = krishnamoorthy_yu(first(), second());
    const Json& on_line = expected()["welch_on_line"];
    const Json& reference = on_line.is_null() ? expected()["krishnamoorthy_yu"] : on_line;
    ASSERT_EQ(test.has_value(), !reference.is_null());
    if (!test) {
        return;
    }
    EXPECT_EQ(test->dimensions, on_line.is_null() ? 2 : 1);
    expect_nine_digits(test->t2, reference["t2"]);
    expect_nine_digits(test->degrees_of_freedom, reference["df"]);
    expect_nine_digits(test->p, reference["p"]);
    if (on_line.is_null()) {
        expect_nine_digits(test->f, reference["f"]);
    }
}

TEST_P(GroupsOracle, Effects) {
    const Json& effects = expected()["effects"];
    const auto mahalanobis = mahalanobis_distance(first(), second());
    ASSERT_EQ(mahalanobis.has_value(), !effects["d"].is_null());
    if (mahalanobis) {
        expect_nine_digits(mahalanobis->d, effects["d"]);
        expect_same_or_none(mahalanobis->unbiased_square, effects["d2_unbiased"]);
    }
    expect_same_or_none(bhattacharyya_coefficient(first(), second()), effects["bhattacharyya"]);
    expect_nine_digits(gaussian_wasserstein_squared(first(), second()),
                       effects["wasserstein_squared"]);
}

TEST_P(GroupsOracle, Ellipses) {
    for (const auto& [name, group] : {std::pair("first", first()), std::pair("second", second())}) {
        SCOPED_TRACE(name);
        const Json& reference = expected()[name]["ellipse"];
        const auto people = people_ellipse(clouds::group(group));
        const auto centroid = centroid_ellipse(clouds::group(group), 0.95);
        ASSERT_TRUE(people && centroid);
        const double major = std::sqrt(reference["variances"][0].get<double>());
        const double minor = std::sqrt(reference["variances"][1].get<double>());
        // The smaller variance is known to the last digit of the larger: its root to half of them.
        const double digits = 3e-8 * major;
        EXPECT_NEAR(people->semi_major, 2 * major, 1e-9 * major);
        EXPECT_NEAR(people->semi_minor, 2 * minor, minor < 1e-4 * major ? digits : 1e-9 * major);
        EXPECT_NEAR(centroid->semi_major * 2, people->semi_major * reference["k_95"].get<double>(),
                    1e-9 * major);
        if (minor < 0.99 * major) { // a circle or a point has no direction
            const Eigen::Vector2d direction(reference["direction"][0].get<double>(),
                                            reference["direction"][1].get<double>());
            const Eigen::Vector2d along(std::cos(people->angle), std::sin(people->angle));
            EXPECT_NEAR(std::abs(direction.dot(along)), 1, 1e-12);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, GroupsOracle, testing::ValuesIn(case_names()),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(RpackagesOracle, AgreesWithVeganAndEnergy) {
    const Json cases = read_oracle("groups_r.json")["cases"];
    ASSERT_GE(cases.size(), 15U);
    for (const Json& expected : cases) {
        SCOPED_TRACE(expected["case"]);
        const Pair& pair = pair_of(expected["case"]);
        const auto energy = energy_test(pair.first, pair.second, {}, 1);
        ASSERT_TRUE(energy && energy->statistic);
        EXPECT_NEAR(*energy->statistic, expected["energy"].get<double>(),
                    1e-9 * std::max(1e-3, expected["energy"].get<double>()));
        if (expected["f"].is_null()) {
            continue; // no spread at all: vegan does not answer
        }
        const auto spread =
            spread_test(adjusted_distances(pair.first), adjusted_distances(pair.second), {}, 1);
        ASSERT_TRUE(spread && spread->permutation.statistic);
        // vegan's optimizer stops where the mean distance is good to some 1e-8; so near its minimum
        // that leaves the median, and with it F, good to four digits only. (groups.json has F from
        // medians of 40 digits.)
        EXPECT_NEAR(*spread->permutation.statistic, expected["f"].get<double>(),
                    2e-4 * std::max(0.1, expected["f"].get<double>()));
        EXPECT_NEAR(spread->first.mean, expected["mean_distances"][0].get<double>(), 2e-6);
        EXPECT_NEAR(spread->second.mean, expected["mean_distances"][1].get<double>(), 2e-6);
        if (!expected["energy_p"].is_null()) {
            const auto near = [](double p, double reference) {
                // Two samples of 9,999 splits: four standard errors of their difference.
                EXPECT_NEAR(p, reference, 4 * std::sqrt(2 * p * (1 - p) / 9999) + 2e-4);
            };
            EXPECT_FALSE(energy->exact);
            near(energy->p, expected["energy_p"]);
            near(spread->permutation.p, expected["spread_p"]);
        }
    }
}

TEST(RpackagesOracle, BenjaminiHochberg) {
    const Json tests = read_oracle("groups_r.json")["benjamini_hochberg"];
    ASSERT_GE(tests.size(), 5U);
    for (const Json& expected : tests) {
        const auto adjusted = benjamini_hochberg(expected["p"].get<std::vector<double>>());
        ASSERT_EQ(adjusted.size(), expected["adjusted"].size());
        for (std::size_t i = 0; i < adjusted.size(); ++i) {
            const double reference = expected["adjusted"][i];
            EXPECT_NEAR(adjusted[i], reference, 1e-14 * reference);
        }
    }
}

TEST(TwoGroupsOracle, AgreesEntirely) {
    const Json expected = read_oracle("two_groups.json");
    const Pair pair{matrix_of(expected["researchers"]), matrix_of(expected["engineers"])};
    const Scatter first = clouds::scatter(pair.first);
    const Scatter second = clouds::scatter(pair.second);
    const auto close = [](double value, const Json& reference) { // to ten digits
        EXPECT_NEAR(value, reference.get<double>(), 5e-11 * std::max(1e-2, std::abs(value)));
    };
    const Json& medians = expected["spatial_median"];
    for (const Eigen::Index axis : {0, 1}) {
        const auto i = static_cast<std::size_t>(axis);
        close(spatial_median(pair.first)->point[axis], medians[0][i]);
        close(spatial_median(pair.second)->point[axis], medians[1][i]);
    }
    EXPECT_TRUE(spatial_median(pair.first)->at_data_point);
    EXPECT_FALSE(spatial_median(pair.second)->at_data_point);

    const auto spread =
        spread_test(adjusted_distances(pair.first), adjusted_distances(pair.second), {}, 1);
    close(*spread->permutation.statistic, expected["permdisp_bias_adjusted"]["f"]);
    close(spread->f_p, expected["permdisp_bias_adjusted"]["p_f"]);
    const auto unadjusted = unadjusted_spread_test(pair);
    close(*unadjusted->permutation.statistic, expected["permdisp_unadjusted"]["f"]);
    EXPECT_EQ(unadjusted->permutation.at_least_as_extreme,
              expected["permdisp_unadjusted"]["at_least_as_extreme"].get<std::uint64_t>());

    const auto energy = energy_test(pair.first, pair.second, {}, 1);
    close(*energy->statistic, expected["energy"]["statistic"]);
    EXPECT_EQ(energy->at_least_as_extreme,
              expected["energy"]["at_least_as_extreme"].get<std::uint64_t>());
    EXPECT_EQ(energy->splits, expected["splits"].get<std::uint64_t>());

    const auto test = krishnamoorthy_yu(first, second);
    close(test->t2, expected["krishnamoorthy_yu"]["t2"]);
    close(test->degrees_of_freedom, expected["krishnamoorthy_yu"]["df"]);
    close(test->f, expected["krishnamoorthy_yu"]["f"]);
    close(test->p, expected["krishnamoorthy_yu"]["p"]);
    const auto mahalanobis = mahalanobis_distance(first, second);
    close(mahalanobis->d, expected["mahalanobis_d"]);
    close(*mahalanobis->unbiased_square, expected["mahalanobis_d2_unbiased"]);
    close(*bhattacharyya_coefficient(first, second), expected["bhattacharyya_coefficient"]);
    close(gaussian_wasserstein_squared(first, second), expected["gaussian_wasserstein_squared"]);
}

} // namespace
} // namespace assess
