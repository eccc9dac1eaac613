// assess landscape place: from the answers about a tool to an overlay.
#pragma once

#include "assess/commands/landscape_options.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace assess {

struct ToolToPlace {
    std::string answers;                      ///< a file
    std::optional<std::string> questionnaire; ///< a file, where it is none of those built in
    LandscapeOptions landscape;
    std::optional<std::string> out; ///< a file for the overlay; else it goes to the output
};

/// Reads the answers, places the tool by the rubric, and writes the overlay. Throws InputError with
/// everything that is wrong with the answers.
void place_tool(const ToolToPlace& tool, std::ostream& out);

} // namespace assess
