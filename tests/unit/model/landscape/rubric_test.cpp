#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> first_processes(std::size_t n) {
    std::vector<std::string> ids;
    for (const auto& process : lifecycle_processes().first(n)) {
        ids.emplace_back(process.id);
    }
    return ids;
}

Point place_of(std::string artifact, std::vector<std::string> covers) {
    return rubric_placement({std::move(artifact), std::move(covers)}).point;
}

/// A tool with facts, and a place from elsewhere.
Tool measured(std::string id, std::string artifact, std::size_t processes, double x, double y) {
    Tool tool;
    tool.id = id;
    tool.name = std::move(id);
    tool.rubric = RubricFacts{std::move(artifact), first_processes(processes)};
    tool.placement = Placement{{x, y}, 0.05, "measured", "drawn there"};
    return tool;
}

TEST(RubricScales, HaveDistinctIdsThatCanBeFound) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < artifact_scale().size(); ++i) {
        ids.insert(artifact_scale()[i].id);
        EXPECT_EQ(artifact_level(artifact_scale()[i].id), i);
        EXPECT_FALSE(artifact_scale()[i].means.empty());
    }
    for (std::size_t i = 0; i < lifecycle_processes().size(); ++i) {
        ids.insert(lifecycle_processes()[i].id);
        EXPECT_EQ(process_index(lifecycle_processes()[i].id), i);
        EXPECT_FALSE(lifecycle_processes()[i].means.empty());
    }
    EXPECT_EQ(ids.size(), 9U + 12U);
    EXPECT_EQ(artifact_level("compute"), std::nullopt); // a process, not an artifact
    EXPECT_EQ(process_index(""), std::nullopt);
}

TEST(RubricScales, BeginWithTheStagesOfTheLifecycle) {
    const auto landscape = built_in_landscape("2021");
    ASSERT_EQ(landscape.stages.size(), 8U);
    for (std::size_t i = 0; i < landscape.stages.size(); ++i) {
        EXPECT_EQ(lifecycle_processes()[i].id, landscape.stages[i].id);
        EXPECT_EQ(lifecycle_processes()[i].name, landscape.stages[i].name);
    }
}

// ln(1/3.5) = -1.252763, ln(3/3.5) = -0.154151, ln(4/3.5) = 0.133531, ln(12/3.5) = 1.232144;
// each times 0.73, by hand.
TEST(RubricPlacement, AgreesWithHandArithmetic) {
    EXPECT_EQ(place_of("computing", first_processes(1)), (Point{-0.81, -0.915}));
    EXPECT_EQ(place_of("data-pipeline", first_processes(3)), (Point{-0.24, -0.113}));
    EXPECT_EQ(place_of("ml-workflow", first_processes(4)), (Point{0.14, 0.097}));
    EXPECT_EQ(place_of("model", first_processes(12)), (Point{0.71, 0.899}));
}

TEST(RubricPlacement, CountsNoProcessAsOneAndRepeatedOnesOnce) {
    EXPECT_EQ(place_of("data", {}), place_of("data", {"storage"}));
    EXPECT_EQ(place_of("data", {"storage", "compute", "storage"}),
              place_of("data", {"compute", "storage"}));
}

TEST(RubricPlacement, GrowsWithEachFactAndStaysOnThePlane) {
    for (std::size_t level = 0; level < artifact_scale().size(); ++level) {
        const std::string artifact(artifact_scale()[level].id);
        for (std::size_t n = 1; n <= lifecycle_processes().size(); ++n) {
            const auto point = place_of(artifact, first_processes(n));
            EXPECT_LE(std::max(std::abs(point.x), std::abs(point.y)), 1.0);
            if (level > 0) {
                const std::string lower(artifact_scale()[level - 1].id);
                EXPECT_GT(point.x, place_of(lower, first_processes(n)).x);
            }
            if (n > 1) {
                EXPECT_GT(point.y, place_of(artifact, first_processes(n - 1)).y);
            }
        }
    }
}

TEST(RubricPlacement, SaysWhereItComesFrom) {
    const auto placement = rubric_placement({"model-input", {"versioning", "data-acquisition"}});
    EXPECT_EQ(placement.source, "rubric");
    EXPECT_EQ(placement.tolerance, rubric_tolerance);
    EXPECT_EQ(placement.rationale, "Helps to produce model-input (7 of 9 from software to models); "
                                   "covers data-acquisition and versioning.");
}

TEST(RubricPlacement, RefusesUnknownFactsWithTheClosest) {
    try {
        rubric_placement({"modle", {}});
        FAIL() << "an unknown artifact was taken";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("no artifact \"modle\""));
        EXPECT_THAT(error.hint(), HasSubstr("model"));
    }
    try {
        rubric_placement({"model", {"storage", "deploymnt"}});
        FAIL() << "an unknown process was taken";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("no lifecycle process \"deploymnt\""));
        EXPECT_THAT(error.hint(), HasSubstr("deployment"));
    }
    EXPECT_THROW(rubric_placement({"", {}}), Error);
}

// The expected numbers are SciPy's: tests/oracles/rubric.py prints them.
TEST(RubricFit, AgreesWithScipyOnTheArticlesTools) {
    const auto landscape = built_in_landscape("2021");
    const auto fit = fit_of_rubric(landscape);
    EXPECT_EQ(fit.rows.size(), 45U);
    EXPECT_NEAR(*fit.x.pearson, 0.944672595862, 1e-11);
    EXPECT_NEAR(*fit.x.spearman, 0.942751364761, 1e-11);
    EXPECT_NEAR(*fit.x.rmse, 0.173707097021, 1e-11);
    EXPECT_NEAR(*fit.x.left_out_rmse, 0.180069722033, 1e-11);
    EXPECT_NEAR(*fit.y.pearson, 0.902128276830, 1e-11);
    EXPECT_NEAR(*fit.y.spearman, 0.888067253988, 1e-11);
    EXPECT_NEAR(*fit.y.rmse, 0.237237714821, 1e-11);
    EXPECT_NEAR(*fit.y.left_out_rmse, 0.241050387086, 1e-11);
    EXPECT_NEAR(fit.least_squares->first_artifact, -0.807968574312, 1e-11);
    EXPECT_NEAR(fit.least_squares->artifact_step, 0.190982124838, 1e-11);
    EXPECT_NEAR(fit.least_squares->breadth, 0.733525886265, 1e-11);
    EXPECT_EQ(fit.matched, 41U);
    EXPECT_EQ(*fit.left_out_matched, 41U);

    std::vector<std::string> elsewhere;
    for (const auto& row : fit.rows) {
        if (!row.same_quadrant) {
            elsewhere.push_back(landscape.tools[row.tool].id);
        }
    }
    EXPECT_THAT(elsewhere, ElementsAre("dagshub", "pachyderm", "paperspace-core", "spell"));
}

TEST(RubricFit, HasCoefficientsThatAreTheLeastSquaresRounded) {
    const auto fit = fit_of_rubric(built_in_landscape("2021"));
    const auto& exact = *fit.least_squares;
    EXPECT_NEAR(rubric_coefficients.first_artifact, exact.first_artifact, 0.005);
    EXPECT_NEAR(rubric_coefficients.artifact_step, exact.artifact_step, 0.005);
    EXPECT_NEAR(rubric_coefficients.breadth, exact.breadth, 0.005);
    // The tolerance claims no more than the left-out errors allow.
    EXPECT_GE(rubric_tolerance, *fit.x.left_out_rmse);
    EXPECT_GE(rubric_tolerance, *fit.y.left_out_rmse);
}

TEST(RubricFit, IsNotFlatteredByToolsThatTheRubricPlaced) {
    const auto article = fit_of_rubric(built_in_landscape("2021"));
    const auto today = fit_of_rubric(built_in_landscape("current"));
    EXPECT_EQ(today.rows.size(), 45U);
    EXPECT_EQ(*today.x.rmse, *article.x.rmse);
    EXPECT_EQ(today.matched, article.matched);
}

// Levels 0, 4, 8 at x = -1, 0, 0.7: slope 1.7/8 = 0.2125, intercept -0.1 - 0.85 = -0.95.
// Left out: the lines through the other two points give -0.7 at 0, -0.15 at 4 and 1 at 8,
// so the differences are 0.3, -0.15 and 0.3: RMSE sqrt(0.2025/3).
TEST(RubricFit, AgreesWithHandArithmeticOnThreeTools) {
    Landscape landscape;
    landscape.tools = {measured("a", "computing", 1, -1, -0.9),
                       measured("b", "ml-infrastructure", 1, 0, -0.9),
                       measured("c", "model", 1, 0.7, -0.9)};
    const auto fit = fit_of_rubric(landscape);
    EXPECT_NEAR(fit.least_squares->artifact_step, 0.2125, 1e-12);
    EXPECT_NEAR(fit.least_squares->first_artifact, -0.95, 1e-12);
    EXPECT_NEAR(fit.least_squares->breadth, 0.9 / 1.252762968495368, 1e-12);
    EXPECT_NEAR(*fit.x.left_out_rmse, std::sqrt(0.2025 / 3), 1e-12);
    EXPECT_NEAR(*fit.y.left_out_rmse, 0, 1e-12);
    // The rule says -0.81, -0.05, 0.71.
    EXPECT_NEAR(*fit.x.rmse, std::sqrt((0.19 * 0.19 + 0.05 * 0.05 + 0.01 * 0.01) / 3), 1e-12);
    EXPECT_DOUBLE_EQ(*fit.x.spearman, 1);
    EXPECT_EQ(said(fit.y.pearson.reason()), "all tools have the same value");
    EXPECT_FALSE(fit.y.spearman.available());
    EXPECT_EQ(fit.matched, 2U); // b is just left of the middle
}

TEST(RubricFit, AveragesRanksOfTies) {
    Landscape landscape;
    landscape.tools = {measured("a", "data", 1, -0.5, -0.9), measured("b", "data", 2, -0.5, 0.1),
                       measured("c", "model", 2, 0.5, -0.1),
                       measured("d", "experiment", 4, 0.9, 1)};
    // x: ranks 1.5 1.5 4 3 against 1.5 1.5 3 4: 3.5 / 4.5.
    // y: ranks 1 2.5 2.5 4 against 1 3 2 4: 4.5 / sqrt(4.5 * 5).
    const auto fit = fit_of_rubric(landscape);
    EXPECT_NEAR(*fit.x.spearman, 3.5 / 4.5, 1e-12);
    EXPECT_NEAR(*fit.y.spearman, 4.5 / std::sqrt(22.5), 1e-12);
}

TEST(RubricFit, SaysWhyThereIsNothingToSay) {
    Landscape landscape;
    auto fit = fit_of_rubric(landscape);
    EXPECT_TRUE(fit.rows.empty());
    EXPECT_EQ(fit.matched, 0U);
    EXPECT_FALSE(fit.x.rmse.available());
    EXPECT_FALSE(fit.y.pearson.available());
    EXPECT_FALSE(fit.least_squares.available());

    landscape.tools = {measured("a", "model", 1, 0.5, -0.5)};
    fit = fit_of_rubric(landscape);
    EXPECT_NEAR(*fit.x.rmse, 0.21, 1e-12); // the rule says 0.71
    EXPECT_EQ(said(fit.x.pearson.reason()), "two tools at least are needed");
    EXPECT_FALSE(fit.x.left_out_rmse.available());
    EXPECT_FALSE(fit.left_out_matched.available());

    // Two levels: without either tool there is no line.
    landscape.tools.push_back(measured("b", "data", 2, -0.5, -0.3));
    fit = fit_of_rubric(landscape);
    EXPECT_NEAR(*fit.x.pearson, 1, 1e-12);
    EXPECT_TRUE(fit.least_squares.available());
    EXPECT_FALSE(fit.x.left_out_rmse.available());
    EXPECT_TRUE(fit.y.left_out_rmse.available());
    EXPECT_FALSE(fit.left_out_matched.available());

    // Unplaced tools, tools without facts, and the rubric's own are no evidence.
    auto unplaced = measured("c", "data", 2, 0, 0);
    unplaced.placement.reset();
    auto without_facts = measured("d", "data", 2, 0, 0);
    without_facts.rubric.reset();
    auto by_rubric = measured("e", "data", 2, 0, 0);
    by_rubric.placement = rubric_placement(*by_rubric.rubric);
    landscape.tools.insert(landscape.tools.end(), {unplaced, without_facts, by_rubric});
    EXPECT_EQ(fit_of_rubric(landscape).rows.size(), 2U);
}

} // namespace
} // namespace assess
