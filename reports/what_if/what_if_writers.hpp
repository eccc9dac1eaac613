// The formats of a what-if, and of a recommendation, over the gap report that holds it.
#pragma once

#include "model/what_if/what_if.hpp"
#include "reports/writer.hpp"

#include <ostream>
#include <span>

namespace assess {

/// All of them; the first is the default.
std::span<const ResultWriter<WhatIf>> what_if_writers();
/// The same of GapReport::closing, which must be there.
std::span<const Writer> recommendation_writers();

/// `assess/what-if/1`, described by what-if.schema.json.
void write_what_if_json(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out);
/// `assess/recommendation/1`, described by recommendation.schema.json.
void write_recommendation_json(const GapReport& report, const WriterSettings& settings,
                               std::ostream& out);

} // namespace assess
