// The program without its process: words in, streams and an exit code out.
#pragma once

#include "assess/exit_code.hpp"
#include "assess/terminal.hpp"

#include <span>
#include <string>
#include <string_view>

namespace assess {

std::string_view program_version();

/// Runs the command that `words` names and turns every error into its message and exit code.
/// Reports go to streams.out, messages to streams.err. Throws nothing.
ExitCode run_app(std::span<const std::string> words, Streams& streams);

} // namespace assess
