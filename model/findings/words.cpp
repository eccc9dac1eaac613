#include "model/findings/words.hpp"

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

namespace {

std::string decimal(double value) {
    auto text = fmt::format("{:.2f}", value);
    return text == "-0.00" ? "0.00" : text;
}

/// As the group's promise has it.
std::string number_told(const Group& group, std::size_t count) {
    return count > 0 && count < group.least_told ? fmt::format("fewer than {}", group.least_told)
                                                 : grouped(count);
}

} // namespace

std::string with_interval(const Estimate& estimate) {
    if (estimate.has_interval()) {
        return fmt::format("{} ({}% interval {} to {})", decimal(estimate.value),
                           std::round(estimate.level * 1000) / 10, decimal(*estimate.lower),
                           decimal(*estimate.upper));
    }
    return estimate.reason.empty() ? decimal(estimate.value)
                                   : fmt::format("{} (no interval, because {})",
                                                 decimal(estimate.value), estimate.reason);
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

namespace {

std::string_view singular_noun(Role role) {
    switch (role) {
    case Role::Researcher:
        return "researcher";
    case Role::Engineer:
        return "engineer";
    case Role::Hybrid:
        return "hybrid";
    case Role::Other:
        break;
    }
    return "person of another role";
}

std::string plural_noun(const Group& group) {
    if (!group.role) {
        return "people of " + group.name;
    }
    return *group.role == Role::Other ? "people of other roles" : group.name;
}

std::string noun(const Group& group, std::size_t count) {
    if (count != 1) {
        return plural_noun(group);
    }
    return group.role ? std::string(singular_noun(*group.role)) : "person of " + group.name;
}

} // namespace

std::string people_of(const Group& group) {
    return plural_noun(group);
}

std::string people_of(const Group& group, std::size_t count) {
    const bool hidden = count > 0 && count < group.least_told;
    return fmt::format("{} {}", number_told(group, count),
                       hidden ? plural_noun(group) : noun(group, count));
}

std::string k_of_n(std::size_t k, std::size_t n, const Group& group) {
    return fmt::format("{} of {}", number_told(group, k), people_of(group, n));
}

std::string capitalized(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

} // namespace assess
