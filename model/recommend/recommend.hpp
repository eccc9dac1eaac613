// Which adoptions would close what the findings found: every single one, and every pair.
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/finding.hpp"
#include "model/findings/finding_change.hpp"
#include "model/findings/rules.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace assess {

struct RecommendSettings {
    Ring most_ring = Ring::Trial; ///< tools in this ring or a more inviting one
    /// At which they are taken up, one that carries weight; nothing: default_depth() of the
    /// answers.
    std::optional<Depth> depth;
    bool pairs = true;
    std::size_t most_proposals = 20; ///< told at most; of huge surveys fewer, 5 at least
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
    /// Not available where one of the groups would still have nobody with a place.
    std::array<Quantity<Estimate>, 2> gap_after;
    /// By how much the gap would move (after less before), with the interval of that movement.
    /// Not available where there is no gap before or after.
    std::array<Quantity<Estimate>, 2> gap_change;
    std::vector<std::size_t> answers; ///< findings that ask for it: indices into the findings
    bool judged = false;              ///< all rules were asked anew
    /// What would appear, go, be open, or be there in another state. Empty also where not judged.
    std::vector<FindingChange> findings;
};

struct Recommendation {
    Depth depth = Depth::Weekly;
    Ring most_ring = Ring::Trial;
    std::size_t singles = 0; ///< adoptions that were tried
    std::size_t pairs =
        0; ///< pairs of them that were tried: never two tools of one category for one group
    std::size_t asked_for = 0; ///< of both, those that a finding asks for
    std::size_t front = 0;     ///< of these, how many no other beats
    /// No other beats one of these on people, ring, whether the other group uses it, the gaps that
    /// findings name, and the findings that it answers. By people, then by what is left of these
    /// gaps. At most RecommendSettings::most_proposals of the front, of every number of people the
    /// best ones, and for every finding that anything answers one that does.
    std::vector<Proposal> proposals;
    /// The smallest size of the gap that any single adoption, and any pair, leaves; by Diagonal.
    std::array<std::optional<double>, 2> least_by_single;
    std::array<std::optional<double>, 2> least_by_pair;
    /// Findings that are there and that no adoption answers that was tried: indices.
    std::vector<std::size_t> unanswered;
    Message reason; ///< why nothing is proposed; empty where something is
    /// Confidential answers: only tools that nobody in the group uses were tried, as anything else
    /// would tell about the few who do not.
    bool whole_groups_only = false;
};

/// `findings` are the verdicts on `input`, whose people must not be withheld yet. A small gap is no
/// end in itself: nothing is proposed that no finding asks for (asked_for.hpp). Under a
/// confidential promise only what change/weighing.hpp allows is tried. See the source for the cost
/// of each step.
Recommendation recommend(const RuleInput& input, std::span<const Finding> findings,
                         const RecommendSettings& settings);

} // namespace assess
