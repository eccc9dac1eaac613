#include "model/gap_report/gap_report.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/answer.hpp"
#include "model/findings/fragility.hpp"
#include "model/findings/ladder.hpp"
#include "model/findings/rules.hpp"
#include "model/privacy/confidential.hpp"
#include "model/recommend/adoption_advice.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

using GroupIndices = std::pair<std::size_t, std::size_t>;

std::vector<std::string> group_ids(const std::vector<Group>& groups) {
    std::vector<std::string> ids;
    for (const auto& group : groups) {
        ids.push_back(group.id);
    }
    return ids;
}

/// A role may be named before anybody of it has answered: that is no error.
bool is_role(std::string_view id) {
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return id_of(role) == id; });
}

std::optional<std::size_t> index_of_group(const std::vector<Group>& groups, std::string_view id) {
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const Group& group) { return group.id == id; });
    if (found == groups.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - groups.begin());
}

/// The two groups to set against each other, or the reason why there are none.
struct PairChoice {
    std::optional<GroupIndices> pair;
    Message reason;
};

Diagnostic unknown_group(const std::string& id, const std::vector<Group>& groups,
                         Grouping grouping) {
    auto known = group_ids(groups);
    if (grouping == Grouping::Role) {
        known.clear();
        for (const auto role : roles) {
            known.emplace_back(id_of(role));
        }
    }
    const auto near = closest_names(id, known);
    const auto* kind = grouping == Grouping::Role ? "role" : "team";
    return {{},
            fmt::format("--between names {}, which is no {} of these answers", in_quotes(id), kind),
            fmt::format("{}: {}.", near.empty() ? "There are" : "Closest",
                        listed(near.empty() ? known : near, near.empty() ? "and" : "or"))};
}

/// Says nothing where the group is not hidden.
Message reason_if_hidden(const std::vector<HiddenGroup>& hidden, std::string_view id) {
    const auto found = std::ranges::find(hidden, id, &HiddenGroup::id);
    return found == hidden.end()
               ? Message()
               : Message{"report.no-pair.hidden",
                         {{"group", group_name(*found)}, {"reason", found->reason}}};
}

PairChoice chosen_pair(const std::vector<Group>& groups, const std::vector<HiddenGroup>& hidden,
                       const GapReportSettings& settings) {
    const auto& [first_id, second_id] = *settings.between;
    Diagnostics problems;
    PairChoice choice;
    for (const auto& id : {first_id, second_id}) {
        if (index_of_group(groups, id)) {
            continue;
        }
        if (auto reason = reason_if_hidden(hidden, id); !reason.empty()) {
            choice.reason = std::move(reason);
        } else if (settings.grouping == Grouping::Role && is_role(id)) {
            choice.reason = {"report.no-pair.nobody-of-role", {{"role", GroupName{id, {}}}}};
        } else {
            problems.push_back(unknown_group(id, groups, settings.grouping));
        }
    }
    if (first_id == second_id) {
        problems.push_back({{},
                            fmt::format("--between names {} twice", in_quotes(first_id)),
                            "Name two different groups."});
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }
    if (choice.reason.empty()) {
        choice.pair =
            GroupIndices{*index_of_group(groups, first_id), *index_of_group(groups, second_id)};
    }
    return choice;
}

PairChoice default_pair(const std::vector<Group>& groups, const std::vector<HiddenGroup>& hidden,
                        Grouping grouping) {
    if (grouping == Grouping::Team) {
        if (groups.size() == 2) {
            return {GroupIndices{0, 1}, {}};
        }
        if (groups.size() < 2) {
            return {std::nullopt, {"report.no-pair.too-few-teams"}};
        }
        return {std::nullopt, {"report.no-pair.many-teams", {{"teams", Count(groups.size())}}}};
    }
    const auto researchers = index_of_group(groups, id_of(Role::Researcher));
    const auto engineers = index_of_group(groups, id_of(Role::Engineer));
    if (researchers && engineers) {
        return {GroupIndices{*researchers, *engineers}, {}};
    }
    for (const auto role : {Role::Researcher, Role::Engineer}) {
        if (auto reason = reason_if_hidden(hidden, id_of(role)); !reason.empty()) {
            return {std::nullopt, std::move(reason)};
        }
    }
    if (!researchers && !engineers) {
        return {std::nullopt, {"report.no-pair.neither"}};
    }
    const auto missing = researchers ? Role::Engineer : Role::Researcher;
    return {
        std::nullopt,
        {"report.no-pair.none-of-role", {{"role", GroupName{std::string(id_of(missing)), {}}}}}};
}

void add_counts_to_warnings(GapReport& report) {
    std::size_t silent = 0;
    std::size_t unplaced = 0;
    for (const auto& group : report.groups) {
        silent += group.listed - group.n;
        unplaced += group.n - group.placed;
    }
    const auto people = [&](std::size_t number) {
        return People{std::nullopt, Count(number, report.answers.promise.least_told())};
    };
    if (report.grouping == Grouping::Team) {
        const auto teamless = static_cast<std::size_t>(
            std::count_if(report.answers.respondents.begin(), report.answers.respondents.end(),
                          [](const Respondent& each) { return each.team == Respondent::no_team; }));
        if (teamless > 0) {
            report.warnings.push_back({"report.no-team", {{"people", people(teamless)}}});
        }
    }
    if (silent > 0) {
        report.warnings.push_back({"report.no-answer", {{"people", people(silent)}}});
    }
    if (unplaced > 0) {
        report.warnings.push_back({"report.not-placed", {{"people", people(unplaced)}}});
    }
}

void add_warnings(const Policy& asked_for, GapReport& report) {
    for (const auto& warning : report.answers.warnings) {
        report.warnings.push_back({"report.from-input", {{"text", Name{warning}}}});
    }
    add_counts_to_warnings(report);
    if (report.policy != asked_for) {
        report.warnings.emplace_back(MessageId{"report.built-in-policy"});
    }
    for (const auto& hidden : report.hidden_groups) {
        report.warnings.push_back(not_shown(hidden));
    }
}

} // namespace

GapReport make_gap_report(Answers answers, Landscape landscape, Policy policy,
                          const GapReportSettings& settings) {
    GapReport report;
    report.answers = std::move(answers);
    report.landscape = std::move(landscape);
    report.policy = kept_to(report.answers.promise, policy);
    report.seed = settings.seed;
    report.grouping = settings.grouping;
    sort_respondents(report.answers);
    report.hidden_groups =
        hold_back_small_groups(report.answers, report.landscape, report.policy, settings.grouping);
    report.respondents = report.answers.respondents.size();
    report.groups = make_groups(report.answers, report.landscape, report.policy, settings.grouping);

    const auto choice = settings.between
                            ? chosen_pair(report.groups, report.hidden_groups, settings)
                            : default_pair(report.groups, report.hidden_groups, settings.grouping);
    if (choice.pair) {
        report.comparisons.push_back(compare_groups(report.groups, choice.pair->first,
                                                    choice.pair->second, report.landscape,
                                                    report.policy, {settings.seed}));
        withhold_small_contributions(report.groups, report.answers.promise.least_told(),
                                     report.comparisons.front());
    }
    report.scores = make_scores(report.answers, report.groups, report.policy.interval_level);
    report.lifecycle =
        make_lifecycle(report.answers, report.groups, report.landscape, report.policy);
    withhold_small_scores(report.answers.promise.least_told(), report.scores, report.lifecycle);
    report.no_comparison = choice.reason;

    const RuleInput input{
        report.landscape,     report.policy,
        report.answers,       report.groups,
        report.grouping,      report.comparisons.empty() ? nullptr : &report.comparisons.front(),
        report.no_comparison, report.scores,
        &report.lifecycle};
    for (const auto diagonal : diagonals) {
        report.ladders[static_cast<std::size_t>(diagonal)] = ladder_outline(input, diagonal);
    }
    report.findings = judge_all(input);
    judge_fragility(input, settings.seed, report.findings);
    if (settings.recommend) {
        report.closing = recommend(input, report.findings, *settings.recommend);
        add_adoption_advice(input, *report.closing, report.findings);
    }
    report.answer = answer_of(input, report.findings);
    add_warnings(policy, report);
    const auto least = report.answers.promise.least_told();
    withhold_small_numbers(least, report.groups, report.comparisons);
    if (least > 0) {
        report.answers.respondents.clear();
    }
    return report;
}

} // namespace assess
