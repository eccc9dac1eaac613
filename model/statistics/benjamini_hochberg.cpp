#include "model/statistics/benjamini_hochberg.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace assess {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    const auto tests = static_cast<double>(p_values.size());
    std::vector<double> adjusted(p_values.size());
    double running = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const double p = p_values[order[rank - 1]];
        running = std::min(running, tests / static_cast<double>(rank) * p);
        adjusted[order[rank - 1]] = running;
    }
    return adjusted;
}

} // namespace assess
