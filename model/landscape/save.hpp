// Writes a landscape as the JSON that load.hpp reads.
#pragma once

#include "model/landscape/landscape.hpp"

#include <span>
#include <string>

namespace assess {

/// "assess/landscape/1", indented. Parsing it gives a landscape of the same digest; tools kept
/// from answers are left out.
std::string landscape_as_json(const Landscape& landscape);

/// The tools alone, whose categories and stages are indices into `landscape`: an overlay that adds
/// them to it, or replaces what it says of them.
std::string overlay_as_json(std::span<const Tool> tools, const Landscape& landscape);

} // namespace assess
