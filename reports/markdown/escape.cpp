#include "reports/markdown/escape.hpp"

#include "reports/layout/numbers.hpp"

namespace assess::reports {
namespace {

/// What stands for a character anywhere in a line; empty where it stands for itself.
std::string_view escape_of(char c) {
    switch (c) {
    case '\\':
        return "\\\\";
    case '`':
        return "\\`";
    case '*':
        return "\\*";
    case '_':
        return "\\_";
    case '[':
        return "\\[";
    case ']':
        return "\\]";
    case '|':
        return "\\|";
    case '~':
        return "\\~";
    case '$':
        return "\\$";
    case '#':
        return "\\#";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    default:
        return "";
    }
}

/// A zero-width space after '@' and between '#' and a number keeps a page from notifying people
/// or linking issues; an entity for the colon keeps addresses from becoming links.
std::string_view host_escape_of(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (rest.front() == '@') {
        return "@&#8203;";
    }
    if (rest.front() == '#' && rest.size() > 1 && is_digit(rest[1])) {
        return "\\#&#8203;";
    }
    if (rest.starts_with("://")) {
        return "&#58;";
    }
    if (rest.front() == '.' && at >= 3 &&
        (text.substr(at - 3, 3) == "www" || text.substr(at - 3, 3) == "WWW")) {
        return "&#46;";
    }
    return "";
}

/// A line that starts like a list or a rule would become one.
std::size_t leading_escape(std::string_view text) {
    if (text.empty()) {
        return std::string_view::npos;
    }
    if (text.front() == '-' || text.front() == '+' || text.front() == '=') {
        return 0;
    }
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    const bool is_list = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')') &&
                         (at + 1 == text.size() || text[at + 1] == ' ');
    return is_list ? at : std::string_view::npos;
}

} // namespace

std::string escaped_markdown(std::string_view line) {
    const auto leading = leading_escape(line);
    std::string escaped;
    escaped.reserve(line.size() + line.size() / 8);
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (at == leading) {
            escaped += '\\';
        }
        const auto host = host_escape_of(line, at);
        const auto plain = host.empty() ? escape_of(line[at]) : host;
        if (plain.empty()) {
            escaped += line[at];
        } else {
            escaped += plain;
        }
    }
    return escaped;
}

} // namespace assess::reports
