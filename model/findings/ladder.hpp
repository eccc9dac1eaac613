// The ladder along one diagonal: its rungs are the tools that the landscape lists on the
// diagonal; two groups stand at their medians; what is longest without a used rung is the break.
#pragma once

#include "model/findings/ladder_outline.hpp"
#include "model/findings/rule_support.hpp"

#include <cstddef>
#include <vector>

namespace assess {

/// The ladder with what decides whether the verdict is firm.
struct Ladder : LadderOutline {
    /// The longest stretch were every rung used that nobody was asked about.
    double longest_if_unasked_used = 0;
    /// The smallest and largest of the longest stretch with any one person left out.
    double least_without_one = 0;
    double most_without_one = 0;
};

/// Not available without a comparison, or where a group has fewer than two placed people.
/// Cost: one pass over the positions and the tools.
Quantity<LadderOutline> ladder_outline(const RuleInput& input, Diagonal diagonal);

/// Both groups must have at least two placed people.
/// Cost: people, for leaving out each once, times the rungs where one person makes a difference.
Ladder make_ladder(const RuleInput& input, const Pair& pair, Diagonal diagonal);

/// broken-ladder's verdict; `apart`: the interval of the gap on the diagonal excludes 0.
State ladder_state(const Ladder& ladder, bool apart, double limit);

/// Which rungs are used with one placed person of a group left out. Few people make a difference,
/// so that there are few different answers.
struct UsedWithoutOne {
    std::vector<std::vector<bool>> sets;  ///< in the order of the rungs
    std::vector<std::uint32_t> of_person; ///< index into `sets`, by placed person of the group
};
UsedWithoutOne used_without_one(const RuleInput& input, const Group& group, const Group& other,
                                const std::vector<Rung>& rungs);

/// Median; the mean of the middle two for an even number. `sorted` must not be empty.
double median_of_sorted(const std::vector<double>& sorted);
/// The same without the element at `left_out`; needs two elements.
double median_without(const std::vector<double>& sorted, std::size_t left_out);

/// The longest stretch between `low` and `high` that no used rung divides; the first of equals.
Stretch longest_stretch(double low, double high, const std::vector<Rung>& rungs);

/// People of a group with that many asked whose use would make a tool a used rung.
std::size_t people_for_a_rung(std::size_t base, const Policy& policy);

} // namespace assess
