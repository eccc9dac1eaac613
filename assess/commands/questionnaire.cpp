// assess questionnaire: what can be asked, and whether a questionnaire of one's own is right.
#include "assess/commands/built_in_check.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/output_options.hpp"
#include "assess/pages/questionnaire_page.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/load.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/definitions/load.hpp"
#include "reports/document/render.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace assess {
namespace questionnaire_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"ACTION", "list, show or check"},
            {"NAME", "show: the id of a built-in questionnaire, or a file. check: a file", false}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"language", "LANG", "show: in this language, such as en or de; else the first."},
        {"format", "FORMAT", "show: how it is written.", {"text", "markdown", "html"}},
        {"json", "", "show: the questionnaire's file itself, to copy and change."},
    };
    append_landscape_options(table);
    append_drawing_options(table);
    return table;
}

Work setup_list(const Arguments&, const Terminal&, Diagnostics&) {
    return [](Streams& streams) {
        // The built-in ones are made for the current edition.
        const auto landscape = built_in_landscape("current");
        auto& out = streams.out;
        out << "Questionnaires inside the program:\n\n";
        for (const auto id : built_in_definitions()) {
            const auto definition = load_definition(std::string(id), landscape);
            out << fmt::format("  {:<14} {}\n  {:<14} {}\n", id, definition.title.in("en"), "",
                               reports::english(size_of(definition)));
        }
        out << "\nAnswer one:            assess ask team\n"
               "See what it asks:      assess questionnaire show team\n"
               "Make one of your own:  assess questionnaire show team --json > mine.json\n";
        return ExitCode::Done;
    };
}

/// The language asked for where the questionnaire has it, "de" for "de-AT" too.
std::string language_for(const std::optional<std::string>& wanted, const Definition& definition) {
    if (!wanted) {
        return definition.languages.front();
    }
    const auto base = wanted->substr(0, wanted->find('-'));
    const auto& known = definition.languages;
    if (std::find(known.begin(), known.end(), *wanted) == known.end() &&
        std::find(known.begin(), known.end(), base) == known.end()) {
        throw InputError(Diagnostic{{},
                                    fmt::format("the questionnaire {} is not there in {}",
                                                in_quotes(definition.id), in_quotes(*wanted)),
                                    fmt::format("It is there in {}.", listed(known, "and"))});
    }
    return *wanted;
}

Work setup_show(const Arguments& arguments, const Terminal& terminal, Diagnostics& problems) {
    const auto& name = arguments.positionals()[1];
    const auto language = arguments.get("language");
    const bool json = arguments.has("json");
    if (language && !json) {
        check_if_built_in(name, problems, [&](const Definition& definition) {
            language_for(language, definition);
        });
    }
    return [name, json, language, options = landscape_options(arguments, problems),
            settings = writer_settings(arguments, terminal, problems),
            renderer = chosen_from(reports::renderers(), &reports::Renderer::format, arguments,
                                   "format")](Streams& streams) {
        if (json) {
            streams.out << definition_text(name);
            return ExitCode::Done;
        }
        const auto definition = load_definition(name, read_landscape(options));
        renderer.render(
            questionnaire_page(definition, language_for(language, definition), reports::english()),
            settings, streams.out);
        return ExitCode::Done;
    };
}

/// What is valid, and yet probably not meant.
std::vector<std::string> worth_a_look(const Definition& definition) {
    std::vector<std::string> points;
    const auto lacks = [&](Records records, std::string_view then) {
        if (!definition.find_record(records)) {
            points.push_back(fmt::format("No question records {}: {}.", id_of(records), then));
        }
    };
    if (definition.purpose == Purpose::Team) {
        lacks(Records::Role, "whose answers belong together cannot be told");
        lacks(Records::Usage, "nobody gets a place on the landscape");
    } else {
        lacks(Records::ToolName, "a tool without a name cannot be placed");
        lacks(Records::ToolCategory, "a tool without a category cannot be placed");
        lacks(Records::Artifact, "the rubric cannot place the tool");
        lacks(Records::Covers, "the rubric cannot place the tool");
    }
    if (!built_in_definition(definition.id).empty()) {
        const auto own = load_definition(definition.id, built_in_landscape("current"));
        if (own.version == definition.version && own.digest != definition.digest) {
            points.push_back(fmt::format(
                "It has the id and the version of the built-in {} and is not the same. Give it an "
                "id of its own, so that answers to the two are told apart.",
                in_quotes(definition.id)));
        }
    }
    return points;
}

Work setup_check(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [file = arguments.positionals()[1],
            options = landscape_options(arguments, problems)](Streams& streams) {
        const auto definition = parse_definition(read_file(file), file, read_landscape(options));
        for (const auto& point : worth_a_look(definition)) {
            streams.out << "worth a look: " << printable(point) << '\n';
        }
        streams.out << fmt::format(
            "{} is a valid questionnaire to {}: {} ({}, version {}), {}; digest {}.\n",
            printable(file), definition.purpose == Purpose::Team ? "assess a team" : "place a tool",
            in_quotes(definition.title.in("en")), definition.id, definition.version,
            reports::english(size_of(definition)), definition.digest);
        return ExitCode::Done;
    };
}

constexpr std::array<Action, 3> actions{
    {{"list", "the questionnaires inside the program", setup_list},
     {"show", "one of them, or a file: every question, its choices and when it is asked",
      setup_show, "QUESTIONNAIRE", "a questionnaire"},
     {"check", "a questionnaire of your own: everything that is wrong, or what it is", setup_check,
      "FILE", "a questionnaire's file"}}};

} // namespace
} // namespace questionnaire_verb

Command questionnaire_command() {
    return {"questionnaire",
            "what can be asked, and checks of your own questionnaires",
            "list|show|check [NAME] [options]",
            {},
            questionnaire_verb::positionals,
            questionnaire_verb::options,
            {"assess questionnaire list", "assess questionnaire show team --language de",
             "assess questionnaire show team --json > mine.json",
             "assess questionnaire check mine.json"},
            nullptr,
            questionnaire_verb::actions};
}

} // namespace assess
