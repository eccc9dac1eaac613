#include "assess/commands/landscape_place.hpp"

#include "assess/output_file.hpp"
#include "model/assessment/arguments.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/landscape/save.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/collected/answered_file.hpp"
#include "questionnaires/collected/placed_tool.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace assess {
namespace {

/// The built-in questionnaire offers the categories of the current edition. Whether the landscape
/// at hand has the one chosen is another question, which placed_tool() asks.
AnsweredFile read_answers_about(const ToolToPlace& tool, const Landscape& landscape) {
    const auto& file = tool.answers;
    auto read = tool.questionnaire
                    ? read_answered_file(read_file(file), file, tool.questionnaire, landscape)
                    : read_answered_file(read_file(file), file, {}, built_in_landscape("current"));
    if (read.definition.purpose != Purpose::Tool) {
        throw InputError({{file, 0, 0, {}},
                          fmt::format("these are answers to the questionnaire {}, which is about "
                                      "people and not about a tool",
                                      in_quotes(read.definition.id)),
                          "Answer the one about tools: assess ask place-a-tool"});
    }
    return read;
}

} // namespace

void place_tool(const ToolToPlace& tool, std::ostream& out) {
    const auto landscape = read_landscape(tool.landscape);
    const auto read = read_answers_about(tool, landscape);
    const std::array tools{
        placed_tool(read.file.answers, read.definition, landscape, tool.answers)};
    const auto overlay = overlay_as_json(tools, landscape);
    // What is written is what --overlay takes.
    static_cast<void>(overlay_landscape(landscape, overlay, "(the new overlay)"));

    if (!tool.out) {
        out << overlay;
        return;
    }
    write_file(*tool.out, overlay);
    const auto& placed = tools.front();
    const auto& placement = *placed.placement;
    out << fmt::format("{} stands at x {:.2f} (software -1 to model 1), y {:.2f} "
                       "(piecemeal -1 to all-in-one 1),\nwith a tolerance of {:.2f} on "
                       "each: {}.\n{}\n\nUse it: assess report team.csv --overlay {}\n",
                       printable(placed.name), placement.point.x, placement.point.y,
                       placement.tolerance,
                       reports::english(quadrant_name(quadrant_of(placement.point))),
                       placement.rationale, printable(*tool.out));
}

} // namespace assess
