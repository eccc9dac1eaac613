#include "reports/csv/csv_row.hpp"

#include "reports/layout/ink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace assess::reports {
namespace {

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> starts{"=",  "+",  "-",  "@",  "\t",
                                                      "\r", "＝", "＋", "－", "＠"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

/// Shortest decimal that reads back as the same number; nothing for what is not finite.
void write_number(std::ostream& out, const std::optional<double>& value) {
    if (value && std::isfinite(*value)) {
        out << fmt::format("{}", *value == 0 ? 0.0 : *value);
    }
}

} // namespace

std::string csv_words(std::string_view text) {
    // Spaces in front are dropped by one_line(), so they cannot hide a formula; a tab or carriage
    // return would have been a space.
    auto cell = one_line(text);
    if (looks_like_formula(cell) || looks_like_formula(text)) {
        cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",\"") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

void write_row(std::ostream& out, const CsvRow& row) {
    for (const auto cell : {row.section, row.group, row.other_group, row.subject, row.quantity}) {
        out << csv_words(cell) << ',';
    }
    for (const auto& number : {row.value, row.lower, row.upper}) {
        write_number(out, number);
        out << ',';
    }
    if (row.n) {
        out << fmt::format("{}", *row.n);
    }
    out << ',' << csv_words(row.text) << ',' << csv_words(row.reason) << '\n';
}

} // namespace assess::reports
