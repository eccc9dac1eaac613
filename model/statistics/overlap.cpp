#include "model/statistics/overlap.hpp"

#include "model/statistics/distributions.hpp"
#include "model/statistics/sample.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace assess {
namespace {

double root_of_index(double cross, double squares_first, double squares_second) {
    return std::sqrt(std::max(0.0, 2 * cross / (squares_first + squares_second)));
}

double sum_of_products(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

std::vector<double> column_means(const SparseRows& rows, std::size_t columns) {
    std::vector<double> means(columns, 0.0);
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        means[rows.columns[i]] += rows.values[i];
    }
    for (double& mean : means) {
        mean /= static_cast<double>(rows.rows());
    }
    return means;
}

/// Sum of squares of the mean shares without its bias: the mean over all pairs of two different
/// people of their shares' product. `own_squares`: the people's own, added up.
double squares_over_pairs(double sum_squared, double own_squares, double n) {
    return std::max(0.0, (sum_squared - own_squares) / (n * (n - 1)));
}

double squares_over_pairs(const SparseRows& rows, std::span<const double> means) {
    const auto n = static_cast<double>(rows.rows());
    return squares_over_pairs(n * n * sum_of_products(means, means),
                              sum_of_products(rows.values, rows.values), n);
}

/// The root of the index without bias in its denominator; of both groups.
double unbiased_root(const SparseRows& first, std::span<const double> means_first,
                     const SparseRows& second, std::span<const double> means_second) {
    return root_of_index(sum_of_products(means_first, means_second),
                         squares_over_pairs(first, means_first),
                         squares_over_pairs(second, means_second));
}

/// The jackknife's pseudo-values n theta - (n - 1) theta_(i) of one group, with the other whole;
/// theta is unbiased_root(). Nothing where it does not exist without some person.
std::optional<std::vector<double>> pseudo_values(const SparseRows& rows,
                                                 std::span<const double> own,
                                                 std::span<const double> other,
                                                 double squares_other) {
    const auto n = static_cast<double>(rows.rows());
    const double cross = sum_of_products(own, other);
    const double squares_own = sum_of_products(own, own);
    const double own_squares = sum_of_products(rows.values, rows.values);
    const double whole = root_of_index(cross, squares_over_pairs(rows, own), squares_other);
    std::vector<double> values(rows.rows());
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto tools = rows.row_columns(row);
        const auto shares = rows.row_values(row);
        double with_own = 0;
        double with_other = 0;
        double with_itself = 0;
        for (std::size_t i = 0; i < tools.size(); ++i) {
            with_own += shares[i] * own[tools[i]];
            with_other += shares[i] * other[tools[i]];
            with_itself += shares[i] * shares[i];
        }
        // The mean without this person is (n mean - row) / (n - 1).
        const double cross_without = (n * cross - with_other) / (n - 1);
        const double squares_without = squares_over_pairs(
            n * n * squares_own - 2 * n * with_own + with_itself, own_squares - with_itself, n - 1);
        // Differences of sums: what is left of nothing is rounding noise.
        if (squares_without + squares_other < 1e-12) {
            return std::nullopt;
        }
        values[row] =
            n * whole - (n - 1) * root_of_index(cross_without, squares_without, squares_other);
    }
    return values;
}

/// From the pseudo-values of both groups; `result` holds the root before the jackknife.
void add_interval(MorisitaHorn& result, const Sample& first, const Sample& second, double level) {
    const double error_first = first.variance / static_cast<double>(first.n);
    const double error_second = second.variance / static_cast<double>(second.n);
    result.corrected_root = first.mean + second.mean - result.corrected_root;
    result.root_variance = error_first + error_second;
    if (result.root_variance <= 0) {
        return;
    }
    const double part_first = error_first / result.root_variance;
    const double part_second = error_second / result.root_variance;
    result.degrees_of_freedom = 1 / (part_first * part_first / static_cast<double>(first.n - 1) +
                                     part_second * part_second / static_cast<double>(second.n - 1));
    const double half = student_t_quantile((1 + level) / 2, result.degrees_of_freedom) *
                        std::sqrt(result.root_variance);
    const auto squared = [](double root) {
        const double cut = std::clamp(root, 0.0, 1.0);
        return cut * cut;
    };
    result.lower = std::min(squared(result.corrected_root - half), result.value);
    result.upper = std::max(squared(result.corrected_root + half), result.value);
}

} // namespace

std::optional<double> jaccard(std::span<const std::uint32_t> first,
                              std::span<const std::uint32_t> second) {
    std::vector<std::uint32_t> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(both));
    const std::size_t either = first.size() + second.size() - both.size();
    if (either == 0) {
        return std::nullopt;
    }
    return static_cast<double>(both.size()) / static_cast<double>(either);
}

std::optional<double> morisita_horn(std::span<const double> first, std::span<const double> second) {
    const double squares = sum_of_products(first, first) + sum_of_products(second, second);
    if (squares <= 0) {
        return std::nullopt;
    }
    return std::min(2 * sum_of_products(first, second) / squares, 1.0);
}

std::optional<MorisitaHorn> morisita_horn_jackknife(const SparseRows& first,
                                                    const SparseRows& second, std::size_t tools,
                                                    double level) {
    if (first.rows() == 0 || second.rows() == 0) {
        return std::nullopt;
    }
    const std::vector<double> means_first = column_means(first, tools);
    const std::vector<double> means_second = column_means(second, tools);
    MorisitaHorn result;
    result.value = morisita_horn(means_first, means_second).value_or(0);
    result.corrected_root = std::sqrt(result.value);
    if (std::min(first.rows(), second.rows()) < fewest_for_overlap_interval) {
        return result;
    }
    const auto values_first =
        pseudo_values(first, means_first, means_second, squares_over_pairs(second, means_second));
    const auto values_second =
        pseudo_values(second, means_second, means_first, squares_over_pairs(first, means_first));
    if (values_first && values_second) {
        result.corrected_root = unbiased_root(first, means_first, second, means_second);
        add_interval(result, summarize(*values_first), summarize(*values_second), level);
    }
    return result;
}

} // namespace assess
