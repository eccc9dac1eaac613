#include "model/change/weighing.hpp"

#include <algorithm>

namespace assess {

bool nobody_names(const Group& group, ToolIndex tool) {
    const auto& use = group.tools[tool];
    return !use.few && use.users == 0 &&
           std::ranges::all_of(use.by_depth, [](std::size_t people) { return people == 0; });
}

bool can_weigh(const Answers& answers, const Policy& policy) {
    return answers.promise.kind != Promise::Confidential ||
           policy.depth_weights == Policy{}.depth_weights;
}

} // namespace assess
