// Adoptions and what they would leave, as a table of characters.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "model/recommend/recommend.hpp"
#include "reports/text/text_page.hpp"

#include <cstddef>
#include <span>

namespace assess::reports {

/// The groups' marks, today's gaps, a row for each of `listed` (indices of the proposals), and the
/// findings that its last column numbers. One under the other where the page is too narrow.
void write_proposals(TextPage& page, const GapReport& report, const Recommendation& recommendation,
                     std::span<const std::size_t> listed);

} // namespace assess::reports
