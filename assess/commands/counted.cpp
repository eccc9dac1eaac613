#include "assess/commands/counted.hpp"

#include <fmt/format.h>

namespace assess {

namespace {

/// 16160 -> "16,160".
std::string grouped(std::size_t value) {
    auto text = fmt::format("{}", value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

} // namespace

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

} // namespace assess
