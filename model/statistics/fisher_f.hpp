// Fisher's F distribution, computed by Boost.Math in double throughout (see in_double.hpp).
#pragma once

namespace assess {

/// P(F >= f), for f >= 0 and positive degrees of freedom. Never 0: where the true value is too
/// small for a double, the smallest positive normal double.
double fisher_f_upper(double f, double freedom_above, double freedom_below);

} // namespace assess
