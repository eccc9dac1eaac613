// What people write for roles and depths, and what it means here.
#pragma once

#include "model/assessment/answers.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assess {

/// What is wrong with one cell, before it is known where the cell is.
struct Complaint {
    std::string what;
    std::string hint;
};

/// The role of a job title, by the table in words.cpp; capitals and punctuation do not matter.
std::optional<Role> role_from_words(std::string_view text);
/// What to say about a role that role_from_words() does not know.
Complaint unknown_role(std::string_view text);

/// "daily", "Don't know", "not applicable"; capitals and punctuation do not matter.
std::optional<Depth> depth_from_words(std::string_view text);
Complaint unknown_depth(std::string_view text);

/// The word for "I use none of these".
bool means_none(std::string_view text);

/// Of two depths that one person gave for one tool, the one that counts: the greater weight,
/// and without weight the one nearer to use. Daily comes before a bare "uses".
Depth deeper(Depth one, Depth other);

} // namespace assess
