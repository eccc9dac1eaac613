// What a result in a format without room for notes leaves out, told beside it.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <ostream>

namespace assess {

/// Of a confidential report: which groups are not shown, and what else the reader should know.
/// Nothing of others, whose numbers are whole.
void say_what_is_held_back(const GapReport& report, std::ostream& err);

} // namespace assess
