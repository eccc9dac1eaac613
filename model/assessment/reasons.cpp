#include "model/assessment/reasons.hpp"

#include "model/assessment/arguments.hpp"

namespace assess {

Message no_gap_reason(const Group& first, const Group& second) {
    if (first.placed == 0 && second.placed == 0) {
        return {"reason.nobody-placed"};
    }
    for (const Group* group : {&first, &second}) {
        if (group->placed == 0) {
            return {"reason.nobody-placed.among", {{"group", group_name(*group)}}};
        }
    }
    return {};
}

Message no_spread_reason(const Group& first, const Group& second) {
    for (const Group* group : {&first, &second}) {
        if (group->placed == 1) {
            return {"reason.one-answer.of", {{"group", group_name(*group)}}};
        }
    }
    return no_gap_reason(first, second);
}

} // namespace assess
