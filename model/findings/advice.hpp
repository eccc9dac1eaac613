// Advice that is tied to the tools, categories and groups at hand. The strategies are those of
// the article: L. J. V. Miranda, "Navigating the MLOps tooling landscape" (2021), parts 1 and 3.
#pragma once

#include "model/findings/rule_support.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// How to begin with a category of this ring: a sentence.
std::string_view first_step_in(Ring ring);
/// How to bring one tool to these groups, after its ring: whom to train, who can teach it, or how
/// far to go for now. A sentence.
std::string bring_in(const RuleInput& input, ToolIndex tool,
                     const std::vector<const Group*>& groups);
/// What there is to choose from in a category: "AWS, which 5 people use already"; where nobody
/// uses any, all names up to five, else their number and the command that shows them. Empty where
/// every tool of it is retired.
std::string offers_of(const RuleInput& input, std::size_t category);
/// "Common SWE stack (adopt)".
std::string with_ring(const Category& category);
/// The most inviting ring of a tool's categories; Hold for a tool without any.
Ring ring_of(const Landscape& landscape, ToolIndex tool);

/// Tools in the adopt or trial ring, not retired, that stand between two places of a diagonal
/// (in the middle half of that stretch): specialized ones first, since they are the easiest to
/// plug in and out; then those that more people of the pair use; then those nearest the middle.
std::vector<ToolIndex> tools_between(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                     double one_end, double other_end);

/// Tools by what they add to the gap on a diagonal in the direction of its sign, largest first.
std::vector<ToolContribution> makers_of_gap(const Comparison& comparison, Diagonal diagonal,
                                            double sign);

/// Teach, hire or grow a hybrid, plug in a specialized tool, build a connector: what closes a gap
/// along a diagonal, each naming the tools at hand. `sign` of the gap, first minus second.
std::vector<std::string> ways_to_close(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                       double sign);

/// "Teach researchers software practice, Git first: ...". Nothing where the engineers use no
/// such tool more than the researchers, or roles are not the grouping.
std::optional<std::string> teach_researchers(const RuleInput& input, const Pair& pair);
/// Hire or grow a hybrid, or put the present ones at the hand-over.
std::string use_hybrids(const RuleInput& input, const Pair& pair);
/// A connector from what the first group uses most of its own to what the second does.
std::optional<std::string> build_connector(const RuleInput& input, const Pair& pair,
                                           Diagonal diagonal, double sign);

} // namespace assess
