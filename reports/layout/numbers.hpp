// Numbers for people: no locale, no "-0.00", never "nan" or "inf".
// A hyphen is the minus sign here; Ink::words() makes it a true one where the page is Unicode.
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

/// With a fixed number of decimals: "-0.32". A value that is not finite is "n/a".
std::string fixed(double value, int decimals = 2);

/// A share as whole percents, "40%"; "below 1%" for less than half a percent that is not zero.
std::string percent(double share);

/// A p-value with two significant digits: "0.43", "0.0062"; "below 0.000001" from there on.
std::string p_value(double p);
/// "p = 0.0062" or "p below 0.000001".
std::string p_statement(double p);

/// 75582 -> "75,582".
std::string grouped(std::uint64_t value);

/// "1 person", "12 people".
std::string people(std::size_t count);

/// Shortest decimal that reads back as the same double: "0.05", "10000000".
std::string shortest(double value);

/// Rounds the parts to `decimals` so that they add up to the rounded total exactly. Each part is
/// rounded up or down to a neighbour (largest remainder method), so none is off by a whole unit
/// of the last decimal, as long as the parts do add up to `total`. Returned in units of that
/// decimal.
std::vector<std::int64_t> rounded_to_sum(std::span<const double> parts, double total, int decimals);

/// Units of the last decimal as text: from_units(-5, 2) is "-0.05".
std::string from_units(std::int64_t units, int decimals);

} // namespace assess::reports
