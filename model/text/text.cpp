#include "model/text/text.hpp"

#include "model/text/utf8.hpp"

#include <fmt/format.h>

#include <array>

namespace assess {

namespace {

// What the letters of Latin-1 (from U+00C0) and Latin Extended-A (to U+017F) are without their
// accents, lowered. Empty: the two signs among
// them that are no letters.
constexpr std::array<std::string_view, 0x180 - 0xC0> plain_latin{
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",  // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss", // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",  // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",  // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",  // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",  // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",  // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",  // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",  // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",  // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",  // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s"}; // 170

bool is_ascii_letter_or_digit(char32_t value) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
           (value >= '0' && value <= '9');
}

// Signs, spaces and marks outside ASCII that occur around names: they are no part of a spelling.
bool is_mark(char32_t value) {
    const bool latin_sign =
        value >= 0x80 && value < 0xC0 && value != 0xAA && value != 0xB5 && value != 0xBA;
    return latin_sign || (value >= 0x0300 && value <= 0x036F) || // combining accents
           (value >= 0x2000 && value <= 0x2BFF) ||               // punctuation, symbols, arrows
           (value >= 0x3000 && value <= 0x3004) || (value >= 0x3008 && value <= 0x3020) ||
           (value >= 0xFE00 && value <= 0xFE0F) || value == 0xFEFF || value == 0xFFFD ||
           (value >= 0x1F000 && value <= 0x1FAFF); // pictures
}

bool is_space(char32_t value) {
    return value == ' ' || (value >= '\t' && value <= '\r') || value == 0x85 || value == 0xA0 ||
           (value >= 0x2000 && value <= 0x200B) || value == 0x2028 || value == 0x2029 ||
           value == 0x202F || value == 0x205F || value == 0x2060 || value == 0x3000 ||
           value == 0xFEFF;
}

void append_to_key(std::string& key, char32_t value, std::string_view bytes) {
    if (value >= 0xFF01 && value <= 0xFF5E) { // full-width forms of ASCII
        value = value - 0xFF01 + '!';
    }
    if (is_ascii_letter_or_digit(value) || value == '+' || value == '#') {
        const bool upper = value >= 'A' && value <= 'Z';
        key += static_cast<char>(upper ? value - 'A' + 'a' : value);
    } else if (value >= 0xC0 && value < 0x180) {
        key += plain_latin[value - 0xC0];
    } else if (value >= 0x80 && !is_mark(value)) {
        key += bytes;
    }
}

} // namespace

std::string spelling_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (point.length == 0) {
            key += text[at++];
            continue;
        }
        append_to_key(key, point.value, text.substr(at, point.length));
        at += point.length;
    }
    return key;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto point = code_point_at(text, 0);
        if (point.length == 0 || !is_space(point.value)) {
            break;
        }
        text.remove_prefix(point.length);
    }
    while (!text.empty()) {
        auto last = text.size() - 1; // back over continuation bytes to where the last one begins
        while (last > 0 && text.size() - last < 4 &&
               (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) {
            --last;
        }
        const auto point = code_point_at(text, last);
        if (point.length != text.size() - last || !is_space(point.value)) {
            break;
        }
        text.remove_suffix(point.length);
    }
    return text;
}

std::string listed(std::span<const std::string> words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
        }
        text += words[i];
    }
    return text;
}

} // namespace assess
