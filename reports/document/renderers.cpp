#include "reports/document/render.hpp"

#include <array>

namespace assess::reports {

std::span<const Renderer> renderers() {
    static constexpr std::array all{
        Renderer{"text", render_text},
        Renderer{"markdown", render_markdown},
        Renderer{"html", render_html},
    };
    return all;
}

} // namespace assess::reports
