// What a landscape holds, as pages.
#pragma once

#include "model/landscape/landscape.hpp"
#include "model/landscape/rubric.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

#include <vector>

namespace assess::reports {

/// These tools with their places, a row each.
Document tools_page(const Landscape& landscape, const std::vector<ToolIndex>& tools,
                    const Wording& wording);

/// One tool: where it stands and why, and what is known of it.
Document tool_page(const Landscape& landscape, ToolIndex index, const Wording& wording);

/// How well the rubric reproduces the places that do not come from it.
Document rubric_page(const Landscape& landscape, const RubricFit& fit, const Wording& wording);

} // namespace assess::reports
