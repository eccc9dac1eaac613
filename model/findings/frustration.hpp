// Two groups' answers to one question on a scale, set against each other.
#pragma once

#include "model/findings/rule_support.hpp"

#include <vector>

namespace assess {

struct Frustration {
    const Pair* pair = nullptr;
    const ScoreItem* item = nullptr;
    const GroupScore* first = nullptr;
    const GroupScore* second = nullptr;
    /// First less second, in steps, turned so that more is better for whoever answers.
    Estimate difference;
    double p_adjusted = 1; ///< one-sided, Holm over all questions of the rule
    State state = State::Undetermined;

    [[nodiscard]] const Group& worse() const {
        return difference.value < 0 ? pair->first : pair->second;
    }
    [[nodiscard]] const Group& better() const {
        return difference.value < 0 ? pair->second : pair->first;
    }
    /// The end of the interval that is nearer to no difference, on the estimate's side; negative
    /// where the interval reaches over to the other. Needs an interval.
    [[nodiscard]] double nearer_end() const {
        return difference.value < 0 ? -*difference.upper : *difference.lower;
    }
};

/// Every question that both groups answered, with its verdict; in the order of the scores. They
/// point into `input` and `pair`.
std::vector<Frustration> frustrations(const RuleInput& input, const Pair& pair);

} // namespace assess
