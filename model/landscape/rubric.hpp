// The rubric: a written rule that places a tool from two facts, and how well it does on tools
// whose places were measured. editions/README.md says why it is as it is.
//
//     x = first_artifact + artifact_step * level    level of the artifact on its scale, from 0
//     y = breadth * ln(n / threshold)               n processes covered, at least 1
//
// Assumes that the levels are equally far apart and that each doubling of the processes weighs
// the same. Both coordinates grow with their fact and never leave [-1, 1].
#pragma once

#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// One answer to one of the rubric's questions, as a questionnaire can ask it.
struct RubricChoice {
    std::string_view id;
    std::string_view name;
    std::string_view means; ///< what counts, with an example
};

/// "What does the tool help to produce?" From software to models; exactly one is true.
std::span<const RubricChoice> artifact_scale();
/// "Which of these does it have functions for?" The stages of the lifecycle, then what runs
/// across them; any number is true.
std::span<const RubricChoice> lifecycle_processes();

/// Index in artifact_scale(), from 0; nothing for an unknown id.
std::optional<std::size_t> artifact_level(std::string_view id);
/// Index in lifecycle_processes(); nothing for an unknown id.
std::optional<std::size_t> process_index(std::string_view id);

/// The rule's numbers. The first three are the least-squares values for the article's 45 tools,
/// rounded to two decimals. The last is the article's own: a tool that covers more than two or
/// three processes counts as all-in-one, so the plane's middle lies between three and four.
struct RubricCoefficients {
    double first_artifact = -0.81;
    double artifact_step = 0.19;
    double breadth = 0.73;
    double threshold = 3.5;
};
inline constexpr RubricCoefficients rubric_coefficients;

/// Standard deviation of x and of y of a tool that the rubric placed. Not less than what the rule
/// misses by on either axis when the tool in question is left out (0.18 and 0.24 for the article's
/// tools), rounded up to the next twentieth because those were rated knowing the figures.
inline constexpr double rubric_tolerance = 0.25;

/// Where the rubric puts a tool, both coordinates rounded to three decimals, with source "rubric"
/// and a rationale made of the facts. A process given twice counts once; none counts as one.
/// Throws Error for an artifact or a process that the scales do not have.
Placement rubric_placement(const RubricFacts& facts);

/// One tool, as the source placed it and as the rubric would.
struct RubricRow {
    ToolIndex tool = 0;
    Point placed;
    Point rated;
    bool same_quadrant = false;
};

/// How well the rubric does on one axis.
struct RubricAxisFit {
    Quantity<double> pearson;
    Quantity<double> spearman; ///< ranks of ties averaged
    Quantity<double> rmse;     ///< root of the mean squared difference, on the plane's scale
    /// Each tool rated by coefficients that were fitted, by least squares, to all the others.
    Quantity<double> left_out_rmse;
};

struct RubricFit {
    std::vector<RubricRow> rows; ///< in the landscape's order
    RubricAxisFit x;
    RubricAxisFit y;
    std::size_t matched = 0; ///< tools in the same quadrant by both
    /// The same with coefficients fitted to all the other tools.
    Quantity<std::size_t> left_out_matched;
    /// Coefficients by least squares over the rows, before any rounding.
    Quantity<RubricCoefficients> least_squares;
};

/// Compares the rubric with every tool that has facts and a place that is not the rubric's own.
/// Throws Error for facts that the scales do not have. O(n log n).
RubricFit fit_of_rubric(const Landscape& landscape);

} // namespace assess
