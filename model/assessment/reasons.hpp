// Why two groups have no gap, or a gap without an interval: each completes
// "not available, because ...".
#pragma once

#include "model/assessment/group.hpp"

namespace assess {

/// Why there is no gap; empty where there is one.
Message no_gap_reason(const Group& first, const Group& second);

/// Why there is neither an interval nor a test; empty where the numbers of people allow them.
Message no_spread_reason(const Group& first, const Group& second);

} // namespace assess
