// The formats of a trend, and of a comparison, which is a trend of two.
#pragma once

#include "model/trend/trend.hpp"
#include "reports/writer.hpp"

#include <ostream>
#include <span>

namespace assess {

/// All of them; the first is the default.
std::span<const ResultWriter<Trend>> trend_writers();

/// `assess/trend/1`, described by trend.schema.json.
void write_trend_json(const Trend& trend, const WriterSettings& settings, std::ostream& out);

} // namespace assess
