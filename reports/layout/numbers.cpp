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

std::string fixed(double value, int decimals) {
    if (!std::isfinite(value)) {
        return "n/a";
    }
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.front() == '-' && text.find_first_of("123456789") == std::string::npos) {
        text.erase(0, 1);
    }
    return text;
}

std::string percent(double share) {
    if (share > 0 && share < 0.005) {
        return "below 1%";
    }
    return fixed(share * 100, 0) + (std::isfinite(share) ? "%" : "");
}

std::string p_value(double p) {
    if (!std::isfinite(p)) {
        return "n/a";
    }
    if (p < 1e-6) {
        return "below 0.000001";
    }
    int decimals = 2;
    for (double limit = 0.0995; p < limit && decimals < 7; limit /= 10) {
        ++decimals;
    }
    return fmt::format("{:.{}f}", p, decimals);
}

std::string p_statement(double p) {
    const auto value = p_value(p);
    return value.starts_with("below") ? "p " + value : "p = " + value;
}

std::string grouped(std::uint64_t value) {
    auto text = fmt::format("{}", value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

std::string people(std::size_t count) {
    return count == 1 ? "1 person" : grouped(count) + " people";
}

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

std::string from_units(std::int64_t units, int decimals) {
    const auto unit = power_of_ten(decimals);
    const auto size = units < 0 ? -units : units;
    return fmt::format("{}{}.{:0{}}", units < 0 ? "-" : "", size / unit, size % unit, decimals);
}

} // namespace assess::reports
