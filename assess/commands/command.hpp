// A sub-command: its tables, and the function that does it.
#pragma once

#include "assess/exit_code.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace assess {

struct Command {
    std::string_view name;
    std::string_view summary; ///< one line, for the list of commands
    std::string_view usage;   ///< what comes after the command's name
    std::string_view about;   ///< a paragraph or two
    std::vector<Positional> (*positionals)();
    std::vector<Option> (*options)();
    std::vector<std::string_view> examples;
    ExitCode (*run)(const Arguments&, Streams&);
};

/// Every command, in the order of the help. Each has one file in this folder.
std::span<const Command> commands();

Command report_command();
Command ask_command();
Command figure_command();
Command radar_command();
Command table_command();
Command form_command();
Command landscape_command();
Command questionnaire_command();
Command init_command();
Command round_command();
Command submit_command();
Command explain_command();
Command compare_command();
Command trend_command();
Command what_if_command();
Command recommend_command();
Command export_command();
Command forget_command();

} // namespace assess
