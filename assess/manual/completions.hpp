// Scripts that make a shell complete commands, actions, options, their values and files. Made from
// the registry of commands and their tables of options.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct Shell {
    std::string_view name;
    std::string_view file; ///< what shells look for
    std::string (*completions)();
};

/// bash, zsh and fish.
std::span<const Shell> shells();
std::vector<std::string> shell_names();

std::string bash_completions();
std::string zsh_completions();
std::string fish_completions();

} // namespace assess
