// From facts to sentences: the one place where numbers, names, lists and messages become words.
#pragma once

#include "model/facts/message.hpp"
#include "reports/wording/catalogue.hpp"
#include "reports/wording/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// One language. What its catalogue lacks is said in English.
class Wording {
public:
    explicit Wording(std::string_view language = "en");
    /// Of any messages and those in English; both have to live as long.
    Wording(const Catalogue& catalogue, const Catalogue& english)
        : m_catalogue(catalogue), m_english(english) {}

    /// Nothing for the message that says nothing. A message that no catalogue has, or that lacks an
    /// argument of its pattern, is a mistake in the program: std::logic_error.
    [[nodiscard]] Text text(const Message& message) const;
    /// A value by itself, as in a table.
    [[nodiscard]] Text text(const Value& value) const;
    /// The same in one string.
    [[nodiscard]] std::string say(const Message& message) const { return plain(text(message)); }
    [[nodiscard]] std::string say(const Value& value) const { return plain(text(value)); }

private:
    const Catalogue& m_catalogue;
    const Catalogue& m_english;
};

/// The wording in English.
const Wording& english();
/// The same, said.
inline std::string english(const Message& message) {
    return english().say(message);
}
std::vector<std::string> english(const std::vector<Message>& messages);

} // namespace assess::reports
