#include "model/statistics/spread_test.hpp"

#include "model/statistics/fisher_f.hpp"
#include "model/statistics/permutation_plan.hpp"
#include "model/statistics/random_subsets.hpp"
#include "model/statistics/spatial_median.hpp"
#include "model/statistics/splits.hpp"

#include <algorithm>
#include <cmath>

namespace assess {
namespace {

constexpr double most_people_moved = 1e8; ///< over all splits: about a tenth of a second

/// Sums of squares of the distances: between the groups' means, and of the residuals.
struct Squares {
    double between = 0;
    double within = 0;
};

Squares squares_of(const Sample& first, const Sample& second, double largest) {
    const auto n_first = static_cast<double>(first.n);
    const auto n_second = static_cast<double>(second.n);
    const double difference = first.mean - second.mean;
    Squares squares;
    if (std::abs(difference) > negligible * largest) {
        squares.between = difference * difference * n_first * n_second / (n_first + n_second);
    }
    squares.within = first.variance * (n_first - 1) + second.variance * (n_second - 1);
    return squares;
}

void add_residuals(std::span<const double> distances, const Sample& sample,
                   std::vector<Row<1>>& residuals) {
    for (const double distance : distances) {
        residuals.push_back({sample.variance > 0 ? distance - sample.mean : 0});
    }
}

/// Counts the splits of the residuals whose F reaches the observed one. The residuals add up to 0,
/// so that one group's sum gives both means, F rises with its square, and F reaches a value where
/// that square reaches another.
std::uint64_t count_extreme(std::span<const Row<1>> residuals, std::size_t size,
                            const Squares& observed, const PermutationResult& plan,
                            std::uint64_t seed) {
    const auto people = static_cast<double>(residuals.size());
    const auto chosen = static_cast<double>(size);
    const double ratio = observed.between / observed.within * (1 - tie_tolerance);
    const double between = observed.within * ratio / (1 + ratio);
    const double threshold = between * chosen * (people - chosen) / people;
    std::uint64_t count = 0;
    const auto visit = [&](const Row<1>& sum) { count += sum[0] * sum[0] >= threshold ? 1U : 0U; };
    if (plan.exact) {
        visit_all_subsets<1>(residuals, size, visit);
    } else {
        visit_random_subsets<1>(residuals, size, plan.splits, Random(seed), visit);
    }
    return count;
}

} // namespace

std::vector<double> adjusted_distances(const Eigen::MatrixX2d& rows) {
    if (rows.rows() < 2) {
        return {};
    }
    std::vector<double> distances = distances_to(rows, spatial_median(rows)->point);
    const auto n = static_cast<double>(rows.rows());
    for (double& distance : distances) {
        distance *= std::sqrt(n / (n - 1));
    }
    return distances;
}

std::optional<SpreadTest> spread_test(std::span<const double> first, std::span<const double> second,
                                      const SplitLimits& limits, std::uint64_t seed) {
    if (std::min(first.size(), second.size()) < fewest_for_spread_test) {
        return std::nullopt;
    }
    SpreadTest test;
    test.first = summarize(first);
    test.second = summarize(second);
    const double largest = std::max(*std::max_element(first.begin(), first.end()),
                                    *std::max_element(second.begin(), second.end()));
    const Squares squares = squares_of(test.first, test.second, largest);
    if (squares.between > 0 && squares.within <= 0) {
        return std::nullopt;
    }

    // The smaller group first, as in every test: the same seed draws the same splits.
    const bool exchanged = second.size() < first.size();
    const std::size_t size = std::min(first.size(), second.size());
    const std::size_t people = first.size() + second.size();
    PermutationResult& result = test.permutation;
    result = plan_permutation(people, size, limits, static_cast<double>(size), most_people_moved);
    result.smallest_p = 1 / (static_cast<double>(result.splits) + 1);
    if (squares.between > 0) {
        std::vector<Row<1>> residuals;
        residuals.reserve(people);
        add_residuals(exchanged ? second : first, exchanged ? test.second : test.first, residuals);
        add_residuals(exchanged ? first : second, exchanged ? test.first : test.second, residuals);
        const double freedom = static_cast<double>(people) - 2;
        result.statistic = squares.between / squares.within * freedom;
        test.f_p = fisher_f_upper(*result.statistic, 1, freedom);
        result.at_least_as_extreme = count_extreme(residuals, size, squares, result, seed);
    } else {
        result.statistic = 0;
        result.at_least_as_extreme = result.splits;
    }
    result.p = (static_cast<double>(result.at_least_as_extreme) + 1) /
               (static_cast<double>(result.splits) + 1);
    return test;
}

} // namespace assess
