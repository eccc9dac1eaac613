#include "assess/asking/raw_terminal.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assess::asking {
namespace {

/// After Escape, the rest of a sequence comes within this time, or it was the key.
constexpr int escape_milliseconds = 60;

// The alternate screen, with paste marked.
constexpr std::string_view screen_on = "\x1b[?1049h\x1b[?2004h\x1b[2J";
constexpr std::string_view screen_off = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

constexpr std::array fatal{SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};

// For the handler of fatal signals, which can be given nothing else.
struct Rescue {
    int in = -1;
    int out = -1;
    termios before{};
    std::array<struct sigaction, fatal.size()> actions{};
};
Rescue rescue; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// Calls only what a signal handler may: write, tcsetattr, sigaction, raise.
void give_back_and_die(int signal) {
    if (rescue.out >= 0) {
        const auto ignored = ::write(rescue.out, screen_off.data(), screen_off.size());
        static_cast<void>(ignored);
        ::tcsetattr(rescue.in, TCSANOW, &rescue.before);
    }
    for (std::size_t i = 0; i < fatal.size(); ++i) {
        ::sigaction(fatal[i], &rescue.actions[i], nullptr);
    }
    static_cast<void>(::raise(signal));
}

void arm_rescue(int in, int out, const termios& before) {
    rescue.in = in;
    rescue.out = out;
    rescue.before = before;
    for (std::size_t i = 0; i < fatal.size(); ++i) {
        struct sigaction action {};
        action.sa_handler = give_back_and_die;
        ::sigaction(fatal[i], &action, &rescue.actions[i]);
    }
}

void disarm_rescue() {
    for (std::size_t i = 0; i < fatal.size(); ++i) {
        ::sigaction(fatal[i], &rescue.actions[i], nullptr);
    }
    rescue.out = -1;
}

/// A terminal that is gone takes nothing any more; the hang-up is told by its signal.
void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, 100);
        } else if (errno != EINTR) {
            return;
        }
    }
}

} // namespace

RawTerminal::RawTerminal(int in, int out, bool unicode, bool colour)
    : m_in(in), m_out(out), m_unicode(unicode),
      m_colour(colour), m_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT} {
    if (::tcgetattr(m_in, &m_before) != 0) {
        throw Error("the terminal cannot be set to single keys",
                    "Answer line by line instead: assess ask --plain");
    }
    arm_rescue(m_in, m_out, m_before);
    enter();
}

RawTerminal::~RawTerminal() {
    leave();
    disarm_rescue();
}

void RawTerminal::enter() {
    termios raw = m_before;
    raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON | INLCR | IGNCR);
    raw.c_cflag |= CS8;
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    ::tcsetattr(m_in, TCSADRAIN, &raw);
    write_all(m_out, screen_on);
    m_entered = true;
}

void RawTerminal::leave() {
    if (!m_entered) {
        return;
    }
    write_all(m_out, screen_off);
    ::tcsetattr(m_in, TCSADRAIN, &m_before);
    m_entered = false;
}

void RawTerminal::suspend() {
    leave();
    static_cast<void>(::raise(SIGSTOP)); // goes on from here after `fg`
    enter();
}

Size RawTerminal::size() const {
    winsize window{};
    Size size;
    if (::ioctl(m_out, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0) {
        size = {window.ws_col, window.ws_row};
    }
    return size;
}

void RawTerminal::draw(const Frame& frame) const {
    write_all(m_out, drawing_of(frame, m_unicode, m_colour));
}

bool RawTerminal::read_some() {
    std::array<char, 4096> buffer{};
    const auto count = ::read(m_in, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
        return true;
    }
    if (count <= 0) {
        return false;
    }
    std::vector<Key> keys;
    m_decoder.feed({buffer.data(), static_cast<std::size_t>(count)}, keys);
    m_keys.insert(m_keys.end(), keys.begin(), keys.end());
    return true;
}

Event RawTerminal::next() {
    while (m_keys.empty()) {
        const auto wake = m_signals.wait(m_in, m_decoder.waiting() ? escape_milliseconds : -1);
        if (wake.signal == SIGWINCH) {
            return Redraw{};
        }
        if (wake.signal == SIGTSTP) {
            suspend();
            return Redraw{};
        }
        if (wake.signal == SIGCONT) { // stopped from outside; the shell may have changed the mode
            enter();
            return Redraw{};
        }
        if (wake.signal) {
            return Stopped{*wake.signal};
        }
        if (wake.readable && !read_some()) {
            return Stopped{0};
        }
        if (!wake.readable) {
            std::vector<Key> keys;
            m_decoder.settle(keys);
            m_keys.insert(m_keys.end(), keys.begin(), keys.end());
        }
    }
    const auto key = m_keys.front();
    m_keys.pop_front();
    if (key.kind == KeyKind::Control && key.text == "z") {
        suspend();
        return Redraw{};
    }
    return key;
}

Face RawTerminal::face() {
    return {[this] { return size(); }, [this](const Frame& frame) { draw(frame); },
            [this] { return next(); }, m_unicode};
}

} // namespace assess::asking
