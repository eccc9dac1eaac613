// What would settle an open question, as messages: how many more people, or that no number would.
#pragma once

#include "model/assessment/group.hpp"
#include "model/facts/message.hpp"
#include "model/findings/verdict.hpp"
#include "model/statistics/quantity.hpp"

#include <cstddef>

namespace assess {

/// "0.08 (-0.20 to 0.36) from 3 researchers and 3 engineers does not settle it.": what the advice
/// to ask more people stands on. `whom`: those who answered. The estimate has an interval.
Message not_settled_by(const Estimate& estimate, const Value& whom);

/// "At the present estimate and spread, about 4 more researchers and 5 more engineers would
/// settle it.", or that it would take too many, or that no number of answers would. Numbers from
/// 100 on have two digits only: they are rough.
Message people_to_settle(const Growth& growth, const Group& first, std::size_t n_first,
                         const Group& second, std::size_t n_second);
/// The same for all people together.
Message people_to_settle(const Growth& growth, std::size_t n);

/// Both for a share, in one sentence that names what it is of, since several shares of a report may
/// lack as many people: "For the software end, 67% (41% to 87%) from 6 people does not settle it;
/// at the present estimate and spread, about 7 more people would."
Message share_to_settle(const Message& what, const Estimate& share, const Growth& growth);

} // namespace assess
