// What the questions need of a screen and a keyboard; a terminal is one, a test another.
#pragma once

#include "assess/asking/keys.hpp"
#include "assess/asking/page.hpp"

#include <functional>
#include <variant>

namespace assess::asking {

/// The screen has another size now, or something else wrote on it.
struct Redraw {};
/// The person, or the system, wants it to stop: a signal's number, or 0 where the input ended.
struct Stopped {
    int signal = 0;
};

using Event = std::variant<Key, Redraw, Stopped>;

struct Face {
    std::function<Size()> size;
    std::function<void(const Frame&)> draw;
    std::function<Event()> next; ///< waits
    bool unicode = true;
};

} // namespace assess::asking
