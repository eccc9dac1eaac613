#include "model/json/json_scanner.hpp"

#include "model/json/json_input.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>
#include <utility>

namespace assess {

namespace {

/// Only inside this file: leaves the recursion; becomes the return value of scan_json.
struct Broken {
    JsonSyntaxError error;
};

[[noreturn]] void fail(std::size_t byte, std::string what, std::string hint = {}) {
    throw Broken{{byte, std::move(what), std::move(hint)}};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// True where a number is beyond the largest double rather than too small to tell from zero.
bool overflows(std::string_view number) {
    double value = 0;
    const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
    if (result.ec != std::errc::result_out_of_range) {
        return false;
    }
    const auto e = number.find_first_of("eE");
    if (e != std::string_view::npos) {
        return number.substr(e + 1, 1) != "-";
    }
    return number.substr(0, 3) != "0.0" && number.substr(0, 4) != "-0.0";
}

void append_utf8(std::string& text, unsigned value) {
    const auto byte = [&](unsigned bits) { text += static_cast<char>(bits); };
    if (value < 0x80) {
        byte(value);
    } else if (value < 0x800) {
        byte(0xC0U | (value >> 6U));
        byte(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        byte(0xE0U | (value >> 12U));
        byte(0x80U | ((value >> 6U) & 0x3FU));
        byte(0x80U | (value & 0x3FU));
    } else {
        byte(0xF0U | (value >> 18U));
        byte(0x80U | ((value >> 12U) & 0x3FU));
        byte(0x80U | ((value >> 6U) & 0x3FU));
        byte(0x80U | (value & 0x3FU));
    }
}

class Scanner {
public:
    Scanner(std::string_view text, const std::function<void(const JsonSpot&)>& visit)
        : m_text(text), m_visit(visit) {}

    void document() {
        if (m_text.starts_with("\xEF\xBB\xBF")) {
            m_at = 3;
        }
        skip_space();
        if (m_at == m_text.size()) {
            fail(0, "the file is empty", "Expected JSON, beginning with {.");
        }
        std::string pointer;
        m_visit({pointer, m_at, m_at, false});
        value(pointer, 0);
        skip_space();
        if (m_at != m_text.size()) {
            fail(m_at, fmt::format("{} follows after the end of the JSON value", here()),
                 "One file holds one value. Remove what follows, or a closing bracket too many.");
        }
    }

private:
    std::string_view m_text;
    const std::function<void(const JsonSpot&)>& m_visit;
    std::size_t m_at = 0;

    [[nodiscard]] bool at_end() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return at_end() ? '\0' : m_text[m_at]; }

    /// The word or sign here, quoted for a message.
    [[nodiscard]] std::string here() const {
        auto end = m_at + word_here().size();
        if (end == m_at) { // a sign; keep the bytes of one character together
            ++end;
            while (end < m_text.size() &&
                   (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U) {
                ++end;
            }
        }
        return in_quotes(m_text.substr(m_at, end - m_at));
    }

    void skip_space() {
        while (!at_end() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t')) {
            ++m_at;
        }
        if (m_text.substr(m_at, 2) == "//" || m_text.substr(m_at, 2) == "/*" || peek() == '#') {
            fail(m_at, "a comment, which JSON does not have", "Remove it.");
        }
    }

    void value(std::string& pointer, std::size_t depth) {
        const char c = peek();
        if (c == '{' || c == '[') {
            if (depth == deepest_json) {
                fail(m_at,
                     fmt::format("objects and lists are nested more than {} deep", deepest_json),
                     "Check the brackets: no format of this program nests so deeply.");
            }
            c == '{' ? object(pointer, depth + 1) : array(pointer, depth + 1);
        } else if (c == '"') {
            string();
        } else if (c == '-' || is_digit(c)) {
            number();
        } else {
            word();
        }
    }

    void object(std::string& pointer, std::size_t depth) {
        const auto opened = m_at++;
        std::set<std::string> keys;
        skip_space();
        if (peek() == '}') {
            ++m_at;
            return;
        }
        while (true) {
            const auto key_at = m_at;
            if (peek() != '"') {
                bad_key(opened);
            }
            const auto key = string();
            skip_space();
            if (peek() != ':') {
                refuse_end(opened, '}');
                fail(m_at, fmt::format("{} where a colon is expected after the key {}", here(),
                                       in_quotes(key)));
            }
            ++m_at;
            skip_space();
            refuse_end(opened, '}');
            const auto length = pointer.size();
            pointer = pointer_to(pointer, key);
            m_visit({pointer, key_at, m_at, !keys.insert(key).second});
            value(pointer, depth);
            pointer.resize(length);
            if (!more(opened, '}')) {
                return;
            }
        }
    }

    void array(std::string& pointer, std::size_t depth) {
        const auto opened = m_at++;
        skip_space();
        if (peek() == ']') {
            ++m_at;
            return;
        }
        for (std::size_t index = 0;; ++index) {
            refuse_end(opened, ']');
            const auto length = pointer.size();
            pointer = pointer_to(pointer, index);
            m_visit({pointer, m_at, m_at, false});
            value(pointer, depth);
            pointer.resize(length);
            if (!more(opened, ']')) {
                return;
            }
        }
    }

    /// Past the comma to the next element (true), or past the closing bracket (false).
    bool more(std::size_t opened, char closing) {
        skip_space();
        refuse_end(opened, closing);
        if (peek() == closing) {
            ++m_at;
            return false;
        }
        if (peek() != ',') {
            fail(m_at, fmt::format("{} where a comma or {} is expected", here(), closing),
                 "Perhaps a comma is missing before it.");
        }
        const auto comma = m_at++;
        skip_space();
        if (peek() == closing) {
            fail(comma, fmt::format("a comma before the closing {}", closing), "Remove the comma.");
        }
        return true;
    }

    void refuse_end(std::size_t opened, char closing) const {
        if (at_end()) {
            const auto place = place_of_byte(m_text, "", opened);
            fail(m_text.size(),
                 fmt::format("the text ends before the {} that begins in line {}, column {} is "
                             "closed",
                             closing == '}' ? "object" : "list", place.line, place.column),
                 fmt::format("Add the missing {}. Perhaps the file was cut off.", closing));
        }
    }

    [[noreturn]] void bad_key(std::size_t opened) {
        refuse_end(opened, '}');
        if (peek() == '\'' || is_letter(peek())) {
            fail(m_at, fmt::format("{} where a key is expected", here()),
                 "Write keys in double quotes: \"name\".");
        }
        fail(m_at, fmt::format("{} where a key in double quotes is expected", here()));
    }

    [[nodiscard]] std::string_view word_here() const {
        auto end = m_at;
        while (end < m_text.size() && (is_letter(m_text[end]) || is_digit(m_text[end]))) {
            ++end;
        }
        return m_text.substr(m_at, end - m_at);
    }

    void word() {
        const auto text = word_here();
        if (text != "true" && text != "false" && text != "null") {
            bad_value();
        }
        m_at += text.size();
    }

    [[noreturn]] void bad_value() const {
        const auto start = m_at;
        const auto text = word_here();
        const auto lowered = spelling_key(text);
        if (lowered == "nan" || lowered == "inf" || lowered == "infinity") {
            fail(start, fmt::format("{} is not a number that can be used", in_quotes(text)),
                 "Give a finite number, or leave the field out where there is none.");
        }
        if (lowered == "true" || lowered == "false" || lowered == "null" || lowered == "none") {
            fail(start, fmt::format("{} is not written as JSON has it", in_quotes(text)),
                 "Write true, false or null, in small letters.");
        }
        if (peek() == '\'') {
            fail(start, "text in single quotes", "Write text in double quotes.");
        }
        if (peek() == '+' || peek() == '.') {
            fail(start, fmt::format("a number may not begin with {}", peek()),
                 "Write 0.5 for .5 and 1 for +1.");
        }
        fail(start, fmt::format("{} where a value is expected", here()),
             text.empty() ? std::string{} : "Write text in double quotes.");
    }

    void digits(std::size_t start) {
        if (!is_digit(peek())) {
            fail(start,
                 fmt::format("{} is not a whole number or decimal",
                             in_quotes(m_text.substr(start, m_at + 1 - start))),
                 "Write numbers as 5, -0.5 or 1.5e3.");
        }
        while (is_digit(peek())) {
            ++m_at;
        }
    }

    void number() {
        const auto start = m_at;
        if (peek() == '-') {
            ++m_at;
            if (is_letter(peek())) {
                bad_value();
            }
        }
        if (peek() == '0' && m_at + 1 < m_text.size() && is_digit(m_text[m_at + 1])) {
            fail(start, "a number may not begin with 0 and another digit", "Remove the zeros.");
        }
        digits(start);
        if (peek() == '.') {
            ++m_at;
            digits(start);
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-') {
                ++m_at;
            }
            digits(start);
        }
        const auto text = m_text.substr(start, m_at - start);
        if (overflows(text)) {
            fail(start, fmt::format("the number {} is too large", in_quotes(text)),
                 "Numbers must fit a double: at most about 1.8e308.");
        }
    }

    std::string string() {
        const auto start = m_at++;
        std::string text;
        while (true) {
            if (at_end()) {
                fail(start, "this text has no closing quote", "Add the missing \".");
            }
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return text;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                fail(m_at,
                     c == '\n' || c == '\r' ? "a line break inside text, or a quote is missing"
                                            : "a control character inside text",
                     "Inside text write \\n for a line break and \\t for a tab.");
            }
            if (c == '\\') {
                escape(text);
            } else {
                text += c;
                ++m_at;
            }
        }
    }

    void escape(std::string& text) {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view values = "\"\\/\b\f\n\r\t";
        const auto start = m_at++;
        if (peek() == 'u') {
            ++m_at;
            append_utf8(text, unicode_escape(start));
            return;
        }
        const auto which = names.find(peek());
        if (at_end() || which == std::string_view::npos) {
            fail(start, "a backslash that begins no escape sequence",
                 "Write \\\\ for a backslash.");
        }
        text += values[which];
        ++m_at;
    }

    unsigned unicode_escape(std::size_t start) {
        const auto high = hex4(start);
        if (high < 0xD800 || high > 0xDFFF) {
            return high;
        }
        if (high < 0xDC00 && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            const auto low = hex4(start);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
            }
        }
        fail(start, "half of a surrogate pair",
             "Write the character itself, or both halves: \\ud83d\\ude00.");
    }

    unsigned hex4(std::size_t start) {
        unsigned value = 0;
        const auto text = m_text.substr(m_at, 4);
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value, 16);
        if (text.size() < 4 || result.ec != std::errc{} || result.ptr != text.data() + 4) {
            fail(start, "\\u needs four hexadecimal digits", "Write it as in \\u00e9.");
        }
        m_at += 4;
        return value;
    }
};

} // namespace

std::optional<JsonSyntaxError> scan_json(std::string_view text,
                                         const std::function<void(const JsonSpot&)>& visit) {
    try {
        Scanner(text, visit).document();
    } catch (Broken& broken) {
        return std::move(broken.error);
    }
    return std::nullopt;
}

} // namespace assess
