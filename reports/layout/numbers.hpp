// Numbers that are laid out: how they are written for people is reports/wording's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assess::reports {

/// An ASCII digit.
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Shortest decimal that reads back as the same double: "0.05", "10000000".
std::string shortest(double value);

/// Rounds the parts to `decimals` so that they add up to the rounded total exactly. Each part is
/// rounded up or down to a neighbour (largest remainder method), so none is off by a whole unit
/// of the last decimal, as long as the parts do add up to `total`. Returned in units of that
/// decimal.
std::vector<std::int64_t> rounded_to_sum(std::span<const double> parts, double total, int decimals);

} // namespace assess::reports
