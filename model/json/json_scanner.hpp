// Walks through JSON text to say where something stands, or where its syntax breaks and why.
// The fast way in is parse_json (json_input.hpp); this is the slow one behind its messages.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

/// One value met on the walk, in the order of the text. Bytes count from the text's start.
struct JsonSpot {
    const std::string& pointer;
    std::size_t key;   ///< where its key begins; in lists, and at the top, where it begins itself
    std::size_t value; ///< where it begins
    bool duplicate;    ///< an earlier field of the same object has the same key
};

struct JsonSyntaxError {
    std::size_t byte = 0;
    std::string what;
    std::string hint;
};

/// Calls `visit` with every value up to the first syntax error, which is returned.
/// The text must be valid UTF-8; nesting beyond deepest_json is an error.
std::optional<JsonSyntaxError> scan_json(std::string_view text,
                                         const std::function<void(const JsonSpot&)>& visit);

} // namespace assess
