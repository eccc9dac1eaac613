// What messages tell of groups, people, tools and estimates.
#pragma once

#include "model/assessment/group.hpp"
#include "model/facts/message.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace assess {

/// A group by its role, or as the team it is.
GroupName group_name(const Group& group);
/// A number of the group's people, kept confidential as its promise has it.
Count count_told(const Group& group, std::size_t number);
/// So many people of the group, under the same promise.
People people_told(const Group& group, std::size_t number);
/// "researchers", "people of Payments": without a number.
Message people_in_general(const Group& group);
/// "3 of 5 researchers".
Message k_of_n(const Group& group, std::size_t k, std::size_t n);

/// A tool's name.
Name tool_name(const Landscape& landscape, ToolIndex tool);
/// "Git, Docker, Argo and 4 more".
List named_tools(const Landscape& landscape, std::span<const ToolIndex> tools, std::size_t most,
                 List::Last last = List::Last::And);
/// The first two at most, as a choice: "Git or Docker".
List example_tools(const Landscape& landscape, std::span<const ToolIndex> tools);
/// Any names, in their order.
List name_list(std::span<const std::string> names, std::size_t most = List::all,
               List::Last last = List::Last::And);

/// "0.62 (95% interval 0.44 to 0.80)", or "0.62 (no interval, because ...)".
Message told_with_interval(const Estimate& estimate);
/// The same for shares: "82% (95% interval 70% to 91%)".
Message share_told_with_interval(const Estimate& estimate);

/// Whether the landscape's part of the interval shows in two decimals.
bool landscape_shows(const Estimate& estimate);

/// "the building diagonal", without the article.
Message diagonal_name(Diagonal diagonal);
/// "the software end", "the ML-task end".
Message end_of_diagonal(Diagonal diagonal, bool high);
/// "the software half".
Message half_of_diagonal(Diagonal diagonal, bool high);

/// "Specialized ML tools".
Message quadrant_name(Quadrant quadrant);
/// "12 people": those that an estimate is made from, whose number is told in any case.
People people_behind(const Estimate& estimate);
/// So many people of all; for a number that no promise keeps back.
People plain_people(std::size_t number);

/// As a Decimal tells it: equal for what reads the same.
long in_hundredths(double value);

} // namespace assess
