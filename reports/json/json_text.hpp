// A JSON document as text: the same bytes everywhere, and safe to show on a terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace assess::reports {

/// Indented by two, with a line break at the end. Broken UTF-8 becomes the replacement character;
/// control characters and marks that reorder or hide text become \u escapes.
std::string json_text(const nlohmann::ordered_json& json);

} // namespace assess::reports
