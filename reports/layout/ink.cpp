#include "reports/layout/ink.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"
#include "reports/wording/wording.hpp"
#include "reports/writer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace assess::reports {
namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Base letters of U+00C0 to U+017F, one entry a code point; '|' where two letters are needed
/// (see two_letters) or there is none.
constexpr std::string_view base_letters = "AAAAAA|CEEEEIIII"
                                          "DNOOOOOxOUUUUY||"
                                          "aaaaaa|ceeeeiiii"
                                          "dnooooo/ouuuuy|y"
                                          "AaAaAaCcCcCcCcDd"
                                          "DdEeEeEeEeEeGgGg"
                                          "GgGgHhHhIiIiIiIi"
                                          "Ii||JjKkkLlLlLlL"
                                          "lLlNnNnNnnNnOoOo"
                                          "Oo||RrRrRrSsSsSs"
                                          "SsTtTtTtUuUuUuUu"
                                          "UuUuWwYyYZzZzZzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

using Spelling = std::pair<char32_t, std::string_view>;

/// Sorted by code point.
constexpr std::array spellings{
    Spelling{0xA0, " "},    Spelling{0xA3, "GBP"},   Spelling{0xA7, "section "},
    Spelling{0xA9, "(c)"},  Spelling{0xAB, "\""},    Spelling{0xAE, "(R)"},
    Spelling{0xB0, "deg"},  Spelling{0xB1, "+-"},    Spelling{0xB2, "2"},
    Spelling{0xB3, "3"},    Spelling{0xB5, "u"},     Spelling{0xB7, "-"},
    Spelling{0xBB, "\""},   Spelling{0xC6, "AE"},    Spelling{0xDE, "Th"},
    Spelling{0xDF, "ss"},   Spelling{0xE6, "ae"},    Spelling{0xFE, "th"},
    Spelling{0x132, "IJ"},  Spelling{0x133, "ij"},   Spelling{0x152, "OE"},
    Spelling{0x153, "oe"},  Spelling{0x2010, "-"},   Spelling{0x2011, "-"},
    Spelling{0x2012, "-"},  Spelling{0x2013, "-"},   Spelling{0x2014, "-"},
    Spelling{0x2018, "'"},  Spelling{0x2019, "'"},   Spelling{0x201C, "\""},
    Spelling{0x201D, "\""}, Spelling{0x2022, "*"},   Spelling{0x2026, "..."},
    Spelling{0x202F, " "},  Spelling{0x20AC, "EUR"}, Spelling{0x2122, "(TM)"},
    Spelling{0x2192, "->"}, Spelling{0x2212, "-"},   Spelling{0x2248, "about "},
    Spelling{0x2264, "<="}, Spelling{0x2265, ">="},
};
static_assert(std::is_sorted(spellings.begin(), spellings.end()));

std::string_view ascii_spelling(char32_t code) {
    const auto* found = std::lower_bound(
        spellings.begin(), spellings.end(), code,
        [](const Spelling& entry, char32_t wanted) { return entry.first < wanted; });
    if (found != spellings.end() && found->first == code) {
        return found->second;
    }
    if (code >= 0xC0 && code < 0x180 && base_letters[code - 0xC0] != '|') {
        return base_letters.substr(code - 0xC0, 1);
    }
    return "?";
}

std::string_view sequence_of(Tone tone) {
    switch (tone) {
    case Tone::Strong:
        return "\x1b[1m";
    case Tone::Faint:
        return "\x1b[2m";
    case Tone::Researcher:
        return "\x1b[38;5;166m";
    case Tone::Engineer:
        return "\x1b[38;5;32m";
    case Tone::Hybrid:
        return "\x1b[38;5;36m";
    case Tone::Plain:
        break;
    }
    return "";
}

} // namespace

std::string worded(const Text& text) {
    return one_line(with_minus(text));
}

std::string worded(const Value& value) {
    return worded(english().text(value));
}

std::string one_line(std::string_view text) {
    std::string flat;
    flat.reserve(text.size());
    for (const char c : text) {
        if (!is_space(c)) {
            flat += c;
        } else if (!flat.empty() && flat.back() != ' ') {
            flat += ' ';
        }
    }
    if (!flat.empty() && flat.back() == ' ') {
        flat.pop_back();
    }
    return printable(flat);
}

std::string ascii_only(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = code_point_at(text, at);
        const auto length = std::max<std::size_t>(bytes, 1);
        const auto character = text.substr(at, length);
        at += length;
        if (code < 0x80) {
            plain += character;
        } else if (display_width(character) > 0) {
            plain += ascii_spelling(code);
        }
    }
    return plain;
}

Tone tone_of(const Group& group) {
    if (!group.role) {
        return Tone::Plain;
    }
    switch (*group.role) {
    case Role::Researcher:
        return Tone::Researcher;
    case Role::Engineer:
        return Tone::Engineer;
    case Role::Hybrid:
        return Tone::Hybrid;
    case Role::Other:
        break;
    }
    return Tone::Plain;
}

Ink::Ink(const WriterSettings& settings) : Ink(settings.unicode, settings.colour) {}

std::vector<std::string> Ink::row(std::span<const Value> values) const {
    std::vector<std::string> cells;
    for (const auto& value : values) {
        cells.push_back(words(value));
    }
    return cells;
}

std::string Ink::toned(Tone tone, std::string_view text) const {
    if (!m_colour || tone == Tone::Plain || text.empty()) {
        return std::string(text);
    }
    return std::string(sequence_of(tone)).append(text).append("\x1b[0m");
}

} // namespace assess::reports
