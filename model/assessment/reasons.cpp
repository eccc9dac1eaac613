#include "model/assessment/reasons.hpp"

#include <fmt/format.h>

namespace assess {
namespace {

std::string members_of(const Group& group) {
    return group.role ? "the " + group.name : "the members of " + group.name;
}

} // namespace

std::string no_gap_reason(const Group& first, const Group& second) {
    if (first.placed == 0 && second.placed == 0) {
        return "nobody in either group uses a tool that has a place on the landscape";
    }
    for (const Group* group : {&first, &second}) {
        if (group->placed == 0) {
            return fmt::format("nobody among {} uses a tool that has a place on the landscape",
                               members_of(*group));
        }
    }
    return {};
}

std::string no_spread_reason(const Group& first, const Group& second) {
    for (const Group* group : {&first, &second}) {
        if (group->placed == 1) {
            return fmt::format("only one of {} has a position, and one answer cannot show a spread",
                               members_of(*group));
        }
    }
    return no_gap_reason(first, second);
}

} // namespace assess
