// What each tool makes of the gap: bars to both sides of zero, on both diagonals at one scale.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

namespace assess::reports {

/// The rows add up to the gap as printed. Empty but for its notes where there is no gap.
Figure contributions_figure(const GapReport& report, Size size);

} // namespace assess::reports
