#include "model/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

namespace assess {

std::string to_string(const Diagnostic& diagnostic) {
    const auto& place = diagnostic.place;
    std::string text = place.file;
    if (place.line != 0) {
        text += fmt::format(":{}", place.line);
        if (place.column != 0) {
            text += fmt::format(":{}", place.column);
        }
    }
    if (!place.where.empty()) {
        text += text.empty() ? place.where : fmt::format(" ({})", place.where);
    }
    text += text.empty() ? diagnostic.what : ": " + diagnostic.what;
    if (!diagnostic.hint.empty()) {
        text += "\n    " + diagnostic.hint;
    }
    return text;
}

InputError::InputError(Diagnostics diagnostics)
    : std::runtime_error(diagnostics.empty() ? "invalid input" : to_string(diagnostics.front())),
      m_diagnostics(std::move(diagnostics)) {}

} // namespace assess
