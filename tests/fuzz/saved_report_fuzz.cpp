// Fuzzes saved gap reports, as assess explain reads them: refused with messages that are safe to
// print, or every finding can be taken apart.
#include "model/diagnostics/diagnostic.hpp"
#include "reports/document/render.hpp"
#include "reports/json/saved_report.hpp"
#include "reports/pages/explanation_page.hpp"
#include "reports/writer.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>
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
        const auto saved = assess::reports::read_saved_report(text, "fuzz.json");
        for (const auto& finding : saved.findings) {
            std::ostringstream page;
            assess::reports::render_text(
                assess::reports::explanation_page(assess::explanation(saved, finding),
                                                  assess::reports::english()),
                {}, page);
            require(!page.view().empty());
            require(page.view().find('\x1b') == std::string_view::npos);
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
