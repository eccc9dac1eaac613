// assess compare: what moved from one set of answers to another, and why.
#include "assess/commands/command.hpp"
#include "assess/commands/trend_options.hpp"
#include "model/text/text.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace assess {
namespace compare_verb {
namespace {

std::vector<Positional> positionals() {
    return {
        {"BEFORE", "a roster (CSV or JSON), a survey's CSV export with --map, or a store of "
                   "rounds; - is the standard input"},
        {"AFTER", "the later answers, as any of these; for two rounds of one store name it twice"}};
}

std::vector<Option> options() {
    std::vector<Option> table;
    append_trend_output_options(table);
    table.insert(
        table.end(),
        {{"fail-on",
          "SEVERITY",
          "Exit with code 1 when a finding of this weight or more is present after and was not "
          "before.",
          {"notable", "serious"}},
         {"before-round", "NAME",
          "The round of BEFORE, where that is a store; else the one before AFTER's, or the newest "
          "where AFTER is another file."},
         {"after-round", "NAME",
          "The round of AFTER, where that is a store; else the one opened last."},
         {"map-after", "MAPPING", "The mapping of AFTER, where --map does not fit it."},
         {"landscape-before", "EDITION",
          "Another landscape for BEFORE: with the same answers twice, what a new edition alone "
          "changes."}});
    append_report_options(table);
    std::erase_if(table, [](const Option& option) { return option.name == "round"; });
    return table;
}

/// What is present now and was not before, or weighed less.
ExitCode judge(const Trend& trend, const std::optional<std::string>& limit, std::ostream& err) {
    if (!limit) {
        return ExitCode::Done;
    }
    const auto least = *limit == "serious" ? Severity::Serious : Severity::Notable;
    auto code = ExitCode::Done;
    for (const auto& change : trend.steps.back().findings) {
        const bool now = change.after == State::Present && change.severity_after >= least;
        const bool before = change.before == State::Present && change.severity_before >= least;
        if (now && !before) {
            err << fmt::format("assess: --fail-on {}: new: {} ({}): {}\n", *limit, change.id,
                               printable(change.subject),
                               printable(reports::english(change.says_after)));
            code = ExitCode::FindingReached;
        }
    }
    return code;
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    return [output = trend_output(arguments, terminal, problems),
            options = comparison_options(arguments, problems),
            limit = arguments.get("fail-on")](Streams& streams) {
        const auto policy = read_policy(options.report);
        const auto trend =
            trend_for(comparison_inputs(options, streams), policy, options.report.settings);
        write_trend(trend, "The comparison", output, streams);
        return judge(trend, limit, streams.err);
    };
}

} // namespace
} // namespace compare_verb

Command compare_command() {
    return {
        "compare",
        "what moved between two sets of answers, and why",
        "BEFORE AFTER [--format FORMAT] [--out FILE] [--fail-on SEVERITY] [options]",
        "Reads the answers of one team, earlier and later, and says where each group moved, how\n"
        "sure that is, what made it (people who left or joined, other tools, another\n"
        "landscape), what became of the gap, and which findings appeared or went. People are\n"
        "one person in both where their ids are the same to the letter.",
        compare_verb::positionals,
        compare_verb::options,
        {"assess compare spring.csv autumn.csv",
         "assess compare assess.db assess.db --before-round spring --after-round autumn",
         "assess compare team.csv team.csv --landscape-before 2021",
         "assess compare spring.csv autumn.csv --fail-on serious"},
        compare_verb::setup};
}

} // namespace assess
