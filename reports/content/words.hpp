// TEMPORARY, but for capitalized(): words that pages which are no messages yet make by hand.
#pragma once

#include "model/assessment/group.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/statistics/quantity.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace assess::reports {

/// With its first letter as a capital, where that is an ASCII letter.
std::string capitalized(std::string_view text);

std::string name_at_start(const Group& group);
std::string listed_with_and(std::span<const std::string> words);
std::string interval_cell(const Estimate& estimate, int decimals = 2);
std::string title_of(Diagonal diagonal);
std::pair<std::string, std::string> ends_of(Diagonal diagonal);
std::string difference_name(const GapReport& report, const Comparison& comparison);

} // namespace assess::reports
