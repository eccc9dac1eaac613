// Words for people, groups and lists that the sentences of a page share.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assess::reports {

/// Teams that one figure tells apart; the tables tell of all.
inline constexpr std::size_t most_teams = 12;

/// With its first letter as a capital, where that is an ASCII letter.
std::string capitalized(std::string_view text);
/// The group's name at the start of a sentence: "Researchers"; a team's name as it was given.
std::string name_at_start(const Group& group);
/// "5 researchers", "1 researcher", "5 of Payments".
std::string number_of(const Group& group, std::size_t count);
/// "a", "a and b", "a, b and c".
std::string listed_with_and(std::span<const std::string> words);
/// "No", "one", "two", ..., "twelve", "13".
std::string number_word(std::size_t count);
/// "0.20 to 0.62"; "no interval".
std::string interval_cell(const Estimate& estimate, int decimals = 2);
/// "5 of 6"; "few" where the number may not be told.
std::string users_of_base(std::size_t users, std::size_t base, bool few);

} // namespace assess::reports
