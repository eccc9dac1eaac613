#include "model/statistics/energy_test.hpp"

#include "model/statistics/energy_sums.hpp"
#include "model/statistics/permutation_plan.hpp"
#include "model/statistics/sample.hpp"

#include <algorithm>

namespace assess {
namespace {

constexpr double most_additions = 3e8; ///< over all splits: about a fifth of a second

/// E from the sums over the chosen group. With W1 and W2 the distances within the groups (each
/// pair once), X those between them and R1 the chosen people's distances to everybody:
/// R1 = 2 W1 + X, and X + W1 + W2 is the same for every split. So W1 and R1 give the rest.
class Energy {
public:
    Energy(const WholeDistances& distances, std::size_t size)
        : m_size(static_cast<double>(size)),
          m_rest(static_cast<double>(distances.people()) - m_size) {
        std::int64_t twice = 0;
        for (const std::int64_t total : distances.totals()) {
            twice += total;
        }
        m_all = twice / 2;
    }

    /// In steps.
    [[nodiscard]] double of(const ChosenSums& sums) const {
        const std::int64_t between = sums.totals - 2 * sums.within;
        const std::int64_t within_rest = m_all - sums.within - between;
        const double mean_between = static_cast<double>(between) / (m_size * m_rest);
        const double mean_within = 2 * static_cast<double>(sums.within) / (m_size * m_size);
        const double mean_rest = 2 * static_cast<double>(within_rest) / (m_rest * m_rest);
        return m_size * m_rest / (m_size + m_rest) * (2 * mean_between - mean_within - mean_rest);
    }

    /// Below this, E stands for the 0 that rounding makes it miss.
    [[nodiscard]] double noise() const {
        return negligible * static_cast<double>(m_all) / (m_size + m_rest);
    }

private:
    double m_size;
    double m_rest;
    std::int64_t m_all = 0;
};

} // namespace

std::optional<PermutationResult> energy_test(const Eigen::MatrixX2d& first,
                                             const Eigen::MatrixX2d& second,
                                             const SplitLimits& limits, std::uint64_t seed) {
    if (first.rows() + second.rows() > most_for_energy) {
        return std::nullopt;
    }
    // The smaller group first, as in every test: the same seed draws the same splits.
    Eigen::MatrixX2d rows(first.rows() + second.rows(), 2);
    if (second.rows() < first.rows()) {
        rows << second, first;
    } else {
        rows << first, second;
    }
    const auto size = static_cast<std::size_t>(std::min(first.rows(), second.rows()));
    const WholeDistances distances(rows);
    const Energy energy(distances, size);

    const auto people = static_cast<double>(rows.rows());
    const auto chosen = static_cast<double>(size);
    const double pairs = 4 * chosen * chosen / 2; // with its square root, some four additions each
    const double blocks = people * people / 50;
    PermutationResult result =
        plan_permutation(distances.people(), size, limits, std::min(pairs, blocks), most_additions);
    const double observed = energy.of(sums_of_first(distances, size));
    if (observed <= energy.noise()) {
        result.statistic = 0;
        result.at_least_as_extreme = result.splits;
    } else {
        result.statistic = observed / distances.steps();
        const double threshold = observed * (1 - tie_tolerance);
        const auto visit = [&](const ChosenSums& sums) {
            result.at_least_as_extreme += energy.of(sums) >= threshold ? 1U : 0U;
        };
        if (result.exact) {
            visit_all_sums(distances, size, visit);
        } else {
            visit_random_sums(distances, size, result.splits, seed, pairs < blocks, visit);
        }
    }
    result.p = permutation_p(result);
    return result;
}

} // namespace assess
