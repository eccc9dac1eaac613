// Moves things on a line apart, each as little as possible.
#pragma once

#include <span>
#include <vector>

namespace assess::reports {

/// New centres for things of these sizes whose wanted centres are sorted: none overlap, the order
/// stays, the sum of squared moves is the smallest, and all lie within [low, high] where there is
/// room for all. Pool-adjacent-violators (Ayer et al. 1955); linear.
std::vector<double> spread_apart(std::span<const double> wanted, std::span<const double> sizes,
                                 double low, double high);

} // namespace assess::reports
