#include "assess/asking/keys.hpp"

#include "model/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assess::asking {
namespace {

constexpr unsigned char escape = 0x1b;
constexpr unsigned char interrupt = 0x03;
constexpr std::size_t longest_sequence = 32;
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view paste_end = "\x1b[201~";

using Named = std::pair<std::string_view, KeyKind>;

/// What stands between "ESC [" and the end, the end included. Modifiers (";5") were cut out.
constexpr std::array control_sequences{
    Named{"A", KeyKind::Up},      Named{"B", KeyKind::Down},      Named{"C", KeyKind::Right},
    Named{"D", KeyKind::Left},    Named{"H", KeyKind::Home},      Named{"F", KeyKind::End},
    Named{"Z", KeyKind::BackTab}, Named{"1~", KeyKind::Home},     Named{"7~", KeyKind::Home},
    Named{"4~", KeyKind::End},    Named{"8~", KeyKind::End},      Named{"3~", KeyKind::Delete},
    Named{"5~", KeyKind::PageUp}, Named{"6~", KeyKind::PageDown}, Named{"11~", KeyKind::Help},
    Named{"[A", KeyKind::Help},
};

KeyKind named(std::string_view sequence) {
    const auto* found = std::find_if(control_sequences.begin(), control_sequences.end(),
                                     [&](const Named& entry) { return entry.first == sequence; });
    return found == control_sequences.end() ? KeyKind::Unknown : found->second;
}

/// "1;5A" (with Ctrl held) is "A"; "3;2~" is "3~".
std::string without_modifier(std::string_view sequence) {
    const auto semicolon = sequence.find(';');
    if (semicolon == std::string_view::npos) {
        return std::string(sequence);
    }
    const char last = sequence.back();
    return last == '~' ? std::string(sequence.substr(0, semicolon)) + last : std::string(1, last);
}

Key of_code_point(std::string_view character) {
    const auto point = code_point_at(character, 0);
    if (point.length != character.size()) {
        return {KeyKind::Text, std::string(replacement)};
    }
    const bool control = point.value < 0x20 || (point.value >= 0x7f && point.value < 0xa0);
    return control ? Key{} : Key{KeyKind::Text, std::string(character)};
}

/// Bytes of the character that begins with this one; 0 where none can.
std::size_t length_from(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xc2 && lead < 0xe0) {
        return 2;
    }
    if (lead >= 0xe0 && lead < 0xf0) {
        return 3;
    }
    return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/// A pasted text on one line, valid UTF-8, without control characters.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (point.length == 0) {
            clean += replacement;
            ++at;
            continue;
        }
        const bool break_or_tab = point.value == '\r' || point.value == '\n' || point.value == '\t';
        if (break_or_tab) {
            // "\r\n" is one break.
            if (!(point.value == '\n' && at > 0 && text[at - 1] == '\r')) {
                clean += ' ';
            }
        } else if (point.value >= 0x20 && !(point.value >= 0x7f && point.value < 0xa0)) {
            clean += text.substr(at, point.length);
        }
        at += point.length;
    }
    return clean;
}

} // namespace

void KeyDecoder::feed(std::string_view bytes, std::vector<Key>& keys) {
    for (const char byte : bytes) {
        take(static_cast<unsigned char>(byte), keys);
    }
}

void KeyDecoder::settle(std::vector<Key>& keys) {
    if (m_state == State::Paste || m_state == State::Ground) {
        return;
    }
    if (m_state == State::Escape) {
        keys.push_back({KeyKind::Escape, ""});
    } else if (m_state == State::Character) {
        keys.push_back({KeyKind::Text, std::string(replacement)});
    } else {
        keys.push_back({});
    }
    m_state = State::Ground;
    m_pending.clear();
}

void KeyDecoder::take(unsigned char byte, std::vector<Key>& keys) {
    switch (m_state) {
    case State::Ground:
        take_ground(byte, keys);
        break;
    case State::Escape:
        take_escape(byte, keys);
        break;
    case State::Control:
    case State::Single:
        take_control(byte, keys);
        break;
    case State::Character:
        take_character(byte, keys);
        break;
    case State::Paste:
        take_paste(byte, keys);
        break;
    }
}

void KeyDecoder::take_ground(unsigned char byte, std::vector<Key>& keys) {
    m_pending.clear();
    if (byte == escape) {
        m_state = State::Escape;
    } else if (byte == '\r' || byte == '\n') {
        keys.push_back({KeyKind::Enter, ""});
    } else if (byte == '\t') {
        keys.push_back({KeyKind::Tab, ""});
    } else if (byte == 0x7f || byte == 0x08) {
        keys.push_back({KeyKind::Backspace, ""});
    } else if (byte >= 1 && byte <= 26) {
        keys.push_back({KeyKind::Control, std::string(1, static_cast<char>('a' + byte - 1))});
    } else if (byte < 0x20) {
        keys.push_back({});
    } else if (const auto length = length_from(byte); length == 1) {
        keys.push_back({KeyKind::Text, std::string(1, static_cast<char>(byte))});
    } else if (length == 0) {
        keys.push_back({KeyKind::Text, std::string(replacement)});
    } else {
        m_needed = length;
        m_pending.assign(1, static_cast<char>(byte));
        m_state = State::Character;
    }
}

void KeyDecoder::take_escape(unsigned char byte, std::vector<Key>& keys) {
    if (byte == '[') {
        m_state = State::Control;
    } else if (byte == 'O') {
        m_state = State::Single;
    } else if (byte == escape) {
        keys.push_back({KeyKind::Escape, ""});
    } else if (byte < 0x20 || byte == 0x7f) {
        // Escape and then another key, quicker than a person: both count.
        keys.push_back({KeyKind::Escape, ""});
        m_state = State::Ground;
        take_ground(byte, keys);
    } else {
        keys.push_back({}); // Alt with a letter
        m_state = State::Ground;
    }
}

void KeyDecoder::take_control(unsigned char byte, std::vector<Key>& keys) {
    if (byte < 0x20 || byte >= 0x7f) { // broken off; what came instead counts for itself
        m_state = State::Ground;
        take_ground(byte, keys);
        return;
    }
    m_pending += static_cast<char>(byte);
    // The Linux console's function keys are "ESC [ [ A" to "ESC [ [ E".
    const bool linux_function = m_state == State::Control && m_pending == "[";
    if (byte < 0x40 || linux_function) {
        if (m_pending.size() > longest_sequence) {
            keys.push_back({});
            m_state = State::Ground;
        }
        return;
    }
    if (m_pending == "200~" && m_state == State::Control) {
        m_paste.clear();
        m_pending.clear();
        m_state = State::Paste;
        return;
    }
    const bool first_function = m_state == State::Single && m_pending == "P";
    keys.push_back({first_function ? KeyKind::Help : named(without_modifier(m_pending)), ""});
    m_state = State::Ground;
}

void KeyDecoder::take_character(unsigned char byte, std::vector<Key>& keys) {
    if ((byte & 0xc0U) != 0x80U) { // the character was cut short
        keys.push_back({KeyKind::Text, std::string(replacement)});
        m_state = State::Ground;
        take_ground(byte, keys);
        return;
    }
    m_pending += static_cast<char>(byte);
    if (m_pending.size() == m_needed) {
        keys.push_back(of_code_point(m_pending));
        m_state = State::Ground;
    }
}

void KeyDecoder::take_paste(unsigned char byte, std::vector<Key>& keys) {
    // m_pending holds as much of the end mark as has come.
    if (byte == interrupt) {
        end_paste(keys);
        take_ground(byte, keys);
        return;
    }
    m_pending += static_cast<char>(byte);
    if (m_pending == paste_end) {
        end_paste(keys);
        return;
    }
    while (!m_pending.empty() && paste_end.substr(0, m_pending.size()) != m_pending) {
        if (m_paste.size() < longest_paste) {
            m_paste += m_pending.front();
        }
        m_pending.erase(0, 1);
    }
}

void KeyDecoder::end_paste(std::vector<Key>& keys) {
    keys.push_back({KeyKind::Paste, cleaned(m_paste)});
    m_paste.clear();
    m_pending.clear();
    m_state = State::Ground;
}

} // namespace assess::asking
