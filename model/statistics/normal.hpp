// Standard normal random numbers from the one source of random numbers.
//
// The polar method: G. Marsaglia and T. A. Bray, "A convenient method for generating normal
// variables", SIAM Review 6 (1964). Needs only a logarithm and a square root.
#pragma once

#include "model/statistics/random.hpp"

namespace assess {

/// Two independent ones; some 2.5 numbers of `random` are used on average.
struct NormalPair {
    double first = 0;
    double second = 0;
};
NormalPair standard_normal_pair(Random& random);

/// Uniform in [0, 1), 53 bits.
inline double uniform(Random& random) {
    return static_cast<double>(random.next() >> 11) * 0x1p-53;
}

} // namespace assess
