// The words of `assess ask` in one language (questionnaires/words/ask.json).
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace assess::asking {

class Words {
public:
    explicit Words(std::string language) : m_language(std::move(language)) {}
    [[nodiscard]] const std::string& language() const { return m_language; }
    std::string operator()(std::string_view key,
                           std::initializer_list<std::string_view> arguments = {}) const;
    /// True where `text` is one of the spellings of a word ("yes|y"), here or in English.
    [[nodiscard]] bool means(std::string_view text, std::string_view key) const;

private:
    std::string m_language;
};

/// The language of a session: the one wanted, where the definition has it; else the first of
/// LC_ALL, LC_MESSAGES and LANG that is set, where the definition has it; else the definition's
/// first. `wanted` that is not among the languages is an InputError.
std::string choose_language(std::string_view wanted, std::span<const std::string> languages,
                            std::string_view locale);

/// The value of the first of LC_ALL, LC_MESSAGES and LANG that is set.
std::string message_locale();

} // namespace assess::asking
