// Advice that is tied to the tools, categories and groups at hand. The strategies are those of
// the article: L. J. V. Miranda, "Navigating the MLOps tooling landscape" (2021), parts 1 and 3.
#pragma once

#include "model/findings/rule_support.hpp"

#include <optional>
#include <vector>

namespace assess {

/// How people ("12 people") begin with a category of this ring: a sentence.
Message first_step_in(Ring ring, const Value& whom);
/// How to bring one tool to these groups, after its ring: whom to train, who can teach it, or how
/// far to go for now. A sentence.
Message bring_in(const RuleInput& input, ToolIndex tool, const std::vector<const Group*>& groups);
/// What there is to choose from in a category: "AWS, which 5 people use already"; where nobody
/// uses any, all names up to five, else their number and the command that shows them. Empty where
/// every tool of it is retired.
Message offers_of(const RuleInput& input, std::size_t category);
/// "the 2 engineers and the one hybrid who use it"; empty where nobody of these groups does.
Message users_of(const std::vector<const Group*>& groups, ToolIndex tool);
/// The same over all groups of the report.
Message users_of(const RuleInput& input, ToolIndex tool);
/// "Common SWE stack (adopt)".
Message with_ring(const Category& category);
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
std::vector<Message> ways_to_close(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                   double sign);

/// "Teach researchers software practice, Git first: ...". Nothing where the engineers use no
/// such tool more than the researchers, or roles are not the grouping.
std::optional<Message> teach_researchers(const RuleInput& input, const Pair& pair);
/// The tool in which each group leads the other most, by its share of their use; nothing for a
/// group that leads in none. A tool that only a few use is not told in a confidential report.
struct OwnTools {
    const ToolContribution* first = nullptr;
    const ToolContribution* second = nullptr;
};
OwnTools own_tools(const Comparison& comparison);
/// Hire or grow a hybrid, or put the present ones at the hand-over: between the tools that are
/// each group's own. The same sentence wherever a report gives this advice.
Message use_hybrids(const RuleInput& input, const Pair& pair);
/// A connector from what the first group uses most of its own to what the second does.
std::optional<Message> build_connector(const RuleInput& input, const Pair& pair, Diagonal diagonal,
                                       double sign);

} // namespace assess
