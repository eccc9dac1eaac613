// What a screen makes of a key.
#pragma once

#include "assess/asking/answer_lines.hpp"

#include <cstdint>
#include <string>

namespace assess::asking {

struct Reply {
    enum class Kind : std::uint8_t {
        Ignored,  ///< not a key of this screen
        Stay,     ///< something changed on the screen
        Keep,     ///< an answer to keep, and more of it may come
        Answered, ///< an answer, and on to the next question
        GoOn,     ///< on, with the answer as it is or without any
        Ordered   ///< a command was typed
    };
    Kind kind = Kind::Ignored;
    Answer answer{};
    Command command{};
    std::string note{}; ///< what went wrong, or happened

    static Reply stay(std::string note = {}) { return {Kind::Stay, {}, {}, std::move(note)}; }
    static Reply answered(Answer answer) { return {Kind::Answered, std::move(answer), {}, {}}; }
    static Reply keep(Answer answer, std::string note) {
        return {Kind::Keep, std::move(answer), {}, std::move(note)};
    }
    static Reply go_on() { return {Kind::GoOn, {}, {}, {}}; }
    static Reply order(Command command) { return {Kind::Ordered, {}, std::move(command), {}}; }
};

/// "What is wrong. What to do."
inline std::string sentence(const Slip& slip) {
    return slip.hint.empty() ? slip.what : slip.what + ". " + slip.hint;
}

/// Steps through a list of `size` rows, round its ends; `focus` may be nothing yet.
inline std::optional<std::size_t> stepped(std::optional<std::size_t> focus, std::size_t size,
                                          bool down) {
    if (size == 0) {
        return std::nullopt;
    }
    if (!focus) {
        return down ? 0 : size - 1;
    }
    return down ? (*focus + 1) % size : (*focus + size - 1) % size;
}

} // namespace assess::asking
