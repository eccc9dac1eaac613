// How far a mean moved between two samples that share some of their people.
//
// B. Derrick, D. Toher and P. White, "How to compare the means of two samples that include paired
// observations and independent observations", The Quantitative Methods for Psychology 13 (2017):
// the test that does not assume equal variances (T_new2). Without anybody in common it is Welch's
// t, with everybody in common the paired t.
// Assumes that people do not influence each other and means that are roughly normal.
// Units: those of the values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace assess {

/// The same person as an index into the values before and into the values after.
using SamePerson = std::pair<std::uint32_t, std::uint32_t>;

struct MeanMovement {
    double difference = 0;         ///< mean after less mean before
    double sampling_variance = 0;  ///< squared standard error of the difference
    double degrees_of_freedom = 0; ///< 0: none, as nothing varies
    std::size_t in_both = 0;
};

/// Nothing where a sample is empty, or where one of them has fewer than two values and so no
/// variance. `both` names each index at most once a side. Linear in the values.
std::optional<MeanMovement> mean_movement(std::span<const double> before,
                                          std::span<const double> after,
                                          std::span<const SamePerson> both);

} // namespace assess
