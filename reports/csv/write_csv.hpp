// The gap report as one tidy table for R, pandas or a spreadsheet.
#pragma once

#include "reports/writer.hpp"

#include <ostream>

namespace assess {

/// One row a value, under the columns
/// section,group,other_group,subject,quantity,value,lower,upper,n,text,reason (see the room's
/// README). `value`, `lower`, `upper` and `n` hold numbers or nothing; `text` holds words;
/// `reason` says why a value is missing. RFC 4180 with LF line ends, every record on one line.
/// Words that a spreadsheet would take for a formula get an apostrophe in front.
void write_csv(const GapReport& report, const WriterSettings& settings, std::ostream& out);

} // namespace assess
