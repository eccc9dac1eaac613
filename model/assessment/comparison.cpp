#include "model/assessment/comparison.hpp"

#include "model/assessment/group_overlap.hpp"
#include "model/assessment/group_tests.hpp"
#include "model/assessment/matrices.hpp"
#include "model/assessment/reasons.hpp"
#include "model/assessment/tool_intervals.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/centroid_tests.hpp"
#include "model/statistics/holm.hpp"
#include "model/statistics/welch.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace assess {
namespace {

Sample sample_along(Diagonal diagonal, const Group& group) {
    std::vector<double> coordinates(group.placed);
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        coordinates[i] = along(diagonal, group.positions[i]);
    }
    return summarize(coordinates);
}

DiagonalGap diagonal_gap(Diagonal diagonal, const Group& first, const Group& second,
                         const Point& gap, double landscape_part, double level) {
    DiagonalGap result;
    result.gap.value = along(diagonal, gap);
    result.gap.level = level;
    result.gap.n = first.placed + second.placed;
    result.landscape_variance = landscape_part;
    result.gap.reason = no_spread_reason(first, second);
    if (result.gap.reason.empty()) {
        const Sample here = sample_along(diagonal, first);
        const Sample there = sample_along(diagonal, second);
        if (const auto test = welch_test(here, there)) {
            const auto sampling = welch_interval(here, there, level);
            const auto whole = welch_interval(here, there, level, landscape_part);
            result.sampling_variance = test->sampling_variance;
            result.degrees_of_freedom = whole->degrees_of_freedom;
            result.welch_p = test->p;
            result.gap.lower = whole->lower;
            result.gap.upper = whole->upper;
            result.gap.sampling_lower = sampling->lower;
            result.gap.sampling_upper = sampling->upper;
            return result;
        }
        // An interval of no width would claim that no other answer could have been given.
        result.gap.reason = {"reason.no-spread.diagonal"};
    }
    result.welch_p = Quantity<double>::unavailable(result.gap.reason);
    return result;
}

void add_tests(Comparison& comparison, const Group& first, const Group& second,
               const Policy& policy, std::uint64_t seed) {
    const Message reason = no_spread_reason(first, second);
    if (!reason.empty()) {
        comparison.centroid_test = Quantity<PermutationTest>::unavailable(reason);
        for (Quantity<DiagonalGap>& diagonal : comparison.diagonal) {
            if (diagonal) {
                DiagonalGap gap = *diagonal;
                gap.p = Quantity<double>::unavailable(reason);
                gap.p_adjusted = Quantity<double>::unavailable(reason);
                diagonal = gap;
            }
        }
        return;
    }
    const auto& [front, back] = in_fixed_order(first, second);
    const CentroidTests tests = centroid_tests(
        to_matrix(front.positions), to_matrix(back.positions), split_limits(policy), seed);
    comparison.centroid_test = to_permutation_test(tests.plane);
    const std::array p_values{tests.diagonal[0].p, tests.diagonal[1].p};
    const std::vector<double> adjusted = holm(p_values);
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        DiagonalGap gap = *comparison.diagonal[i];
        gap.p = p_values[i];
        gap.p_adjusted = adjusted[i];
        comparison.diagonal[i] = gap;
    }
}

/// Contributions about the pooled centroid. The shares' differences add up to zero, so any fixed
/// point gives parts that add up to the gap. The mean over all the people of both groups is the
/// point that the answers themselves single out: where everybody stands on average.
Point centroid_of_both(const Group& first, const Group& second) {
    const auto n_first = static_cast<double>(first.placed);
    const auto n_second = static_cast<double>(second.placed);
    return (n_first * *first.centroid + n_second * *second.centroid) / (n_first + n_second);
}

std::vector<ToolContribution> contributions(const Group& first, const Group& second,
                                            const Landscape& landscape, const Point& pooled) {
    std::vector<ToolContribution> parts;
    for (std::size_t j = 0; j < landscape.tools.size(); ++j) {
        const double here = first.tools[j].share;
        const double there = second.tools[j].share;
        if (here <= 0 && there <= 0) {
            continue;
        }
        const Point part = (here - there) * (landscape.tools[j].placement->point - pooled);
        parts.push_back({.tool = static_cast<ToolIndex>(j),
                         .share_first = here,
                         .share_second = there,
                         .x = part.x,
                         .y = part.y,
                         .orchestration = along(Diagonal::Orchestration, part),
                         .building = along(Diagonal::Building, part)});
    }
    const auto size = [](const ToolContribution& part) {
        return std::abs(part.orchestration) + std::abs(part.building);
    };
    std::sort(parts.begin(), parts.end(),
              [&](const ToolContribution& a, const ToolContribution& b) {
                  if (size(a) != size(b)) {
                      return size(a) > size(b);
                  }
                  return landscape.tools[a.tool].id < landscape.tools[b.tool].id;
              });
    return parts;
}

bool smaller_spreads_more(const Group& first, const Group& second) {
    constexpr double clearly_larger_group = 1.25;
    constexpr double clearly_larger_spread = 1.5;
    if (!first.covariance || !second.covariance) {
        return false;
    }
    const bool first_is_smaller = first.placed < second.placed;
    const Group& smaller = first_is_smaller ? first : second;
    const Group& larger = first_is_smaller ? second : first;
    return static_cast<double>(larger.placed) >=
               clearly_larger_group * static_cast<double>(smaller.placed) &&
           smaller.covariance->trace() > clearly_larger_spread * larger.covariance->trace();
}

} // namespace

Message no_part_interval(const Comparison& comparison, const ToolContribution& part) {
    if (comparison.by_few && &part == &*comparison.by_few) {
        return {"reason.confidential.tools-of-few"};
    }
    return comparison.no_part_intervals.empty() ? Message{"reason.no-spread.share"}
                                                : comparison.no_part_intervals;
}

std::array<Quantity<Estimate>, 2> gap_estimates(const Comparison& comparison) {
    std::array<Quantity<Estimate>, 2> gaps;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const auto& diagonal = comparison.diagonal[i];
        gaps[i] = diagonal ? Quantity<Estimate>(diagonal->gap)
                           : Quantity<Estimate>::unavailable(diagonal.reason());
    }
    return gaps;
}

double landscape_variance(const Landscape& landscape,
                          const std::function<double(std::size_t)>& weight) {
    double sum = 0;
    for (std::size_t j = 0; j < landscape.tools.size(); ++j) {
        if (const auto& placement = landscape.tools[j].placement) {
            const double moved = weight(j) * placement->tolerance;
            sum += moved * moved;
        }
    }
    return sum / 2;
}

Comparison compare_groups(const std::vector<Group>& groups, std::size_t first, std::size_t second,
                          const Landscape& landscape, const Policy& policy,
                          const ComparisonSettings& settings) {
    const Group& here = groups.at(first);
    const Group& there = groups.at(second);
    Comparison comparison;
    comparison.first = first;
    comparison.second = second;
    comparison.overlap = overlap_of(here, there, landscape, policy.interval_level);
    comparison.smaller_group_spreads_more = smaller_spreads_more(here, there);

    const Message reason = no_gap_reason(here, there);
    if (reason.empty()) {
        const Point gap = *here.centroid - *there.centroid;
        // Each tool's error is shared by both groups.
        const double landscape_part = landscape_variance(
            landscape, [&](std::size_t j) { return here.tools[j].share - there.tools[j].share; });
        comparison.gap = gap;
        const Point pooled = centroid_of_both(here, there);
        comparison.by_tool = contributions(here, there, landscape, pooled);
        comparison.no_part_intervals = no_spread_reason(here, there);
        if (!settings.all_tests) {
            comparison.no_part_intervals = {"reason.were-not-computed"};
        } else if (comparison.no_part_intervals.empty()) {
            add_tool_intervals(here, there, landscape, pooled, policy.interval_level,
                               comparison.by_tool);
        }
        for (const Diagonal diagonal : diagonals) {
            comparison.diagonal[static_cast<std::size_t>(diagonal)] =
                diagonal_gap(diagonal, here, there, gap, landscape_part, policy.interval_level);
        }
    } else {
        comparison.gap = Quantity<Point>::unavailable(reason);
        comparison.diagonal.fill(Quantity<DiagonalGap>::unavailable(reason));
    }
    if (settings.all_tests) {
        add_tests(comparison, here, there, policy, settings.seed);
        comparison.energy_test = energy_test_of(here, there, policy, settings.seed);
    }
    comparison.krishnamoorthy_yu = krishnamoorthy_yu_of(here, there);
    comparison.spread = spread_of(here, there, policy, settings.seed);
    comparison.effect = effect_of(here, there);
    return comparison;
}

} // namespace assess
