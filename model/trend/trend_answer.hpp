// What moved, in one to three plain sentences.
#pragma once

#include "model/trend/trend.hpp"

namespace assess {

/// Of the last step: the gap's movement where it is clear, else the clearest of a group's, else
/// that nothing can be said to have moved. Several movements are looked at, so that one of them
/// alone would often seem clear by chance: clear is what stays below 1 less the policy's level
/// after Holm's correction over the gap and its two groups (all groups, where there is no gap) on
/// both diagonals. Then the findings that appeared or went; of more than two assessments, how the
/// gap stands to the first. `trend` is complete but for its answer.
Message trend_answer(const Trend& trend);

} // namespace assess
