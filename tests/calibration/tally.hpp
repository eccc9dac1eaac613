// Counting what the findings and intervals say about worlds whose truth is known.
#pragma once

#include "model/policy/policy.hpp"
#include "tests/calibration/worlds.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace assess::calibration {

/// How often something happened in how many runs.
struct Rate {
    std::size_t hits = 0;
    std::size_t runs = 0;

    void add(bool hit) {
        hits += hit ? 1U : 0U;
        ++runs;
    }
    [[nodiscard]] double value() const;
    /// Of a binomial share, with one added to each side so that 0 of n has one too.
    [[nodiscard]] double standard_error() const;
};

struct Tally {
    /// By rule: whether any of its findings on the two groups was present (or: settled at all).
    /// Keys: "opposite-ends", "scattered-group", "left-end", "empty-quadrant SUBJECT", ...
    std::map<std::string, Rate> present;
    std::map<std::string, Rate> undetermined;
    /// By interval: whether it held the truth, where there was an interval.
    std::map<std::string, Rate> covered;
    /// By test: p below 0.05.
    std::map<std::string, Rate> rejected;
};

/// `runs` teams of these sizes from the world, judged under the policy. Spread over the
/// processor's cores; the counts depend on the seed alone.
Tally simulate(const World& world, const Sizes& sizes, const Policy& policy, std::size_t runs,
               std::uint64_t seed);

/// The policy for simulations: as the program's, but for fewer splits, which leave every level as
/// it is and only make p coarser.
Policy quick_policy();

} // namespace assess::calibration
