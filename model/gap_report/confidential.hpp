// What a confidential promise takes out of a report: the second line of defence.
//
// The first line, plan_release(), decides whose answers come here and keeps reports from being
// subtracted from each other. This one holds whatever came: even answers that no ledger knows give
// no report about a few people. Under a lead's own promise nothing here changes anything.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <string>
#include <vector>

namespace assess {

/// Leaves in the answers those whom the promise lets a report show, and returns the groups that it
/// does not. Free texts stay only where nobody was left out and enough people are in the report.
std::vector<HiddenGroup> hold_back_small_groups(Answers& answers, const Landscape& landscape,
                                                const Policy& policy, Grouping grouping);

/// Puts together the tools that few people use, in what makes the gap. To be called before the
/// rules look at the comparison.
void withhold_small_contributions(const std::vector<Group>& groups, std::size_t least,
                                  Comparison& comparison);

/// Scores of few people, and small numbers of people at work on a stage. To be called before the
/// rules look at them.
void withhold_small_scores(std::size_t least, std::vector<ItemScores>& scores,
                           Lifecycle& lifecycle);

/// Takes single people and small numbers of them out of a report that is otherwise complete.
void withhold_small_numbers(GapReport& report);

} // namespace assess
