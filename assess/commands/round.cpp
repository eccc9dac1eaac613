// assess round: opening, closing and looking at rounds of answers.
#include "assess/clock.hpp"
#include "assess/commands/command.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/store_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/save.hpp"
#include "model/text/text.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/store/asked_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace assess {
namespace round_verb {
namespace {

std::vector<Positional> positionals() {
    return {{"ACTION", "open, close, list or show"},
            {"NAME", "the round's name; show: else the round opened last", false}};
}

std::vector<Option> options() {
    std::vector<Option> table{
        {"questionnaire", "WHICH",
         "open: what is asked: team (the usual one), quick, or a definition's file."},
        {"confidential", "",
         "open: promise that no small group is ever shown, nor anybody's own answers."},
        {"lead-entered", "",
         "open: promise nothing: the lead types the answers, or everybody may see them."},
        {"least-people", "N",
         "open: with --confidential, the smallest group that is shown, 5 to 1000; else 5."},
        {"asked", "FILE",
         "open: who is asked, a CSV file with the columns respondent and role. Then the response "
         "rate can be told."},
    };
    append_store_option(table);
    append_landscape_options(table);
    return table;
}

std::string new_name(const Arguments& arguments, Diagnostics& problems) {
    constexpr std::size_t longest = 64;
    std::string name(trimmed(arguments.positionals()[1]));
    const bool plain = std::none_of(name.begin(), name.end(),
                                    [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (name.empty() || name.size() > longest || !plain || first_invalid_utf8(name)) {
        problems.push_back(
            usage_problem(fmt::format("a round cannot be named {}", in_quotes(name)),
                          fmt::format("A name has 1 to {} bytes and no control characters; "
                                      "the month is a good one: 2026-11.",
                                      longest)));
    }
    return name;
}

void check_promise(const Arguments& arguments, Diagnostics& problems) {
    const bool confidential = arguments.has("confidential");
    const bool lead_entered = arguments.has("lead-entered");
    if (confidential && lead_entered) {
        problems.push_back(
            usage_problem("--confidential and --lead-entered cannot both be promised",
                          "Choose one. It cannot be changed later."));
    } else if (!confidential && !lead_entered) {
        problems.push_back(usage_problem(
            "a round needs a promise to the people who answer",
            "--confidential: nobody's own answers are ever shown, and no group smaller than 5. "
            "--lead-entered: no promise, for answers that you type yourself or that all may see. "
            "It cannot be changed later."));
    } else if (lead_entered && arguments.has("least-people")) {
        problems.push_back(
            usage_problem("--least-people belongs to --confidential",
                          "A lead-entered round shows every group: leave --least-people out."));
    }
}

PrivacyPromise promise_given(const Arguments& arguments, Diagnostics& problems) {
    constexpr std::uint64_t least = 5;
    constexpr std::uint64_t most = 1000;
    check_promise(arguments, problems);
    PrivacyPromise promise;
    promise.kind = arguments.has("confidential") ? Promise::Confidential : Promise::LeadEntered;
    if (const auto people = arguments.number("least-people", least, most, problems)) {
        promise.least_people = static_cast<std::size_t>(*people);
        promise.least_texts = std::max(promise.least_texts, promise.least_people);
    }
    return promise;
}

std::string in_words(const PrivacyPromise& promise) {
    return promise.kind == Promise::Confidential
               ? fmt::format("confidential: no group smaller than {}, no comments of fewer than {} "
                             "people",
                             promise.least_people, promise.least_texts)
               : "lead-entered: nothing is promised";
}

/// A round of answers that no report could use is a mistake, better found before anybody answers.
void check_questions(const Definition& definition, const std::vector<AskedPerson>& asked) {
    Diagnostics problems;
    if (!definition.find_record(Records::Usage)) {
        problems.push_back(
            usage_problem(fmt::format("the questionnaire {} asks nobody which tools they use",
                                      in_quotes(definition.id)),
                          "Add a question of the kind 'tools' that records 'usage'; assess "
                          "questionnaire show quick prints one."));
    }
    if (!definition.find_record(Records::Role) && asked.empty()) {
        problems.push_back(
            usage_problem(fmt::format("the questionnaire {} asks nobody for their role",
                                      in_quotes(definition.id)),
                          "Add a question that records 'role', or give the roles in a list of "
                          "who is asked: --asked FILE."));
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

/// What `assess round open` is asked for.
struct Opening {
    std::filesystem::path store;
    std::string name;
    PrivacyPromise promise;
    LandscapeOptions landscape;
    std::string questionnaire;        ///< the id of a built-in one, or a file
    std::optional<std::string> asked; ///< a file
};

NewRound new_round(const Opening& opening) {
    NewRound result;
    auto& round = result.round;
    round.name = opening.name;
    round.promise = opening.promise;
    const auto landscape = read_landscape(opening.landscape);
    const auto definition = load_definition(opening.questionnaire, landscape);
    if (definition.purpose != Purpose::Team) {
        throw InputError(
            Diagnostic{{},
                       fmt::format("the questionnaire {} places a tool; a round asks people",
                                   in_quotes(definition.id)),
                       "Use team or quick, or a definition with the purpose 'team'."});
    }
    round.questionnaire = definition.id;
    round.questionnaire_version = definition.version;
    round.questionnaire_digest = definition.digest;
    round.edition = landscape.edition;
    round.landscape_digest = landscape.digest;
    round.opened = utc_now();
    result.definition_json = definition_text(opening.questionnaire);
    result.landscape_json = landscape_as_json(landscape);
    if (opening.asked) {
        result.asked = read_asked_list(*opening.asked);
    }
    check_questions(definition, result.asked);
    return result;
}

Work setup_open(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    return [opening =
                Opening{store_file(arguments), new_name(arguments, problems),
                        promise_given(arguments, problems), landscape_options(arguments, problems),
                        arguments.get("questionnaire").value_or("team"),
                        arguments.get("asked")}](Streams& streams) {
        const auto round = new_round(opening);
        Store(opening.store).open_round(round);
        streams.out << fmt::format("Round {} is open, {}.\n", in_quotes(opening.name),
                                   in_words(opening.promise));
        if (!round.asked.empty()) {
            streams.out << fmt::format("{} people are asked.\n", round.asked.size());
        }
        streams.out << "Next: assess submit FILE...\n";
        return ExitCode::Done;
    };
}

/// Options that say nothing to an action are mistakes: nobody may think that they did something.
void refuse_options_of_open(const Arguments& arguments, Diagnostics& problems) {
    for (const auto& option : options()) {
        if (option.name != "store" && arguments.has(option.name)) {
            problems.push_back(
                usage_problem(fmt::format("--{} does not go with assess round {}", option.name,
                                          arguments.positionals().front()),
                              "It is fixed when a round is opened: leave it out."));
        }
    }
}

Work setup_close(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    refuse_options_of_open(arguments, problems);
    return [file = store_file(arguments), name = arguments.positionals()[1]](Streams& streams) {
        Store store(file);
        const auto round = store.round(name);
        store.close_round(round, utc_now());
        streams.out << fmt::format("Round {} is closed. It takes no more answers.\n",
                                   in_quotes(round.name));
        return ExitCode::Done;
    };
}

void print_rounds(Store& store, std::ostream& out) {
    const auto rounds = store.rounds();
    if (rounds.empty()) {
        out << "There is no round yet. Open one: assess round open NAME\n";
    }
    std::size_t widest = 0;
    for (const auto& round : rounds) {
        widest = std::max(widest, display_width(printable(round.name)));
    }
    for (const auto& round : rounds) {
        const auto name = printable(round.name);
        out << fmt::format("{}{}  {}, {}, opened {}, answers from {}\n", name,
                           std::string(widest - display_width(name), ' '),
                           round.is_open() ? "open" : "closed", id_of(round.promise.kind),
                           round.opened.substr(0, 10), told_total(store.response(round), round));
    }
}

Work setup_list(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    refuse_options_of_open(arguments, problems);
    return [file = store_file(arguments)](Streams& streams) {
        Store store(file, Store::Access::Read);
        print_rounds(store, streams.out);
        return ExitCode::Done;
    };
}

void print_round(const Round& round, const Response& response, std::ostream& out) {
    out << fmt::format("Round          {}\n", printable(round.name))
        << fmt::format("State          {}\n",
                       round.is_open() ? "open" : fmt::format("closed {}", round.closed))
        << fmt::format("Opened         {}\n", round.opened)
        << fmt::format("Questionnaire  {}, version {} ({})\n", printable(round.questionnaire),
                       round.questionnaire_version, round.questionnaire_digest)
        << fmt::format("Landscape      {} ({})\n", printable(round.edition), round.landscape_digest)
        << fmt::format("Promise        {}\n", in_words(round.promise))
        << fmt::format("Answers from   {}\n", told_total(response, round));
    auto heading = fmt::format("{:<15}", "Of those asked");
    for (const auto& line : told_by_role(response, round)) {
        out << heading << line << '\n';
        heading = std::string(heading.size(), ' ');
    }
    if (response.asked > 0 && !round.is_confidential() && response.not_listed > 0) {
        out << fmt::format("Not asked      {} answered all the same\n", response.not_listed);
    }
}

Work setup_show(const Arguments& arguments, const Terminal&, Diagnostics& problems) {
    refuse_options_of_open(arguments, problems);
    const auto& words = arguments.positionals();
    const auto name = words.size() < 2 ? std::nullopt : std::optional(words[1]);
    return [file = store_file(arguments), name](Streams& streams) {
        Store store(file, Store::Access::Read);
        const auto round = name ? store.round(*name) : store.newest_round();
        print_round(round, store.response(round), streams.out);
        return ExitCode::Done;
    };
}

constexpr std::array<Action, 4> actions{
    {{"open",
      "starts a round: one questionnaire, one landscape and one promise to the people who\n"
      "answer, all fixed from then on",
      setup_open, "NAME", "the name of a round", "2026-11"},
     {"close", "ends a round: it takes no more answers", setup_close, "NAME", "the name of a round",
      "2026-11"},
     {"list", "all rounds of the store", setup_list},
     {"show", "one round: what it asks, its promise, how many have answered", setup_show, "NAME"}}};

} // namespace
} // namespace round_verb

Command round_command() {
    return {"round",
            "opens, closes and shows rounds of answers",
            "open|close|list|show [NAME] [options]",
            {},
            round_verb::positionals,
            round_verb::options,
            {"assess round open 2026-11 --confidential",
             "assess round open 2026-11 --confidential --least-people 8 --asked asked.csv",
             "assess round open trial --lead-entered --questionnaire quick",
             "assess round close 2026-11", "assess round list --store ours.db",
             "assess round show 2026-11"},
            nullptr,
            round_verb::actions};
}

} // namespace assess
