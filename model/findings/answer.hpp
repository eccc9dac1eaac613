// The report's answer: the article's two questions, answered in one or two plain sentences.
#pragma once

#include "model/findings/rules.hpp"

#include <span>
#include <string>

namespace assess {

/// Are the two groups at opposite ends, so that integration is difficult? Or does everybody stay
/// in one region, to one group's benefit? Where the answers do not reach, it says so and why.
/// `findings` are those of judge_all for the same input.
std::string answer_sentence(const RuleInput& input, std::span<const Finding> findings);

} // namespace assess
