// Which changes are refused of answers that were given under a promise; change/weighing.hpp says
// why.
#pragma once

#include "model/change/change.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/gap_report/gap_report.hpp"

#include <span>

namespace assess {

/// What is wrong with the changes under the promise of the answers; none for answers that a lead
/// entered. `report` is the one before, `shown` the answers that it rests on.
Diagnostics refused_changes(const GapReport& report, const Answers& shown,
                            std::span<const Change> changes);

} // namespace assess
