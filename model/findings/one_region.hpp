// The parts of one-region's verdict that depend on where the tools stand.
#pragma once

#include "model/findings/rules.hpp"

#include <array>
#include <string_view>

namespace assess {

/// One half of the plane. A point on an axis belongs to the positive side, as for quadrants.
struct Half {
    std::string_view name;
    bool (*holds)(const Point&);
};
inline constexpr std::array halves{
    Half{"the software-focused half", [](const Point& p) { return p.x < 0; }},
    Half{"the model-focused half", [](const Point& p) { return p.x >= 0; }},
    Half{"the piecemeal half", [](const Point& p) { return p.y < 0; }},
    Half{"the all-in-one half", [](const Point& p) { return p.y >= 0; }},
};

/// Gaps along the diagonals, index = Diagonal.
using DiagonalGaps = std::array<Quantity<DiagonalGap>, 2>;

/// Whether no gap parts the two groups; with one group only there is nobody to stand apart from.
/// `gaps`: nothing where there is no comparison.
State stand_together(const RuleInput& input, const DiagonalGaps* gaps);

} // namespace assess
