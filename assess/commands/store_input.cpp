#include "assess/commands/store_input.hpp"

#include "assess/clock.hpp"
#include "assess/commands/landscape_options.hpp"
#include "assess/commands/store_options.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/store/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace assess {
namespace {

void check_options(const Arguments& arguments) {
    Diagnostics problems;
    for (const std::string_view option : {"map", "unknown"}) {
        if (arguments.has(option)) {
            problems.push_back({{},
                                fmt::format("--{} does not go with a store", option),
                                "The answers were read when they were submitted: leave it out."});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

/// "role:hybrid" and "team:Search" as a reader says it.
std::string in_words(const std::string& label) {
    const auto colon = label.find(':');
    if (colon == std::string::npos) {
        return "Everybody";
    }
    const auto kind = std::string_view(label).substr(0, colon);
    const auto name = label.substr(colon + 1);
    if (kind == "team") {
        return fmt::format("Team {}", in_quotes(name));
    }
    const auto* const role =
        std::find_if(roles.begin(), roles.end(), [&](Role one) { return id_of(one) == name; });
    std::string words(role == roles.end() ? std::string_view(name) : plural_of(*role));
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

void say_what_is_held_back(const ReleasePlan& plan, Answers& answers) {
    for (const auto& held_back : plan.held_back) {
        answers.warnings.push_back(fmt::format(
            "{} not shown: {}.",
            in_words(held_back.label) + (held_back.label.starts_with("role:") ? " are" : " is"),
            held_back.reason));
    }
    if (plan.earlier) {
        answers.warnings.emplace_back(
            "Newer answers have come in that do not count yet: they wait until enough of them can "
            "be shown at once.");
    }
}

/// Leaves no team in the answers but those that may be shown.
void keep_teams(const std::set<std::string>& shown, Answers& answers) {
    std::vector<std::string> teams;
    std::vector<std::uint32_t> places;
    for (const auto& team : answers.teams) {
        const bool keep = shown.contains("team:" + team);
        places.push_back(keep ? static_cast<std::uint32_t>(teams.size()) : Respondent::no_team);
        if (keep) {
            teams.push_back(team);
        }
    }
    for (auto& person : answers.respondents) {
        if (person.team != Respondent::no_team) {
            person.team = places.at(person.team);
        }
    }
    answers.teams = std::move(teams);
    sort_respondents(answers);
}

/// Gives people in the same team the same spelling of it, whoever of them is in a report.
void unify_teams(std::vector<CollectedAnswer>& collected, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < collected.size(); ++i) {
        const auto question = collected[i].definition->find_record(Records::Team);
        if (question && !names[i].empty()) {
            auto& answer = collected[i].answers[collected[i].definition->questions[*question].id];
            if (std::holds_alternative<TextAnswer>(answer)) {
                answer = TextAnswer{names[i]};
            }
        }
    }
}

class ConfidentialRound {
public:
    ConfidentialRound(Store& store, const RoundContents& contents, Grouping grouping)
        : m_contents(contents) {
        const auto team_names_of = [&](std::span<const StoredSubmission> submissions) {
            return team_names(m_contents.collected(submissions));
        };
        m_release =
            store.release(m_contents.round(), grouping == Grouping::Team, team_names_of, utc_now());
    }

    Answers answers(const std::string& source, Landscape& landscape) {
        const auto& round = m_contents.round();
        if (m_release.submissions.empty()) {
            throw InputError(Diagnostic{
                {},
                fmt::format("nothing of the confidential round {} can be shown yet",
                            in_quotes(round.name)),
                fmt::format("Groups of at least {} people are shown. Wait for more answers, then "
                            "try again.",
                            round.promise.least_people)});
        }
        auto collected = m_contents.collected(m_release.submissions);
        unify_teams(collected, m_release.teams);
        auto answers = to_answers(collected, source, round.promise, landscape);
        std::set<std::string> shown;
        for (const auto& group : m_release.plan.groups) {
            shown.insert(group.label);
        }
        keep_teams(shown, answers);
        if (!m_release.texts_may_be_shown) {
            answers.comments.clear();
        }
        say_what_is_held_back(m_release.plan, answers);
        return answers;
    }

private:
    const RoundContents& m_contents;
    Release m_release;
};

Answers every_answer(Store& store, const RoundContents& contents, const std::string& source,
                     Landscape& landscape) {
    const auto submissions = store.newest(contents.round());
    if (submissions.empty()) {
        throw InputError(Diagnostic{
            {},
            fmt::format("the round {} has no answers yet", in_quotes(contents.round().name)),
            "Put some in: assess submit FILE..."});
    }
    return to_answers(contents.collected(submissions), source, contents.round().promise, landscape);
}

} // namespace

StoreInput answers_in_store(const std::filesystem::path& file, const Arguments& arguments,
                            Grouping grouping) {
    check_options(arguments);
    // A report of a confidential round is recorded: only a lead-entered one can be read from a
    // disk that cannot be written.
    Store store(file, Store::Access::Read);
    const auto name = arguments.get("round");
    const RoundContents contents(store, name ? store.round(*name) : store.newest_round());
    const auto& round = contents.round();
    const bool other_landscape = arguments.has("landscape") || arguments.has("overlay");
    StoreInput input;
    input.landscape = other_landscape ? landscape_for(arguments) : contents.landscape();
    const auto source = fmt::format("{}, round {}", file.string(), round.name);
    input.answers =
        round.is_confidential()
            ? ConfidentialRound(store, contents, grouping).answers(source, input.landscape)
            : every_answer(store, contents, source, input.landscape);
    if (const auto response = told_in_short(store.response(round), round); !response.empty()) {
        input.answers.warnings.push_back(response);
    }
    return input;
}

PrivacyPromise promise_in_store(const std::filesystem::path& file, const Arguments& arguments) {
    check_options(arguments);
    Store store(file, Store::Access::Read);
    const auto name = arguments.get("round");
    return (name ? store.round(*name) : store.newest_round()).promise;
}

} // namespace assess
