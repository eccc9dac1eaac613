// What the energy statistic needs of a split: sums of distances within the chosen group, for every
// split or for random ones, as whole numbers.
#pragma once

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace assess {

/// Distances between people in whole steps: as fine as lets the sum over all pairs, counted twice,
/// stay below 2^62.
class WholeDistances {
public:
    /// At least one row, at most 2^16.
    explicit WholeDistances(const Eigen::MatrixX2d& rows);

    [[nodiscard]] std::size_t people() const { return m_x.size(); }
    [[nodiscard]] std::int64_t between(std::size_t i, std::size_t j) const {
        const double dx = m_x[i] - m_x[j];
        const double dy = m_y[i] - m_y[j];
        // Never negative, and much quicker than std::llround.
        // NOLINTNEXTLINE(bugprone-incorrect-roundings)
        return static_cast<std::int64_t>(std::sqrt(dx * dx + dy * dy) * m_steps + 0.5);
    }
    /// Steps in one unit; 0 where everybody stands at one place (but for rounding noise).
    [[nodiscard]] double steps() const { return m_steps; }
    /// Distances from one person to everybody.
    [[nodiscard]] const std::vector<std::int64_t>& totals() const { return m_totals; }

private:
    std::vector<double> m_x;
    std::vector<double> m_y;
    double m_steps = 0;
    std::vector<std::int64_t> m_totals;
};

/// Of the chosen people.
struct ChosenSums {
    std::int64_t within = 0; ///< distances between them, each pair once
    std::int64_t totals = 0; ///< distances from each of them to everybody
};
using VisitSums = std::function<void(const ChosenSums&)>;

/// The split that chooses the first `size` people.
ChosenSums sums_of_first(const WholeDistances& distances, std::size_t size);

/// Every split, in lexicographic order.
void visit_all_sums(const WholeDistances& distances, std::size_t size, const VisitSums& visit);

/// `splits` random ones, drawn as by visit_random_subsets(): the same seed chooses the same people.
/// `by_pairs`: whether to add up pair by pair (size^2 / 2 steps a split) rather than by blocks
/// (N^2 / 50 steps); the sums are the same.
void visit_random_sums(const WholeDistances& distances, std::size_t size, std::uint64_t splits,
                       std::uint64_t seed, bool by_pairs, const VisitSums& visit);

} // namespace assess
