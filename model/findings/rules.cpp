#include "model/findings/rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>

// Every rule in the order of the method: its name here, and its value in the file of that name.
// A new rule is one line more (and its file in CMakeLists.txt).
#define ASSESS_RULES(rule)                                                                         \
    rule(opposite_ends);                                                                           \
    rule(one_region);                                                                              \
    rule(left_end);                                                                                \
    rule(broken_ladder);                                                                           \
    rule(no_common_ground);                                                                        \
    rule(empty_quadrant);                                                                          \
    rule(retired_tool);                                                                            \
    rule(missing_basics);                                                                          \
    rule(bridge_role);

namespace assess {

namespace rule {
#define ASSESS_DECLARE(name) extern const Rule name
ASSESS_RULES(ASSESS_DECLARE)
#undef ASSESS_DECLARE
} // namespace rule

std::span<const Rule> rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
#define ASSESS_APPEND(name) list.push_back(rule::name)
        ASSESS_RULES(ASSESS_APPEND)
#undef ASSESS_APPEND
        return list;
    }();
    return all;
}

std::vector<Finding> judge_all(const RuleInput& input) {
    std::vector<Finding> findings;
    for (const auto& rule : rules()) {
        auto judged = rule.judge(input);
        std::ranges::move(judged, std::back_inserter(findings));
    }
    std::ranges::stable_sort(findings, [](const Finding& left, const Finding& right) {
        return left.state != right.state ? left.state < right.state
                                         : left.severity > right.severity;
    });
    return findings;
}

} // namespace assess
