// The gap report as JSON, format assess/gap-report/1; gap-report.schema.json describes it.
#pragma once

#include "reports/writer.hpp"

#include <ostream>

namespace assess {

/// Every quantity that is not available is null, and its reason stands beside it under the same
/// name with "_reason" at the end; the reason is null where the quantity is available.
/// Characters that a terminal would obey or that reorder text are escaped (\uXXXX).
void write_json(const GapReport& report, const WriterSettings& settings, std::ostream& out);

} // namespace assess
