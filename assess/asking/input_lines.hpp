// Answers line by line, from a pipe, a file or a terminal that edits its lines itself.
#pragma once

#include "assess/asking/signals.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <variant>

namespace assess::asking {

struct InputLine {
    std::string text;       ///< without its line break
    std::size_t number = 0; ///< 1-based
};
struct InputEnd {};
struct InputStopped {
    int signal = 0;
};

class InputLines {
public:
    /// What is kept of a line, in bytes; more of it is an error of next()'s caller to tell.
    static constexpr std::size_t longest = 65536;

    /// Reads the stream, or, where there is one (not -1), the descriptor: that one can be
    /// interrupted by a signal. The stream must outlive this.
    InputLines(std::istream& stream, int descriptor);

    std::variant<InputLine, InputEnd, InputStopped> next();
    [[nodiscard]] std::size_t number() const { return m_number; } ///< of the last line

private:
    std::variant<InputLine, InputEnd, InputStopped> from_descriptor();
    InputLine line(std::string text);

    std::istream* m_stream;
    int m_descriptor;
    std::unique_ptr<SignalWatch> m_signals;
    std::string m_buffer;
    bool m_ended = false;
    std::size_t m_number = 0;
};

} // namespace assess::asking
