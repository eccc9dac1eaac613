#include "reports/html/write_html.hpp"
#include "reports/json/write_json.hpp"
#include "reports/markdown/write_markdown.hpp"
#include "reports/text/write_text.hpp"
#include "reports/writer.hpp"

#include <array>

namespace assess {

std::span<const Writer> writers() {
    static const std::array all{
        Writer{"text", write_text},
        Writer{"html", write_html},
        Writer{"markdown", write_markdown},
        Writer{"json", write_json},
    };
    return all;
}

} // namespace assess
