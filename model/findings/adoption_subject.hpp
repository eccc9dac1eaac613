// What a rule's finding may look at to say whether it asks for an adoption.
#pragma once

#include "model/findings/rule_support.hpp"

#include <cstddef>

namespace assess {

/// One group of the pair and a tool that it could take up, before one finding that stands.
struct AdoptionSubject {
    const RuleInput& input;
    const Finding& finding;
    const Group& group;
    const Group& other;
    std::size_t group_index;
    std::size_t other_index;
    ToolIndex index;

    [[nodiscard]] const Tool& tool() const { return input.landscape.tools[index]; }
    /// Only tools with a place can be taken up.
    [[nodiscard]] Point place() const { return tool().placement->point; }
};

} // namespace assess
