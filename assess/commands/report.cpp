// assess report: from answers to the gap report.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/text/text.hpp"
#include "reports/wording/wording.hpp"
#include "reports/writer.hpp"

#include <fmt/format.h>

#include <optional>
#include <ostream>
#include <string>
#include <utility>

namespace assess {
namespace report_verb {
namespace {

std::vector<Option> options() {
    std::vector<Option> table{{"format", "FORMAT", "How the report is written.",
                               choices_from(writers(), &Writer::format), false,
                               "As CSV: assess table INPUT --which TABLE."}};
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

ExitCode judge(const GapReport& report, const std::optional<std::string>& limit,
               std::ostream& err) {
    if (!limit) {
        return ExitCode::Done;
    }
    const auto least = *limit == "serious" ? Severity::Serious : Severity::Notable;
    auto code = ExitCode::Done;
    for (const auto& finding : report.findings) {
        if (finding.state == State::Present && finding.severity >= least) {
            err << fmt::format("assess: --fail-on {}: {} ({}): {}\n", *limit, finding.id,
                               printable(finding.subject),
                               printable(reports::english(finding.says)));
            code = ExitCode::FindingReached;
        }
    }
    return code;
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    return [options = report_options(arguments, problems),
            drawing = writer_settings(arguments, terminal, problems),
            writer = chosen_from(writers(), &Writer::format, arguments, "format"),
            out = arguments.get("out"), limit = arguments.get("fail-on")](Streams& streams) {
        auto input = read_report_input(options, streams);
        input.settings.recommend.emplace().seed = input.settings.seed;
        const auto report = make_gap_report(std::move(input.answers), std::move(input.landscape),
                                            input.policy, input.settings);
        deliver([&](std::ostream& into) { writer.write(report, drawing, into); }, "The report", out,
                streams);
        return judge(report, limit, streams.err);
    };
}

} // namespace
} // namespace report_verb

Command report_command() {
    return {
        "report",
        "the gap report of a team or of a survey",
        "INPUT [--map MAPPING] [--format FORMAT] [--out FILE] [options]",
        "Reads who uses which tools, places every person and every group on the landscape, and\n"
        "reports the gaps between the groups: how large they are, how sure that is, which\n"
        "tools make them and what to do.",
        report_positionals,
        report_verb::options,
        {"assess report team.csv", "assess report team.csv --format json --out gap.json",
         "assess report team.csv --by team --between Search,Ads",
         "assess report survey.csv --map kaggle-2021 --format markdown",
         "assess report team.csv --fail-on serious"},
        report_verb::setup};
}

} // namespace assess
