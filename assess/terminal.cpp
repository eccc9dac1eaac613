#include "assess/terminal.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assess {
namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before any thread
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

/// The first of the three that is set decides, as in the C library.
bool locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (const auto value = variable(name); !value.empty()) {
            std::string lowered(value);
            std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](unsigned char c) {
                return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            });
            return lowered.find("utf-8") != std::string::npos ||
                   lowered.find("utf8") != std::string::npos;
        }
    }
    return false;
}

std::size_t window_width(int file_descriptor) {
    winsize size{};
    if (ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    return 80;
}

} // namespace

std::istream& no_input() {
    static std::istream nothing(nullptr);
    return nothing;
}

Terminal detect_terminal(int file_descriptor) {
    Terminal terminal;
    if (isatty(file_descriptor) == 0) {
        return terminal;
    }
    terminal.is_terminal = true;
    terminal.width = std::clamp<std::size_t>(window_width(file_descriptor), 40, 200);
    terminal.unicode = locale_is_utf8();
    terminal.colour = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    return terminal;
}

} // namespace assess
