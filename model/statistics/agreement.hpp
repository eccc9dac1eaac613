// Agreement on an ordered scale: do people stand together, apart, or at both ends?
//
// C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35 (2001).
// The histogram is cut into layers, from the bottom up: each takes the same number of answers from
// every step that has any left. In a layer a step is either used or not, and its agreement is
//     (1 - (S - 1) / (K - 1)) * U,    U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)),
// with K steps of which S are used, TU the triples of steps that read 110 or 011, and TDU those
// that read 101; U is 1 where there is no such triple. A is the mean over the layers, weighted by
// their answers. Unlike a variance it tells a camp at each end (-1) from answers all over (0).
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace assess {

/// A, from -1 (half at each end) through 0 (the same number at every step) to 1 (all at one step).
/// `counts`: answers at each step, in order; at least three steps. Nothing without any answer, or
/// with fewer steps.
std::optional<double> agreement(std::span<const std::size_t> counts);

} // namespace assess
