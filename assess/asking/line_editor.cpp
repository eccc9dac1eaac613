#include "assess/asking/line_editor.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"

#include <algorithm>

namespace assess::asking {
namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

using Difference = std::vector<std::string>::difference_type;

} // namespace

std::string LineEditor::text() const {
    std::string whole;
    for (const auto& letter : m_letters) {
        whole += letter;
    }
    return whole;
}

void LineEditor::set_text(std::string_view text) {
    clear();
    insert(text);
}

void LineEditor::clear() {
    m_letters.clear();
    m_cursor = 0;
    m_length = 0;
}

bool LineEditor::insert(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        const auto length = std::max<std::size_t>(point.length, 1);
        if (m_length == m_longest) {
            return false;
        }
        const auto letter =
            point.length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(at, length);
        // An accent belongs to the letter before it.
        if (display_width(letter) == 0 && m_cursor > 0) {
            m_letters[m_cursor - 1] += letter;
        } else {
            m_letters.insert(m_letters.begin() + static_cast<Difference>(m_cursor),
                             std::string(letter));
            ++m_cursor;
        }
        ++m_length;
        at += length;
    }
    return true;
}

void LineEditor::erase_word() {
    const auto drop = [&] {
        --m_cursor;
        m_length -= code_points(m_letters[m_cursor]);
        m_letters.erase(m_letters.begin() + static_cast<Difference>(m_cursor));
    };
    while (m_cursor > 0 && m_letters[m_cursor - 1] == " ") {
        drop();
    }
    while (m_cursor > 0 && m_letters[m_cursor - 1] != " ") {
        drop();
    }
}

bool LineEditor::handle(const Key& key) {
    const bool has = !m_letters.empty();
    switch (key.kind) {
    case KeyKind::Text:
    case KeyKind::Paste:
        return insert(key.text);
    case KeyKind::Left:
        m_cursor -= std::min<std::size_t>(m_cursor, 1);
        return has;
    case KeyKind::Right:
        m_cursor = std::min(m_cursor + 1, m_letters.size());
        return has;
    case KeyKind::Home:
        m_cursor = 0;
        return has;
    case KeyKind::End:
        m_cursor = m_letters.size();
        return has;
    case KeyKind::Backspace:
        if (m_cursor == 0) {
            return false;
        }
        --m_cursor;
        m_length -= code_points(m_letters[m_cursor]);
        m_letters.erase(m_letters.begin() + static_cast<Difference>(m_cursor));
        return true;
    case KeyKind::Delete:
        if (m_cursor == m_letters.size()) {
            return false;
        }
        m_length -= code_points(m_letters[m_cursor]);
        m_letters.erase(m_letters.begin() + static_cast<Difference>(m_cursor));
        return true;
    case KeyKind::Control:
        break;
    default:
        return false;
    }
    if (key.text == "a") {
        m_cursor = 0;
    } else if (key.text == "e") {
        m_cursor = m_letters.size();
    } else if (key.text == "u") {
        clear();
    } else if (key.text == "w") {
        erase_word();
    } else if (key.text == "k") {
        m_letters.resize(m_cursor);
        m_length = code_points(text());
    } else {
        return false;
    }
    return true;
}

LineEditor::Rows LineEditor::rows(std::size_t width) const {
    width = std::max<std::size_t>(width, 2);
    Rows result;
    result.rows.emplace_back();
    std::size_t used = 0;
    for (std::size_t i = 0; i <= m_letters.size(); ++i) {
        // The cursor needs a column of its own behind the last letter.
        const auto columns = i < m_letters.size() ? display_width(m_letters[i]) : 1;
        if (used + columns > width) {
            result.rows.emplace_back();
            used = 0;
        }
        if (i == m_cursor) {
            result.row = result.rows.size() - 1;
            result.column = used;
        }
        if (i < m_letters.size()) {
            result.rows.back() += printable(m_letters[i]);
            used += columns;
        }
    }
    return result;
}

} // namespace assess::asking
