// One line of text that a person edits: letters, a cursor, the usual keys.
#pragma once

#include "assess/asking/keys.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

class LineEditor {
public:
    /// At most `longest` characters.
    explicit LineEditor(std::size_t longest = 4096) : m_longest(longest) {}

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool empty() const { return m_letters.empty(); }
    void set_text(std::string_view text); ///< the cursor goes to its end
    void clear();

    /// Characters, pastes, arrows, Home, End, Backspace, Delete, Ctrl-A E U K W. False for any
    /// other key, and where there is no room for more.
    bool handle(const Key& key);
    /// A text at the cursor; false where a part of it did not fit.
    bool insert(std::string_view text);

    /// The text cut into rows of at most `width` columns, and where the cursor is on them.
    struct Rows {
        std::vector<std::string> rows; ///< at least one
        std::size_t row = 0;
        std::size_t column = 0;
    };
    [[nodiscard]] Rows rows(std::size_t width) const;

private:
    void erase_word();

    std::vector<std::string> m_letters; ///< each one what a reader sees as one: accents included
    std::size_t m_cursor = 0;           ///< index into m_letters; its size: the end
    std::size_t m_length = 0;           ///< in code points
    std::size_t m_longest;
};

} // namespace assess::asking
