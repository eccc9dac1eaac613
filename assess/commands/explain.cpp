// assess explain: one finding of a saved report, taken apart.
#include "assess/commands/command.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/commands/report_input.hpp"
#include "model/explanation/explanation.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "reports/document/render.hpp"
#include "reports/json/saved_report.hpp"
#include "reports/pages/explanation_page.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace assess {
namespace explain_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"REPORT", "a gap report that was saved with --format json"},
            {"FINDING", "a rule and its subject, such as \"opposite-ends building\"; the rule "
                        "alone where it has one finding"}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"format", "FORMAT", "How it is written.", {"text", "markdown", "html"}},
        {"out", "FILE", "Write it to this file, whole or not at all, instead of the screen."},
        {"input", "FILE",
         "The answers the report was made from: with them the smallest change of answers that "
         "flips the finding is searched."},
        {"map", "MAPPING", "How to read a survey export, as for assess report."},
        {"unknown",
         "WHAT",
         "What to do with tools the landscape does not know, as for assess report.",
         {"error", "keep"}},
    };
    append_landscape_options(table);
    append_drawing_options(table);
    return table;
}

const Finding* same_finding(const GapReport& report, const SavedFinding& finding) {
    const auto found = std::ranges::find_if(report.findings, [&](const Finding& each) {
        return each.id == finding.id && each.subject == finding.subject;
    });
    return found == report.findings.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_other_input(std::string what) {
    throw InputError(Diagnostic{{},
                                std::move(what),
                                "Give the answers and the landscape that the report was made "
                                "from, or make the report anew."});
}

/// What --input, --map and --unknown, and the landscape's options say.
struct ExplainOptions {
    std::optional<std::string> input;
    ReadingOptions reading;
    LandscapeOptions landscape;
};

ExplainedPart searched(const SavedReport& saved, const SavedFinding& finding,
                       const ExplainOptions& options, Streams& streams) {
    auto landscape = read_landscape(options.landscape);
    auto answers = answers_in_file(*options.input, options.reading, landscape, streams);
    if (landscape.digest != saved.digest) {
        refuse_other_input(fmt::format("the report was made with the landscape {} ({}), this is {} "
                                       "({})",
                                       printable(saved.edition), printable(saved.digest),
                                       landscape.edition, landscape.digest));
    }
    auto policy = saved.policy;
    policy.fragility_draws = 0; // the report tells it already
    const auto report =
        make_gap_report(std::move(answers), std::move(landscape), policy, saved.settings);
    const auto* same = same_finding(report, finding);
    if (same == nullptr || reports::english(same->says) != finding.says) {
        refuse_other_input(fmt::format("{} does not give this finding: the answers are others",
                                       in_quotes(*options.input)));
    }
    return smallest_change(report, smallest_flip(report, *same));
}

Work setup(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const auto renderer =
        chosen_from(reports::renderers(), &reports::Renderer::format, arguments, "format");
    return [file = arguments.positionals()[0], name = arguments.positionals()[1],
            options = ExplainOptions{arguments.get("input"), reading_options(arguments),
                                     landscape_options(arguments, problems)},
            renderer, settings = writer_settings(arguments, terminal, problems),
            out = arguments.get("out")](Streams& streams) {
        const auto saved = reports::read_saved_report(read_file(file), file);
        const auto& finding = finding_named(saved, name);
        auto told = explanation(saved, finding);
        told.parts.push_back(options.input && !saved.confidential
                                 ? searched(saved, finding, options, streams)
                                 : no_change_searched(saved.confidential));
        const auto page = reports::explanation_page(told, reports::english());
        deliver([&](std::ostream& stream) { renderer.render(page, settings, stream); },
                "The explanation", out, streams);
        return ExitCode::Done;
    };
}

} // namespace
} // namespace explain_verb

Command explain_command() {
    return {"explain",
            "one finding of a saved report, taken apart",
            "REPORT FINDING [--input FILE] [options]",
            "Prints the rule, its thresholds, the inputs and the arithmetic of one finding, and\n"
            "what would change its verdict. With the answers at hand it searches the smallest\n"
            "change of answers that does.",
            explain_verb::positionals,
            explain_verb::options,
            {"assess explain gap.json \"opposite-ends building\"",
             "assess explain gap.json opposite-ends/building --input team.csv"},
            explain_verb::setup};
}

} // namespace assess
