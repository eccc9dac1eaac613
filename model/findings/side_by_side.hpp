// Tools of one category side by side: the second subject of scattered-group.
#pragma once

#include "model/findings/rules.hpp"

#include <vector>

namespace assess {

/// One finding for each category of which more than Policy::scattered_tools tools are in use:
/// present where at least Policy::scattered_people people use each of so many, possible where some
/// of them have fewer users. Else one finding on the organization: absent, or undetermined where
/// nobody was asked about tools that could make up the number. A count of these people, no
/// estimate for others: it has no interval.
std::vector<Finding> side_by_side(const RuleInput& input);

} // namespace assess
