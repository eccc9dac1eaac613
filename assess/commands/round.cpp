// assess round: opening, closing and looking at rounds of answers.
#include "assess/clock.hpp"
#include "assess/commands/actions.hpp"
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

namespace assess {
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

InputError usage_problem(std::string what, std::string hint) {
    return InputError(Diagnostic{{}, std::move(what), std::move(hint)});
}

const std::string& name_given(const Arguments& arguments) {
    if (arguments.positionals().size() < 2) {
        throw usage_problem(fmt::format("assess round {} needs the name of a round",
                                        arguments.positionals().front()),
                            "Such as: assess round " + arguments.positionals().front() +
                                " 2026-11");
    }
    return arguments.positionals()[1];
}

std::string new_name(const Arguments& arguments) {
    constexpr std::size_t longest = 64;
    const std::string name(trimmed(name_given(arguments)));
    const bool plain = std::none_of(name.begin(), name.end(),
                                    [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (name.empty() || name.size() > longest || !plain || first_invalid_utf8(name)) {
        throw usage_problem(fmt::format("a round cannot be named {}", in_quotes(name)),
                            fmt::format("A name has 1 to {} bytes and no control characters; "
                                        "the month is a good one: 2026-11.",
                                        longest));
    }
    return name;
}

PrivacyPromise promise_given(const Arguments& arguments) {
    constexpr std::uint64_t least = 5;
    constexpr std::uint64_t most = 1000;
    const bool confidential = arguments.has("confidential");
    if (confidential && arguments.has("lead-entered")) {
        throw usage_problem("--confidential and --lead-entered cannot both be promised",
                            "Choose one. It cannot be changed later.");
    }
    if (!confidential && !arguments.has("lead-entered")) {
        throw usage_problem(
            "a round needs a promise to the people who answer",
            "--confidential: nobody's own answers are ever shown, and no group smaller than 5. "
            "--lead-entered: no promise, for answers that you type yourself or that all may see. "
            "It cannot be changed later.");
    }
    if (!confidential && arguments.has("least-people")) {
        throw usage_problem("--least-people belongs to --confidential",
                            "A lead-entered round shows every group: leave --least-people out.");
    }
    PrivacyPromise promise;
    promise.kind = confidential ? Promise::Confidential : Promise::LeadEntered;
    if (const auto people = arguments.number("least-people", least, most)) {
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
        problems.push_back({{},
                            fmt::format("the questionnaire {} asks nobody which tools they use",
                                        in_quotes(definition.id)),
                            "Add a question of the kind 'tools' that records 'usage'; assess "
                            "questionnaire show quick prints one."});
    }
    if (!definition.find_record(Records::Role) && asked.empty()) {
        problems.push_back({{},
                            fmt::format("the questionnaire {} asks nobody for their role",
                                        in_quotes(definition.id)),
                            "Add a question that records 'role', or give the roles in a list of "
                            "who is asked: --asked FILE."});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

void open(const Arguments& arguments, Streams& streams) {
    NewRound opening;
    auto& round = opening.round;
    round.name = new_name(arguments);
    round.promise = promise_given(arguments);
    const auto landscape = landscape_for(arguments);
    const auto questionnaire = arguments.get("questionnaire").value_or("team");
    const auto definition = load_definition(questionnaire, landscape);
    if (definition.purpose != Purpose::Team) {
        throw usage_problem(fmt::format("the questionnaire {} places a tool; a round asks people",
                                        in_quotes(definition.id)),
                            "Use team or quick, or a definition with the purpose 'team'.");
    }
    round.questionnaire = definition.id;
    round.questionnaire_version = definition.version;
    round.questionnaire_digest = definition.digest;
    round.edition = landscape.edition;
    round.landscape_digest = landscape.digest;
    round.opened = utc_now();
    opening.definition_json = definition_text(questionnaire);
    opening.landscape_json = landscape_as_json(landscape);
    if (const auto file = arguments.get("asked")) {
        opening.asked = read_asked_list(*file);
    }
    check_questions(definition, opening.asked);
    Store(store_file(arguments)).open_round(opening);
    streams.out << fmt::format("Round {} is open, {}.\n", in_quotes(round.name),
                               in_words(round.promise));
    if (!opening.asked.empty()) {
        streams.out << fmt::format("{} people are asked.\n", opening.asked.size());
    }
    streams.out << "Next: assess submit FILE...\n";
}

void close(const Arguments& arguments, Streams& streams) {
    Store store(store_file(arguments));
    const auto round = store.round(name_given(arguments));
    store.close_round(round, utc_now());
    streams.out << fmt::format("Round {} is closed. It takes no more answers.\n",
                               in_quotes(round.name));
}

void list(const Arguments& arguments, Streams& streams) {
    Store store(store_file(arguments), Store::Access::Read);
    const auto rounds = store.rounds();
    if (rounds.empty()) {
        streams.out << "There is no round yet. Open one: assess round open NAME\n";
    }
    std::size_t widest = 0;
    for (const auto& round : rounds) {
        widest = std::max(widest, display_width(printable(round.name)));
    }
    for (const auto& round : rounds) {
        const auto name = printable(round.name);
        streams.out << fmt::format("{}{}  {}, {}, opened {}, answers from {}\n", name,
                                   std::string(widest - display_width(name), ' '),
                                   round.is_open() ? "open" : "closed", id_of(round.promise.kind),
                                   round.opened.substr(0, 10),
                                   told_total(store.response(round), round));
    }
}

void show(const Arguments& arguments, Streams& streams) {
    Store store(store_file(arguments), Store::Access::Read);
    const auto round = arguments.positionals().size() < 2 ? store.newest_round()
                                                          : store.round(name_given(arguments));
    const auto response = store.response(round);
    auto& out = streams.out;
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

constexpr std::array<Action, 4> actions{
    {{"open", open}, {"close", close}, {"list", list}, {"show", show}}};

/// Options that say nothing to an action are mistakes: nobody may think that they did something.
void check_options(const Arguments& arguments, std::string_view action) {
    if (action == "open") {
        return;
    }
    Diagnostics problems;
    for (const auto& option : options()) {
        if (option.name != "store" && arguments.has(option.name)) {
            problems.push_back(
                {{},
                 fmt::format("--{} does not go with assess round {}", option.name, action),
                 "It is fixed when a round is opened: leave it out."});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

ExitCode run(const Arguments& arguments, Streams& streams) {
    const auto& action = chosen_action("round", actions, arguments);
    check_options(arguments, action.name);
    action.run(arguments, streams);
    return ExitCode::Done;
}

} // namespace

Command round_command() {
    return {"round",
            "opens, closes and shows rounds of answers",
            "open|close|list|show [NAME] [options]",
            "open   starts a round: one questionnaire, one landscape and one promise to the people "
            "who\n"
            "       answer, all fixed from then on\n"
            "close  ends a round: it takes no more answers\n"
            "list   all rounds of the store\n"
            "show   one round: what it asks, its promise, how many have answered",
            positionals,
            options,
            {"assess round open 2026-11 --confidential",
             "assess round open 2026-11 --confidential --least-people 8 --asked asked.csv",
             "assess round open trial --lead-entered --questionnaire quick",
             "assess round close 2026-11", "assess round list --store ours.db",
             "assess round show 2026-11"},
            run};
}

} // namespace assess
