// How sure the tools' contributions to a gap are.
#pragma once

#include "model/assessment/comparison.hpp"

#include <vector>

namespace assess {

/// Intervals of contributions (S_1j - S_2j) d_j along both diagonals, where d_j is how far tool j
/// stands from `pooled` on the diagonal: Welch's interval of the difference of the mean shares
/// (over all placed people, those who do not use the tool with 0) times |d_j|, with the variance
/// (S_1j - S_2j)^2 t_j^2 / 2 that the tool's tolerance adds. `pooled` is taken as fixed, though it
/// is estimated from the same people; so a tool near it has a short interval. A part stays without
/// an interval where within each group everybody gives the tool the same share.
/// Both groups need at least two placed people. Costs one look at each usage, and two quantiles of
/// Student's t for each part.
void add_tool_intervals(const Group& first, const Group& second, const Landscape& landscape,
                        const Point& pooled, double level, std::vector<ToolContribution>& parts);

} // namespace assess
