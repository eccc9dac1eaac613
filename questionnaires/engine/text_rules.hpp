// What a typed text may hold. Internal to this folder.
#pragma once

#include "questionnaires/engine/answer.hpp"
#include "questionnaires/engine/session.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

inline constexpr std::size_t longest_tool_name = 100; ///< in characters
inline constexpr std::size_t longest_respondent = 64; ///< in characters
inline constexpr std::size_t most_typed_tools = 50;   ///< of one answer

/// The words of a refusal and of its hint, "reason" and "reason-hint" of engine.json.
Refusal refuse(const std::string& key, std::string_view reason, std::string_view language,
               std::initializer_list<std::string_view> arguments = {});

/// Code points of valid UTF-8.
std::size_t characters(std::string_view text);

/// Why such a text is refused, as the ending of a reason: "broken", "control", "empty",
/// "too-long"; nothing where it fits. `lines`: line breaks and tabs are allowed.
std::optional<std::string_view> fault_of_typed(std::string_view text, std::size_t longest,
                                               bool lines);

/// A word of the person's own, or of a file, for a message: safe to show, shortened.
std::string shown_word(std::string_view text);

/// As it is kept: line breaks as "\n", without white space at both ends.
std::string tidied(std::string_view text);

} // namespace assess
