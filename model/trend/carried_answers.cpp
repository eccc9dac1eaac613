#include "model/trend/carried_answers.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace assess {
namespace {

std::optional<ToolIndex> same_tool(const Tool& tool, const Landscape& to) {
    std::vector<std::string_view> spellings;
    if (!tool.from_answers) {
        const auto same_id = std::ranges::find(to.tools, tool.id, &Tool::id);
        if (same_id != to.tools.end() && !same_id->from_answers) {
            return static_cast<ToolIndex>(same_id - to.tools.begin());
        }
        spellings.emplace_back(tool.id);
    }
    spellings.emplace_back(tool.name);
    spellings.insert(spellings.end(), tool.aliases.begin(), tool.aliases.end());
    for (const auto spelling : spellings) {
        if (const auto found = to.find(spelling)) {
            return found;
        }
    }
    return std::nullopt;
}

std::vector<Usage> carried(const std::vector<Usage>& usages,
                           const std::vector<std::optional<ToolIndex>>& same_tool,
                           const Policy& policy) {
    std::vector<Usage> result;
    for (const auto& usage : usages) {
        if (const auto tool = same_tool[usage.tool]) {
            result.push_back({*tool, usage.depth});
        }
    }
    // Of one tool, the use that weighs most comes first; of equal weight, the depth named first.
    std::ranges::sort(result, [&](const Usage& a, const Usage& b) {
        if (a.tool != b.tool) {
            return a.tool < b.tool;
        }
        const auto [here, there] =
            std::pair(weight_of(a.depth, policy), weight_of(b.depth, policy));
        return here != there ? here > there : a.depth < b.depth;
    });
    const auto of_one_tool = [](const Usage& a, const Usage& b) { return a.tool == b.tool; };
    result.erase(std::unique(result.begin(), result.end(), of_one_tool), result.end());
    return result;
}

} // namespace

std::vector<std::optional<ToolIndex>> same_tools(const Landscape& from, const Landscape& to) {
    std::vector<std::optional<ToolIndex>> same;
    same.reserve(from.tools.size());
    for (const auto& tool : from.tools) {
        same.push_back(same_tool(tool, to));
    }
    return same;
}

Answers carried_answers(const Answers& answers,
                        const std::vector<std::optional<ToolIndex>>& same_tool,
                        const Policy& policy) {
    Answers carried;
    carried.source = answers.source;
    carried.teams = answers.teams;
    carried.rows = answers.rows;
    carried.promise = answers.promise;
    carried.ids_given = answers.ids_given;
    for (const auto& block : answers.blocks) {
        carried.blocks.push_back({block.id, block.title, {}});
    }
    carried.respondents.reserve(answers.respondents.size());
    for (const auto& person : answers.respondents) {
        Respondent same;
        same.id = person.id;
        same.role = person.role;
        same.team = person.team;
        same.answered = person.answered;
        same.usages = assess::carried(person.usages, same_tool, policy);
        carried.respondents.push_back(std::move(same));
    }
    return carried;
}

} // namespace assess
