// assess export: the answers of a lead-entered round, as files.
#include "assess/commands/command.hpp"
#include "assess/commands/store_options.hpp"
#include "assess/output_file.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/intake.hpp"
#include "reports/layout/csv_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assess {
namespace export_verb {
namespace {

std::vector<Positional> positionals() {
    return {};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"round", "NAME", "The round; else the one opened last."},
        {"format",
         "FORMAT",
         "csv is a roster, which says role, team and tools; json holds all answers.",
         {"csv", "json"}},
        {"out", "FILE", "Write to this file, whole or not at all, instead of the screen."},
    };
    append_store_option(table);
    return table;
}

/// A tool's entry in a roster's cell. A semicolon or an equals sign in a name that the landscape
/// lacks would be read as another entry.
std::string roster_entry(const Landscape& landscape, const Usage& usage) {
    std::string name = landscape.tools.at(usage.tool).name;
    for (char& c : name) {
        if (landscape.tools.at(usage.tool).from_answers && (c == ';' || c == '=')) {
            c = ' ';
        }
    }
    return usage.depth == Depth::Uses ? name : fmt::format("{}={}", name, id_of(usage.depth));
}

std::string as_roster(const RoundContents& contents,
                      const std::vector<StoredSubmission>& submissions) {
    auto landscape = contents.landscape();
    const auto answers =
        to_answers(contents.collected(submissions), "", contents.round().promise, landscape);
    std::string text = "respondent,role,team,tools\n";
    for (const auto& person : answers.respondents) {
        std::vector<std::string> tools;
        for (const auto& usage : person.usages) {
            tools.push_back(roster_entry(landscape, usage));
        }
        if (tools.empty() && person.answered != 0) {
            tools.emplace_back("none");
        }
        text += fmt::format("{},{},{},{}\n", reports::csv_words(person.id), id_of(person.role),
                            reports::csv_words(person.team == Respondent::no_team
                                                   ? std::string()
                                                   : answers.teams.at(person.team)),
                            reports::csv_words(fmt::format("{}", fmt::join(tools, "; "))));
    }
    return text;
}

/// Each answer as the file that it could be submitted as again.
std::string as_json(const RoundContents& contents,
                    const std::vector<StoredSubmission>& submissions) {
    const auto& round = contents.round();
    auto list = nlohmann::ordered_json::array();
    for (const auto& submission : submissions) {
        list.push_back(
            {{"respondent", submission.respondent},
             {"version", submission.version},
             {"received", submission.received},
             {"route", id_of(submission.route)},
             {"answers", nlohmann::ordered_json::parse(contents.as_answer_file(submission))}});
    }
    const nlohmann::ordered_json json{
        {"format", "assess/round-export/1"},
        {"round", round.name},
        {"questionnaire",
         {{"id", round.questionnaire},
          {"version", round.questionnaire_version},
          {"digest", round.questionnaire_digest}}},
        {"landscape", {{"edition", round.edition}, {"digest", round.landscape_digest}}},
        {"promise", id_of(round.promise.kind)},
        {"opened", round.opened},
        {"closed", round.closed},
        {"submissions", std::move(list)}};
    return json.dump(2) + "\n";
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics&) {
    return [file = store_file(arguments), name = arguments.get("round"),
            json = arguments.get("format") == "json",
            out = arguments.get("out")](Streams& streams) {
        Store store(file, Store::Access::Read);
        const auto round = name ? store.round(*name) : store.newest_round();
        if (round.is_confidential()) {
            throw InputError(Diagnostic{
                {},
                fmt::format("the round {} is confidential: nobody's own answers leave the store",
                            in_quotes(round.name)),
                fmt::format("For figures about groups: assess table {} --round {}",
                            printable(file.string()), in_quotes(round.name))});
        }
        const RoundContents contents(store, round);
        const auto submissions = store.newest(round);
        const auto text = json ? as_json(contents, submissions) : as_roster(contents, submissions);
        if (out) {
            write_file(*out, text);
        } else {
            streams.out << text;
        }
        return ExitCode::Done;
    };
}

} // namespace
} // namespace export_verb

Command export_command() {
    return {
        "export",
        "the answers of a lead-entered round, as a roster or as JSON",
        "[--round NAME] [--format csv|json] [--out FILE] [--store FILE]",
        "Writes everybody's newest answers. The roster can be edited in a spreadsheet and read\n"
        "again; cells that a spreadsheet would compute get an apostrophe in front. A\n"
        "confidential round is refused: of it, only reports about groups leave the store.",
        export_verb::positionals,
        export_verb::options,
        {"assess export > team.csv", "assess export --round trial --format json --out t.json"},
        export_verb::setup};
}

} // namespace assess
