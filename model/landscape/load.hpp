// Reads landscapes and overlays from JSON, and checks them.
#pragma once

#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/landscape.hpp"

#include <string_view>
#include <vector>

namespace assess {

/// Ids of the editions inside the program, newest first: "current", "2021".
std::vector<std::string_view> built_in_editions();
/// A built-in edition. Throws InputError with the valid ids for an unknown one.
Landscape built_in_landscape(std::string_view edition);

/// Parses a landscape. `file` is what diagnostics call it. Throws InputError with every problem:
/// syntax, duplicate ids, unknown categories, coordinates outside [-1, 1], numbers out of range.
Landscape parse_landscape(std::string_view json, const std::string& file);

/// An overlay adds tools and overrides single fields of tools that `base` has.
/// Throws InputError with every problem; `base` is not changed then.
Landscape overlay_landscape(const Landscape& base, std::string_view json, const std::string& file);

} // namespace assess
