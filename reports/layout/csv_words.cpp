#include "reports/layout/csv_words.hpp"

#include "reports/layout/ink.hpp"

#include <algorithm>
#include <array>

namespace assess::reports {
namespace {

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> starts{"=",  "+",  "-",  "@",  "\t",
                                                      "\r", "＝", "＋", "－", "＠"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
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

} // namespace assess::reports
