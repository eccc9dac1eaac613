// assess form: a questionnaire as one page that is filled in offline, in a browser.
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/form/make_form.hpp"
#include "assess/output_file.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/definitions/load.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

constexpr std::size_t longest_round = 120; ///< characters

std::vector<Positional> positionals() {
    return {
        {"QUESTIONNAIRE", "team (the default), quick, place-a-tool, or a file of your own", false}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"out", "FILE", "Write the page to this file, whole or not at all; else to the screen."},
        {"language", "LANG",
         "The language that the page opens in; else that of the reader's browser. The reader can "
         "switch."},
        {"round-title", "TEXT", "What the round is called, shown above the questionnaire's title."},
    };
    append_landscape_options(table);
    return table;
}

FormSettings settings_for(const Arguments& arguments, const Definition& definition) {
    FormSettings settings{arguments.get("language").value_or(""),
                          arguments.get("round-title").value_or("")};
    Diagnostics problems;
    const auto& languages = definition.languages;
    if (arguments.has("language") &&
        std::find(languages.begin(), languages.end(), settings.language) == languages.end()) {
        problems.push_back({{},
                            fmt::format("the questionnaire {} has no language {}",
                                        in_quotes(definition.id), in_quotes(settings.language)),
                            fmt::format("It has {}.", listed(languages, "and"))});
    }
    if (first_invalid_utf8(settings.round) || display_width(settings.round) > longest_round) {
        problems.push_back({{},
                            "the round's title is no UTF-8 text, or too long",
                            fmt::format("Give one of at most {} characters.", longest_round)});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return settings;
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    const auto landscape = landscape_for(arguments);
    const auto& given = arguments.positionals();
    const auto name = given.empty() ? std::string("team") : given.front();
    const auto text = definition_text(name);
    const auto definition = parse_definition(text, name, landscape);
    const auto page = make_form(definition, text, landscape, settings_for(arguments, definition));
    const auto out = arguments.get("out");
    if (!out) {
        streams.out << page;
        return ExitCode::Done;
    }
    write_file(*out, page);
    const bool of_a_tool = definition.purpose == Purpose::Tool;
    streams.err << fmt::format("The questionnaire {} is in {}. Send that file to those who shall "
                               "answer. For the file that they send back: assess {}\n",
                               in_quotes(definition.id), printable(*out),
                               of_a_tool ? "landscape place FILE" : "submit FILE");
    return ExitCode::Done;
}

} // namespace

Command form_command() {
    return {"form",
            "a questionnaire as one page to fill in offline, in a browser",
            "[QUESTIONNAIRE] --out FILE [--language LANG] [options]",
            "Writes one HTML file that asks the same questions by the same rules as assess ask.\n"
            "It needs no network and sends nothing: whoever answers saves a file of answers and\n"
            "sends that back.",
            positionals,
            options,
            {"assess form --out form.html",
             "assess form quick --out quick.html --language de --round-title Spring",
             "assess form our-questions.json --overlay our-tools.json --out form.html"},
            run};
}

} // namespace assess
