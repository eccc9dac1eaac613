// What a page of characters may be made of: Unicode or plain ASCII, coloured or not.
// Every word that comes from an input passes through Ink::words() before it is printed.
#pragma once

#include "model/assessment/group.hpp"
#include "model/facts/message.hpp"
#include "reports/wording/text.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
struct WriterSettings;
}

namespace assess::reports {

/// A text on one line and safe to show; numbers below zero have a true minus sign.
std::string worded(const Text& text);
/// A value in words, in the same way.
std::string worded(const Value& value);

/// Text on one line and safe to show: line breaks and tabs become spaces, and control characters,
/// escape sequences, direction marks and broken UTF-8 become visible escapes such as \x1b.
std::string one_line(std::string_view text);

/// Plain ASCII: accents dropped, typographic signs replaced by their usual ASCII spelling, any
/// other character by '?'. Combining marks vanish. Expects what one_line() returns.
std::string ascii_only(std::string_view text);

enum class Tone { Plain, Strong, Faint, Researcher, Engineer, Hybrid };

/// The tone of a group's mark; plain for teams and other roles.
Tone tone_of(const Group& group);

/// The characters and tones of one page.
class Ink {
public:
    explicit Ink(const WriterSettings& settings);
    Ink(bool unicode, bool colour) : m_unicode(unicode), m_colour(colour) {}

    [[nodiscard]] bool unicode() const { return m_unicode; }
    [[nodiscard]] bool colour() const { return m_colour; }
    /// A value or a text in words, safe and in the page's characters.
    template <typename Any>
    [[nodiscard]] std::string words(const Any& value) const {
        const auto safe = worded(value);
        return m_unicode ? safe : ascii_only(safe);
    }
    /// Values in words, each as a cell of its own.
    [[nodiscard]] std::vector<std::string> row(std::span<const Value> values) const;
    /// One of two spellings of the program's own signs.
    [[nodiscard]] std::string_view sign(std::string_view unicode, std::string_view ascii) const {
        return m_unicode ? unicode : ascii;
    }
    /// In a tone where colour is on; the text itself otherwise. For text that is laid out already.
    [[nodiscard]] std::string toned(Tone tone, std::string_view text) const;

private:
    bool m_unicode;
    bool m_colour;
};

} // namespace assess::reports
