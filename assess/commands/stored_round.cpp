#include "assess/commands/stored_round.hpp"

#include "assess/clock.hpp"
#include "model/text/text.hpp"
#include "reports/wording/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace assess {
namespace {

HiddenGroup hidden_group(const HeldBack& held_back) {
    const auto id = held_back.label.substr(held_back.label.find(':') + 1);
    const auto* const role =
        std::find_if(roles.begin(), roles.end(), [&](Role one) { return id_of(one) == id; });
    const bool is_role = held_back.label.starts_with("role:") && role != roles.end();
    return {id, is_role ? std::string(plural_of(*role)) : id, held_back.reason};
}

std::string held_back_in_words(const HeldBack& held_back) {
    const bool everybody = held_back.label.find(':') == std::string::npos;
    return reports::english(everybody
                                ? Message{"report.nobody-shown", {{"reason", held_back.reason}}}
                                : not_shown(hidden_group(held_back)));
}

/// Leaves no team in the answers but those that may be shown.
void keep_teams(const std::set<std::string>& shown, Answers& answers) {
    std::vector<std::string> teams;
    std::vector<std::uint32_t> places;
    for (const auto& team : answers.teams) {
        const bool keep = shown.contains(team);
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

} // namespace

StoredRound::StoredRound(Store& store, Round round, Grouping grouping)
    : m_contents(store, std::move(round)) {
    const auto team_names_of = [&](std::span<const StoredSubmission> submissions) {
        return team_names(m_contents.collected(submissions));
    };
    if (!m_contents.round().is_confidential()) {
        m_shown = store.newest(m_contents.round());
        m_teams = team_names_of(m_shown);
        m_all_teams = true;
        m_texts = true;
        return;
    }
    auto release =
        store.release(m_contents.round(), grouping == Grouping::Team, team_names_of, utc_now());
    m_shown = std::move(release.submissions);
    m_teams = std::move(release.teams);
    m_texts = release.texts_may_be_shown;
    constexpr std::string_view team = "team:";
    for (const auto& group : release.plan.groups) {
        if (group.label.starts_with(team)) {
            m_teams_shown.insert(group.label.substr(team.size()));
        }
    }
    hold_back(release.plan.held_back);
    if (release.plan.earlier) {
        m_warnings.emplace_back(
            "Newer answers have come in that do not count yet: they wait until enough of them can "
            "be shown at once.");
    }
}

void StoredRound::hold_back(const std::vector<HeldBack>& groups) {
    for (const auto& group : groups) {
        m_warnings.push_back(held_back_in_words(group));
        m_held_back.push_back(hidden_group(group));
    }
}

std::uint64_t StoredRound::person_of(const StoredSubmission& submission, Store& store) const {
    return round().is_confidential()
               ? submission.person
               : store.confidential_person(submission.respondent).value_or(submission.person);
}

TrendRound StoredRound::people(Store& store) const {
    TrendRound trend{round().promise, {}};
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const bool team = m_all_teams || m_teams_shown.contains(m_teams[i]);
        trend.people.push_back({person_of(m_shown[i], store), std::string(id_of(m_shown[i].role)),
                                team ? m_teams[i] : std::string()});
    }
    return trend;
}

void StoredRound::keep(const TrendRelease& release, Store& store) {
    std::vector<StoredSubmission> shown;
    std::vector<std::string> teams;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (std::ranges::binary_search(release.people, person_of(m_shown[i], store))) {
            shown.push_back(std::move(m_shown[i]));
            teams.push_back(std::move(m_teams[i]));
        }
    }
    m_shown = std::move(shown);
    m_teams = std::move(teams);
    m_teams_shown = {release.teams.begin(), release.teams.end()};
    m_all_teams = false;
    m_texts = false; // a trend shows none
    hold_back(release.held_back);
}

Answers StoredRound::answers(const std::string& source, Landscape& landscape) const {
    auto collected = m_contents.collected(m_shown);
    if (!m_all_teams) {
        unify_teams(collected, m_teams);
    }
    auto answers = to_answers(collected, source, round().promise, landscape);
    if (!m_all_teams) {
        keep_teams(m_teams_shown, answers);
    }
    if (!m_texts) {
        answers.comments.clear();
    }
    answers.warnings.insert(answers.warnings.end(), m_warnings.begin(), m_warnings.end());
    return answers;
}

void check_landscape(const Round& round, bool another) {
    if (another && round.is_confidential()) {
        throw InputError(Diagnostic{
            {},
            fmt::format("the confidential round {} is reported with its own landscape only",
                        in_quotes(round.name)),
            "Comparing reports with different landscapes would tell what a few people use: leave "
            "--landscape, --landscape-before and --overlay out, or open the next round with the "
            "landscape you want."});
    }
}

InputError nothing_to_show(const Round& round) {
    return round.is_confidential()
               ? InputError(Diagnostic{
                     {},
                     fmt::format("nothing of the confidential round {} can be shown yet",
                                 in_quotes(round.name)),
                     fmt::format("Groups of at least {} people are shown. Wait for more answers, "
                                 "then try again.",
                                 round.promise.least_people)})
               : InputError(Diagnostic{
                     {},
                     fmt::format("the round {} has no answers yet", in_quotes(round.name)),
                     "Put some in: assess submit FILE..."});
}

} // namespace assess
