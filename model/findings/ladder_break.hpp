// A break in a ladder: the longest stretch without a used rung, what would mend it, and the advice
// that follows. broken_ladder.cpp judges it.
#pragma once

#include "model/findings/ladder.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assess {

struct Break {
    const RuleInput& input;
    const Pair& pair;
    Diagonal diagonal;
    Ladder ladder;
    std::optional<Rung> below;    ///< the last used rung up to where the stretch starts
    std::optional<Rung> above;    ///< the first used rung from where it ends
    std::vector<Rung> in_between; ///< rungs inside the stretch that are still on the market

    [[nodiscard]] double length() const { return ladder.longest.length(); }
    [[nodiscard]] bool apart_for_sure() const {
        const auto& gap = pair.comparison.diagonal[static_cast<std::size_t>(diagonal)];
        return gap && gap->gap.has_interval() && (*gap->gap.lower > 0 || *gap->gap.upper < 0);
    }
    [[nodiscard]] const std::string& name(const Rung& rung) const {
        return input.landscape.tools[rung.tool].name;
    }
};

/// Both groups must have at least two placed people.
Break find_break(const RuleInput& input, const Pair& pair, Diagonal diagonal);

/// The two rungs of the stretch that are nearest to its middle.
std::vector<ToolIndex> nearest_to_middle(const Break& found);

/// A rung that alone would bring the longest stretch within the policy's limit.
struct Remedy {
    Rung rung;
    double left = 0;              ///< the longest stretch once it is used
    std::size_t users = 0;        ///< of the pair, too few so far
    const Group* group = nullptr; ///< the one that lacks fewest people for it
    std::size_t more_people = 0;  ///< that this group lacks
    Ring ring = Ring::Hold;
};

/// The rung to put in: one that mends the break and is not on hold; first those that somebody
/// uses already, then inviting rings, then the one that leaves the shortest stretch. Nothing where
/// no single tool mends it.
std::optional<Remedy> best_remedy(const Break& found);

/// What a break that is only possible lacks: two groups that stand apart for sure, or people enough
/// that no single one decides.
Message make_certain(const Break& found);
/// A rung or, where none mends it, only a connector.
std::vector<Message> ways_to_mend(const Break& found, const std::optional<Remedy>& remedy);
/// What would settle a ladder that one single person decides: the rungs whose users are no more
/// than it takes, without which the stretch would be too long.
Message hanging_on_one(const Break& found);

} // namespace assess
