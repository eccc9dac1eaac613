// One finding of a saved report, taken apart: rule, threshold, inputs, arithmetic.
#pragma once

#include "assess/explain/saved_report.hpp"
#include "model/findings/rules.hpp"

#include <span>
#include <string>
#include <vector>

namespace assess {

struct Passage {
    std::string title;
    std::vector<std::string> lines; ///< a paragraph each
};

/// What the report itself tells; numbers with as many decimals as the arithmetic can be followed
/// with. Reads nothing but the report, and of its rule what stands in `known`.
std::vector<Passage> explanation(const SavedReport& report, const nlohmann::json& finding,
                                 std::span<const Rule> known = rules());

} // namespace assess
