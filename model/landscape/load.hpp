// Reads landscapes and overlays from JSON, and checks them.
#pragma once

#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/landscape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Ids of the editions inside the program, newest first: "current", "2021".
std::vector<std::string_view> built_in_editions();
/// A built-in edition. Throws InputError with the valid ids for an unknown one.
Landscape built_in_landscape(std::string_view edition);

/// The JSON text of a built-in edition, to copy and change. Throws as built_in_landscape.
std::string_view built_in_landscape_json(std::string_view edition);

/// Parses a landscape ("assess/landscape/1"; its schema is landscape.schema.json). `file` is what
/// diagnostics call it. Throws InputError with every problem: syntax, unknown fields, duplicate
/// ids, spellings claimed by two tools, unknown categories, coordinates outside [-1, 1].
Landscape parse_landscape(std::string_view json, const std::string& file);

/// An overlay has the same format. It adds tools, categories and stages, and overrides the fields
/// that it gives of those that `base` has; lists are replaced as a whole, of a position single
/// fields too. Throws InputError with every problem; `base` is not changed then.
/// The edition becomes "...+overlay" unless the overlay names its own.
Landscape overlay_landscape(const Landscape& base, std::string_view json, const std::string& file);

/// What a person who keeps a landscape wants to know of it.
struct LandscapeCheck {
    Diagnostics errors;                 ///< what parse_landscape would throw
    Diagnostics warnings;               ///< valid, but worth a look; none where there are errors
    std::optional<Landscape> landscape; ///< nothing where there are errors
};

/// Checks a landscape, or an overlay over `base` where one is given. Warns of tools without a
/// place, source or rationale, tools that stand more than three standard deviations from where
/// their rubric facts put them (the tool's tolerance and the rubric's together), and categories
/// without tools. Never throws InputError.
LandscapeCheck check_landscape(std::string_view text, const std::string& file,
                               const Landscape* base = nullptr);

} // namespace assess
