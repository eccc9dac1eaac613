#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assess::reports {
namespace {

std::int64_t power_of_ten(int decimals) {
    std::int64_t unit = 1;
    for (int i = 0; i < decimals; ++i) {
        unit *= 10;
    }
    return unit;
}

} // namespace

std::string shortest(double value) {
    if (!std::isfinite(value)) {
        return "n/a";
    }
    constexpr double most_whole = 1e15;
    if (value == std::floor(value) && std::fabs(value) < most_whole) {
        return fmt::format("{}", static_cast<std::int64_t>(value));
    }
    return fmt::format("{}", value);
}

std::vector<std::int64_t> rounded_to_sum(std::span<const double> parts, double total,
                                         int decimals) {
    const auto unit = static_cast<double>(power_of_ten(decimals));
    std::vector<std::int64_t> units;
    std::vector<double> remainders;
    for (const double part : parts) {
        const double scaled = part * unit;
        units.push_back(static_cast<std::int64_t>(std::floor(scaled)));
        remainders.push_back(scaled - std::floor(scaled));
    }
    auto missing =
        std::llround(total * unit) - std::accumulate(units.begin(), units.end(), std::int64_t{0});
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (const auto index : order) {
        if (missing <= 0) {
            break;
        }
        // An exact value needs no rounding up; an honest sum leaves it alone.
        ++units[index];
        --missing;
    }
    return units;
}

} // namespace assess::reports
