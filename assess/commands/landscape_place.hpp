// assess landscape place: from the answers about a tool to an overlay.
#pragma once

#include "assess/options.hpp"
#include "assess/terminal.hpp"

#include <string>

namespace assess {

/// Reads the answers in `file`, places the tool by the rubric, and writes the overlay to --out or
/// to the output. Throws InputError with everything that is wrong with the answers.
void place_tool(const std::string& file, const Arguments& arguments, Streams& streams);

} // namespace assess
