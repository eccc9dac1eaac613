// Many tests at once, where some false alarms are borne: of the tests called positive at a level,
// at most that share is false on average. For a list of tools, where Holm would find nothing.
// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
// Statistical Society B 57 (1995). Holds for independent tests and for positively dependent ones
// (Y. Benjamini and D. Yekutieli, Annals of Statistics 29, 2001). It can fail where tests depend
// negatively, as shares that add up to one do a little: read it as a guide there, not a guarantee.
#pragma once

#include <span>
#include <vector>

namespace assess {

/// Adjusted p-values, in the order given, each in [p, 1]. p-values lie in [0, 1].
std::vector<double> benjamini_hochberg(std::span<const double> p_values);

} // namespace assess
