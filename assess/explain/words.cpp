#include "assess/explain/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assess {

std::string percent(double share) {
    const double rounded = std::round(share * 100);
    if (rounded <= 0 && share > 0) {
        return "under 1%";
    }
    if (rounded >= 100 && share < 1) {
        return "over 99%";
    }
    return fmt::format("{:.0f}%", rounded);
}

std::string grouped(std::size_t value) {
    auto text = fmt::format("{}", value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) {
        return fmt::format("1 {}", singular);
    }
    return plural.empty() ? fmt::format("{} {}s", grouped(count), singular)
                          : fmt::format("{} {}", grouped(count), plural);
}

std::string people(std::size_t count) {
    return counted(count, "person", "people");
}

std::string capitalized(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

} // namespace assess
