// What moved between assessments, as a page: the path of the groups, then step by step. A
// comparison is a trend of two.
#pragma once

#include "model/trend/trend.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

Document trend_page(const Trend& trend, const Wording& wording);

} // namespace assess::reports
