#include "reports/trend/trend_writer.hpp"

#include <array>

namespace assess {

std::span<const TrendWriter> trend_writers() {
    static constexpr std::array all{
        TrendWriter{"text", "for reading on a terminal", write_trend_text},
        TrendWriter{"json", "for programs, described by a JSON Schema", write_trend_json},
        TrendWriter{"html", "one page with figures that needs nothing else", write_trend_html},
    };
    return all;
}

} // namespace assess
