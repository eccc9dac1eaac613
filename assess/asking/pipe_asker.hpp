// Answers from a pipe or a file: one line each, in the order of the questions, nothing asked back.
#pragma once

#include "assess/asking/input_lines.hpp"
#include "assess/asking/interview.hpp"

#include <string>

namespace assess::asking {

/// Reads the answers of one interview. An empty line skips an optional question; "back", "jump"
/// and the other orders are for people and are answers here like any other line.
/// After a wrong line it goes on, so that all problems come at once, unless the answer decides
/// what is asked next. Throws InputError with every wrong line; nothing is saved then. Where the
/// lines end too early, the draft is saved and an InputError says what is missing.
/// Unfinished where a signal came; the draft is saved then.
Ending ask_in_pipe(Interview& interview, InputLines& lines);

} // namespace assess::asking
