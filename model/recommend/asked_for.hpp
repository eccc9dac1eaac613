// Which finding asks for which adoption, by what its rule asks for (Rule::adoption). Findings ask
// only while they are present or possible, and weigh more than information.
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/rules.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// Bit i: the i-th of the findings that ask.
constexpr std::size_t most_asking = 256;
using FindingSet = std::bitset<most_asking>;

/// The gap along both diagonals, first group minus second; index = Diagonal.
using Gaps = std::array<double, 2>;

/// So much nearer to 0 shows at two decimals.
inline constexpr double smallest_step = 0.005;

/// What the finding's rule asks for, to complete "asks for"; empty where it asks for nothing.
Message asks_for(const Finding& finding);

/// Whether the finding asks for any adoption at all.
bool asks(const Finding& finding);

class AskedFor {
public:
    /// Keeps references to both.
    AskedFor(const RuleInput& input, std::span<const Finding> findings);

    /// Findings that ask for this tool in the first (0) or second (1) group of the pair, whatever
    /// it does to the gap.
    [[nodiscard]] FindingSet by_tool(ToolIndex tool, std::size_t side) const;
    /// Findings that ask for a gap that comes out like this: smaller by a step that shows, and by
    /// more than it grows on the other diagonal where a finding stands there too.
    [[nodiscard]] FindingSet by_gap(const Gaps& after) const;

    /// Whether a finding that stands names the gap on the diagonal or a stretch of it.
    [[nodiscard]] bool names(Diagonal diagonal) const;
    /// By bit: the index into the findings.
    [[nodiscard]] const std::vector<std::size_t>& asking() const { return m_asking; }

private:
    const RuleInput& m_input;
    std::span<const Finding> m_findings;
    std::vector<std::size_t> m_asking;
    std::array<std::optional<double>, 2> m_gap_before; ///< |gap| where a finding asks for less
    std::array<std::size_t, 2> m_gap_bit{};
};

} // namespace assess
