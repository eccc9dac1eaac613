// Words for numbers and people, for the radar and for `assess explain`, whose sentences are made
// by hand. Everything else is told in messages (model/facts) and worded in reports/wording.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace assess {

/// "82%"; "under 1%" and "over 99%" where rounding would claim none or all.
std::string percent(double share);
/// 16160 -> "16,160".
std::string grouped(std::size_t value);
/// "0.62 (95% interval 0.44 to 0.80)", or "0.62 (no interval, because ...)".
std::string with_interval(const Estimate& estimate);

/// "1 tool", "3 tools".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
/// "1 person", "12 people".
std::string people(std::size_t count);
/// "researchers", "people of Payments": a plural noun.
std::string people_of(const Group& group);
/// "5 researchers", "1 researcher", "5 people of Payments"; "fewer than 5 researchers".
std::string people_of(const Group& group, std::size_t count);
/// "3 of 5 researchers", "1 of 1 researcher", "fewer than 5 of 9 researchers".
std::string k_of_n(std::size_t k, std::size_t n, const Group& group);
/// The first letter large, for sentences that start with our own words.
std::string capitalized(std::string text);

} // namespace assess
