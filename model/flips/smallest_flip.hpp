// The smallest change of answers that flips a finding, found by trying.
//
// A change is one tool that one person takes up (as a bare "uses it") or drops. Every single change
// is tried; then, in case none does it, the strongest change is kept and the next one looked for,
// once towards lower and once towards higher values of what the finding measures. What is found is
// judged again with the report's own settings, all permutation tests included, before it is told.
#pragma once

#include "model/gap_report/gap_report.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct AnswerChange {
    std::uint32_t person = 0; ///< index into GapReport::answers.respondents
    ToolIndex tool = 0;
    bool takes_up = false; ///< else drops
    friend bool operator==(const AnswerChange&, const AnswerChange&) = default;
};

struct Flip {
    std::vector<AnswerChange> changes;
    State becomes = State::Undetermined;
};

struct FlipSearch {
    std::optional<Flip> flip;
    std::size_t tried = 0; ///< sets of changed answers that were judged
    /// No smaller set of changes does it: every single one was tried.
    bool smallest = false;
    Message reason; ///< why nothing was searched; empty where it was
};

/// People above this number are not searched: no few answers decide among so many.
inline constexpr std::size_t most_people_to_search = 200;
/// Changes that are combined at most.
inline constexpr std::size_t most_changes = 6;

/// `finding` is one of `report`'s, which must hold its answers. About 0.2 ms a try for a team; a
/// team of 20 on a landscape of 100 tools needs some 2,000 for the single changes.
FlipSearch smallest_flip(const GapReport& report, const Finding& finding);

} // namespace assess
