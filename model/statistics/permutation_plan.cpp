#include "model/statistics/permutation_plan.hpp"

#include "model/statistics/splits.hpp"

#include <algorithm>

namespace assess {

PermutationResult plan_permutation(std::size_t people, std::size_t size, const SplitLimits& limits,
                                   double cost, double budget) {
    PermutationResult plan;
    const std::uint64_t all = binomial(people, size);
    plan.exact = all <= limits.exact;
    plan.smallest_p = (2 * size == people ? 2.0 : 1.0) / static_cast<double>(all);
    if (plan.exact) {
        plan.splits = all;
        return plan;
    }
    plan.splits = limits.random;
    if (static_cast<double>(limits.random) * cost > budget) {
        const auto affordable = static_cast<std::uint64_t>(budget / cost);
        plan.splits = std::min(limits.random, std::max(affordable, fewest_random_splits));
    }
    plan.smallest_p = std::max(plan.smallest_p, 1 / (static_cast<double>(plan.splits) + 1));
    return plan;
}

double permutation_p(const PermutationResult& result) {
    const auto extreme = static_cast<double>(result.at_least_as_extreme);
    const auto splits = static_cast<double>(result.splits);
    return result.exact ? extreme / splits : (extreme + 1) / (splits + 1);
}

} // namespace assess
