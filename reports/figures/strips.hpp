// Figures of one line's height: an interval against its thresholds, groups along a diagonal,
// and bars to both sides of zero.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/layout/ink.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace assess::reports {

/// A gap with its interval on a scale with the policy's thresholds; where the landscape's part is
/// wide enough to be seen, the ends beyond the people's part are thin. Lines of at most `width`.
std::vector<std::string> draw_gap_strip(const Estimate& gap, const Policy& policy, const Ink& ink,
                                        std::size_t width);

/// Where the groups' centres stand along a diagonal, from -1 to 1, with name and coordinate.
std::vector<std::string> draw_diagonal(const GapReport& report, Diagonal diagonal, const Ink& ink,
                                       std::size_t width);

/// The scale that bars of one table share.
struct BarScale {
    double lowest = 0;  ///< at most 0
    double highest = 0; ///< at least 0
    std::size_t width = 20;
};

/// Exactly scale.width columns: the axis at zero and the bar to its right or left, to half a
/// column.
std::string draw_bar(double value, const BarScale& scale, const Ink& ink);

} // namespace assess::reports
