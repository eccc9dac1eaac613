// One finding of a saved report, taken apart: rule, thresholds, inputs, arithmetic.
#pragma once

#include "model/explanation/saved_report.hpp"
#include "model/findings/rules.hpp"
#include "model/flips/smallest_flip.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace assess {

struct ExplainedPart {
    std::string_view id; ///< "arithmetic": one of a kind in an explanation
    Message title;
    std::vector<Message> lines;
};

struct Explanation {
    Message title;
    Message says;
    std::vector<ExplainedPart> parts;
};

/// What the report itself tells; numbers with as many decimals as the arithmetic can be followed
/// with. Reads nothing but the report, and of its rule what stands in `known`.
Explanation explanation(const SavedReport& report, const SavedFinding& finding,
                        std::span<const Rule> known = rules());

/// What a search for the smallest change of answers found in `report`.
ExplainedPart smallest_change(const GapReport& report, const FlipSearch& search);
/// Why none was searched: the answers are not at hand, or were given in confidence.
ExplainedPart no_change_searched(bool confidential);

} // namespace assess
