// Which of the front are told: few enough to read, and no side of it left out.
#pragma once

#include "model/recommend/front.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace assess {

struct ShortlistEntry {
    Objectives objectives;
    FindingSet answers;
    bool pair = false;
};

/// Indices of at most `most` entries, the most telling ones first:
/// 1. for each diagonal the single adoption and the pair that leave the smallest gap, so that of
///    four entries or more the best that can be had is among them;
/// 2. for each finding, the bits below `asking` in order, the adoption of fewest people that
///    answers it, a single one where there is one;
/// 3. the best of every number of people, then the second best of each, and so on; where not all
///    of these can be told, evenly from few people to many.
std::vector<std::size_t> shortlist(std::span<const ShortlistEntry> entries, std::size_t asking,
                                   std::size_t most);

} // namespace assess
