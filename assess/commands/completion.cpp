// assess completion: what makes a shell complete commands, options and their values.
#include "assess/commands/command.hpp"
#include "assess/manual/completions.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace assess {
namespace completion_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"SHELL", "bash, zsh or fish"}};
}

std::vector<Option> options() {
    return {};
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    const auto& name = arguments.positionals().front();
    const auto shell = std::ranges::find(shells(), name, &Shell::name);
    if (shell == shells().end()) {
        problems.push_back(
            usage_problem(fmt::format("there are no completions for {}", in_quotes(name)),
                          fmt::format("There are for {}.", listed(shell_names(), "and"))));
        return {};
    }
    return [print = shell->completions](Streams& streams) {
        streams.out << print();
        return ExitCode::Done;
    };
}

} // namespace
} // namespace completion_verb

Command completion_command() {
    return {
        "completion",
        "makes your shell complete commands and options",
        "bash|zsh|fish",
        "Prints a script for a shell, which then completes commands, options, their values and\n"
        "names of files. Installed packages bring these scripts along. Without one, put the "
        "script\n"
        "where your shell looks for it, as in the examples, and start a new shell; for zsh the\n"
        "folder has to be in fpath before compinit is called.",
        completion_verb::positionals,
        completion_verb::options,
        {"assess completion bash > ~/.local/share/bash-completion/completions/assess",
         "assess completion zsh > ~/.zfunc/_assess",
         "assess completion fish > ~/.config/fish/completions/assess.fish"},
        completion_verb::setup};
}

} // namespace assess
