// What a confidential promise takes out of a report: the second line of defence.
//
// The first line, plan_release(), decides whose answers come here and keeps reports from being
// subtracted from each other. This one holds whatever came: even answers that no ledger knows give
// no report about a few people. Under a lead's own promise nothing here changes anything.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/assessment/lifecycle.hpp"
#include "model/assessment/scores.hpp"
#include "model/policy/policy_fields.hpp"

#include <string>
#include <vector>

namespace assess {

/// A group that a confidential report does not show; its people are in no number of it either.
struct HiddenGroup {
    std::string id;   ///< as Group::id
    std::string name; ///< "hybrids", or the team's name
    Message reason;   ///< completes "not shown, because"
    friend bool operator==(const HiddenGroup&, const HiddenGroup&) = default;
};

/// As group_name() of a group that is shown.
GroupName group_name(const HiddenGroup& group);
/// "Hybrids are not shown: fewer than 5 answers, kept confidential."
Message not_shown(const HiddenGroup& group);

/// The policy fields that count people or weigh single answers: two reports with different ones
/// could be compared until they tell how many people a few are, or what they use.
bool is_held_by_promise(const PolicyField& field);

/// The policy with these fields as they are by default; without a promise, as it is.
Policy kept_to(const PrivacyPromise& promise, Policy policy);

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

/// Takes single people and small numbers of them out of what is otherwise complete; with a `least`
/// of 0 nothing.
void withhold_small_numbers(std::size_t least, std::vector<Group>& groups,
                            std::vector<Comparison>& comparisons);

} // namespace assess
