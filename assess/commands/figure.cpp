// assess figure: one figure of the report as a file of its own.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "reports/content/statements.hpp"
#include "reports/svg/figures.hpp"
#include "reports/svg/raster.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace figure_verb {
namespace {

std::vector<Option> options() {
    std::vector<Option> table{
        {"which", "FIGURE", "The figure; else the plane.",
         choices_from(figures(), &NamedFigure::name)},
        {"format",
         "FORMAT",
         "How it is written; png and pdf need librsvg. Else svg.",
         {"svg", "png", "pdf"}},
    };
    append_out_option(table);
    append_report_options(table);
    return table;
}

std::string rendered(const NamedFigure& figure, const std::string& format,
                     const GapReport& report) {
    auto svg =
        reports::svg_file(figure.draw(report, reports::Size::Wide), reports::provenance(report));
    return format == "png"   ? reports::png_of(svg)
           : format == "pdf" ? reports::pdf_of(svg)
                             : std::move(svg);
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const auto format = arguments.get("format").value_or("svg");
    const auto out = arguments.get("out");
    if (format != "svg" && !out && terminal.is_terminal) {
        problems.push_back(usage_problem(fmt::format("a {} would go to the screen", format),
                                         fmt::format("Name a file: --out figure.{}", format)));
    }
    return [format, out, options = report_options(arguments, problems),
            figure =
                chosen_from(figures(), &NamedFigure::name, arguments, "which")](Streams& streams) {
        deliver(rendered(figure, format, gap_report_for(options, streams)), "The figure", out,
                streams);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace figure_verb

Command figure_command() {
    return {"figure",
            "one figure of the gap report as SVG, PNG or PDF",
            "INPUT [--which FIGURE] [--format FORMAT] [--out FILE] [options]",
            "Draws one figure of the gap report for a slide or a wiki. Each has a title, a\n"
            "description for screen readers, and the edition and seed that reproduce it.",
            report_positionals,
            figure_verb::options,
            {"assess figure team.csv --out plane.svg",
             "assess figure team.csv --which building --format png --out building.png"},
            figure_verb::setup};
}

} // namespace assess
