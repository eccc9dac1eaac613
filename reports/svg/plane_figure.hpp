// The plane: quadrants, diagonals, tools in use, people, groups with their ellipses, and the gap.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

namespace assess::reports {

Figure plane_figure(const GapReport& report, Size size);

/// "9 of 12 people use it: 3 of 5 researchers, 5 of 5 engineers."
std::string use_in_words(const GapReport& report, ToolIndex tool);

} // namespace assess::reports
