// What would be left after a proposal, from a comparison and all rules on the changed answers.
#pragma once

#include "model/recommend/recommend.hpp"

#include <cstdint>
#include <span>

namespace assess {

/// Fills gap_after and gap_change; with `all_rules` also what becomes of the findings. The numbers
/// are those of a gap report on the changed answers, to rounding. Of the permutation tests only
/// that of the spreads is made, and in full where a verdict hangs on it.
/// Cost: linear in the usages, like a gap report without its tests and draws.
void judge_proposal(const RuleInput& input, std::span<const Finding> findings, Depth depth,
                    std::uint64_t seed, bool all_rules, Proposal& proposal);

} // namespace assess
