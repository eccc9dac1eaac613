// The registry of rules. One file a rule; each is listed here once, and nowhere else.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/assessment/comparison.hpp"
#include "model/assessment/group.hpp"
#include "model/assessment/lifecycle.hpp"
#include "model/assessment/scores.hpp"
#include "model/findings/finding.hpp"
#include "model/policy/policy.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assess {

/// Everything that a rule may look at.
struct RuleInput {
    const Landscape& landscape;
    const Policy& policy;
    const Answers& answers;
    const std::vector<Group>& groups;
    Grouping grouping = Grouping::Role;
    const Comparison* comparison = nullptr; ///< nothing where fewer than two groups were given
    Message no_comparison{};              ///< why there is none, without a full stop; may be empty
    std::span<const ItemScores> scores{}; ///< what people said on scales; may be empty
    const Lifecycle* lifecycle = nullptr; ///< nothing, or empty, where nobody was asked
};

struct Rule {
    std::string_view id;
    std::string_view asks; ///< the question it answers, one sentence for the method section
    std::vector<Finding> (*judge)(const RuleInput&);
};

/// All rules in the order of the method.
std::span<const Rule> rules();

/// All findings, worst first: state, severity, then the rules' order, then the subject's order.
/// Advice that an earlier finding gives in the same words is replaced by a pointer to it.
std::vector<Finding> judge_all(const RuleInput& input);

} // namespace assess
