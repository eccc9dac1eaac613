// assess report: from answers to the gap report.
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/output_file.hpp"
#include "assess/progress.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/read_answers.hpp"
#include "reports/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace assess {
namespace {

std::vector<Positional> positionals() {
    return {{"INPUT", "a roster (CSV or JSON), or a survey's CSV export with --map; - is the "
                      "standard input"}};
}

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& writer : writers()) {
        names.emplace_back(writer.format);
    }
    return names;
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"format", "FORMAT", "How the report is written.", formats()},
        {"out", "FILE", "Write to this file, whole or not at all, instead of the screen."},
        {"map", "MAPPING",
         "How to read a survey export: a mapping file, or the name of a built-in "
         "one."},
        {"by", "GROUPING", "Group people by role or by team.", {"role", "team"}},
        {"between", "A,B",
         "The two groups to compare, first minus second; else researcher and "
         "engineer, or the only two teams."},
        {"unknown",
         "WHAT",
         "What to do with tools the landscape does not know: refuse them, or "
         "keep them without a place.",
         {"error", "keep"}},
        {"policy", "FILE", "Thresholds and weights of your own, as JSON."},
        {"seed", "N",
         "Seed of the random permutations; the same seed gives the same report. "
         "Else 1."},
        {"fail-on",
         "SEVERITY",
         "Exit with code 1 when a finding that is present weighs this much "
         "or more.",
         {"notable", "serious"}},
        {"width", "N", "Columns of the text report, 40 to 200; else the terminal's, or 80."},
        {"ascii", "", "Draw the text report with plain ASCII characters."},
        {"color",
         "WHEN",
         "Colour in the text report; auto obeys NO_COLOR.",
         {"auto", "always", "never"}},
    };
    append_landscape_options(table);
    return table;
}

std::pair<std::string, std::string> parse_between(const std::string& text) {
    const auto comma = text.find(',');
    if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) {
        throw InputError(Diagnostic{{},
                                    fmt::format("--between cannot be {}", in_quotes(text)),
                                    "Give two groups with a comma between them, such as "
                                    "researcher,engineer."});
    }
    return {std::string(trimmed(std::string_view(text).substr(0, comma))),
            std::string(trimmed(std::string_view(text).substr(comma + 1)))};
}

GapReportSettings report_settings(const Arguments& arguments) {
    GapReportSettings settings;
    settings.grouping =
        arguments.get("by").value_or("role") == "team" ? Grouping::Team : Grouping::Role;
    if (const auto between = arguments.get("between")) {
        settings.between = parse_between(*between);
    }
    if (const auto seed = arguments.number("seed", 0, UINT64_MAX)) {
        settings.seed = *seed;
    }
    return settings;
}

WriterSettings writer_settings(const Arguments& arguments, const Terminal& terminal) {
    // A file is no terminal, whatever the terminal beside it can show.
    const auto target = arguments.has("out") ? Terminal{} : terminal;
    WriterSettings settings{target.width, target.colour, target.unicode};
    settings.width = arguments.number("width", 40, 200).value_or(settings.width);
    settings.unicode = settings.unicode && !arguments.has("ascii");
    const auto colour = arguments.get("color").value_or("auto");
    settings.colour = colour == "always" || (colour == "auto" && settings.colour);
    return settings;
}

Policy policy_for(const Arguments& arguments) {
    const auto file = arguments.get("policy");
    return file ? parse_policy(read_file(*file), *file) : Policy{};
}

const Writer& writer_for(const Arguments& arguments) {
    const auto all = writers();
    const auto format = arguments.get("format").value_or(std::string(all.front().format));
    return *std::find_if(all.begin(), all.end(),
                         [&](const Writer& writer) { return writer.format == format; });
}

void write_report(const GapReport& report, const Arguments& arguments, Streams& streams) {
    std::ostringstream rendered;
    rendered.imbue(std::locale::classic());
    writer_for(arguments).write(report, writer_settings(arguments, streams.out_terminal), rendered);
    const auto out = arguments.get("out");
    if (!out) {
        streams.out << rendered.view();
        return;
    }
    write_file(*out, rendered.view());
    if (streams.out_terminal.is_terminal) {
        streams.err << fmt::format("The report is in {}.\n", printable(*out));
    }
}

ExitCode judge(const GapReport& report, const Arguments& arguments, std::ostream& err) {
    const auto limit = arguments.get("fail-on");
    if (!limit) {
        return ExitCode::Done;
    }
    const auto least = *limit == "serious" ? Severity::Serious : Severity::Notable;
    auto code = ExitCode::Done;
    for (const auto& finding : report.findings) {
        if (finding.state == State::Present && finding.severity >= least) {
            err << fmt::format("assess: --fail-on {}: {} ({}): {}\n", *limit, finding.id,
                               printable(finding.subject), printable(finding.says));
            code = ExitCode::FindingReached;
        }
    }
    return code;
}

std::filesystem::path input_file(const Arguments& arguments) {
    const auto& name = arguments.positionals().front();
    return name == "-" ? "/dev/stdin" : name;
}

Answers read(const Arguments& arguments, Landscape& landscape, Streams& streams) {
    Progress progress(streams.err, streams.err_is_terminal);
    ReadSettings settings;
    settings.mapping = arguments.get("map");
    settings.keep_unknown = arguments.get("unknown") == "keep";
    settings.progress = [&](std::size_t bytes, std::size_t total) { progress.read(bytes, total); };
    return read_answers(input_file(arguments), settings, landscape);
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    // What is wrong with the options comes before a long read of the input.
    const auto settings = report_settings(arguments);
    static_cast<void>(writer_settings(arguments, streams.out_terminal));
    auto landscape = landscape_for(arguments);
    const auto policy = policy_for(arguments);
    auto answers = read(arguments, landscape, streams);
    const auto report = make_gap_report(std::move(answers), std::move(landscape), policy, settings);
    write_report(report, arguments, streams);
    return judge(report, arguments, streams.err);
}

} // namespace

Command report_command() {
    return {
        "report",
        "the gap report of a team or of a survey",
        "INPUT [--map MAPPING] [--format FORMAT] [--out FILE] [options]",
        "Reads who uses which tools, places every person and every group on the landscape, and\n"
        "reports the gaps between the groups: how large they are, how sure that is, which\n"
        "tools make them and what to do.",
        positionals,
        options,
        {"assess report team.csv", "assess report team.csv --format json --out gap.json",
         "assess report team.csv --by team --between Search,Ads",
         "assess report survey.csv --map kaggle-2021 --format markdown",
         "assess report team.csv --fail-on serious"},
        run};
}

} // namespace assess
