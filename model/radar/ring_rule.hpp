// How a team's use and scores move a tool between the rings of a technology radar.
//
// A retired tool is in hold. For every other one:
// - it carries work where at least half of a group's people who were asked about it, and at least
//   two of them, use it regularly (weekly, daily, or without saying how often): one ring inwards.
//   One group is enough, as most tools are made for one role;
// - it lets people down where the interval of a score lies wholly on the bad side of the scale's
//   middle (how often it frustrates: above; what it gives or answers: below): one ring outwards.
// Where both hold, they cancel out. Where neither does, the strategy's ring stays: a tool that
// nobody uses is neither proven nor refuted by this team.
//
// Only numbers that may be told count: where a confidential promise withholds a group's use, that
// group moves nothing.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <cstdint>

namespace assess {

/// Against the strategy's ring: towards the centre, or away from it.
enum class RingMove : std::uint8_t { None, In, Out };

/// What everybody who was asked said of a tool on one scale, all groups together.
struct RingScore {
    ScoreKind kind = ScoreKind::ToolGives;
    Estimate mean; ///< of the steps 1 to 5, with the interval of step_scores.hpp
};

/// Two who use a tool week by week are a habit of the group; one alone is that person's.
inline constexpr std::size_t carries_work_people = 2;
/// Step 3 of 5: "sometimes", "partly true".
inline constexpr double middle_step = 3;

/// `regular` of the `asked` people of one group use it weekly, daily, or without saying how often.
bool carries_work(std::size_t regular, std::size_t asked);
/// Needs an interval, so at least two answers.
bool lets_down(const RingScore& score);
/// The same in the good direction; it moves nothing, but it is said.
bool pleases(const RingScore& score);

/// The ring after the rule, between adopt and hold.
Ring ring_of(Ring strategy, bool retired, bool carries_work, bool lets_down);

RingMove move_between(Ring strategy, Ring ring);

} // namespace assess
