// One row of the tidy table, and how it is written.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace assess::reports {

struct CsvRow {
    std::string_view section{};
    std::string_view group{};
    std::string_view other_group{};
    std::string_view subject{};
    std::string_view quantity{};
    std::optional<double> value{};
    std::optional<double> lower{};
    std::optional<double> upper{};
    std::optional<std::size_t> n{};
    std::string_view text{};
    std::string_view reason{};
};

inline constexpr std::string_view csv_header =
    "section,group,other_group,subject,quantity,value,lower,upper,n,text,reason\n";

/// A cell of words: on one line, control characters as visible escapes, quoted where RFC 4180
/// asks for it, with an apostrophe before what a spreadsheet would compute (=, +, -, @ and their
/// full-width forms at the start).
std::string csv_words(std::string_view text);

void write_row(std::ostream& out, const CsvRow& row);

} // namespace assess::reports
