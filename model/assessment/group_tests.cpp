#include "model/assessment/group_tests.hpp"

#include "model/assessment/arguments.hpp"
#include "model/assessment/matrices.hpp"
#include "model/assessment/reasons.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/effect_sizes.hpp"
#include "model/statistics/energy_test.hpp"
#include "model/statistics/principal_axes.hpp"
#include "model/statistics/spread_test.hpp"
#include "model/statistics/welch.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace assess {
namespace {

Message on_a_line(const Group& group) {
    return {"reason.on-a-line", {{"group", group_name(group)}}};
}

Message no_krishnamoorthy_yu(const Scatter& first, const Scatter& second) {
    const PrincipalAxes whole = principal_axes(first.covariance / static_cast<double>(first.n) +
                                               second.covariance / static_cast<double>(second.n));
    if (whole.is_point()) {
        return {"reason.no-spread.plane"};
    }
    if (whole.is_line()) {
        return {"reason.no-spread.parallel"};
    }
    return {"reason.few-degrees-of-freedom"};
}

/// A value, or the reason that stands against it.
Quantity<double> or_reason(const std::optional<double>& value, const Message& reason) {
    return value ? Quantity<double>(*value) : Quantity<double>::unavailable(reason);
}

} // namespace

std::pair<const Group&, const Group&> in_fixed_order(const Group& first, const Group& second) {
    const bool exchange = std::pair(second.placed, std::string_view(second.id)) <
                          std::pair(first.placed, std::string_view(first.id));
    return exchange ? std::pair<const Group&, const Group&>(second, first)
                    : std::pair<const Group&, const Group&>(first, second);
}

SplitLimits split_limits(const Policy& policy) {
    return {.exact = policy.exact_split_limit, .random = policy.random_splits};
}

PermutationTest to_permutation_test(const PermutationResult& result) {
    PermutationTest test;
    if (result.statistic) {
        test.statistic = *result.statistic;
    } else {
        test.statistic = Quantity<double>::unavailable({"reason.unbounded"});
    }
    test.p = result.p;
    test.permutations = result.splits;
    test.at_least_as_extreme = result.at_least_as_extreme;
    test.exact = result.exact;
    test.smallest_p = result.smallest_p;
    return test;
}

Quantity<KrishnamoorthyYu> krishnamoorthy_yu_of(const Group& first, const Group& second) {
    using Result = Quantity<KrishnamoorthyYu>;
    if (const Message reason = no_spread_reason(first, second); !reason.empty()) {
        return Result::unavailable(reason);
    }
    const auto [front, back] = in_fixed_order(first, second);
    const Scatter here = scatter_of(front);
    const Scatter there = scatter_of(back);
    const auto test = krishnamoorthy_yu(here, there);
    return test ? Result(*test) : Result::unavailable(no_krishnamoorthy_yu(here, there));
}

Quantity<SpreadComparison> spread_of(const Group& first, const Group& second, const Policy& policy,
                                     std::uint64_t seed) {
    using Result = Quantity<SpreadComparison>;
    if (const Message reason = no_spread_reason(first, second); !reason.empty()) {
        return Result::unavailable(reason);
    }
    for (const Group* group : {&first, &second}) {
        if (group->placed < fewest_for_spread_test) {
            return Result::unavailable({"reason.two-placed", {{"group", group_name(*group)}}});
        }
    }
    const auto [front, back] = in_fixed_order(first, second);
    const std::vector<double> distances_front = adjusted_distances(to_matrix(front.positions));
    const std::vector<double> distances_back = adjusted_distances(to_matrix(back.positions));
    const auto test = spread_test(distances_front, distances_back, split_limits(policy), seed);
    if (!test) {
        return Result::unavailable({"reason.same-distances.test"});
    }
    const bool exchanged = &front != &first;
    const Sample& here = exchanged ? test->second : test->first;
    const Sample& there = exchanged ? test->first : test->second;
    SpreadComparison result;
    result.test = to_permutation_test(test->permutation);
    result.f_p = test->f_p;
    result.mean_distance_first = here.mean;
    result.mean_distance_second = there.mean;
    result.difference.value = here.mean - there.mean;
    result.difference.level = policy.interval_level;
    result.difference.n = here.n + there.n;
    if (const auto interval = welch_interval(here, there, policy.interval_level)) {
        result.difference.lower = interval->lower;
        result.difference.upper = interval->upper;
    } else {
        result.difference.reason = {"reason.same-distances"};
    }
    return result;
}

Quantity<PermutationTest> energy_test_of(const Group& first, const Group& second,
                                         const Policy& policy, std::uint64_t seed) {
    using Result = Quantity<PermutationTest>;
    if (const Message reason = no_spread_reason(first, second); !reason.empty()) {
        return Result::unavailable(reason);
    }
    const auto [front, back] = in_fixed_order(first, second);
    if (const auto test = energy_test(to_matrix(front.positions), to_matrix(back.positions),
                                      split_limits(policy), seed)) {
        return to_permutation_test(*test);
    }
    return Result::unavailable({"reason.too-many-pairs", {{"most", Count(most_for_energy)}}});
}

Effect effect_of(const Group& first, const Group& second) {
    Effect effect;
    if (const Message reason = no_spread_reason(first, second); !reason.empty()) {
        const auto none = Quantity<double>::unavailable(reason);
        return {none, none, none, none};
    }
    const auto [front, back] = in_fixed_order(first, second);
    const Scatter here = scatter_of(front);
    const Scatter there = scatter_of(back);
    if (const auto distance = mahalanobis_distance(here, there)) {
        effect.mahalanobis = distance->d;
        effect.mahalanobis_squared = or_reason(distance->unbiased_square, {"reason.bias"});
    } else {
        const Message reason{"reason.on-a-line.both"};
        effect.mahalanobis = Quantity<double>::unavailable(reason);
        effect.mahalanobis_squared = Quantity<double>::unavailable(reason);
    }
    const bool front_on_line = principal_axes(here.covariance).is_line();
    effect.bhattacharyya =
        or_reason(bhattacharyya_coefficient(here, there), on_a_line(front_on_line ? front : back));
    effect.wasserstein_squared = gaussian_wasserstein_squared(here, there);
    return effect;
}

} // namespace assess
