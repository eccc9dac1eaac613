// Writes a landscape as the JSON that load.hpp reads.
#pragma once

#include "model/landscape/landscape.hpp"

#include <string>

namespace assess {

/// "assess/landscape/1", indented. Parsing it gives a landscape of the same digest; tools kept
/// from answers are left out.
std::string landscape_as_json(const Landscape& landscape);

} // namespace assess
