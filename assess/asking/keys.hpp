// Keys from the bytes that a terminal sends. A pure state machine: it never waits, and bytes may
// come in pieces of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

enum class KeyKind : std::uint8_t {
    Text, ///< one character
    Enter,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Escape,
    Help,    ///< F1
    Control, ///< with a letter
    Paste,   ///< a whole pasted text
    Unknown  ///< a key of no use here
};

struct Key {
    KeyKind kind = KeyKind::Unknown;
    /// Text: one character in UTF-8; Control: the letter, in lower case; Paste: the text, its line
    /// breaks and tabs turned into spaces, without other control characters.
    std::string text;
    friend bool operator==(const Key&, const Key&) = default;
};

class KeyDecoder {
public:
    /// What is kept of a pasted text, in bytes.
    static constexpr std::size_t longest_paste = 65536;

    /// Appends the keys that are complete. Bytes that are no UTF-8 become U+FFFD.
    void feed(std::string_view bytes, std::vector<Key>& keys);
    /// A key has begun: what follows decides which, or nothing follows and it was Escape.
    [[nodiscard]] bool waiting() const { return m_state != State::Ground; }
    /// Nothing followed: ends what has begun. A paste goes on until its end is seen.
    void settle(std::vector<Key>& keys);

private:
    enum class State : std::uint8_t { Ground, Escape, Control, Single, Character, Paste };

    void take(unsigned char byte, std::vector<Key>& keys);
    void take_ground(unsigned char byte, std::vector<Key>& keys);
    void take_escape(unsigned char byte, std::vector<Key>& keys);
    void take_control(unsigned char byte, std::vector<Key>& keys);
    void take_character(unsigned char byte, std::vector<Key>& keys);
    void take_paste(unsigned char byte, std::vector<Key>& keys);
    void end_paste(std::vector<Key>& keys);

    State m_state = State::Ground;
    std::string m_pending; ///< of a sequence or a character
    std::string m_paste;
    std::size_t m_needed = 0; ///< bytes of the character that has begun
};

} // namespace assess::asking
