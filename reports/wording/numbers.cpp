#include "reports/wording/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::reports {
namespace {

constexpr int most_decimals = 6;
constexpr const char* no_number = "n/a";

std::string with_signs(double value, int decimals, const NumberSigns& signs) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.front() == '-' && text.find_first_of("123456789") == std::string::npos) {
        text.erase(0, 1);
    }
    if (const auto point = text.find('.'); point != std::string::npos) {
        text.replace(point, 1, signs.decimal);
    }
    return text;
}

/// As few decimals as tell the value from the limit.
int decimals_against(double value, int decimals, std::optional<double> limit) {
    const auto alike = [&](int digits) {
        return with_signs(value, digits, {}) == with_signs(*limit, digits, {});
    };
    if (!limit || value == *limit || !alike(decimals)) {
        return decimals;
    }
    for (int more = decimals + 1; more <= most_decimals; ++more) {
        if (!alike(more)) {
            return more;
        }
    }
    return decimals;
}

} // namespace

std::string write_decimal(double value, int decimals, std::optional<double> limit,
                          const NumberSigns& signs) {
    return std::isfinite(value) ? with_signs(value, decimals_against(value, decimals, limit), signs)
                                : no_number;
}

std::string write_percent(double share, std::optional<double> limit, const NumberSigns& signs) {
    if (!std::isfinite(share)) {
        return no_number;
    }
    const auto rounded = std::round(share * 100);
    int decimals = 0;
    if (limit && share != *limit && rounded == std::round(*limit * 100)) {
        decimals = std::max(1, decimals_against(share * 100, 1, *limit * 100));
    }
    return with_signs(decimals == 0 ? rounded : share * 100, decimals, signs) + signs.percent;
}

std::string write_p(double p, const NumberSigns& signs) {
    return std::isfinite(p) ? with_signs(p, 3, signs) : no_number;
}

std::string write_level(double level, const NumberSigns& signs) {
    const auto tenths = std::round(level * 1000) / 10;
    return with_signs(tenths, tenths == std::floor(tenths) ? 0 : 1, signs) + signs.percent;
}

std::string write_count(std::size_t value, const NumberSigns& signs) {
    auto text = fmt::format("{}", value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), signs.thousands);
    }
    return text;
}

} // namespace assess::reports
