// One finding taken apart, as a page.
#pragma once

#include "model/explanation/explanation.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

namespace assess::reports {

/// A section a part; the finding itself is the page's answer.
Document explanation_page(const Explanation& explanation, const Wording& wording);

} // namespace assess::reports
