// Several tests at once: the chance of any false alarm among them stays below the level.
// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
// Statistics 6 (1979). Needs no assumption on how the tests hang together.
#pragma once

#include <span>
#include <vector>

namespace assess {

/// Adjusted p-values, in the order given, each in [p, 1].
std::vector<double> holm(std::span<const double> p_values);

} // namespace assess
