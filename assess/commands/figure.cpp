// assess figure: one figure of the report as a file of its own.
#include "assess/commands/command.hpp"
#include "assess/commands/report_input.hpp"
#include "assess/output_file.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "reports/content/statements.hpp"
#include "reports/svg/figures.hpp"
#include "reports/svg/raster.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

std::vector<std::string> figure_names() {
    std::vector<std::string> names;
    for (const auto& figure : figures()) {
        names.emplace_back(figure.name);
    }
    return names;
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"which", "FIGURE", "The figure; else the plane.", figure_names()},
        {"format",
         "FORMAT",
         "How it is written; png and pdf need librsvg. Else svg.",
         {"svg", "png", "pdf"}},
        {"out", "FILE", "Write to this file, whole or not at all, instead of the screen."},
    };
    append_report_options(table);
    return table;
}

const NamedFigure& figure_for(const Arguments& arguments) {
    const auto all = figures();
    const auto name = arguments.get("which").value_or(std::string(all.front().name));
    return *std::find_if(all.begin(), all.end(),
                         [&](const NamedFigure& figure) { return figure.name == name; });
}

std::string rendered(const GapReport& report, const Arguments& arguments) {
    const auto figure = figure_for(arguments).draw(report, reports::Size::Wide);
    auto svg = reports::svg_file(figure, reports::provenance(report));
    const auto format = arguments.get("format").value_or("svg");
    return format == "png"   ? reports::png_of(svg)
           : format == "pdf" ? reports::pdf_of(svg)
                             : std::move(svg);
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    const auto format = arguments.get("format").value_or("svg");
    const auto out = arguments.get("out");
    if (format != "svg" && !out && streams.out_terminal.is_terminal) {
        throw InputError(Diagnostic{{},
                                    fmt::format("a {} would go to the screen", format),
                                    fmt::format("Name a file: --out figure.{}", format)});
    }
    const auto bytes = rendered(gap_report_for(arguments, streams), arguments);
    if (!out) {
        streams.out << bytes;
        return ExitCode::Done;
    }
    write_file(*out, bytes);
    if (streams.out_terminal.is_terminal) {
        streams.err << fmt::format("The figure is in {}.\n", printable(*out));
    }
    return ExitCode::Done;
}

std::string_view about() {
    return "Draws one figure of the gap report for a slide or a wiki. Each has a title, a\n"
           "description for screen readers, and the edition and seed that reproduce it.";
}

} // namespace

Command figure_command() {
    return {"figure",
            "one figure of the gap report as SVG, PNG or PDF",
            "INPUT [--which FIGURE] [--format FORMAT] [--out FILE] [options]",
            about(),
            report_positionals,
            options,
            {"assess figure team.csv --out plane.svg",
             "assess figure team.csv --which building --format png --out building.png"},
            run};
}

} // namespace assess
