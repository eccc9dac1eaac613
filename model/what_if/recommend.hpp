// Which adoptions would close what the findings found: every single one, and every pair.
#pragma once

#include "model/findings/finding.hpp"
#include "model/findings/finding_change.hpp"
#include "model/findings/rules.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assess {

struct RecommendSettings {
    Ring most_ring = Ring::Trial; ///< tools in this ring or a more inviting one
    Depth depth = Depth::Weekly;  ///< at which they are taken up
    bool pairs = true;
    std::uint64_t seed = 1;
};

/// One group takes up one tool.
struct Adoption {
    ToolIndex tool = 0;
    std::size_t group = 0;   ///< index into the report's groups
    std::size_t people = 0;  ///< who would have to take it up
    std::size_t already = 0; ///< who use it that deeply already
    bool other_uses = false; ///< somebody of the other group uses it
};

/// One or two adoptions, with what would be left.
struct Proposal {
    std::vector<Adoption> adoptions;
    std::size_t people = 0;  ///< people to bring along, counted once for each tool
    Ring ring = Ring::Adopt; ///< the least inviting one of its tools
    bool other_uses = false; ///< the other group uses each of its tools
    /// The gap after, by Diagonal, first group minus second, with the report's kind of interval.
    std::array<Estimate, 2> gap_after;
    /// By how much the gap would move (after less before), with the interval of that movement.
    std::array<Estimate, 2> gap_change;
    std::vector<std::size_t> answers;    ///< findings that ask for it: indices into the findings
    std::vector<FindingChange> findings; ///< whose verdict would be another, judged anew
};

struct Recommendation {
    Depth depth = Depth::Weekly;
    Ring most_ring = Ring::Trial;
    std::size_t singles = 0;   ///< adoptions that were tried
    std::size_t pairs = 0;     ///< pairs of them that were tried
    std::size_t asked_for = 0; ///< of both, those that a finding asks for
    /// No other beats one of these on people, ring, whether the other group uses it, and the gaps
    /// that findings name. By people, then by what is left of these gaps.
    std::vector<Proposal> proposals;
    /// Findings that are there and that none of the proposals answers: indices.
    std::vector<std::size_t> unanswered;
    std::string reason; ///< why nothing is proposed; empty where something is
    /// Confidential answers: only tools that nobody in the group uses were tried, as anything else
    /// would tell about the few who do not.
    bool whole_groups_only = false;
};

/// `findings` are the verdicts on `input`. See the source for the cost of each step.
Recommendation recommend(const RuleInput& input, std::span<const Finding> findings,
                         const RecommendSettings& settings);

} // namespace assess
