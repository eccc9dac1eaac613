// Lists of tools as lines: "pytorch=daily; 3-5; +Our thing; -git".
#pragma once

#include "assess/asking/answer_lines.hpp"
#include "assess/asking/tool_search.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

/// One tool of a line such as "pytorch=daily; +Our thing; -git".
struct ToolEntry {
    AnsweredTool tool;
    bool depth_given = false;
    bool remove = false;
    friend bool operator==(const ToolEntry&, const ToolEntry&) = default;
};

struct UnknownTool {
    std::string name;
    std::optional<Depth> depth;
    std::vector<std::string> closest; ///< names
};

struct ToolLine {
    bool none = false; ///< "none": I use no tool
    std::vector<ToolEntry> entries;
    std::vector<UnknownTool> unknown; ///< may be kept where the question allows it
    std::vector<Slip> slips;
};

/// `listed` are the tools that were shown with numbers.
ToolLine tools_from(std::string_view line, const Context& context, const Question& question,
                    const ToolSearch& search, std::span<const ToolIndex> listed = {});

/// What to say of a tool that the landscape does not have.
Slip unknown_tool(const UnknownTool& tool, const Question& question, const Words& words);

/// The tools in the order of answers: known ones by id, then the others by name.
ToolsAnswer tools_answer(std::vector<AnsweredTool> tools);

} // namespace assess::asking
