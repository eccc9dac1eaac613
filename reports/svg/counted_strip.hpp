// Counted people, a mark each: who uses something, and who does not.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <string>

namespace assess::reports {

/// A row a group: its people who use it as solid marks, the others as open ones; of more than ten,
/// a bar. An <svg> of at most 250 pixels. No interval: these people were counted, and stand for
/// nobody else. Empty where the finding counted nobody.
std::string counted_strip(const GapReport& report, const Finding& finding);

} // namespace assess::reports
