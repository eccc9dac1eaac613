// The candidates that no other beats: fewer people, a more inviting ring, used by the other group,
// smaller gaps and more findings answered, each held against the others and never added up.
//
// One beats another where it is at least as good in all of these and better in one. Of the
// findings, more means all of the other's: two that answer different findings do not compete, so
// that no finding loses the one adoption that answers it.
#pragma once

#include "model/recommend/asked_for.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace assess {

/// What candidates are held against each other by. All but the findings: less is better.
struct Objectives {
    std::uint32_t people = 0;
    std::uint32_t ring = 0;
    std::uint32_t other_lacks = 0;      ///< 0: the other group uses it
    std::array<std::uint32_t, 2> gap{}; ///< in hundredths, below gap_steps; 0 where no finding asks
    std::uint32_t answers = 0;          ///< index into the sets of findings

    friend auto operator<=>(const Objectives&, const Objectives&) = default;
};

/// A gap lies within [-2, 2], so that its size has 201 values at two decimals.
inline constexpr std::uint32_t gap_steps = 201;

/// Indices of the candidates that no other beats, rising. Equals stay together. `sets` are the
/// different sets of findings.
/// Cost for each candidate: the sets that hold its own, times the logarithm of gap_steps; and for
/// those that no candidate of fewer people beats, k log k for their order.
std::vector<std::size_t> unbeaten(std::span<const Objectives> candidates,
                                  std::span<const FindingSet> sets);

} // namespace assess
