// What to take up, as a page: what it would leave, and what it would not mend.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

/// Of GapReport::closing, which must be there.
Document recommendation_page(const GapReport& report, const Wording& wording);

} // namespace assess::reports
