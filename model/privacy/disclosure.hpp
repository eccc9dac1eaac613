// Which groups of a confidential round may be shown, given what was shown before.
//
// Everything that the program ever showed of a round is computed from sets of submissions: a
// group, or everybody who is shown. Whoever has seen several of these can subtract them. So all
// sets ever shown, and those about to be, cut the submissions into cells: two are in one cell
// when every set holds both or neither. Any number that subtraction can reach is about whole
// cells. A set is shown only where every cell then holds nobody or at least the promised number
// of people; that covers small groups, their complement, and reports that differ by a few people.
#pragma once

#include "model/privacy/promise.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// One submission: a person's newest answers get a new number, so that changed answers are a
/// change of the set.
using SubmissionNumber = std::uint64_t;

struct ShownSet {
    std::string label;                         ///< "role:researcher", "team:Search", "all"
    std::vector<SubmissionNumber> submissions; ///< sorted
    friend bool operator==(const ShownSet&, const ShownSet&) = default;
};

/// People in the smallest cell that is not empty and lies in at least one set; 0 without any.
std::size_t smallest_cell(std::span<const ShownSet> sets);

/// What is known of a submission before any answer is looked at.
struct Candidate {
    SubmissionNumber submission = 0;
    std::string role; ///< id_of(Role)
    std::string team; ///< empty: none
};

struct HeldBack {
    std::string label;  ///< "role:hybrid"
    std::string reason; ///< a sentence without the number of people in it
};

/// What may be shown now.
struct ReleasePlan {
    /// Everybody of the report: those in the roles shown. Sorted. May be of an earlier release.
    std::vector<SubmissionNumber> population;
    std::vector<ShownSet> groups;    ///< by the grouping asked for
    std::vector<HeldBack> held_back; ///< what is not shown, and why
    std::vector<ShownSet> to_record; ///< new sets, to be recorded before anything is printed
    bool earlier = false;            ///< newer answers wait until enough of them came in
};

/// Plans the release of a round by role ("role") or by team ("team"). `history` is every set shown
/// before, oldest first. `current` is the newest submission of each person; `earlier` describes
/// all others that the history names. Deterministic.
ReleasePlan plan_release(std::span<const Candidate> current, std::span<const Candidate> earlier,
                         std::span<const ShownSet> history, bool by_team,
                         const PrivacyPromise& promise);

} // namespace assess
