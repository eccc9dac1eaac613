#include "model/statistics/centroid_tests.hpp"

#include "model/statistics/random.hpp"
#include "model/statistics/random_subsets.hpp"
#include "model/statistics/sample.hpp"
#include "model/statistics/splits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace assess {
namespace {

// Row layout. Half the squared distance between two people is the sum of their squared differences
// on the two diagonals, so the diagonals' sums serve the plane's statistic too: the factor 2
// stands above and below the line and cancels.
enum Column : std::size_t { orchestration, building, orchestration_squared, building_squared };
constexpr std::size_t row_width = 4;
using Sums = Row<row_width>;

/// A statistic as the two sides of its fraction, so that nothing is divided by zero.
struct Fraction {
    double above = 0; ///< squared difference of the means
    double below = 0; ///< squared standard error of that difference
};

using Fractions = std::array<Fraction, 3>; // the two diagonals, then the plane

/// Subtracts the mean, so that sums of squares lose no digits; a coordinate on which everybody
/// stands alike becomes exactly 0 everywhere.
void center(std::vector<Sums>& rows, Column column, double scale) {
    double sum = 0;
    for (const Sums& row : rows) {
        sum += row[column] - rows.front()[column];
    }
    const double mean = rows.front()[column] + sum / static_cast<double>(rows.size());
    double squares = 0;
    for (Sums& row : rows) {
        row[column] -= mean;
        squares += row[column] * row[column];
    }
    if (std::sqrt(squares / static_cast<double>(rows.size())) <= negligible * scale) {
        for (Sums& row : rows) {
            row[column] = 0;
        }
    }
}

std::vector<Sums> rows_of(const Eigen::MatrixX2d& first, const Eigen::MatrixX2d& second) {
    std::vector<Sums> rows;
    rows.reserve(static_cast<std::size_t>(first.rows() + second.rows()));
    double scale = 0;
    for (const Eigen::MatrixX2d* positions : {&first, &second}) {
        for (Eigen::Index i = 0; i < positions->rows(); ++i) {
            const double x = (*positions)(i, 0);
            const double y = (*positions)(i, 1);
            rows.push_back({(x + y) / 2, (x - y) / 2, 0, 0});
            scale = std::max({scale, std::abs(x), std::abs(y)});
        }
    }
    center(rows, orchestration, scale);
    center(rows, building, scale);
    for (Sums& row : rows) {
        row[orchestration_squared] = row[orchestration] * row[orchestration];
        row[building_squared] = row[building] * row[building];
    }
    return rows;
}

/// Turns the sums over one group into the statistics.
class Statistics {
public:
    Statistics(std::span<const Sums> rows, std::size_t size)
        : m_inverse_size(1 / static_cast<double>(size)),
          m_inverse_rest(1 / static_cast<double>(rows.size() - size)),
          m_error_size(m_inverse_size / static_cast<double>(size - 1)),
          m_error_rest(m_inverse_rest / static_cast<double>(rows.size() - size - 1)),
          m_people(static_cast<double>(rows.size())) {
        for (const Sums& row : rows) {
            m_total = plus(m_total, row);
        }
    }

    [[nodiscard]] Fractions of(const Sums& sums) const {
        Fractions fractions;
        fractions[0] = along(sums, orchestration, orchestration_squared);
        fractions[1] = along(sums, building, building_squared);
        fractions[2] = {fractions[0].above + fractions[1].above,
                        fractions[0].below + fractions[1].below};
        return fractions;
    }

    /// The observed fraction with rounding noise in its upper side taken for the 0 it stands for.
    [[nodiscard]] Fractions observed(const Sums& sums) const {
        Fractions fractions = of(sums);
        const std::array squares{m_total[orchestration_squared], m_total[building_squared],
                                 m_total[orchestration_squared] + m_total[building_squared]};
        for (std::size_t i = 0; i < fractions.size(); ++i) {
            if (fractions[i].above <= negligible * negligible * squares[i] / m_people) {
                fractions[i].above = 0;
            }
        }
        return fractions;
    }

private:
    [[nodiscard]] Fraction along(const Sums& sums, Column coordinate, Column squared) const {
        const double sum = sums[coordinate];
        const double rest = m_total[coordinate] - sum;
        const double floor = negligible * m_total[squared];
        const double within = above(floor, sums[squared] - sum * sum * m_inverse_size);
        const double within_rest =
            above(floor, m_total[squared] - sums[squared] - rest * rest * m_inverse_rest);
        const double difference = sum * m_inverse_size - rest * m_inverse_rest;
        return {difference * difference, within * m_error_size + within_rest * m_error_rest};
    }
    static double above(double floor, double value) { return value > floor ? value : 0; }

    double m_inverse_size;
    double m_inverse_rest;
    double m_error_size; ///< 1 / (n (n - 1)): from a sum of squares to a squared standard error
    double m_error_rest;
    double m_people;
    Sums m_total{};
};

/// Counts the splits that are at least as extreme as the observed one.
class Counter {
public:
    Counter(const Statistics& statistics, const Fractions& observed) : m_statistics(statistics) {
        for (std::size_t i = 0; i < observed.size(); ++i) {
            if (observed[i].above == 0) {
                m_threshold[i] = 0; // everything is as extreme as no difference at all
            } else if (observed[i].below == 0) {
                // Only a split without spread reaches it: its lower side is 0 as well.
                m_threshold[i] = std::numeric_limits<double>::max();
            } else {
                m_threshold[i] = observed[i].above / observed[i].below * (1 - tie_tolerance);
            }
        }
    }

    void operator()(const Sums& sums) {
        const Fractions fractions = m_statistics.of(sums);
        for (std::size_t i = 0; i < fractions.size(); ++i) {
            m_counts[i] += fractions[i].above >= m_threshold[i] * fractions[i].below ? 1U : 0U;
        }
    }

    [[nodiscard]] const std::array<std::uint64_t, 3>& counts() const { return m_counts; }

private:
    const Statistics& m_statistics;
    std::array<double, 3> m_threshold{};
    std::array<std::uint64_t, 3> m_counts{};
};

/// What changes sides as a whole: people, or bundles of them.
struct Units {
    std::vector<Sums> rows; ///< those of the first group in front
    std::size_t size = 0;   ///< of these, how many belong to the first group
    Sums fixed{};           ///< of people of the first group who fill no bundle and stay there
};

/// Adds up `rows`, in random order, in bundles of `bundle`; returns the sums of who is left over.
Sums add_bundles(std::span<Sums> rows, std::size_t bundle, Random& random,
                 std::vector<Sums>& bundles) {
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        std::swap(rows[i], rows[i + random.below(static_cast<std::uint32_t>(rows.size() - i))]);
    }
    Sums sums{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sums = plus(sums, rows[i]);
        if ((i + 1) % bundle == 0) {
            bundles.push_back(sums);
            sums = Sums{};
        }
    }
    return sums;
}

Units units_of(std::vector<Sums> rows, std::size_t size, std::size_t most, Random& random) {
    const std::size_t bundle = (size + most - 1) / most;
    if (bundle <= 1) {
        return {.rows = std::move(rows), .size = size};
    }
    Units units;
    units.rows.reserve(rows.size() / bundle);
    // Random within the group: the rows may come sorted, and bundles of neighbours would differ
    // from one another far more than bundles of any people do.
    units.fixed = add_bundles(std::span(rows).first(size), bundle, random, units.rows);
    units.size = units.rows.size();
    add_bundles(std::span(rows).subspan(size), bundle, random, units.rows);
    return units;
}

std::optional<double> quotient_of(const Fraction& fraction) {
    if (fraction.above == 0) {
        return 0.0;
    }
    if (fraction.below == 0) {
        return std::nullopt;
    }
    return fraction.above / fraction.below;
}

} // namespace

CentroidTests centroid_tests(const Eigen::MatrixX2d& first, const Eigen::MatrixX2d& second,
                             const SplitLimits& limits, std::uint64_t seed) {
    const bool exchanged = second.rows() < first.rows();
    std::vector<Sums> rows = exchanged ? rows_of(second, first) : rows_of(first, second);
    const auto size = static_cast<std::size_t>(std::min(first.rows(), second.rows()));

    const Statistics statistics(rows, size);
    Sums sums{};
    for (std::size_t i = 0; i < size; ++i) {
        sums = plus(sums, rows[i]);
    }
    const Fractions observed = statistics.observed(sums);
    Counter counter(statistics, observed);

    PermutationResult frame;
    const std::uint64_t all = binomial(rows.size(), size);
    frame.exact = all <= limits.exact;
    frame.splits = frame.exact ? all : limits.random;
    const double bound = (2 * size == rows.size() ? 2.0 : 1.0) / static_cast<double>(all);
    if (frame.exact) {
        frame.smallest_p = bound;
        visit_all_subsets<row_width>(rows, size, counter);
    } else {
        frame.smallest_p = std::max(bound, 1 / (static_cast<double>(frame.splits) + 1));
        Random random(seed);
        Units units =
            units_of(std::move(rows), size, std::max<std::size_t>(limits.units, 2), random);
        visit_random_subsets<row_width>(
            units.rows, units.size, frame.splits, random,
            [&](const Sums& drawn) { counter(plus(units.fixed, drawn)); });
    }

    std::array<PermutationResult, 3> results{frame, frame, frame};
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto extreme = static_cast<double>(counter.counts()[i]);
        const auto splits = static_cast<double>(frame.splits);
        results[i].statistic = quotient_of(observed[i]);
        results[i].at_least_as_extreme = counter.counts()[i];
        // A lucky draw must not promise more than all the splits could.
        results[i].p = frame.exact ? extreme / splits
                                   : std::max((extreme + 1) / (splits + 1), frame.smallest_p);
    }
    return {.plane = results[2], .diagonal = {results[0], results[1]}};
}

} // namespace assess
