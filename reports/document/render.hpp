// The renderers of documents: one a format. They lay out; no word of a page is theirs.
#pragma once

#include "reports/document/document.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace assess {
struct WriterSettings;
}

namespace assess::reports {

/// For a terminal of the settings' width, at least 40 columns and at most 100.
void render_text(const Document& document, const WriterSettings& settings, std::ostream& out);
/// For a wiki or a pull request; every character from outside is escaped.
void render_markdown(const Document& document, const WriterSettings& settings, std::ostream& out);
/// One page without anything from elsewhere, for a browser or a printer.
void render_html(const Document& document, const WriterSettings& settings, std::ostream& out);

struct Renderer {
    std::string_view format; ///< as in --format
    void (*render)(const Document&, const WriterSettings&, std::ostream&);
};

/// All of them; the first is the default.
std::span<const Renderer> renderers();

} // namespace assess::reports
