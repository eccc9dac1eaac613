#include "reports/document/render.hpp"

#include <algorithm>
#include <array>

namespace assess::reports {

std::vector<std::size_t> columns_with_words(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.rows.empty() || std::ranges::any_of(table.rows, [&](const Row& row) {
                return !row.cells[i].text.empty();
            })) {
            columns.push_back(i);
        }
    }
    return columns;
}

std::span<const Renderer> renderers() {
    static constexpr std::array all{
        Renderer{"text", render_text},
        Renderer{"markdown", render_markdown},
        Renderer{"html", render_html},
    };
    return all;
}

} // namespace assess::reports
