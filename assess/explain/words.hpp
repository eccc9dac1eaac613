// Words for numbers, for sentences of commands that are made by hand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assess {

/// "82%"; "under 1%" and "over 99%" where rounding would claim none or all.
std::string percent(double share);
/// 16160 -> "16,160".
std::string grouped(std::size_t value);
/// "1 tool", "3 tools".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
/// "1 person", "12 people".
std::string people(std::size_t count);
/// The first letter large, for sentences that start with our own words.
std::string capitalized(std::string text);

} // namespace assess
