// Diagnostics in tests: shown as the program shows them, and matched part by part.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <gmock/gmock.h>

#include <cstddef>
#include <ostream>
#include <string>

namespace assess {

inline void PrintTo(const Diagnostic& diagnostic, std::ostream* out) { // NOLINT: gtest's name
    *out << to_string(diagnostic);
}

inline auto at_line(std::size_t line) {
    return testing::Field(&Diagnostic::place, testing::Field(&Place::line, line));
}
inline auto says(const std::string& text) {
    return testing::Field(&Diagnostic::what, testing::HasSubstr(text));
}
inline auto hints(const std::string& text) {
    return testing::Field(&Diagnostic::hint, testing::HasSubstr(text));
}

} // namespace assess
