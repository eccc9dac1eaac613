// Writers of what-if: one a format, over the one WhatIf value; and of a recommendation, over the
// gap report that holds it. They lay out and compute nothing.
#pragma once

#include "model/what_if/what_if.hpp"
#include "reports/writer.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace assess {

struct WhatIfWriter {
    std::string_view format; ///< as in --format
    std::string_view what;   ///< one line for the help
    void (*write)(const WhatIf&, const WriterSettings&, std::ostream&);
};

/// All of them; the first is the default.
std::span<const WhatIfWriter> what_if_writers();
/// The same of GapReport::closing, which must be there.
std::span<const Writer> recommendation_writers();

void write_what_if_text(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out);
/// `assess/what-if/1`, described by what-if.schema.json.
void write_what_if_json(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out);
/// One page that needs nothing from elsewhere.
void write_what_if_html(const WhatIf& what_if, const WriterSettings& settings, std::ostream& out);

void write_recommendation_text(const GapReport& report, const WriterSettings& settings,
                               std::ostream& out);
/// `assess/recommendation/1`, described by recommendation.schema.json.
void write_recommendation_json(const GapReport& report, const WriterSettings& settings,
                               std::ostream& out);

} // namespace assess
