#include "model/statistics/normal.hpp"

#include <cmath>

namespace assess {

NormalPair standard_normal_pair(Random& random) {
    while (true) {
        const double u = 2 * uniform(random) - 1;
        const double v = 2 * uniform(random) - 1;
        const double square = u * u + v * v;
        if (square > 0 && square < 1) {
            const double factor = std::sqrt(-2 * std::log(square) / square);
            return {u * factor, v * factor};
        }
    }
}

} // namespace assess
