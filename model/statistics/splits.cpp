#include "model/statistics/splits.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace assess {

std::uint64_t binomial(std::uint64_t from, std::uint64_t chosen) {
    if (chosen > from) {
        return 0;
    }
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t ways = 1;
    const std::uint64_t steps = std::min(chosen, from - chosen);
    for (std::uint64_t i = 1; i <= steps; ++i) {
        // ways * factor / i is whole; dividing first keeps the product within 64 bits for longer.
        std::uint64_t factor = from - steps + i;
        const std::uint64_t common = std::gcd(factor, i);
        factor /= common;
        ways /= i / common;
        if (ways > most / factor) {
            return most;
        }
        ways *= factor;
    }
    return ways;
}

} // namespace assess
