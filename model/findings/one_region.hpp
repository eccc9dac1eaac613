// The parts of one-region's verdict that depend on where the tools stand.
#pragma once

#include "model/facts/message.hpp"
#include "model/findings/rules.hpp"

#include <array>

namespace assess {

/// One half of the plane. A point on an axis belongs to the positive side, as for quadrants.
struct Half {
    MessageId name; ///< "the software-focused half"
    bool (*holds)(const Point&);
};
inline constexpr std::array halves{
    Half{"one-region.half.software-focused", [](const Point& p) { return p.x < 0; }},
    Half{"one-region.half.model-focused", [](const Point& p) { return p.x >= 0; }},
    Half{"one-region.half.piecemeal", [](const Point& p) { return p.y < 0; }},
    Half{"one-region.half.all-in-one", [](const Point& p) { return p.y >= 0; }},
};

/// Gaps along the diagonals, index = Diagonal.
using DiagonalGaps = std::array<Quantity<DiagonalGap>, 2>;

/// Whether no gap parts the two groups; with one group only there is nobody to stand apart from.
/// `gaps`: nothing where there is no comparison.
State stand_together(const RuleInput& input, const DiagonalGaps* gaps);

} // namespace assess
