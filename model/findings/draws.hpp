// The tools drawn elsewhere within their tolerances, again and again: what a rule's verdict is
// judged by again. Sums over people are made once, so that a draw costs steps by tools.
#pragma once

#include "model/findings/rule_support.hpp"
#include "model/findings/usage_form.hpp"
#include "model/fragility/share_form.hpp"
#include "model/fragility/tool_places.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace assess {

/// What several rules need of one draw.
struct Drawn {
    ToolPlaces places;
    std::optional<DiagonalGaps> gaps; ///< of the pair, where there is one
    PlacedMoments first;
    PlacedMoments second;
};

/// A worker's own memory. Few sets of tools in a region ever come up.
struct DrawMemory {
    std::vector<std::map<std::vector<bool>, UsageShare>> shares;
};

/// Everything that is summed up once and read by all draws.
class Draws {
public:
    /// Keeps a reference.
    explicit Draws(const RuleInput& input);

    [[nodiscard]] const RuleInput& input() const { return m_input; }
    /// The two groups whose gaps are drawn; nothing where they have none.
    [[nodiscard]] const Pair* pair() const { return m_first ? &*m_pair : nullptr; }
    /// Whether anybody uses a tool with a place.
    [[nodiscard]] bool any_usage() const { return !m_usage.empty(); }

    using Holds = std::function<bool(const Point&)>;
    using Share = std::function<UsageShare(const Drawn&, DrawMemory&)>;
    /// The share of usage on the tools that lie in a region. To be asked for before memory().
    Share share_in(Holds holds);

    [[nodiscard]] DrawMemory memory() const;
    /// Draw number `number`, into `drawn`.
    void draw(std::uint64_t seed, std::size_t number, Drawn& drawn) const;

private:
    [[nodiscard]] DiagonalGap gap(Diagonal diagonal, const Drawn& drawn) const;

    const RuleInput& m_input;
    std::optional<Pair> m_pair;
    UsageForm m_usage;
    std::optional<ShareForm> m_first;
    std::optional<ShareForm> m_second;
    std::size_t m_regions = 0;
};

} // namespace assess
