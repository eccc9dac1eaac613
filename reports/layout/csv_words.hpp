// Words in a cell of CSV.
#pragma once

#include <string>
#include <string_view>

namespace assess::reports {

/// On one line, control characters as visible escapes, quoted where RFC 4180 asks for it, with an
/// apostrophe before what a spreadsheet would compute (=, +, -, @ and their full-width forms at
/// the start).
std::string csv_words(std::string_view text);

} // namespace assess::reports
