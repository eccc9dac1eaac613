// The answers of one assessment on the landscape of another.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "model/policy/policy.hpp"

#include <optional>
#include <vector>

namespace assess {

/// For each tool of `from`, the same tool of `to`: by id, else by name, else by an alias, so that
/// a renamed tool is found under either name. What only the answers name has no id of its own and
/// goes by its name. Nothing where `to` has no such tool.
std::vector<std::optional<ToolIndex>> same_tools(const Landscape& from, const Landscape& to);

/// Who uses what, said in the tools of another landscape; respondents keep their order. Uses of
/// tools that it lacks are left out, as a tool without a place counts for no position. Where two
/// tools became one, the use that weighs more is kept. Holds what positions need and no more: no
/// scores, no comments, and blocks that offer any tool.
Answers carried_answers(const Answers& answers,
                        const std::vector<std::optional<ToolIndex>>& same_tool,
                        const Policy& policy);

} // namespace assess
