// The one way to write a JSON value as bytes, so that C++ and JavaScript compute the same digest.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace assess {

/// Without white space, keys sorted by code point, whole numbers without a point, other numbers
/// with the fewest digits that give the same double, strings as JavaScript's JSON.stringify
/// writes them.
std::string canonical_json(const nlohmann::json& value);

/// "fnv1a64:" and 16 hex digits: FNV-1a with 64 bits (Fowler, Noll, Vo) over the bytes. It finds
/// damage; it is no protection against forgery.
std::string fnv1a64_digest(std::string_view bytes);

} // namespace assess
