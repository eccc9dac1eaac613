#include "model/recommend/judge_proposal.hpp"

#include "model/assessment/group_tests.hpp"
#include "model/change/change.hpp"
#include "model/change/movement.hpp"
#include "model/privacy/confidential.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::vector<Change> changes_of(const RuleInput& input, const Proposal& proposal, Depth depth) {
    std::vector<Change> changes;
    for (const auto& adoption : proposal.adoptions) {
        const auto kind = input.grouping == Grouping::Role ? Who::Kind::Role : Who::Kind::Team;
        changes.push_back({true, adoption.tool, depth, {kind, input.groups[adoption.group].id}});
    }
    return changes;
}

/// The pair on the changed answers, as far as the rules look at it.
Comparison compare(const RuleInput& input, const std::vector<Group>& groups, std::uint64_t seed) {
    auto quick = input.policy;
    quick.exact_split_limit = 0;
    quick.random_splits = 99;
    const auto first = input.comparison->first;
    const auto second = input.comparison->second;
    auto comparison = compare_groups(groups, first, second, input.landscape, quick,
                                     {.seed = seed, .all_tests = false});
    // scattered-group looks at p only where the interval lies above 0.
    const auto& spread = comparison.spread;
    if (spread && spread->difference.has_interval() && *spread->difference.lower > 0) {
        comparison.spread = spread_of(groups[first], groups[second], input.policy, seed);
    }
    return comparison;
}

void judge_rules(const RuleInput& input, std::span<const Finding> findings, const Answers& answers,
                 const std::vector<Group>& groups, Comparison& comparison, Proposal& proposal) {
    const auto least = answers.promise.least_told();
    withhold_small_contributions(groups, least, comparison);
    auto lifecycle = make_lifecycle(answers, groups, input.landscape, input.policy);
    std::vector<ItemScores> scores; // of the report before they are withheld already
    withhold_small_scores(least, scores, lifecycle);
    RuleInput after{input.landscape, input.policy, answers,      groups,    input.grouping,
                    &comparison,     {},           input.scores, &lifecycle};
    proposal.findings = finding_changes(findings, judge_all(after));
    std::erase_if(proposal.findings, [](const FindingChange& change) {
        return change.fate == FindingFate::Never || change.before == change.after;
    });
    proposal.judged = true;
}

} // namespace

void judge_proposal(const RuleInput& input, std::span<const Finding> findings, Depth depth,
                    std::uint64_t seed, bool all_rules, Proposal& proposal) {
    auto answers = input.answers;
    alter_answers(answers, input.policy, changes_of(input, proposal, depth));
    const auto was = sort_and_track_respondents(answers);
    auto groups = make_groups(answers, input.landscape, input.policy, input.grouping);
    auto comparison = compare(input, groups, seed);
    for (std::size_t d = 0; d < proposal.gap_after.size(); ++d) {
        const auto& gap = comparison.diagonal.at(d);
        proposal.gap_after.at(d) =
            gap ? Quantity<Estimate>(gap->gap) : Quantity<Estimate>::unavailable(gap.reason());
    }
    if (all_rules) {
        judge_rules(input, findings, answers, groups, comparison, proposal);
    }
    for (auto& group : groups) {
        for (auto& person : group.placed_members) {
            person = was[person];
        }
    }
    const auto side = [&](std::size_t index) {
        return BeforeAfter{input.groups[index], groups[index]};
    };
    proposal.gap_change =
        change_of_gap(side(input.comparison->first), side(input.comparison->second),
                      input.landscape, input.policy.interval_level);
}

} // namespace assess
