// Small text tools that the rooms share: UTF-8 checks, spelling keys, closest names.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Offset of the first byte that is not valid UTF-8 (overlong forms and surrogates refused).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Key under which spellings are the same: letters lowered, Latin accents dropped, everything but
/// letters and digits dropped, except that '+' and '#' stay ("C++" is not "C"). "W&B" -> "wb".
/// Letters of other scripts stay as they are, and so do bytes that are no UTF-8.
std::string spelling_key(std::string_view text);

/// Without white space at both ends; no-break spaces and byte-order marks count as white space.
std::string_view trimmed(std::string_view text);

/// The candidates nearest to `word` by Damerau-Levenshtein distance over spelling keys, or that
/// contain it; best first, none that is too far to be a slip. Ties in the candidates' order.
std::vector<std::string>
closest_names(std::string_view word, std::span<const std::string> candidates, std::size_t most = 3);

/// The distance behind closest_names: the fewest insertions, deletions, replacements and swaps of
/// neighbours that turn one text into the other, no part edited twice ("optimal string
/// alignment"). By bytes; only the first 256 of each count.
std::size_t edit_distance(std::string_view one, std::string_view other);

/// "a", "a or b", "a, b or c".
std::string listed(std::span<const std::string> words, std::string_view last = "or");

/// Safe to show on a terminal: control characters, escape sequences, invisible direction marks
/// and broken UTF-8 become visible escapes such as \x1b. Line breaks stay.
std::string printable(std::string_view text);

/// A word of the input for a message: printable, on one line, shortened to about 60 characters.
std::string in_short(std::string_view text);
/// The same in quotes. Not named "quoted": std::quoted would be the better match for a std::string.
std::string in_quotes(std::string_view text);

/// Columns that a text takes on a terminal: code points, wide ones two, combining ones none.
std::size_t display_width(std::string_view utf8);

} // namespace assess
