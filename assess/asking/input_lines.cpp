#include "assess/asking/input_lines.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <array>
#include <cerrno>
#include <initializer_list>
#include <memory>
#include <unistd.h>
#include <utility>

namespace assess::asking {

InputLines::InputLines(std::istream& stream, int descriptor)
    : m_stream(&stream), m_descriptor(descriptor) {
    if (m_descriptor >= 0) {
        m_signals =
            std::make_unique<SignalWatch>(std::initializer_list<int>{SIGINT, SIGTERM, SIGHUP});
    }
}

InputLine InputLines::line(std::string text) {
    if (!text.empty() && text.back() == '\r') {
        text.pop_back();
    }
    ++m_number;
    if (m_number == 1 && text.rfind("\xEF\xBB\xBF", 0) == 0) { // a byte-order mark
        text.erase(0, 3);
    }
    return {std::move(text), m_number};
}

std::variant<InputLine, InputEnd, InputStopped> InputLines::from_descriptor() {
    while (true) {
        if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
            auto text = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return line(std::move(text));
        }
        if (m_ended || m_buffer.size() > longest) {
            if (m_buffer.empty()) {
                return InputEnd{};
            }
            return line(std::exchange(m_buffer, {}));
        }
        const auto wake = m_signals->wait(m_descriptor, -1);
        if (wake.signal) {
            return InputStopped{*wake.signal};
        }
        if (!wake.readable) {
            continue;
        }
        std::array<char, 4096> block{};
        const auto count = ::read(m_descriptor, block.data(), block.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
            continue;
        }
        if (count < 0 && errno == EISDIR) {
            throw InputError(Diagnostic{{"(standard input)", 0, 0, ""},
                                        "this is a folder, not a file",
                                        "Give a file with one answer a line."});
        }
        m_ended = count <= 0;
        m_buffer.append(block.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    }
}

std::variant<InputLine, InputEnd, InputStopped> InputLines::next() {
    if (m_descriptor >= 0) {
        return from_descriptor();
    }
    std::string text;
    if (!std::getline(*m_stream, text)) {
        return InputEnd{};
    }
    return line(std::move(text));
}

} // namespace assess::asking
