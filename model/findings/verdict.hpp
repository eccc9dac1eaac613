// From an estimate and a threshold to one of the four states, and back: how many more answers
// would settle what is open.
#pragma once

#include "model/assessment/comparison.hpp"
#include "model/findings/finding.hpp"
#include "model/policy/policy.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <functional>
#include <optional>

namespace assess {

/// For a gap, which may have either sign: present, the interval lies wholly beyond `threshold`
/// on one side; absent, wholly within (-threshold, threshold); possible, only the estimate lies
/// beyond; undetermined, otherwise or without an interval.
State beyond(const Estimate& gap, double threshold);
/// For a quantity that is a finding when large: the same with one side.
State at_least(const Estimate& estimate, double threshold);
/// For a quantity that is a finding when small: present when wholly below.
State below(const Estimate& estimate, double threshold);

/// That a gap stays within the threshold, the mirror image of beyond(): present when the interval
/// lies wholly within, absent when wholly beyond, possible when only the estimate lies within.
State stays_within(const Estimate& gap, double threshold);

/// scattered-group: absent when the interval stays below Policy::scattered_distance, present when
/// it lies above 0 and p below Policy::scattered_p, possible when only the estimate lies above
/// that distance. `p` is PERMDISP's.
State scattered(const Estimate& difference, double p, const Policy& policy);

/// The verdict on a conjunction: present when all parts are, absent when one part is, possible
/// when all parts are at least possible.
State all_of(State first, State second);

/// How far the present sample must grow until a question is settled.
struct Growth {
    enum class Kind { Times, Never, TooMany } kind = Kind::TooMany;
    double times = 1; ///< the sample's size as a multiple of today's; with Kind::Times only
};

/// The smallest growth in [1, most] with settled(growth), for a question that stays settled once
/// it is; TooMany where `most` does not do.
Growth smallest_growth(const std::function<bool(double)>& settled, double most);

/// How far both groups must grow for the gap's interval to leave `threshold`, were the estimate
/// and the spreads to stay as they are: half-width t * sqrt(sampling / growth + landscape).
/// Never where the landscape's part alone is too wide.
Growth growth_to_settle(const DiagonalGap& gap, double threshold);

/// The same from an interval: what the people alone account for (all of it, where the estimate
/// tells no sampling part) shrinks with the square root of their number, the rest stays.
Growth growth_to_settle(const Estimate& estimate, double threshold);

} // namespace assess
