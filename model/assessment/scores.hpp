// Scores: what the people of each group say on scales of five steps.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace assess {

/// One group's answers to one score item.
struct GroupScore {
    std::size_t n = 0; ///< people who chose a step
    /// People of the group who were to answer: for a tool's item, those who use the tool; else
    /// everybody who answered anything. At least n; the difference chose no step.
    std::size_t base = 0;
    std::array<std::size_t, score_steps> counts{}; ///< people at each step
    Quantity<Estimate> mean;                       ///< of the steps; interval: step_scores.hpp
    Quantity<double> agreement;                    ///< van der Eijk's A, from -1 to 1
};

/// One item that somebody answered, with every group.
struct ItemScores {
    std::size_t item = 0;                     ///< index into Answers::score_items
    std::vector<Quantity<GroupScore>> groups; ///< index as GapReport::groups
};

/// More of it is worse: the frustrations.
bool is_frustration(ScoreKind kind);
/// Of a tool, not of a persona.
bool is_of_tool(ScoreKind kind);

/// "tool-gives", "tool-answers", "tool-frustrates", "need", "want", "frustration".
std::string_view id_of(ScoreKind kind);

/// In the order of Answers::score_items. Cost: linear in the scores and usages.
std::vector<ItemScores> make_scores(const Answers& answers, const std::vector<Group>& groups,
                                    double level);

} // namespace assess
