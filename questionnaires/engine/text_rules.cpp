#include "questionnaires/engine/text_rules.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"
#include "questionnaires/words/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {

Refusal refuse(const std::string& key, std::string_view reason, std::string_view language,
               std::initializer_list<std::string_view> arguments) {
    return {key, word("engine", reason, language, arguments),
            word("engine", fmt::format("{}-hint", reason), language, arguments),
            std::string(reason)};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

namespace {

bool has_control(std::string_view text, bool lines) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const auto value = point.value;
        const bool allowed = lines && (value == '\n' || value == '\t');
        if (!allowed && (value < 0x20 || (value >= 0x7F && value < 0xA0))) {
            return true;
        }
        at += point.length;
    }
    return false;
}

} // namespace

std::optional<std::string_view> fault_of_typed(std::string_view text, std::size_t longest,
                                               bool lines) {
    if (first_invalid_utf8(text)) {
        return "broken";
    }
    const auto kept = tidied(text);
    if (has_control(kept, lines)) {
        return "control";
    }
    if (kept.empty()) {
        return "empty";
    }
    return characters(kept) > longest ? std::optional<std::string_view>("too-long") : std::nullopt;
}

std::string shown_word(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::size_t end = std::min(text.size(), longest);
    while (end > 0 && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // not into the middle of a character
    }
    auto kept = printable(text.substr(0, end));
    std::replace(kept.begin(), kept.end(), '\n', ' ');
    return end < text.size() ? kept + "..." : kept;
}

std::string tidied(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            if (at + 1 == text.size() || text[at + 1] != '\n') {
                kept += '\n';
            }
        } else {
            kept += text[at];
        }
    }
    return std::string(trimmed(kept));
}

} // namespace assess
