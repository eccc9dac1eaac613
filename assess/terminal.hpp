// Where output goes, and what it can show.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>

namespace assess {

/// What a stream can show. Anything but a terminal gets one fixed answer (80 columns, Unicode,
/// no colour), so that a piped or saved report is the same bytes whatever the environment.
struct Terminal {
    bool is_terminal = false;
    std::size_t width = 80;
    bool colour = false;
    bool unicode = true;
};

/// Looks at a file descriptor, the window size and LC_ALL, LC_CTYPE, LANG, NO_COLOR and TERM.
Terminal detect_terminal(int file_descriptor);

/// A stream with nothing in it.
std::istream& no_input();

/// The streams a command works with, so that tests can hold them.
struct Streams {
    std::ostream& out;
    std::ostream& err;
    Terminal out_terminal;
    bool err_is_terminal = false;
    std::istream& in = no_input();
    bool in_is_terminal = false;
    /// File descriptors behind `in` and `out`; -1: none. Reading keys, or being interrupted while
    /// reading, takes a descriptor.
    int in_descriptor = -1;
    int out_descriptor = -1;
};

} // namespace assess
