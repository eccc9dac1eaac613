// The tests and effects that look at two groups as clouds on the plane, with the reason wherever
// the people do not allow one.
#pragma once

#include "model/assessment/comparison.hpp"
#include "model/statistics/permutation_plan.hpp"

#include <cstdint>
#include <utility>

namespace assess {

struct Policy;

/// The two groups in one order, whichever comes first in the comparison: the same splits are drawn
/// and the same sums made, so that exchanging the groups changes no digit.
std::pair<const Group&, const Group&> in_fixed_order(const Group& first, const Group& second);

SplitLimits split_limits(const Policy& policy);
PermutationTest to_permutation_test(const PermutationResult& result);

Quantity<KrishnamoorthyYu> krishnamoorthy_yu_of(const Group& first, const Group& second);
Quantity<SpreadComparison> spread_of(const Group& first, const Group& second, const Policy& policy,
                                     std::uint64_t seed);
Quantity<PermutationTest> energy_test_of(const Group& first, const Group& second,
                                         const Policy& policy, std::uint64_t seed);
Effect effect_of(const Group& first, const Group& second);

} // namespace assess
