// One round of a store as answers that may be shown. Every command that reports on rounds goes
// through here: what a confidential round may show is decided and recorded first.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/privacy/trend_release.hpp"
#include "questionnaires/store/intake.hpp"
#include "questionnaires/store/store.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace assess {

class StoredRound {
public:
    /// Of a confidential round the set of people is on the disk's record when this returns.
    StoredRound(Store& store, Round round, Grouping grouping);

    [[nodiscard]] const Round& round() const { return m_contents.round(); }
    /// The one that the round was opened with.
    [[nodiscard]] const Landscape& landscape() const { return m_contents.landscape(); }
    /// Nothing of it may be shown, or nobody has answered.
    [[nodiscard]] bool is_empty() const { return m_shown.empty(); }

    /// Who is in it, for the gate of a trend: the same person has one number in all rounds.
    [[nodiscard]] TrendRound people(Store& store) const;
    /// Leaves out whom the trend may not show beside other rounds.
    void keep(const TrendRelease& release, Store& store);

    /// The groups that are not shown: ids as in reports, names and reasons.
    [[nodiscard]] const std::vector<HiddenGroup>& held_back() const { return m_held_back; }

    /// The answers, with what was held back and why among their warnings. Tools that nobody knows
    /// are added to the landscape without a place.
    [[nodiscard]] Answers answers(const std::string& source, Landscape& landscape) const;

private:
    void hold_back(const std::vector<HeldBack>& groups);
    [[nodiscard]] std::uint64_t person_of(const StoredSubmission& submission, Store& store) const;

    RoundContents m_contents;
    std::vector<StoredSubmission> m_shown;
    std::vector<std::string> m_teams; ///< of each of m_shown, one spelling for all; empty: none
    std::set<std::string> m_teams_shown;
    bool m_all_teams = false; ///< nobody was promised anything
    bool m_texts = false;     ///< free text may be shown
    std::vector<HiddenGroup> m_held_back;
    std::vector<std::string> m_warnings;
};

/// Of a confidential round, a report with another landscape than its own is refused: with one tool
/// moved, the difference of two reports tells how much that tool is used, however few use it.
/// To be called before a StoredRound is made. Throws InputError.
void check_landscape(const Round& round, bool another);

/// What to say where a round is_empty().
InputError nothing_to_show(const Round& round);

} // namespace assess
