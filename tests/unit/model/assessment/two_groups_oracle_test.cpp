// From answers to the comparison, against tests/oracles/two_groups.json: a landscape of 19 tools
// without tolerance, one tool a person.
#include "model/assessment/comparison.hpp"
#include "model/policy/policy.hpp"
#include "small_world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>

namespace assess {
namespace {

using Json = nlohmann::json;

Json read_json(const std::filesystem::path& file) {
    return Json::parse(std::ifstream(file));
}

/// To ten digits. The reference is given with twelve; a smaller number keeps its own last place.
void expect_ten_digits(double value, double expected) {
    EXPECT_NEAR(value, expected, 5e-11 * std::abs(expected) + 5e-13);
}

class TwoGroups : public testing::Test {
protected:
    void SetUp() override {
        m_expected = read_json(ASSESS_SOURCE_DIR "/tests/oracles/two_groups.json");
        std::vector<std::optional<Point>> places;
        std::vector<Respondent> people;
        for (const auto& [field, role] :
             {std::pair("researchers", Role::Researcher), std::pair("engineers", Role::Engineer)}) {
            for (const Json& point : m_expected[field]) {
                people.push_back(user_of(role, {static_cast<ToolIndex>(places.size())}));
                places.emplace_back(Point{point[0], point[1]});
            }
        }
        m_landscape = landscape_of(places, 0);
        m_groups =
            make_groups(answers_of(std::move(people)), m_landscape, Policy{}, Grouping::Role);
        ASSERT_EQ(m_groups.size(), 2U);
        m_comparison = compare_groups(m_groups, 0, 1, m_landscape, Policy{}, {.seed = 1});
    }

    Json m_expected;
    Landscape m_landscape;
    std::vector<Group> m_groups;
    Comparison m_comparison;
};

TEST_F(TwoGroups, CentroidsAndCovariances) {
    EXPECT_EQ(m_groups[0].placed, 8U);
    EXPECT_EQ(m_groups[1].placed, 11U);
    for (std::size_t i = 0; i < 2; ++i) {
        const Json& centroid = m_expected["centroid"][i];
        expect_ten_digits(m_groups[i].centroid->x, centroid[0]);
        expect_ten_digits(m_groups[i].centroid->y, centroid[1]);
        const Json& covariance = m_expected["covariance_xx_xy_yy"][i];
        expect_ten_digits(m_groups[i].covariance->xx, covariance[0]);
        expect_ten_digits(m_groups[i].covariance->xy, covariance[1]);
        expect_ten_digits(m_groups[i].covariance->yy, covariance[2]);
    }
}

TEST_F(TwoGroups, GapsOnTheAxesAndTheDiagonals) {
    expect_ten_digits(m_comparison.gap->x, m_expected["gap_xy"][0]);
    expect_ten_digits(m_comparison.gap->y, m_expected["gap_xy"][1]);
    for (std::size_t i = 0; i < 2; ++i) {
        const double rotated = m_expected["gap_rotated_not_halved"][i];
        expect_ten_digits(m_comparison.diagonal[i]->gap.value, rotated / std::numbers::sqrt2);
        EXPECT_EQ(m_comparison.diagonal[i]->landscape_variance, 0.0);
    }
}

TEST_F(TwoGroups, WdStarAndItsExactP) {
    const PermutationTest& test = *m_comparison.centroid_test;
    expect_ten_digits(*test.statistic, m_expected["wd_star"]);
    EXPECT_TRUE(test.exact);
    EXPECT_EQ(test.permutations, m_expected["splits"].get<std::uint64_t>());
    EXPECT_EQ(test.at_least_as_extreme,
              m_expected["wd_star_at_least_as_extreme"].get<std::uint64_t>());
    expect_ten_digits(test.p, m_expected["wd_star_p"]);
    EXPECT_DOUBLE_EQ(test.smallest_p, 1.0 / 75582);
}

TEST_F(TwoGroups, WelchAlongTheDiagonals) {
    for (std::size_t i = 0; i < 2; ++i) {
        const DiagonalGap& gap = *m_comparison.diagonal[i];
        expect_ten_digits(gap.gap.value / std::sqrt(gap.sampling_variance),
                          m_expected["welch_t"][i]);
        expect_ten_digits(*gap.welch_p, m_expected["welch_p"][i]);
        EXPECT_DOUBLE_EQ(*gap.p * 75582, m_expected["welch_at_least_as_extreme"][i].get<double>());
    }
}

TEST_F(TwoGroups, SpatialMedians) {
    for (std::size_t i = 0; i < 2; ++i) {
        expect_ten_digits(m_groups[i].spatial_median->x, m_expected["spatial_median"][i][0]);
        expect_ten_digits(m_groups[i].spatial_median->y, m_expected["spatial_median"][i][1]);
    }
}

TEST_F(TwoGroups, SpreadEnergyAndKrishnamoorthyYu) {
    const SpreadComparison& spread = *m_comparison.spread;
    expect_ten_digits(*spread.test.statistic, m_expected["permdisp_bias_adjusted"]["f"]);
    expect_ten_digits(spread.f_p, m_expected["permdisp_bias_adjusted"]["p_f"]);
    EXPECT_DOUBLE_EQ(spread.difference.value,
                     spread.mean_distance_first - spread.mean_distance_second);
    EXPECT_LT(*spread.difference.lower, spread.difference.value);

    const PermutationTest& energy = *m_comparison.energy_test;
    expect_ten_digits(*energy.statistic, m_expected["energy"]["statistic"]);
    EXPECT_EQ(energy.at_least_as_extreme,
              m_expected["energy"]["at_least_as_extreme"].get<std::uint64_t>());

    const Json& test = m_expected["krishnamoorthy_yu"];
    expect_ten_digits(m_comparison.krishnamoorthy_yu->t2, test["t2"]);
    expect_ten_digits(m_comparison.krishnamoorthy_yu->degrees_of_freedom, test["df"]);
    expect_ten_digits(m_comparison.krishnamoorthy_yu->f, test["f"]);
    expect_ten_digits(m_comparison.krishnamoorthy_yu->p, test["p"]);
}

TEST_F(TwoGroups, Effects) {
    const Effect& effect = m_comparison.effect;
    expect_ten_digits(*effect.mahalanobis, m_expected["mahalanobis_d"]);
    expect_ten_digits(*effect.mahalanobis_squared, m_expected["mahalanobis_d2_unbiased"]);
    expect_ten_digits(*effect.bhattacharyya, m_expected["bhattacharyya_coefficient"]);
    expect_ten_digits(*effect.wasserstein_squared, m_expected["gaussian_wasserstein_squared"]);
}

TEST_F(TwoGroups, TheCopyOfTheNumbersIsTheDesignsOwn) {
    const std::filesystem::path file = ASSESS_SOURCE_DIR "/../shared/oracles/two-groups.json";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "the design's folder is not beside the repository";
    }
    const Json design = read_json(file);
    EXPECT_EQ(m_expected["wd_star"], design["wd_star"]);
    EXPECT_EQ(m_expected["wd_star_p"], design["wd_star_exact_permutation"]["p"]);
    EXPECT_EQ(m_expected["gap_xy"], design["gap_xy"]);
    EXPECT_EQ(m_expected["centroid"][0], design["centroid"]["ml_researcher"]);
    EXPECT_EQ(m_expected["centroid"][1], design["centroid"]["software_engineer"]);
    EXPECT_EQ(m_expected["covariance_xx_xy_yy"][0], design["covariance_xx_xy_yy"]["ml_researcher"]);
    EXPECT_EQ(m_expected["covariance_xx_xy_yy"][1],
              design["covariance_xx_xy_yy"]["software_engineer"]);
    EXPECT_EQ(m_expected["welch_p"][1], design["welch_t_building"]["p"]);
    EXPECT_EQ(m_expected["welch_t"][0], design["welch_t_orchestration"]["t"]);
    EXPECT_EQ(m_expected["spatial_median"][0], design["spatial_median"]["ml_researcher"]);
    EXPECT_EQ(m_expected["spatial_median"][1], design["spatial_median"]["software_engineer"]);
    EXPECT_EQ(m_expected["krishnamoorthy_yu"], design["krishnamoorthy_yu"]);
    EXPECT_EQ(m_expected["permdisp_bias_adjusted"],
              design["permdisp_spatial_median_bias_adjusted"]);
    EXPECT_EQ(m_expected["permdisp_unadjusted"]["f"],
              design["permdisp_spatial_median_unadjusted"]["f"]);
    EXPECT_EQ(m_expected["permdisp_unadjusted"]["at_least_as_extreme"],
              design["permdisp_spatial_median_unadjusted"]
                    ["exact_residual_permutation_at_least_as_extreme"]);
    EXPECT_EQ(m_expected["energy"]["statistic"], design["energy_statistic"]["value"]);
    EXPECT_EQ(m_expected["energy"]["at_least_as_extreme"],
              design["energy_statistic"]["exact_permutation_at_least_as_extreme"]);
    for (const char* effect : {"mahalanobis_d", "mahalanobis_d2_unbiased",
                               "bhattacharyya_coefficient", "gaussian_wasserstein_squared"}) {
        EXPECT_EQ(m_expected[effect], design[effect]);
    }

    std::ifstream table(ASSESS_SOURCE_DIR "/../shared/oracles/two-groups.csv");
    std::string line;
    std::getline(table, line);
    for (const char* group : {"researchers", "engineers"}) {
        for (const Json& point : m_expected[group]) {
            ASSERT_TRUE(std::getline(table, line));
            const std::size_t x = line.find(',') + 1;
            const std::size_t y = line.find(',', x) + 1;
            EXPECT_EQ(Json::parse(line.substr(x, y - 1 - x)), point[0]);
            EXPECT_EQ(Json::parse(line.substr(y, line.find('\r', y) - y)), point[1]);
        }
    }
}

} // namespace
} // namespace assess
