#include "reports/json/json_text.hpp"

#include "model/text/utf8.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace assess::reports {
namespace {

/// Controls of the upper range and marks that reorder or hide text; JSON itself escapes the lower
/// range only.
bool must_escape(char32_t code) {
    return (code >= 0x7F && code < 0xA0) || code == 0x061C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           code == 0xFEFF || code >= 0xE0000;
}

/// Outside its strings JSON is plain ASCII, so every character found here is inside one.
std::string with_escapes(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x7F) {
            safe += text[at++];
            continue;
        }
        const auto [code, bytes] = code_point_at(text, at);
        const auto length = std::max<std::size_t>(bytes, 1);
        if (!must_escape(code)) {
            safe += text.substr(at, length);
        } else if (code < 0x10000) {
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
        } else {
            const auto offset = static_cast<unsigned>(code) - 0x10000U;
            safe += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (offset >> 10U),
                                0xDC00U + (offset & 0x3FFU));
        }
        at += length;
    }
    return safe;
}

} // namespace

std::string json_text(const nlohmann::ordered_json& json) {
    constexpr int indent = 2;
    return with_escapes(
               json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) +
           "\n";
}

} // namespace assess::reports
