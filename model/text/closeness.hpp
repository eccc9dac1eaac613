// How near a mistyped word is to a name: the measure behind closest_names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace assess {

/// How far a word is from a name, both as spelling keys: 10 for each slip of the keyboard; 15 to
/// 34 where one contains the other. Nothing where they are too far apart to be a slip: more slips
/// than a third of the letters, or one key longer than 64 bytes. Symmetrical.
std::optional<std::size_t> closeness(std::string_view word_key, std::string_view name_key);

} // namespace assess
