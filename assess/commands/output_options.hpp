// Where a command's result goes and what it is drawn with: the options that every command which
// writes a report shares.
#pragma once

#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "reports/writer.hpp"

#include <string_view>
#include <vector>

namespace assess {

/// --out.
void append_out_option(std::vector<Option>& table);
/// --width, --ascii and --color.
void append_drawing_options(std::vector<Option>& table);

/// What the output can show: the terminal's width, signs and colours, or those of a file with
/// --out, as far as --width, --ascii and --color do not say otherwise. Throws InputError.
WriterSettings writer_settings(const Arguments& arguments, const Terminal& terminal);

/// To the file that --out names, whole or not at all, or to the screen. `what` completes "... is
/// in FILE.", which is said on a terminal: "The report".
void deliver(std::string_view rendered, std::string_view what, const Arguments& arguments,
             Streams& streams);

} // namespace assess
