// Manual pages in man(7), made from the registry of commands and their tables of options.
#pragma once

#include "assess/commands/command.hpp"

#include <string>
#include <string_view>

namespace assess {

/// What stands in the foot of every page.
struct Imprint {
    std::string_view version;
    std::string_view date; ///< of the release, "2026-11-23"; may be empty
};

/// assess(1): what the program is for, and its commands.
std::string program_page(const Imprint& imprint);
/// assess-COMMAND(1): all that `assess help COMMAND` says.
std::string command_page(const Command& command, const Imprint& imprint);

/// A text that a page shows to the letter, wherever it stands.
std::string roff_text(std::string_view text);

} // namespace assess
