#include "model/json/json_input.hpp"
#include "model/landscape/landscape_reader.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/rubric.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess {

namespace {

/// How many standard deviations may lie between two opinions on a place before one is doubtful.
constexpr double deviations = 3;

std::string place_in_brackets(const Point& point) {
    return fmt::format("({:.2f}, {:.2f})", point.x, point.y);
}

/// Warns of a place that both tolerances together, the tool's and the rubric's, do not explain.
void warn_of_distance(const Tool& tool, const std::string& pointer, JsonProblems& warnings) {
    const auto rated = rubric_placement(*tool.rubric).point;
    const auto& placed = *tool.placement;
    const double reach = deviations * std::hypot(placed.tolerance, rubric_tolerance);
    const Point off = placed.point - rated;
    if (std::max(std::abs(off.x), std::abs(off.y)) > reach) {
        warnings.add(pointer_to(pointer, "position"),
                     fmt::format("{} stands at {}, but its rubric facts put it at {}",
                                 in_quotes(tool.id), place_in_brackets(placed.point),
                                 place_in_brackets(rated)),
                     fmt::format("That is more than {:.2f} away on an axis. Check the position and "
                                 "the facts.",
                                 reach));
    }
}

void warn_of_tool(const Tool& tool, const std::string& pointer, JsonProblems& warnings) {
    const auto name = in_quotes(tool.id);
    if (!tool.placement) {
        const auto advice =
            tool.rubric ? fmt::format("Its rubric facts would put it at {}.",
                                      place_in_brackets(rubric_placement(*tool.rubric).point))
                        : std::string("Add a position.");
        warnings.add(pointer, fmt::format("{} has no position", name),
                     "People who use only such tools have no place on the plane. " + advice);
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
    if (tool.rubric) {
        warn_of_distance(tool, pointer, warnings);
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
        warnings.add(
            pointer,
            fmt::format("the category {} has no tool", in_quotes(landscape.categories[index].id)),
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
