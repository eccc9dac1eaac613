#include "model/findings/criteria.hpp"

#include <algorithm>
#include <array>

namespace assess {

namespace {

constexpr std::array all_criteria{
    Criteria{"opposite-ends", "the interval of the gap lies wholly beyond the threshold",
             "only the estimate lies beyond the threshold",
             "the estimate lies within the threshold and the interval reaches beyond it, or there "
             "is no interval",
             "the interval lies wholly within the threshold", "opposite_ends"},
    Criteria{"one-region",
             "no gap on either diagonal reaches the notable threshold, everybody's centroid is "
             "far from the centre, and one half of the plane holds most usage: each by its "
             "interval",
             "all three hold by their estimates, not all by their intervals",
             "one of the three is open and none fails", "one of the three fails by its interval",
             "one_region opposite_ends shares"},
    Criteria{"left-end", "the interval of the share lies wholly at or above the threshold",
             "only the share itself does",
             "the share lies below and its interval reaches the threshold, or too few people are "
             "placed",
             "the interval lies wholly below the threshold", "left_end shares"},
    Criteria{"broken-ladder",
             "the longest stretch without a used rung is above the threshold, whoever is left "
             "out, and the interval of the gap excludes 0",
             "the stretch is above the threshold, but one of these does not hold",
             "the stretch is above the threshold only without some person, or only because nobody "
             "was asked about a rung",
             "the stretch is within the threshold, whoever is left out",
             "broken_ladder opposite_ends"},
    Criteria{"no-common-ground", "the interval of the overlap lies wholly below the threshold",
             "only the estimate lies below",
             "the estimate lies at or above the threshold and the interval reaches below it, or "
             "there is no interval",
             "the interval lies wholly at or above the threshold", "no_common_ground"},
    Criteria{"empty-quadrant", "the interval of the share lies wholly below the threshold",
             "only the share itself does",
             "the share lies above and its interval reaches below the threshold, too few people "
             "are placed, or nobody was asked",
             "the interval lies wholly at or above the threshold", "empty_quadrant shares"},
    Criteria{"scattered-group",
             "of a group: the interval of the difference lies above 0, reaches the threshold, and "
             "the permutation test's p is below its limit; of a category: more tools than the "
             "limit, each used by enough people",
             "of a group: only the estimate lies above the threshold; of a category: more tools "
             "than the limit, but not each used by enough people",
             "none of these, too few people, or nobody was asked",
             "of a group: the interval stays below the threshold; of the organization: no category "
             "has more tools in use than the limit",
             "scattered_group"},
    Criteria{"lifecycle-hole",
             "of a stage: somebody works on it, too few of them use a tool that covers it, and "
             "enough people said what they work on; of a hand-off: nobody works on the second "
             "stage, or both are worked on without a tool in common or enough people on both",
             "the same, but fewer people said what they work on",
             "too few answers to say that nobody works on it, or the number is not told",
             "of a stage: enough people use a tool that covers it, or nobody works on it; of a "
             "hand-off: a tool or enough people are on both sides, or nobody works on the first",
             "lifecycle_hole shares"},
    Criteria{"frustrated-group",
             "the interval of the difference between the groups' mean scores lies wholly at or "
             "beyond the threshold, all the questions of this rule taken into account (Holm)",
             "only the estimate does, or Holm takes the certainty away",
             "otherwise, or a group has fewer than two answers",
             "the interval lies wholly within the threshold", "frustrated_group"},
    Criteria{"retired-tool",
             "somebody uses a tool that the edition marks, weekly or more often where it is "
             "retired",
             "a retired tool is used, but seldom", "nobody was asked, or the edition marks no tool",
             "nobody uses one", "depth_weights"},
    Criteria{"missing-basics",
             "enough people were asked, and nobody of them, or only one of the groups, uses any "
             "tool of the category",
             "the same, with fewer people asked", "nobody of a group was asked",
             "both groups use tools of the category", "shares"},
    Criteria{"bridge-role", "the interval of the hybrids' place lies wholly between the two groups",
             "only the estimate lies between them",
             "the groups may not stand apart, or the interval reaches both sides",
             "the interval lies wholly outside, or the groups do not stand apart", "opposite_ends"},
};

} // namespace

std::span<const Criteria> criteria() {
    return all_criteria;
}

const Criteria* criteria_of(std::string_view rule) {
    const auto* const found = std::ranges::find(all_criteria, rule, &Criteria::rule);
    return found == all_criteria.end() ? nullptr : found;
}

} // namespace assess
