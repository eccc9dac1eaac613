#include "reports/radar/harmless.hpp"

#include "reports/layout/ink.hpp"

#include <algorithm>

namespace assess::reports {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// "&lt;" and "&#60;"; "&lt" and "&#60" too, which browsers read the same way.
bool begins_reference(std::string_view rest) {
    rest.remove_prefix(1);
    if (rest.starts_with('#')) {
        return true;
    }
    const auto* const end =
        std::find_if_not(rest.begin(), rest.end(), [](char c) { return is_letter_or_digit(c); });
    if (end != rest.begin() && end != rest.end() && *end == ';') {
        return true;
    }
    std::string start(rest.substr(0, 4));
    std::ranges::transform(start, start.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return start.starts_with("lt") || start.starts_with("gt") || start.starts_with("amp") ||
           start.starts_with("quot");
}

} // namespace

std::string harmless_name(std::string_view text) {
    const auto line = one_line(text);
    std::string name;
    name.reserve(line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
        switch (line[at]) {
        case '<':
            name += "‹";
            break;
        case '>':
            name += "›";
            break;
        case '&':
            name += begins_reference(std::string_view(line).substr(at)) ? "＆" : "&";
            break;
        default:
            name += line[at];
        }
    }
    return name;
}

std::string html_text(std::string_view text) {
    std::string html;
    for (const char c : one_line(text)) {
        switch (c) {
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '&':
            html += "&amp;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

std::string web_address(std::string_view address) {
    const bool of_the_web = address.starts_with("https://") || address.starts_with("http://");
    const bool plain = std::ranges::all_of(address, [](char c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '`' &&
               c != '\\';
    });
    return of_the_web && plain ? std::string(address) : std::string();
}

} // namespace assess::reports
