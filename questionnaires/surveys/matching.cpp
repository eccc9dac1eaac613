#include "questionnaires/surveys/matching.hpp"

#include "model/text/text.hpp"

#include <array>
#include <utility>

namespace assess {

namespace {

// What word processors and survey products put where a typist puts the ASCII character.
constexpr std::array<std::pair<std::string_view, char>, 19> look_alikes{{
    {"\xC2\xA0", ' '},                                                     // no-break space
    {"\xE2\x80\xAF", ' '},                                                 // narrow no-break space
    {"\xE2\x80\x82", ' '},                                                 // en space
    {"\xE2\x80\x83", ' '},                                                 // em space
    {"\xE2\x80\x87", ' '},                                                 // figure space
    {"\xE2\x80\x89", ' '},                                                 // thin space
    {"\xE2\x80\x8B", ' '},                                                 // zero-width space
    {"\xEF\xBB\xBF", ' '},                                                 // byte-order mark
    {"\xE2\x80\x98", '\''},                                                // single quotes
    {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9A", '\''}, {"\xE2\x80\x9C", '"'}, // double quotes
    {"\xE2\x80\x9D", '"'},  {"\xE2\x80\x9E", '"'},  {"\xE2\x80\x90", '-'}, // hyphens and dashes
    {"\xE2\x80\x91", '-'},  {"\xE2\x80\x93", '-'},  {"\xE2\x80\x94", '-'}, {"\xE2\x88\x92", '-'},
}};

} // namespace

std::string plain_text(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    const auto append = [&](char c) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space) {
            plain += c;
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        bool replaced = false;
        if (static_cast<unsigned char>(text[i]) >= 0x80U) {
            for (const auto& [odd, c] : look_alikes) {
                if (rest.starts_with(odd)) {
                    append(c);
                    i += odd.size();
                    replaced = true;
                    break;
                }
            }
        }
        if (!replaced) {
            append(text[i++]);
        }
    }
    if (plain.ends_with(' ')) {
        plain.pop_back();
    }
    return plain;
}

std::string option_key(std::string_view text) {
    const std::string plain = plain_text(text);
    std::string key = spelling_key(plain);
    return key.empty() ? plain : key; // an option of punctuation only: "-"
}

bool glob_fits(std::string_view pattern, std::string_view text) {
    // The usual two pointers: after a mismatch the last star takes one character more.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

std::string pattern_key(std::string_view pattern) {
    std::string key;
    for (;;) {
        const std::size_t star = pattern.find('*');
        key += spelling_key(plain_text(pattern.substr(0, star)));
        if (star == std::string_view::npos) {
            return key;
        }
        key += '*';
        pattern.remove_prefix(star + 1);
    }
}

} // namespace assess
