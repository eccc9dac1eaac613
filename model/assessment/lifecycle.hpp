// Lifecycle: who works on which stage, and with which tools that cover it.
#pragma once

#include "model/assessment/group.hpp"
#include "model/statistics/quantity.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace assess {

struct Policy;

/// The work of some people on one stage.
struct StageWork {
    std::size_t base = 0;         ///< people who said which stages they work on
    Quantity<std::size_t> people; ///< of these, who work on the stage
    /// Of those, who use a tool (at a depth that carries weight) that covers the stage.
    Quantity<std::size_t> covered;
    std::vector<ToolIndex> tools; ///< these tools, by users among them, then id
};

struct StageRow {
    std::size_t stage = 0;                   ///< index into Landscape::stages
    std::vector<Quantity<StageWork>> groups; ///< index as GapReport::groups
    StageWork everybody;                     ///< of all groups
};

/// Where work passes from one stage to another, and the two are often done by different people.
struct HandOff {
    std::size_t from = 0; ///< indices into Landscape::stages
    std::size_t to = 0;
    Quantity<std::size_t> both;   ///< people who work on both
    std::vector<ToolIndex> tools; ///< in use on both sides, covering at least one of the stages
};

struct Lifecycle {
    std::vector<StageRow> stages;   ///< in the landscape's order; empty where nobody was asked
    std::vector<HandOff> hand_offs; ///< of the two below, those that the landscape has
};

/// Ids of the stages between which work is handed over: from the model loop to the software loop
/// and back.
struct HandOffIds {
    std::string_view from;
    std::string_view to;
};
inline constexpr std::array hand_off_ids{HandOffIds{"model-training", "deployment"},
                                         HandOffIds{"feedback-collection", "data-acquisition"}};

/// Whether the tool is one for work on that stage (an index into Landscape::stages).
bool covers(const Tool& tool, std::size_t stage);

/// Empty where nobody said on which stages they work. Cost: linear in the usages times the stages
/// of a tool.
Lifecycle make_lifecycle(const Answers& answers, const std::vector<Group>& groups,
                         const Landscape& landscape, const Policy& policy);

} // namespace assess
