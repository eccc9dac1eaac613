// Lets GoogleTest show diagnostics as the program does.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <ostream>

namespace assess {

inline void PrintTo(const Diagnostic& diagnostic, std::ostream* out) { // NOLINT: gtest's name
    *out << to_string(diagnostic);
}

} // namespace assess
