#include "reports/wording/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace assess::reports {
namespace {

class PatternParser {
public:
    explicit PatternParser(std::string_view text) : m_text(text) {}

    Pattern whole() {
        auto pattern = pieces();
        if (m_at < m_text.size()) {
            fail("a closing brace without an opening one");
        }
        return pattern;
    }

private:
    [[noreturn]] void fail(std::string_view what) const {
        throw std::invalid_argument(fmt::format("{} at byte {} of \"{}\"", what, m_at, m_text));
    }
    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    void expect(char c) {
        if (!at(c)) {
            fail(fmt::format("'{}' is missing", c));
        }
        ++m_at;
    }
    void skip_spaces() {
        while (at(' ')) {
            ++m_at;
        }
    }

    Pattern pieces() {
        Pattern pattern;
        while (m_at < m_text.size() && !at('}')) {
            if (at('{')) {
                pattern.push_back(argument());
                continue;
            }
            const auto end = std::min(m_text.find_first_of("{}", m_at), m_text.size());
            Piece words;
            words.text = m_text.substr(m_at, end - m_at);
            pattern.push_back(std::move(words));
            m_at = end;
        }
        return pattern;
    }

    std::string word() {
        skip_spaces();
        const auto end = std::min(m_text.find_first_of("{}, |", m_at), m_text.size());
        if (end == m_at) {
            fail("a name is missing");
        }
        std::string found(m_text.substr(m_at, end - m_at));
        m_at = end;
        skip_spaces();
        return found;
    }

    Piece argument() {
        Piece piece;
        piece.kind = Piece::Kind::Argument;
        expect('{');
        if (at('^')) {
            ++m_at;
            piece.capital = true;
        }
        piece.text = word();
        if (at(',')) {
            ++m_at;
            piece.form = word();
            if (piece.form == "select" || piece.form == "plural") {
                piece.kind = piece.form == "select" ? Piece::Kind::Select : Piece::Kind::Plural;
                piece.form.clear();
                expect(',');
                if (piece.capital) {
                    fail("cases have no capital");
                }
                piece.cases = cases();
            }
        }
        expect('}');
        return piece;
    }

    std::string new_key(std::set<std::string>& known) {
        auto key = word();
        if (!known.insert(key).second) {
            fail(fmt::format("a second case \"{}\"", key));
        }
        return key;
    }

    std::vector<Case> cases() {
        std::vector<Case> all;
        std::set<std::string> keys;
        for (skip_spaces(); !at('}'); skip_spaces()) {
            Case one;
            one.keys.push_back(new_key(keys));
            while (at('|')) {
                ++m_at;
                one.keys.push_back(new_key(keys));
            }
            expect('{');
            one.pattern = pieces();
            expect('}');
            all.push_back(std::move(one));
        }
        if (!keys.contains("other")) {
            fail("the case \"other\" is missing");
        }
        return all;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Pattern parse_pattern(std::string_view text) {
    return PatternParser(text).whole();
}

} // namespace assess::reports
