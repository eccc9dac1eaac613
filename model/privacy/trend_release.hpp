// Which groups of several rounds may be shown side by side.
//
// Each round's own release keeps its reports apart from each other. Side by side, rounds tell more:
// where answers stayed the same, a round that lacks one person gives that person's answers away.
// So the sets that a trend shows are taken together, of all its rounds, with persons in the place
// of submissions: two people are in one cell when every set of every round holds both or neither.
// Who was in the first only, in both, in the second only, and who changed the group are such cells.
// Each cell that a confidential round has anybody in must hold nobody or at least as many as the
// largest promise says. People whom only lead-entered rounds know were promised nothing.
//
// What it does not do: the same subtraction, by hand, of reports that were made of single rounds.
#pragma once

#include "model/assessment/promise.hpp"
#include "model/privacy/disclosure.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assess {

/// Somebody whom the round's own release shows.
struct TrendPerson {
    std::uint64_t person = 0; ///< the same number for the same person in every round
    std::string role;         ///< id_of(Role)
    std::string team;         ///< empty: none, or one that the round's own release does not show
};

struct TrendRound {
    PrivacyPromise promise;
    std::vector<TrendPerson> people; ///< each person once
};

/// What a trend may show of one round.
struct TrendRelease {
    std::vector<std::uint64_t> people; ///< in the roles that may be shown; sorted
    std::vector<std::string> teams;    ///< by team: those that may be shown; sorted
    std::vector<HeldBack> held_back;   ///< "role:hybrid", "team:Search"; roles first, each sorted
};

/// One release for each round, in their order. Whoever is not in `people` must be left out of the
/// round's answers; whose team is not in `teams` stays without a team.
///
/// Confidential rounds come first, oldest first, then the others: what is decided of a confidential
/// round does not depend on later ones, so that a longer trend takes nothing back that a shorter
/// one showed. For the same reason give every round up to the newest one shown, also where only
/// some of them are to be shown now: any choice of what is returned is safe. Within a round, roles
/// before teams, larger sets first. A set that would cut a small part out of a cell is held back.
/// Deterministic, whatever the order of the people. Near-linear in people times sets.
std::vector<TrendRelease> trend_release(std::span<const TrendRound> rounds, bool by_team);

} // namespace assess
