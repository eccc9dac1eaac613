// Writers of a trend, one a format, over the one Trend value. They lay out and compute nothing.
#pragma once

#include "model/trend/trend.hpp"
#include "reports/writer.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace assess {

struct TrendWriter {
    std::string_view format; ///< as in --format
    std::string_view what;   ///< one line for the help
    void (*write)(const Trend&, const WriterSettings&, std::ostream&);
};

/// All of them; the first is the default.
std::span<const TrendWriter> trend_writers();

void write_trend_text(const Trend& trend, const WriterSettings& settings, std::ostream& out);
/// `assess/trend/1`, described by trend.schema.json.
void write_trend_json(const Trend& trend, const WriterSettings& settings, std::ostream& out);
/// One page that needs nothing from elsewhere.
void write_trend_html(const Trend& trend, const WriterSettings& settings, std::ostream& out);

} // namespace assess
