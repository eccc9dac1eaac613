// The report's answer: the article's two questions, answered as one or two sentences to tell.
#pragma once

#include "model/findings/rules.hpp"

#include <span>

namespace assess {

/// Are the two groups at opposite ends, so that integration is difficult? Or does everybody stay
/// in one region, to one group's benefit? Where the answers do not reach, it says so and why.
/// `findings` are those of judge_all for the same input.
Message answer_of(const RuleInput& input, std::span<const Finding> findings);

} // namespace assess
