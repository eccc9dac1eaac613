// assess what-if: the report before and after a change that somebody weighs.
#include "model/what_if/what_if.hpp"

#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "reports/what_if/what_if_writers.hpp"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace what_if_verb {
namespace {

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
        {"format", "FORMAT", "How the result is written.",
         choices_from(what_if_writers(), &ResultWriter<WhatIf>::format)},
    };
    append_out_option(table);
    append_drawing_options(table);
    append_report_options(table);
    return table;
}

/// As given to --adopt and --drop.
struct ChangeTexts {
    std::vector<std::string> adopt;
    std::vector<std::string> drop;
};

/// Adoptions in their order, then drops in theirs; all that is wrong with any of them at once.
std::vector<Change> changes_in(const ChangeTexts& texts, const ReportInput& input) {
    std::vector<Change> changes;
    Diagnostics problems;
    const auto depth = default_depth(input.answers);
    const auto read = [&](const std::vector<std::string>& all, bool adopts) {
        for (const auto& text : all) {
            const auto change = read_change(text, adopts, adopts ? "adopt" : "drop", input.answers,
                                            input.landscape, depth, problems);
            if (change) {
                changes.push_back(*change);
            }
        }
    };
    read(texts.adopt, true);
    read(texts.drop, false);
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return changes;
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const ChangeTexts texts{arguments.all("adopt"), arguments.all("drop")};
    if (texts.adopt.empty() && texts.drop.empty()) {
        problems.push_back(
            usage_problem("what-if needs a change to try",
                          "Say who takes up or drops which tool, such as --adopt "
                          "Git=researcher or --drop Docker=engineer. For ideas: assess "
                          "recommend INPUT"));
    }
    return [texts, options = report_options(arguments, problems),
            drawing = writer_settings(arguments, terminal, problems),
            writer =
                chosen_from(what_if_writers(), &ResultWriter<WhatIf>::format, arguments, "format"),
            out = arguments.get("out")](Streams& streams) {
        auto input = read_report_input(options, streams);
        const auto changes = changes_in(texts, input);
        const auto result = what_if(std::move(input.answers), std::move(input.landscape),
                                    input.policy, input.settings, changes);
        deliver([&](std::ostream& into) { writer.write(result, drawing, into); }, "The result", out,
                streams);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace what_if_verb

Command what_if_command() {
    return {"what-if",
            "what a change of tools would do to the gaps",
            "INPUT --adopt TOOL=WHO[:DEPTH]... --drop TOOL=WHO... [options]",
            "Computes the gap report twice, on the answers as they are and as they would be, and\n"
            "shows the gaps, the groups' centres and the findings before, after, and the\n"
            "difference with its interval. Nothing is stored.",
            report_positionals,
            what_if_verb::options,
            {"assess what-if team.csv --adopt Git=researcher",
             "assess what-if team.csv --adopt MLflow=engineer:weekly --drop Docker=team/Search",
             "assess what-if team.csv --adopt Git=everybody --format html --out what-if.html"},
            what_if_verb::setup};
}

} // namespace assess
