#include "model/text/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace assess {
namespace {

struct Decoded {
    std::uint32_t code = 0;
    std::size_t length = 1;
    bool valid = false;
};

/// One code point from the front of a text that is not empty.
Decoded decode(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    if (first >= 0xF0) {
        length = 4;
    } else if (first >= 0xE0) {
        length = 3;
    } else if (first >= 0x80) {
        length = 2;
    }
    if (length > text.size() || first_invalid_utf8(text.substr(0, length)).has_value()) {
        return {first, 1, false};
    }
    constexpr std::array<unsigned, 5> payload{0, 0x7F, 0x1F, 0x0F, 0x07};
    std::uint32_t code = first & payload[length];
    for (std::size_t i = 1; i < length; ++i) {
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {code, length, true};
}

/// Control characters, and marks that change the direction of text or cannot be seen.
bool is_hidden(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200B ||
           code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code >= 0xE0000;
}

} // namespace

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto [code, length, valid] = decode(text);
        if (!valid || (is_hidden(code) && code < 0x100 && code != '\n')) {
            shown += fmt::format("\\x{:02x}", code);
        } else if (is_hidden(code) && code != '\n') {
            shown += fmt::format("\\u{:04x}", code);
        } else {
            shown += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return shown;
}

std::string in_short(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown;
    std::size_t count = 0;
    while (!text.empty()) {
        if (count++ == longest) {
            return shown + "...";
        }
        const auto length = decode(text).length;
        shown += text.front() == '\n' ? "\\n" : printable(text.substr(0, length));
        text.remove_prefix(length);
    }
    return shown;
}

std::string in_quotes(std::string_view text) {
    return "'" + in_short(text) + "'";
}

} // namespace assess
