// How numbers are written: no locale of the machine, no "-0.00", never "nan".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace assess::reports {

/// The signs of a language: "0.62" and "16,160" in English.
struct NumberSigns {
    std::string decimal = ".";
    std::string thousands = ",";
    std::string percent = "%";
};

/// With a fixed number of decimals; with more of them, up to six, where it takes these to tell it
/// from the limit. A value that is not finite is "n/a".
std::string write_decimal(double value, int decimals, std::optional<double> limit,
                          const NumberSigns& signs);
/// A share in whole percents: "82%". With decimals where it takes these to tell it from the limit.
std::string write_percent(double share, std::optional<double> limit, const NumberSigns& signs);
/// Three decimals: "0.012".
std::string write_p(double p, const NumberSigns& signs);
/// The level of an interval: "95%", "99.9%".
std::string write_level(double level, const NumberSigns& signs);
/// 16160 -> "16,160".
std::string write_count(std::size_t value, const NumberSigns& signs);

} // namespace assess::reports
