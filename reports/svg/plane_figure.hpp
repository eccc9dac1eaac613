// The plane: quadrants, diagonals, tools in use, people, groups with their ellipses, and the gap.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

namespace assess::reports {

Figure plane_figure(const GapReport& report, Size size);

} // namespace assess::reports
