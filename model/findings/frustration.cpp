#include "model/findings/frustration.hpp"

#include "model/statistics/holm.hpp"
#include "model/statistics/step_scores.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assess {
namespace {

/// More is better.
std::array<std::size_t, score_steps> turned(const ScoreItem& item, const GroupScore& score) {
    auto counts = score.counts;
    if (is_frustration(item.kind)) {
        std::ranges::reverse(counts);
    }
    return counts;
}

State state_of(const Frustration& one, const Policy& policy) {
    if (!one.difference.has_interval()) {
        return State::Undetermined;
    }
    const double d = policy.frustrated_steps;
    if (one.nearer_end() >= d && one.p_adjusted <= (1 - policy.interval_level) / 2) {
        return State::Present;
    }
    if (std::abs(one.difference.value) >= d) {
        return State::Possible;
    }
    return *one.difference.lower > -d && *one.difference.upper < d ? State::Absent
                                                                   : State::Undetermined;
}

} // namespace

std::vector<Frustration> frustrations(const RuleInput& input, const Pair& pair) {
    std::vector<Frustration> all;
    std::vector<double> p_values;
    for (const auto& scores : input.scores) {
        const auto& first = scores.groups.at(pair.comparison.first);
        const auto& second = scores.groups.at(pair.comparison.second);
        if (!first || !second || first->n == 0 || second->n == 0) {
            continue;
        }
        Frustration one{&pair,
                        &input.answers.score_items[scores.item],
                        &*first,
                        &*second,
                        {},
                        1,
                        State::Undetermined};
        const auto here = turned(*one.item, *first);
        const auto there = turned(*one.item, *second);
        one.difference.value = mean_step(here) - mean_step(there);
        one.difference.level = input.policy.interval_level;
        one.difference.n = first->n + second->n;
        const auto difference =
            step_difference(here, there, input.policy.frustrated_steps, one.difference.level);
        if (difference) {
            one.difference.lower = difference->interval.lower;
            one.difference.upper = difference->interval.upper;
        } else {
            one.difference.reason = {"reason.one-answer.of-a-group"};
        }
        p_values.push_back(difference ? difference->p_beyond : 1);
        all.push_back(one);
    }
    const auto adjusted = holm(p_values);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].p_adjusted = adjusted[i];
        all[i].state = state_of(all[i], input.policy);
    }
    return all;
}

} // namespace assess
