// Tolerant comparison of the texts in a survey's export with those in its mapping.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assess {

/// Texts whose meaning a reader remembers at a time: free text must not fill the memory.
inline constexpr std::size_t most_remembered = 4096;

/// The text as a reader sees it: no-break and other odd spaces as plain ones, runs of spaces as
/// one, typographic quotes and dashes as ASCII, trimmed.
std::string plain_text(std::string_view text);

/// Under this key two spellings of an option are the same: "  Amazon Web Services (AWS) " and
/// "amazon web services (aws)".
std::string option_key(std::string_view text);

/// Whether the pattern, in which * stands for any text, fits the whole text. Takes time of the
/// order of pattern times text at worst.
bool glob_fits(std::string_view pattern, std::string_view text);

/// The key of a pattern: option_key of what stands between the stars.
std::string pattern_key(std::string_view pattern);

} // namespace assess
