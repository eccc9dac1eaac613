// Adoptions and what they would leave, as a table with its key and its notes.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace assess::reports {

/// The groups' signs, today's gaps, a row for each adoption of `listed` (indices of the proposals
/// of GapReport::closing, which must be there), and the findings that the last column numbers.
void add_proposals(std::vector<Block>& blocks, const GapReport& report,
                   std::span<const std::size_t> listed, const Wording& wording);

} // namespace assess::reports
