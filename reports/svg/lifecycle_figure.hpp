// The lifecycle's stages as two loops that meet, with who works on each and by which tools.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/svg/figure.hpp"

namespace assess::reports {

/// Where people said on which stages they work: marks of people, filled with a tool that covers
/// the stage, open without. Where nobody was asked: which groups use tools that cover the stage.
Figure lifecycle_figure(const GapReport& report, Size size);

} // namespace assess::reports
