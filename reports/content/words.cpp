#include "reports/content/words.hpp"

#include "model/text/text.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <array>

namespace assess::reports {

std::string capitalized(std::string_view text) {
    std::string capital(text);
    if (!capital.empty() && capital.front() >= 'a' && capital.front() <= 'z') {
        capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
    }
    return capital;
}

std::string name_at_start(const Group& group) {
    return group.role ? capitalized(group.name) : group.name;
}

std::string number_of(const Group& group, std::size_t count) {
    if (!group.role) {
        return grouped(count) + " of " + group.name;
    }
    if (count != 1) {
        return grouped(count) + " " + group.name;
    }
    return *group.role == Role::Other ? "1 other" : "1 " + std::string(id_of(*group.role));
}

std::string listed_with_and(std::span<const std::string> words) {
    return listed(words, "and");
}

std::string number_word(std::size_t count) {
    constexpr std::array<std::string_view, 13> words{"no",   "one",    "two",   "three", "four",
                                                     "five", "six",    "seven", "eight", "nine",
                                                     "ten",  "eleven", "twelve"};
    return count < words.size() ? std::string(words[count]) : grouped(count);
}

std::string interval_cell(const Estimate& estimate, int decimals) {
    return estimate.has_interval() ? fmt::format("{} to {}", fixed(*estimate.lower, decimals),
                                                 fixed(*estimate.upper, decimals))
                                   : "no interval";
}

std::string users_of_base(std::size_t users, std::size_t base, bool few) {
    return few ? std::string("few") : fmt::format("{} of {}", grouped(users), grouped(base));
}

} // namespace assess::reports
