#include "reports/html/write_html.hpp"
#include "reports/json/write_json.hpp"
#include "reports/markdown/write_markdown.hpp"
#include "reports/text/write_text.hpp"
#include "reports/writer.hpp"

#include <array>

namespace assess {

std::span<const Writer> writers() {
    static constexpr std::array all{
        Writer{"text", "for a terminal, as wide as the terminal", write_text},
        Writer{"html", "one page for a browser, a screen in a meeting or a printer", write_html},
        Writer{"markdown", "for a wiki or a pull request", write_markdown},
        Writer{"json", "for programs; every number, with a JSON Schema", write_json},
    };
    return all;
}

} // namespace assess
