// The text report: the answer first, for a terminal of any width from 40 columns on.
#pragma once

#include "reports/writer.hpp"

#include <ostream>

namespace assess {

void write_text(const GapReport& report, const WriterSettings& settings, std::ostream& out);

} // namespace assess
