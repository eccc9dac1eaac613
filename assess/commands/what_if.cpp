// assess what-if: the report before and after a change that somebody weighs.
#include "model/what_if/what_if.hpp"

#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <algorithm>
#include <sstream>

namespace assess {
namespace {

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& writer : what_if_writers()) {
        names.emplace_back(writer.format);
    }
    return names;
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"adopt",
         "TOOL=WHO[:DEPTH]",
         "WHO takes up TOOL: a role, a team, a respondent's id or everybody; daily, weekly, "
         "monthly or rarely, else weekly. Whoever uses it as deeply already stays as they are.",
         {},
         true},
        {"drop",
         "TOOL=WHO",
         "WHO stops using TOOL. Both options may be given several times; all adoptions come "
         "first, then all drops.",
         {},
         true},
        {"format", "FORMAT", "How the result is written.", formats()},
    };
    append_out_option(table);
    append_drawing_options(table);
    append_report_options(table);
    return table;
}

/// Adoptions in their order, then drops in theirs; all that is wrong with any of them at once.
std::vector<Change> changes_in(const Arguments& arguments, const ReportInput& input) {
    std::vector<Change> changes;
    Diagnostics problems;
    const auto depth = default_depth(input.answers);
    const auto read = [&](std::string_view option, bool adopts) {
        for (const auto& text : arguments.all(option)) {
            const auto change =
                read_change(text, adopts, option, input.answers, input.landscape, depth, problems);
            if (change) {
                changes.push_back(*change);
            }
        }
    };
    read("adopt", true);
    read("drop", false);
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return changes;
}

const WhatIfWriter& writer_for(const Arguments& arguments) {
    const auto all = what_if_writers();
    const auto format = arguments.get("format").value_or(std::string(all.front().format));
    return *std::find_if(all.begin(), all.end(),
                         [&](const WhatIfWriter& writer) { return writer.format == format; });
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    // What is wrong with the options comes before a long read of the input.
    const auto settings = writer_settings(arguments, streams.out_terminal);
    if (!arguments.has("adopt") && !arguments.has("drop")) {
        throw InputError(Diagnostic{{},
                                    "what-if needs a change to try",
                                    "Say who takes up or drops which tool, such as --adopt "
                                    "Git=researcher or --drop Docker=engineer. For ideas: assess "
                                    "recommend INPUT"});
    }
    auto input = report_input(arguments, streams);
    const auto changes = changes_in(arguments, input);
    const auto result = what_if(std::move(input.answers), std::move(input.landscape), input.policy,
                                input.settings, changes);
    std::ostringstream rendered;
    rendered.imbue(std::locale::classic());
    writer_for(arguments).write(result, settings, rendered);
    deliver(rendered.view(), "The result", arguments, streams);
    return ExitCode::Done;
}

std::string_view about() {
    return "Computes the gap report twice, on the answers as they are and as they would be, and\n"
           "shows the gaps, the groups' centres and the findings before, after, and the\n"
           "difference with its interval. Nothing is stored.";
}

} // namespace

Command what_if_command() {
    return {"what-if",
            "what a change of tools would do to the gaps",
            "INPUT --adopt TOOL=WHO[:DEPTH]... --drop TOOL=WHO... [options]",
            about(),
            report_positionals,
            options,
            {"assess what-if team.csv --adopt Git=researcher",
             "assess what-if team.csv --adopt MLflow=engineer:weekly --drop Docker=team/Search",
             "assess what-if team.csv --adopt Git=everybody --format html --out what-if.html"},
            run};
}

} // namespace assess
