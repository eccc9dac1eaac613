// Text within a width: wrapping, padding, shortening, counted in terminal columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// Lines of at most `width` columns, broken at spaces; a word that is longer is broken inside.
/// No lines for a text without words. `width` of 0 counts as 1. A wide character in a width of 1
/// is replaced by '?'.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Parts side by side with `between` them, as many to a line as fit; a part that is longer than a
/// line is wrapped. Where a line ends, nothing stands between.
std::vector<std::string> flowed(const std::vector<std::string>& parts, std::size_t width,
                                std::string_view between = "   ");

/// Filled with spaces to `width` columns; left as it is where it is longer.
std::string padded_right(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);
std::string centred(std::string_view text, std::size_t width);

/// At most `width` columns; what is longer ends with `ellipsis`.
std::string shortened(std::string_view text, std::size_t width, std::string_view ellipsis);

/// `text` repeated.
std::string repeated(std::string_view text, std::size_t times);

enum class Align { Left, Right };

struct LetterColumn {
    std::string head;
    Align align = Align::Right;
};

/// Rows of cells under aligned heads with two spaces between columns. The first column gives way
/// where the table is too wide, down to `least_first` columns; nothing where even that does not
/// fit, so that the caller prints the rows another way.
struct LetterTable {
    std::vector<LetterColumn> columns;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] std::vector<std::string> lines(std::size_t width, std::string_view ellipsis,
                                                 std::size_t least_first = 10) const;
};

} // namespace assess::reports
