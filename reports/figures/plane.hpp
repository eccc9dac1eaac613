// The plane drawn in characters: groups, the spread of their people, and the tools in use.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/content/labels.hpp"
#include "reports/layout/ink.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace assess::reports {

struct PlaneFigure {
    std::vector<std::string> lines; ///< the drawing, none wider than asked for
    /// How to read it: paragraphs, each of parts that stand side by side where there is room.
    std::vector<Cells> key;
};

/// Draws at most `width` columns (40 or more). No single person is ever marked. Costs about
/// tools x label places; well under a millisecond for an edition of 200 tools.
PlaneFigure draw_plane(const GapReport& report, const Ink& ink, std::size_t width);

} // namespace assess::reports
