// The ladder along one diagonal: rungs, both groups' use of them, medians, the missing stretch.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

namespace assess::reports {

/// Lying for a wide page, upright for a narrow one.
Figure building_figure(const GapReport& report, Size size);
Figure orchestration_figure(const GapReport& report, Size size);

} // namespace assess::reports
