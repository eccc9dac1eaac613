// How one group moved from one assessment to the next, taken apart.
#pragma once

#include "model/assessment/group.hpp"
#include "model/facts/message.hpp"
#include "model/trend/people_links.hpp"
#include "model/trend/shift.hpp"
#include "model/trend/trend.hpp"

#include <cstddef>
#include <vector>

namespace assess {

/// One group in two assessments.
struct GroupPair {
    const Group* before = nullptr;  ///< the first answers on the first landscape
    const Group* between = nullptr; ///< the first answers on the second landscape
    const Group* after = nullptr;   ///< the second answers on the second landscape
};

/// What the parts are made with.
struct StepContext {
    const PeopleLinks& links;
    const std::vector<bool>& moved_tools; ///< see PlaceErrors::moved()
    bool same_landscape = false;
    std::size_t least_told = 0; ///< of the first answers' promise
};

struct ShiftPart {
    MovementCause cause{};
    Shift shift;
};

struct GroupShifts {
    std::size_t placed_on_second = 0;
    std::size_t stayed = 0;
    std::size_t left = 0;
    std::size_t joined = 0;
    Shift total;
    std::vector<ShiftPart> parts; ///< they add up to the total
    Message no_parts;             ///< why there are none
};

/// The group must have placed people in `before` and in `after`. `by_person`: take the part of the
/// people apart, where they are linked and anybody stayed.
GroupShifts group_shifts(const GroupPair& group, const StepContext& context, bool by_person);

} // namespace assess
