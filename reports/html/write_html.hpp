// The report as one HTML file that needs nothing else.
#pragma once

#include "reports/writer.hpp"

#include <ostream>

namespace assess {

void write_html(const GapReport& report, const WriterSettings& settings, std::ostream& out);

} // namespace assess
