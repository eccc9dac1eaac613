// What stands on a diagonal between two groups: a plain value for figures and for the rule.
#pragma once

#include "model/landscape/landscape.hpp"

#include <vector>

namespace assess {

struct Rung {
    ToolIndex tool = 0;
    double place = 0;
    bool asked = false; ///< somebody of either group was asked about it
    bool used = false;  ///< by enough people of either group (Policy::ladder_share, ladder_people)
};

/// A stretch between two neighbouring points: medians and used rungs.
struct Stretch {
    double from = 0;
    double to = 0;
    [[nodiscard]] double length() const { return to - from; }
};

struct LadderOutline {
    double median_first = 0;
    double median_second = 0;
    std::vector<Rung> rungs; ///< by place, then id; placed ones only
    Stretch longest;         ///< of those between the medians
};

} // namespace assess
