// Comparison: two groups set against each other.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/krishnamoorthy_yu.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace assess {

/// The gap along one diagonal: first group minus second group.
struct DiagonalGap {
    Estimate gap;
    double sampling_variance = 0; ///< squared standard error from the people
    double landscape_variance =
        0; ///< what the tools' tolerances add: method, "where the tools stand"
    double degrees_of_freedom = 0; ///< Welch-Satterthwaite, at most 1e15; 0: no interval
    Quantity<double> p;            ///< permutation p of the studentized difference
    Quantity<double> p_adjusted;   ///< Holm over the two diagonals
    Quantity<double> welch_p;      ///< cross-check: Welch's t with its own distribution
};

/// A permutation test and how it was made.
struct PermutationTest {
    /// Not available where it is unboundedly large: the groups differ and neither has any spread.
    Quantity<double> statistic;
    double p = 1;
    std::uint64_t permutations = 0;        ///< splits enumerated, or random ones drawn
    std::uint64_t at_least_as_extreme = 0; ///< in exact tests the observed split counts itself
    bool exact = false;
    double smallest_p = 1; ///< the smallest p these group sizes could have given
};

/// PERMDISP: whether the groups spread differently, by everybody's distance to the spatial median
/// of their own group, adjusted for the group's size.
struct SpreadComparison {
    PermutationTest test;           ///< statistic: F
    double f_p = 1;                 ///< cross-check: F's own distribution
    double mean_distance_first = 0; ///< mean adjusted distance
    double mean_distance_second = 0;
    Estimate difference; ///< of these, first minus second, with Welch's interval
};

/// How far the groups stand apart in terms of their spread. See statistics/effect_sizes.hpp.
struct Effect {
    Quantity<double> mahalanobis;         ///< D, in pooled standard deviations
    Quantity<double> mahalanobis_squared; ///< D2 without its bias; may be negative
    Quantity<double> bhattacharyya;       ///< overlap as two normal distributions, 0 to 1
    Quantity<double> wasserstein_squared; ///< between these, in squared units of the plane
};

struct PartInterval {
    double lower = 0;
    double upper = 0;
};

/// How much of the gap one tool makes, about the pooled centroid; the parts add up to the gap.
struct ToolContribution {
    ToolIndex tool = 0;
    double share_first = 0;  ///< S_1j
    double share_second = 0; ///< S_2j
    double x = 0;
    double y = 0;
    double orchestration = 0;
    double building = 0;
    /// At the level of the gap's interval, index = Diagonal (see tool_intervals.hpp); nothing where
    /// no_part_interval() says why.
    std::array<std::optional<PartInterval>, 2> interval{};
};

/// A tool that both groups use, with the people behind it.
struct Bridge {
    ToolIndex tool = 0;
    std::size_t users_first = 0;
    std::size_t base_first = 0;
    std::size_t users_second = 0;
    std::size_t base_second = 0;
    /// In a confidential report: fewer people than may be told use it; the numbers are 0.
    bool few_first = false;
    bool few_second = false;
};

struct Overlap {
    Quantity<double> jaccard;         ///< sets of tools used by at least one; 1 = the same set
    Quantity<Estimate> morisita_horn; ///< on mean shares; 1 = the same use (Horn 1966)
    std::vector<Bridge> bridges;      ///< by the smaller group share of users, then name
};

/// Gaps along the diagonals, index = Diagonal.
using DiagonalGaps = std::array<Quantity<DiagonalGap>, 2>;

struct Comparison {
    std::size_t first = 0;  ///< index into GapReport::groups; researchers by default
    std::size_t second = 0; ///< engineers by default
    Quantity<Point> gap;    ///< on x and y
    DiagonalGaps diagonal;
    Quantity<PermutationTest> centroid_test;      ///< Wd*
    Quantity<KrishnamoorthyYu> krishnamoorthy_yu; ///< cross-check of Wd*
    Quantity<SpreadComparison> spread;            ///< PERMDISP
    Quantity<PermutationTest> energy_test;        ///< do the distributions differ at all?
    Effect effect;
    Overlap overlap;
    std::vector<ToolContribution> by_tool; ///< by size of |orchestration| + |building|, then id
    /// In a confidential report: all tools together that too few people use to be told one by one.
    /// With them the parts add up to the gap. Its `tool` means nothing.
    std::optional<ToolContribution> by_few;
    /// Why no part of the gap has an interval; empty where those have one whose shares differ.
    Message no_part_intervals{"reason.were-not-computed"};
    /// True where the smaller group is the one with the clearly larger spread: the worst case
    /// for every test of centroids, said so in the report. The larger group has at least 1.25
    /// times the people, and the trace of its covariance is below that of the smaller group
    /// divided by 1.5 (the ratio from which Blanca et al. 2018 found the error rates to drift).
    bool smaller_group_spreads_more = false;
};

/// Why a part that has no interval has none; completes "not available, because ...".
Message no_part_interval(const Comparison& comparison, const ToolContribution& part);

/// The gaps along the diagonals with their intervals alone, index = Diagonal.
std::array<Quantity<Estimate>, 2> gap_estimates(const Comparison& comparison);

/// Variance that the tools' tolerances add to what moves by `weight(j)` times the error of tool j:
/// on a diagonal coordinate, which averages the independent errors of x and y, half of it.
double landscape_variance(const Landscape& landscape,
                          const std::function<double(std::size_t)>& weight);

struct ComparisonSettings {
    std::uint64_t seed = 0;
    /// Else only what the rules look at: of all permutation tests none but that of the spreads.
    bool all_tests = true;
};

/// Compares two groups of one assessment. Never throws for small groups: what n does not allow
/// is an unavailable quantity with its reason. Exchanging `first` and `second` negates the gaps
/// and leaves every p-value and statistic as it is, to the last bit.
Comparison compare_groups(const std::vector<Group>& groups, std::size_t first, std::size_t second,
                          const Landscape& landscape, const Policy& policy,
                          const ComparisonSettings& settings);

} // namespace assess
