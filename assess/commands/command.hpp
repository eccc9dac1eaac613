// A sub-command: its tables, what checks the options, and the work that comes of it.
#pragma once

#include "assess/exit_code.hpp"
#include "assess/options.hpp"
#include "assess/terminal.hpp"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// What a command does once its options are known to be right.
using Work = std::function<ExitCode(Streams&)>;

/// Checks the options and how they go together, and gives back the work. Opens nothing, so that
/// what is wrong with a command line is told before anything is read. With any problem the work is
/// not done.
using Setup = Work(const Arguments&, const Terminal&, Diagnostics& problems);

/// A first word that says what a command does, such as "list" in "assess landscape list".
struct Action {
    std::string_view name;
    std::string_view summary; ///< what it does, one line or several
    Setup* setup;
    std::string_view value = {}; ///< what the second argument is; empty: there is none
    std::string_view needs = {}; ///< the same in words, where it may not be left out
    std::string_view like = {};  ///< an example of it; empty: the help has some
};

struct Command {
    std::string_view name;
    std::string_view summary; ///< one line, for the list of commands
    std::string_view usage;   ///< what comes after the command's name
    std::string_view about;   ///< a paragraph or two; empty where `actions` say it
    std::vector<Positional> (*positionals)();
    std::vector<Option> (*options)();
    std::vector<std::string_view> examples;
    Setup* setup; ///< null where the first argument names one of `actions`
    std::span<const Action> actions = {};
};

/// The setup of the command, or of its action that is named. With a problem, the work is empty.
Work set_up(const Command& command, const Arguments& arguments, const Terminal& terminal,
            Diagnostics& problems);

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
Command completion_command();

} // namespace assess
