// How a team's use and scores move a tool between the rings of a technology radar.
//
// A retired tool is in hold. For every other one:
// - it carries work where at least half of those who were asked about it, and at least two people,
//   use it weekly or deeper: one ring inwards;
// - it lets people down where the interval of a score lies wholly on the bad side of the scale's
//   middle (how often it frustrates: above; what it gives or answers: below): one ring outwards.
// Where both hold, they cancel out. Where neither does, the strategy's ring stays: a tool that
// nobody uses is neither proven nor refuted by this team.
//
// Only numbers that may be told count. What a confidential promise withholds counts as "does not
// use it weekly", so it can leave a tool where the strategy has it, and never moves one.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace assess {

/// Against the strategy's ring: towards the centre, or away from it.
enum class RingMove : std::uint8_t { None, In, Out };

/// What everybody who was asked said of a tool on one scale, all groups together.
struct RingScore {
    ScoreKind kind = ScoreKind::ToolGives;
    Estimate mean; ///< of the steps 1 to 5, with the interval of step_scores.hpp
};

/// Use of one tool by everybody, as far as it is told.
struct RingUse {
    std::size_t base = 0;    ///< people who were asked; where that is not told, the group's people
    std::size_t regular = 0; ///< at weekly, daily or a bare "uses"
};

/// Two regular users among three are a habit of the team; one alone is a habit of that person.
inline constexpr std::size_t carries_work_people = 2;
/// Step 3 of 5: "sometimes", "partly true".
inline constexpr double middle_step = 3;

bool carries_work(const RingUse& use);
/// Needs an interval, so at least two answers.
bool lets_down(const RingScore& score);
/// The same in the good direction; it moves nothing, but it is said.
bool pleases(const RingScore& score);

/// The ring after the rule, between adopt and hold.
Ring ring_of(Ring strategy, bool retired, const RingUse& use, std::span<const RingScore> scores);

RingMove move_between(Ring strategy, Ring ring);

} // namespace assess
