// The sentence that opens each section of the page: its result, before its figure.
#pragma once

#include "model/gap_report/gap_report.hpp"

namespace assess::reports {

Message where_lede(const GapReport& report);
Message ladders_lede(const GapReport& report);
Message contributions_lede(const GapReport& report);
Message overlap_lede(const GapReport& report);
Message lifecycle_lede(const GapReport& report);

} // namespace assess::reports
