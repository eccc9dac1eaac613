#include "reports/what_if/what_if_writers.hpp"

#include <array>

namespace assess {

std::span<const WhatIfWriter> what_if_writers() {
    static constexpr std::array all{
        WhatIfWriter{"text", "text for the terminal", write_what_if_text},
        WhatIfWriter{"html", "one page, to open in a browser", write_what_if_html},
        WhatIfWriter{"json", "JSON with a published schema", write_what_if_json}};
    return all;
}

std::span<const Writer> recommendation_writers() {
    static constexpr std::array all{
        Writer{"text", "text for the terminal", write_recommendation_text},
        Writer{"json", "JSON with a published schema", write_recommendation_json}};
    return all;
}

} // namespace assess
