// assess report: from answers to the gap report.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/text/text.hpp"
#include "reports/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace assess {
namespace {

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& writer : writers()) {
        names.emplace_back(writer.format);
    }
    return names;
}

std::vector<Option> options() {
    std::vector<Option> table{{"format", "FORMAT", "How the report is written.", formats()}};
    append_out_option(table);
    table.push_back({"fail-on",
                     "SEVERITY",
                     "Exit with code 1 when a finding that is present weighs this much "
                     "or more.",
                     {"notable", "serious"}});
    append_drawing_options(table);
    append_report_options(table);
    return table;
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
    deliver(rendered.view(), "The report", arguments, streams);
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

ExitCode run(const Arguments& arguments, Streams& streams) {
    // What is wrong with the options comes before a long read of the input.
    static_cast<void>(writer_settings(arguments, streams.out_terminal));
    auto input = report_input(arguments, streams);
    input.settings.recommend.emplace().seed = input.settings.seed;
    const auto report = make_gap_report(std::move(input.answers), std::move(input.landscape),
                                        std::move(input.policy), input.settings);
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
        report_positionals,
        options,
        {"assess report team.csv", "assess report team.csv --format json --out gap.json",
         "assess report team.csv --by team --between Search,Ads",
         "assess report survey.csv --map kaggle-2021 --format markdown",
         "assess report team.csv --fail-on serious"},
        run};
}

} // namespace assess
