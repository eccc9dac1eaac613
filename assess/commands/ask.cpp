// assess ask: a questionnaire in the terminal, in plain lines or from a pipe.
#include "assess/asking/person.hpp"
#include "assess/asking/talk.hpp"
#include "assess/asking/team_asking.hpp"
#include "assess/commands/built_in_check.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/definitions/load.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {
namespace ask_verb {
namespace {

namespace fs = std::filesystem;
using asking::Context;
using asking::Ending;
using asking::FoundDraft;
using asking::Person;
using asking::Places;
using asking::Talk;
using asking::Way;
using asking::Words;

std::vector<Positional> positionals() {
    return {
        {"QUESTIONNAIRE", "team (the default), quick, place-a-tool, or a file of your own", false}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"out", "FILE",
         "Where the answers go; else answers-CODE.json in this folder. With --as-team a folder."},
        {"as", "NAME", "Who answers; else a code made at random, such as wren-4821."},
        {"language", "LANG", "The language, such as en or de; else that of your locale."},
        {"resume", "FILE", "Go on with a draft."},
        {"replace", "", "Replace the file that --out names, whatever it holds."},
        {"as-team", "", "Answer for several people, one after another; a file for each."},
        {"plain", "", "Plain lines, for a screen reader; nothing is drawn over."},
        {"width", "N", "Columns of plain lines, 40 to 200; else the terminal's, or 80."},
        {"ascii", "", "Plain ASCII characters only."},
        {"color",
         "WHEN",
         "Colour on the screen; auto obeys NO_COLOR.",
         {"auto", "always", "never"}},
    };
    append_landscape_options(table);
    return table;
}

struct AskOptions {
    std::optional<std::string> questionnaire; ///< the id of a built-in one, or a file
    std::optional<std::string> out;
    std::optional<std::string> as;
    std::optional<std::string> language;
    std::optional<std::string> resume;
    bool replace = false;
    bool as_team = false;
    bool plain = false;
    bool ascii = false;
    std::optional<std::uint64_t> width;
    std::string colour;
    LandscapeOptions landscape;
};

asking::TalkSettings talk_settings(const AskOptions& options, const Streams& streams) {
    const char* term = std::getenv("TERM"); // NOLINT(concurrency-mt-unsafe): before any thread
    const std::string_view kind = term == nullptr ? "" : term;
    const auto& terminal = streams.out_terminal;
    asking::TalkSettings settings;
    if (!streams.in_is_terminal) {
        settings.way = options.plain ? Way::Plain : Way::Pipe;
    } else if (options.plain || kind.empty() || kind == "dumb" || !terminal.is_terminal) {
        settings.way = Way::Plain;
    } else {
        settings.way = Way::Screen;
    }
    settings.width = options.width.value_or(terminal.width);
    settings.unicode = terminal.unicode && !options.ascii;
    settings.colour = options.colour == "always" || (options.colour == "auto" && terminal.colour);
    return settings;
}

std::string questionnaire_of(const AskOptions& options, const std::optional<Draft>& draft) {
    if (options.questionnaire) {
        return *options.questionnaire;
    }
    if (!draft) {
        return "team";
    }
    if (built_in_definition(draft->questionnaire).empty()) {
        throw InputError(
            Diagnostic{{*options.resume, 0, 0, ""},
                       fmt::format("this draft is of the questionnaire {}, which is not built in",
                                   in_quotes(draft->questionnaire)),
                       "Name its file too: assess ask QUESTIONNAIRE --resume FILE"});
    }
    return draft->questionnaire;
}

void check_draft(const Draft& draft, const Definition& definition, const AskOptions& options) {
    if (draft.questionnaire != definition.id) {
        throw InputError(
            Diagnostic{{*options.resume, 0, 0, ""},
                       fmt::format("this draft is of the questionnaire {}, not of {}",
                                   in_quotes(draft.questionnaire), in_quotes(definition.id)),
                       "Leave the questionnaire out, or name the draft's."});
    }
    if (options.as && *options.as != draft.respondent) {
        throw InputError(
            Diagnostic{{*options.resume, 0, 0, ""},
                       fmt::format("this draft is of {}, not of {}", in_quotes(draft.respondent),
                                   in_quotes(*options.as)),
                       "Leave --as out, or start anew without --resume."});
    }
}

/// The command with what it needs to find the questionnaire again.
std::string command_for(const AskOptions& options, bool always) {
    const auto& name = options.questionnaire;
    const bool named = name && (always || built_in_definition(*name).empty());
    return named ? "assess ask " + asking::for_shell(*name) : "assess ask";
}

Places places_for(const AskOptions& options, const std::string& respondent) {
    const fs::path answers = options.out.value_or(asking::answers_name(respondent));
    return {answers, asking::draft_beside(answers), options.replace, command_for(options, false)};
}

Person resumed(const Context& context, const AskOptions& options, const fs::path& file,
               Draft draft) {
    auto places = places_for(options, draft.respondent);
    places.draft = file;
    if (!options.out) {
        places.answers = asking::answers_beside(file);
    }
    return {asking::session_from(context, std::move(draft)), places, {}, false};
}

Person fresh(const Context& context, const AskOptions& options) {
    const auto respondent = options.as ? *options.as : asking::make_pseudonym();
    return {asking::new_session(context, respondent), places_for(options, respondent), {}, false};
}

/// A person in the same folder may have begun before. Nothing where it was stopped.
std::optional<Person> found_or_fresh(const Context& context, const AskOptions& options, Talk& talk,
                                     Ending& ending) {
    const auto wanted = places_for(options, options.as.value_or(""));
    const bool named = options.out || options.as;
    auto drafts = asking::find_drafts(wanted.answers.parent_path(), context.definition.id);
    if (named) {
        std::erase_if(drafts, [&](const FoundDraft& found) { return found.file != wanted.draft; });
    }
    if (drafts.empty()) {
        return fresh(context, options);
    }
    const auto& words = context.words;
    std::vector<std::string> choices;
    for (const auto& found : drafts) {
        const Session session = asking::session_from(context, found.draft);
        const auto far = session.how_far();
        choices.push_back(
            words("draft-go-on", {printable(found.draft.respondent), std::to_string(far.done),
                                  std::to_string(far.shown), printable(found.file.string())}));
    }
    choices.push_back(words(named ? "draft-anew-over" : "draft-anew"));
    const auto chosen = talk.choose({words("draft-found"), {}}, choices, ending);
    if (!chosen) {
        return std::nullopt;
    }
    if (*chosen == drafts.size()) {
        return fresh(context, options);
    }
    auto& found = drafts[*chosen];
    return resumed(context, options, found.file, std::move(found.draft));
}

/// What would go wrong at the end goes wrong before the first question.
void check_places(const Person& person, const Context& context, Way way) {
    const auto& places = person.places;
    const auto& respondent = person.session.draft().respondent;
    if (!places.replace && asking::look_at(places.answers, context.definition.id, respondent) ==
                               asking::Holds::SomethingElse) {
        asking::refuse_overwriting(places.answers);
    }
    std::error_code error;
    if (fs::is_directory(places.answers, error)) {
        throw InputError(Diagnostic{{places.answers.string(), 0, 0, ""},
                                    "this is a folder, not a file",
                                    "Name a file in it. Only --as-team writes to a folder."});
    }
    if (way == Way::Pipe && person.session.draft().answers.empty() &&
        fs::exists(places.draft, error)) {
        throw InputError(Diagnostic{
            {places.draft.string(), 0, 0, ""},
            "there is a draft already",
            fmt::format("Go on with it: assess ask --resume {}. Or remove it and start anew.",
                        printable(places.draft.string()))});
    }
}

Ending ask_one(const Context& context, const AskOptions& options, Talk& talk,
               const std::optional<Draft>& draft) {
    Ending ending;
    auto person = draft                     ? resumed(context, options, *options.resume, *draft)
                  : talk.way() == Way::Pipe ? fresh(context, options)
                                            : found_or_fresh(context, options, talk, ending);
    if (!person) {
        talk.say_after(context.words("nothing-changed"));
        return ending;
    }
    check_places(*person, context, talk.way());
    const auto answers = asking::for_shell(person->places.answers);
    ending = asking::ask_person(context, talk, std::move(*person));
    if (ending.finished) {
        const bool tool = context.definition.purpose == Purpose::Tool;
        talk.say_after(context.words(tool ? "then-place" : "then-send"));
        talk.say_command(fmt::format("assess {} {}", tool ? "landscape place" : "submit", answers));
    }
    return ending;
}

Ending ask_everybody(const Context& context, const AskOptions& options, Talk& talk) {
    const asking::TeamSettings settings{options.out.value_or("team-answers"), options.replace};
    const auto ending = asking::ask_team(context, talk, settings);
    const auto folder = asking::for_shell(settings.folder);
    talk.say_after(context.words(ending.finished ? "then-submit" : "go-on-with"));
    talk.say_command(
        ending.finished ? fmt::format("assess submit {}/answers-*.json", folder)
                        : fmt::format("{} --as-team --out {}", command_for(options, true), folder));
    return ending;
}

std::string language_for(const AskOptions& options, const std::optional<Draft>& draft,
                         const Definition& definition) {
    return asking::choose_language(options.language.value_or(draft ? draft->language : ""),
                                   definition.languages, asking::message_locale());
}

ExitCode ask(const AskOptions& options, Streams& streams) {
    std::optional<Draft> draft;
    if (options.resume) {
        draft = parse_draft(read_file(*options.resume), *options.resume);
    }
    const auto landscape = read_landscape(options.landscape);
    const auto definition = load_definition(questionnaire_of(options, draft), landscape);
    if (draft) {
        check_draft(*draft, definition, options);
    }
    const Words words(language_for(options, draft, definition));
    const Context context{definition, landscape, words};
    Talk talk(streams, words, talk_settings(options, streams));
    const auto ending = options.as_team ? ask_everybody(context, options, talk)
                                        : ask_one(context, options, talk, draft);
    talk.end();
    return ending.finished ? ExitCode::Done : ExitCode::Failed;
}

void refuse_together(const Arguments& arguments, Diagnostics& problems) {
    for (const auto* option : {"as", "resume"}) {
        if (arguments.has("as-team") && arguments.has(option)) {
            problems.push_back(usage_problem(
                fmt::format("--as-team and --{} do not go together", option),
                "With --as-team, each person is asked for by name, and drafts in the folder are "
                "offered."));
        }
    }
}

Work setup(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    refuse_together(arguments, problems);
    const auto& words = arguments.positionals();
    AskOptions options;
    options.questionnaire = words.empty() ? std::nullopt : std::optional(words.front());
    options.out = arguments.get("out");
    if (const auto as = arguments.get("as")) {
        add_problems(problems, [&] { options.as = asking::checked_respondent(*as); });
    }
    options.language = arguments.get("language");
    options.resume = arguments.get("resume");
    if (options.language && (options.questionnaire || !options.resume)) {
        check_if_built_in(options.questionnaire.value_or("team"), problems,
                          [&](const Definition& definition) {
                              static_cast<void>(language_for(options, {}, definition));
                          });
    }
    options.replace = arguments.has("replace");
    options.as_team = arguments.has("as-team");
    options.plain = arguments.has("plain");
    options.ascii = arguments.has("ascii");
    options.width = arguments.number("width", 40, 200, problems);
    options.colour = arguments.get("color").value_or("auto");
    options.landscape = landscape_options(arguments, problems);
    return [options](Streams& streams) { return ask(options, streams); };
}

} // namespace
} // namespace ask_verb

Command ask_command() {
    return {
        "ask",
        "a questionnaire, in the terminal or from a pipe",
        "[QUESTIONNAIRE] [--out FILE] [--as NAME] [--language LANG] [options]",
        "Asks which tools you use and how your work goes, one question at a time, and saves your\n"
        "answers to a file that only you may read. You can stop at any time: what you have\n"
        "answered is kept as a draft, and the same command goes on with it.\n\n"
        "From a pipe: one line is one answer, in the order of the questions; nothing is asked\n"
        "back. An empty line skips a question. Choices go by number, id or text (\"1,3 5-7\"),\n"
        "tools by name with their depth (\"pytorch=daily; git=weekly; +Our own tool\"), \"d\" is\n"
        "\"don't know\" and \"n\" is \"not applicable\". Where a line is wrong nothing is saved;\n"
        "where lines are missing the draft is.\n\n"
        "Exit codes: 0 saved; 2 a wrong line or option, or lines missing; 3 stopped before the\n"
        "end, with the draft kept.",
        ask_verb::positionals,
        ask_verb::options,
        {"assess ask", "assess ask quick --language de", "assess ask --out mine.json --as wren",
         "assess ask --resume answers-wren-4821.draft.json",
         "assess ask --as-team --out team-answers", "assess ask --plain"},
        ask_verb::setup};
}

} // namespace assess
