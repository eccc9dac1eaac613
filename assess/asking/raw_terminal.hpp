// A terminal for one key at a time: no echo, the alternate screen, pasted text marked as such.
#pragma once

#include "assess/asking/face.hpp"
#include "assess/asking/signals.hpp"

#include <deque>
#include <string>
#include <termios.h>
#include <vector>

namespace assess::asking {

/// Takes the terminal over and gives it back as it was: in the destructor, whatever ended the
/// questions; and before the process dies of SIGABRT, SIGSEGV and their like. One at a time.
class RawTerminal {
public:
    /// Descriptors of the keyboard and of the screen. Throws Error where they are no terminal.
    RawTerminal(int in, int out, bool unicode, bool colour);
    ~RawTerminal();
    RawTerminal(const RawTerminal&) = delete;
    RawTerminal& operator=(const RawTerminal&) = delete;

    [[nodiscard]] Size size() const;
    void draw(const Frame& frame) const;
    Event next();
    [[nodiscard]] Face face();

private:
    void enter();
    void leave();
    void suspend();
    bool read_some(); ///< false at the end of the input

    int m_in;
    int m_out;
    bool m_unicode;
    bool m_colour;
    bool m_entered = false;
    termios m_before{};
    SignalWatch m_signals;
    KeyDecoder m_decoder;
    std::deque<Key> m_keys;
};

} // namespace assess::asking
