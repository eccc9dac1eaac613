// What a search for the smallest change of answers found, in sentences.
#pragma once

#include "model/flips/smallest_flip.hpp"

#include <string>
#include <vector>

namespace assess {

std::vector<std::string> flip_sentences(const GapReport& report, const FlipSearch& search);

} // namespace assess
