// Puts names beside the marks of a drawing so that they cover neither marks nor each other.
#pragma once

#include "reports/figures/canvas.hpp"

#include <cstddef>
#include <string>

namespace assess::reports {

struct Label {
    std::ptrdiff_t column = 0; ///< of the mark it belongs to
    std::ptrdiff_t row = 0;
    std::string text;
    Tone tone = Tone::Plain;
};

/// Writes the label at the cheapest free place near its mark: beside it first, then above and
/// below. Covering an outline, an axis or a hint has its price; marks, names and other labels are
/// never covered. False where there is no place.
bool place_label(Canvas& canvas, const Label& label);

} // namespace assess::reports
