// How the spreads of two groups change as tools move.
#pragma once

#include "model/assessment/group.hpp"

#include <vector>

namespace assess {

/// By how much the difference of the two groups' mean distances to their spatial medians changes
/// with each tool's place, to first order: a gradient a tool, index = ToolIndex. At the median the
/// distances' mean does not change with the median itself, so only the people's own moves count.
std::vector<Point> spread_gradients(const Group& first, const Group& second);

} // namespace assess
