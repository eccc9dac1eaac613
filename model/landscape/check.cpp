#include "model/landscape/landscape_reader.hpp"
#include "model/landscape/load.hpp"
#include "model/text/json_input.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace assess {

namespace {

void warn_of_tool(const Tool& tool, const std::string& pointer, JsonProblems& warnings) {
    const auto name = assess::quoted(tool.id);
    if (!tool.placement) {
        warnings.add(pointer, fmt::format("{} has no position", name),
                     "People who use only such tools have no place on the plane. Add a position.");
        return;
    }
    if (tool.placement->rationale.empty()) {
        warnings.add(pointer, fmt::format("{} has no rationale for its position", name),
                     "Say in a sentence why it stands there, so that others can disagree.");
    }
    if (tool.placement->source.empty()) {
        warnings.add(pointer, fmt::format("{} has no source for its position", name),
                     "Say where the position comes from.");
    }
}

void warn_of_category(const Landscape& landscape, std::size_t index, const std::string& pointer,
                      JsonProblems& warnings) {
    const bool used =
        std::any_of(landscape.tools.begin(), landscape.tools.end(), [&](const Tool& tool) {
            return std::find(tool.categories.begin(), tool.categories.end(), index) !=
                   tool.categories.end();
        });
    if (!used) {
        warnings.add(pointer,
                     fmt::format("the category {} has no tool",
                                 assess::quoted(landscape.categories[index].id)),
                     "Nobody can be found to use it. Add a tool, or leave it where that is meant.");
    }
}

} // namespace

LandscapeCheck check_landscape(std::string_view text, const std::string& file,
                               const Landscape* base) {
    LandscapeCheck check;
    try {
        const auto json = parse_json(text, file);
        JsonProblems problems(text, file);
        LandscapeReader reader(base, problems);
        reader.read(json);
        problems.throw_if_any();
        check.landscape = reader.take();

        JsonProblems warnings(text, file);
        for (const auto& tool : check.landscape->tools) {
            if (const auto* pointer = reader.pointer_of_tool(tool.id)) {
                warn_of_tool(tool, *pointer, warnings);
            }
        }
        for (std::size_t i = 0; i < check.landscape->categories.size(); ++i) {
            if (const auto* pointer =
                    reader.pointer_of_category(check.landscape->categories[i].id)) {
                warn_of_category(*check.landscape, i, *pointer, warnings);
            }
        }
        check.warnings = warnings.diagnostics();
    } catch (const InputError& error) {
        check.errors = error.diagnostics();
    }
    return check;
}

} // namespace assess
