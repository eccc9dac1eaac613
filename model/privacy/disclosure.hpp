// Which groups of a confidential round may be shown, given what was shown before.
//
// Everything that the program ever showed of a round is computed from sets of submissions: a
// group, or everybody who is shown. Whoever has seen several of these can subtract them. So all
// sets ever shown, and those about to be, cut the submissions into cells: two are in one cell
// when every set holds both or neither. Any number that subtraction can reach is about whole
// cells. A set is shown only where every cell then holds nobody or at least the promised number
// of people; that covers small groups, their complement, and reports that differ by a few people.
//
// Cells are finer than what subtraction alone can reach (sums over roles and over teams do not
// give the sum over a role within a team). They also stop what subtraction cannot do: a count of
// nobody or of everybody holds for each member of its set, and so for every part of it that
// another set cuts out.
#pragma once

#include "model/assessment/promise.hpp"
#include "model/facts/message.hpp"

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
/// Near-linear in the summed sizes of the sets.
std::size_t smallest_cell(std::span<const ShownSet> sets);

/// What is known of a submission before any answer is looked at.
struct Candidate {
    SubmissionNumber submission = 0;
    std::uint64_t person = 0; ///< the same number for all submissions of one person
    std::string role;         ///< id_of(Role)
    std::string team;         ///< empty: none
};

struct HeldBack {
    std::string label; ///< "role:hybrid"
    Message reason;    ///< completes "not shown, because"; without the number of people in it
};

/// Why something is held back: "fewer than 5 answers, kept confidential".
Message too_few_answers(std::size_t least);

/// What may be shown now.
struct ReleasePlan {
    /// Everybody of the report: those in the roles shown, each person at most once, with their
    /// newest submission or with the one that was shown last. Sorted.
    std::vector<SubmissionNumber> population;
    std::vector<ShownSet> groups;    ///< by the grouping asked for
    std::vector<HeldBack> held_back; ///< roles or teams that are not shown, and why
    std::vector<ShownSet> to_record; ///< new sets, to be recorded before anything is printed
    /// Newer answers wait until enough of them came in: of somebody in a role that is shown, not
    /// the newest submission counts here, or none yet.
    bool earlier = false;
};

/// Plans the release of a round by role ("role") or by team ("team"). `history` is every set shown
/// before, oldest first, as `to_record` gave them. `current` is the newest submission of each
/// person; `earlier` describes all others that the history names and whose answers still exist
/// (whoever asked to be forgotten is in neither). Deterministic, whatever the order of the
/// candidates.
///
/// By role: new answers are taken up as soon as enough of one role came in; till then, whoever was
/// shown before is shown as before. Where somebody was forgotten, others of the same cell leave
/// with them, as the next report would otherwise give away who is missing. By team: the roles come
/// first, so that the order of two reports does not matter much; teams are shown as far as their
/// members and the rest leave no small cell. Where the newest population shows fewer teams than
/// the last one that was shown by team, it is the last one again.
///
/// Cost: near-linear in people times sets.
ReleasePlan plan_release(std::span<const Candidate> current, std::span<const Candidate> earlier,
                         std::span<const ShownSet> history, bool by_team,
                         const PrivacyPromise& promise);

} // namespace assess
