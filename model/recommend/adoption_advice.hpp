// What an adoption would do about a finding, as an action with its numbers.
#pragma once

#include "model/recommend/recommend.hpp"

#include <span>

namespace assess {

/// Appends to each finding that a proposal answers what the best one would do: on the gap of
/// opposite-ends the one that leaves the smallest, with its interval; on the others that of fewest
/// people, with the verdict that the rules then give. Says so where even the best leaves the gap
/// above the policy's threshold, and what the best pair leaves. To a finding that could ask for
/// adoptions and that none answers: that none was found, unless its own advice says so.
/// `findings` are those that the recommendation was made of.
void add_adoption_advice(const RuleInput& input, const Recommendation& closing,
                         std::span<Finding> findings);

} // namespace assess
