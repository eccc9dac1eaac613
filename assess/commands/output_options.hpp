// Where a command's result goes and what it is drawn with: the options that every command which
// writes a report shares.
#pragma once

#include "assess/options.hpp"
#include "assess/terminal.hpp"
#include "reports/writer.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// --out.
void append_out_option(std::vector<Option>& table);
/// --width, --ascii and --color.
void append_drawing_options(std::vector<Option>& table);

/// What the output can show: the terminal's width, signs and colours, or those of a file with
/// --out, as far as --width, --ascii and --color do not say otherwise.
WriterSettings writer_settings(const Arguments& arguments, const Terminal& terminal,
                               Diagnostics& problems);

/// The names of a table's entries, as choices of an option. `name` is the member that holds them.
template <typename Table, typename Name>
std::vector<std::string> choices_from(const Table& table, Name name) {
    std::vector<std::string> names;
    for (const auto& entry : table) {
        names.emplace_back(entry.*name);
    }
    return names;
}

/// The entry of the table that `option` names; else the first.
template <typename Table, typename Name>
auto chosen_from(const Table& table, Name name, const Arguments& arguments,
                 std::string_view option) {
    const auto given = arguments.get(option);
    return given ? *std::ranges::find(table, *given, name) : table.front();
}

/// To the file that --out names, whole or not at all, or to the screen. `what` completes "... is
/// in FILE.", which is said on a terminal: "The report".
void deliver(std::string_view rendered, std::string_view what,
             const std::optional<std::string>& out, Streams& streams);
/// The same of what `write` writes. It is given a stream that knows no locale.
void deliver(const std::function<void(std::ostream&)>& write, std::string_view what,
             const std::optional<std::string>& out, Streams& streams);

} // namespace assess
