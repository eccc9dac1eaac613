// Fuzzes saved gap reports, as assess explain reads them: refused with messages that are safe to
// print, or every finding can be taken apart.
#include "assess/explain/explanation.hpp"
#include "model/diagnostics/diagnostic.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    try {
        const auto saved = assess::read_saved_report(text, "fuzz.json");
        for (const auto& finding : saved.json["findings"]) {
            const auto passages = assess::explanation(saved, finding);
            require(!passages.empty());
            for (const auto& passage : passages) {
                require(!passage.title.empty());
            }
        }
        static_cast<void>(assess::finding_named(saved, "opposite-ends building"));
    } catch (const assess::InputError& error) {
        require(!error.diagnostics().empty());
        for (const assess::Diagnostic& diagnostic : error.diagnostics()) {
            require(to_string(diagnostic).find('\x1b') == std::string::npos);
        }
    }
    return 0;
}
