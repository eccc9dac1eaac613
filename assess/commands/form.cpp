// assess form: a questionnaire as one page that is filled in offline, in a browser.
#include "assess/commands/built_in_check.hpp"
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
namespace form_verb {
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

/// Throws InputError where the questionnaire is not there in the language that was asked for.
void check_language(const std::string& language, const Definition& definition) {
    const auto& languages = definition.languages;
    if (std::ranges::find(languages, language) == languages.end()) {
        throw InputError(Diagnostic{{},
                                    fmt::format("the questionnaire {} has no language {}",
                                                in_quotes(definition.id), in_quotes(language)),
                                    fmt::format("It has {}.", listed(languages, "and"))});
    }
}

void say_what_to_do(const Definition& definition, const std::string& out, std::ostream& err) {
    const bool of_a_tool = definition.purpose == Purpose::Tool;
    err << fmt::format("The questionnaire {} is in {}. Send that file to those who shall "
                       "answer. For the file that they send back: assess {}\n",
                       in_quotes(definition.id), printable(out),
                       of_a_tool ? "landscape place FILE" : "submit FILE");
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    const auto language = arguments.get("language");
    const FormSettings settings{language.value_or(""), arguments.get("round-title").value_or("")};
    if (first_invalid_utf8(settings.round) || display_width(settings.round) > longest_round) {
        problems.push_back(
            usage_problem("the round's title is no UTF-8 text, or too long",
                          fmt::format("Give one of at most {} characters.", longest_round)));
    }
    const auto& given = arguments.positionals();
    const auto name = given.empty() ? std::string("team") : given.front();
    if (language) {
        check_if_built_in(name, problems, [&](const Definition& definition) {
            check_language(*language, definition);
        });
    }
    return [language, settings, name, options = landscape_options(arguments, problems),
            out = arguments.get("out")](Streams& streams) {
        const auto landscape = read_landscape(options);
        const auto text = definition_text(name);
        const auto definition = parse_definition(text, name, landscape);
        if (language) {
            check_language(*language, definition);
        }
        const auto page = make_form(definition, text, landscape, settings);
        if (out) {
            write_file(*out, page);
            say_what_to_do(definition, *out, streams.err);
        } else {
            streams.out << page;
        }
        return ExitCode::Done;
    };
}

} // namespace
} // namespace form_verb

Command form_command() {
    return {"form",
            "a questionnaire as one page to fill in offline, in a browser",
            "[QUESTIONNAIRE] --out FILE [--language LANG] [options]",
            "Writes one HTML file that asks the same questions by the same rules as assess ask.\n"
            "It needs no network and sends nothing: whoever answers saves a file of answers and\n"
            "sends that back.",
            form_verb::positionals,
            form_verb::options,
            {"assess form --out form.html",
             "assess form quick --out quick.html --language de --round-title Spring",
             "assess form our-questions.json --overlay our-tools.json --out form.html"},
            form_verb::setup};
}

} // namespace assess
