// The ladder along one diagonal: its rungs are the tools that the landscape lists on the
// diagonal; two groups stand at their medians; what is longest without a used rung is the break.
#pragma once

#include "model/findings/rule_support.hpp"

#include <cstdint>
#include <vector>

namespace assess {

struct Rung {
    ToolIndex tool = 0;
    double place = 0;
    bool asked = false; ///< somebody of either group was asked about it
    bool used = false;  ///< by enough people of either group (Policy::ladder_share, ladder_people)
};

/// A stretch between two neighbouring points: medians and used rungs.
struct Stretch {
    double from = 0;
    double to = 0;
    [[nodiscard]] double length() const { return to - from; }
};

/// What stands on a diagonal: for figures, and the base of the rule.
struct LadderOutline {
    double median_first = 0;
    double median_second = 0;
    std::vector<Rung> rungs; ///< by place, then id; placed ones only
    Stretch longest;
};

/// The same with what decides whether the verdict is firm.
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
/// Cost: people times rungs, for leaving out each person once.
Ladder make_ladder(const RuleInput& input, const Pair& pair, Diagonal diagonal);

/// Median; the mean of the middle two for an even number. `sorted` must not be empty.
double median_of_sorted(const std::vector<double>& sorted);
/// The same without the element at `left_out`; needs two elements.
double median_without(const std::vector<double>& sorted, std::size_t left_out);

/// The longest stretch between `low` and `high` that no used rung divides; the first of equals.
Stretch longest_stretch(double low, double high, const std::vector<Rung>& rungs);

/// People of a group with that many asked whose use would make a tool a used rung.
std::size_t people_for_a_rung(std::size_t base, const Policy& policy);

} // namespace assess
