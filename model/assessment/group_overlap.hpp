// What two groups use alike: tools in common, and how far their mean shares agree.
#pragma once

#include "model/assessment/comparison.hpp"

namespace assess {

/// The overlap of two groups of one assessment; what n does not allow is unavailable with its
/// reason. Exchanging the groups exchanges the bridges' sides and changes nothing else.
/// `level` is that of the interval. Cost: linear in the groups' usages.
Overlap overlap_of(const Group& first, const Group& second, const Landscape& landscape,
                   double level);

} // namespace assess
