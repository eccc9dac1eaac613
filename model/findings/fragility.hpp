// Fragility: does a finding flip when the tools stand elsewhere within their tolerances?
//
// Policy::fragility_draws times all tools are moved at once (tool_places.hpp) and every finding
// that depends on places is judged again, as its rule says (Rule::redraw, draws.hpp); it is fragile
// when its state differs from the report's in more than Policy::fragility_share of the draws.
// Severity is not looked at.
//
// What a draw recomputes, as if the landscape gave the drawn places with the same tolerances:
//   opposite-ends, one-region, bridge-role   centroids, covariances, intervals, verdict: exactly,
//                                            from sums over tools (share_form.hpp)
//   left-end, empty-quadrant, one-region     which tools lie in the region, the share, its interval
//                                            and verdict: exactly (usage_form.hpp)
//   broken-ladder                            medians, rungs, leaving out each person: exactly up to
//                                            500 people a group (ladder_draws.hpp)
//   scattered-group                          the difference of the mean distances, to first order
//                                            in the tools' errors; the interval moves with it and
//                                            keeps its width, PERMDISP's p stays as it is
// No permutation test is made again: no verdict but scattered-group's rests on one. Findings that
// do not depend on places (shared tools, basics, retired tools, counts) cannot flip: not fragile.
#pragma once

#include "model/findings/rules.hpp"

#include <cstdint>
#include <vector>

namespace assess {

/// Fills `fragile` and `flip_share` of the findings that judge_all() made from `input`. The draws
/// are shared out over `threads` threads (0: one a core, eight at most); the result is the same for
/// any number of them.
/// Cost: about 15 us a draw for a team, 50 us for thousands of people.
void judge_fragility(const RuleInput& input, std::uint64_t seed, std::vector<Finding>& findings,
                     unsigned threads = 0);

} // namespace assess
