// Labels and cells that tables, figures and sentences of every format share.
#pragma once

#include "model/assessment/arguments.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/facts/message.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

namespace assess::reports {

/// A row of a table.
using Cells = std::vector<Value>;

/// Teams that one figure tells apart; the tables tell of all.
inline constexpr std::size_t most_teams = 12;

/// "Researchers"; a team's name as it was given.
Message group_title(const Group& group);
/// "Building diagonal".
Message diagonal_title(Diagonal diagonal);
/// "building": the diagonal in one word.
Message diagonal_word(Diagonal diagonal);
/// "Building".
Message diagonal_name_at_start(Diagonal diagonal);
/// "software", "ML tasks": what stands at an end of a diagonal.
Message end_word(Diagonal diagonal, bool high);
/// "building software", "ML-task orchestration".
Message end_title(Diagonal diagonal, bool high);

/// "Building: models".
Message diagonal_end(Diagonal diagonal, bool high);

/// Messages without arguments: the heads of a table.
Cells heads(std::initializer_list<MessageId> ids);
/// "-": there is nothing to tell.
Message no_value();
/// "0.62"; "-".
Value number_cell(const std::optional<double>& number);
/// "0.20 to 0.62".
Message range_cell(double lower, double upper, int decimals = 2);
/// The interval as such a range; "no interval".
Message interval_of(const Estimate& estimate, int decimals = 2);
/// "40%", "under 1%"; empty where there is none.
Value share_cell(std::optional<double> share);
/// The same in a narrow column: "40%", "<1%".
Message narrow_share(std::optional<double> share);
/// "0.52, -0.30".
Message place_cell(const Point& point);
/// "5 of 6".
Message part_cell(std::size_t part, std::size_t whole);
/// The same; "few" where the number may not be told.
Message users_cell(std::size_t users, std::size_t base, bool few);
/// The same; "not asked" where nobody was.
Message users_cell(const ToolUse& use);

} // namespace assess::reports
