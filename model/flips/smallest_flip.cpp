#include "model/flips/smallest_flip.hpp"

#include "model/assessment/answers.hpp"
#include "model/findings/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace assess {
namespace {

/// Changes looked at again for the second and later steps, strongest first.
constexpr std::size_t most_candidates = 200;

struct Judged {
    State state = State::Undetermined;
    std::optional<double> value; ///< what the finding measures
};

Judged judged(const Finding& finding) {
    Judged result{finding.state, {}};
    if (finding.magnitude) {
        result.value = finding.magnitude->estimate.value;
    }
    return result;
}

void apply(const AnswerChange& change, Answers& answers) {
    auto& usages = answers.respondents[change.person].usages;
    const auto found = std::ranges::lower_bound(usages, change.tool, {}, &Usage::tool);
    const bool there = found != usages.end() && found->tool == change.tool;
    if (!change.takes_up) {
        usages.erase(found);
    } else if (there) {
        found->depth = Depth::Uses;
    } else {
        usages.insert(found, Usage{change.tool, Depth::Uses});
    }
}

class Trials {
public:
    Trials(const GapReport& report, const Finding& finding)
        : m_report(report), m_finding(finding), m_rule(*finding.rule), m_policy(report.policy) {
        if (!m_rule.permutes) {
            m_policy.exact_split_limit = 0;
            m_policy.random_splits = 99;
        }
        if (!report.comparisons.empty()) {
            m_first = report.groups[report.comparisons.front().first].id;
            m_second = report.groups[report.comparisons.front().second].id;
        }
    }

    /// Nothing where the changed answers no longer have this finding at all.
    std::optional<Judged> judge(const std::vector<AnswerChange>& changes) {
        ++m_tried;
        auto answers = m_report.answers;
        for (const auto& change : changes) {
            apply(change, answers);
        }
        sort_respondents(answers);
        const auto groups = make_groups(answers, m_report.landscape, m_policy, m_report.grouping);
        const auto first = std::ranges::find(groups, m_first, &Group::id);
        const auto second = std::ranges::find(groups, m_second, &Group::id);
        std::optional<Comparison> comparison;
        if (!m_first.empty() && first != groups.end() && second != groups.end()) {
            comparison = compare_groups(groups, static_cast<std::size_t>(first - groups.begin()),
                                        static_cast<std::size_t>(second - groups.begin()),
                                        m_report.landscape, m_policy, {m_report.seed});
        }
        RuleInput input{m_report.landscape,
                        m_policy,
                        answers,
                        groups,
                        m_report.grouping,
                        comparison ? &*comparison : nullptr,
                        m_report.no_comparison};
        input.scores = m_report.scores;
        input.lifecycle = &m_report.lifecycle;
        for (const auto& found : judge_by(m_rule, input)) {
            if (found.subject == m_finding.subject) {
                return judged(found);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool flips(const std::optional<Judged>& now) const {
        return now && now->state != m_finding.state;
    }

    /// By the report's own settings.
    [[nodiscard]] std::optional<Flip> confirmed(const std::vector<AnswerChange>& changes) const {
        auto answers = m_report.answers;
        for (const auto& change : changes) {
            apply(change, answers);
        }
        GapReportSettings settings;
        settings.grouping = m_report.grouping;
        settings.seed = m_report.seed;
        if (!m_first.empty()) {
            settings.between = {m_first, m_second};
        }
        auto policy = m_report.policy;
        policy.fragility_draws = 0;
        const auto again =
            make_gap_report(std::move(answers), m_report.landscape, policy, settings);
        for (const auto& found : again.findings) {
            if (found.id == m_finding.id && found.subject == m_finding.subject &&
                found.state != m_finding.state) {
                return Flip{changes, found.state};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t tried() const { return m_tried; }

private:
    const GapReport& m_report;
    const Finding& m_finding;
    const Rule& m_rule;
    Policy m_policy;
    std::string m_first;
    std::string m_second;
    std::size_t m_tried = 0;
};

struct SingleChange {
    AnswerChange change;
    /// The first person who answered alike in the same role and team: the change does the same.
    std::uint32_t alike = 0;
};

/// Every single change, people in the report's order.
std::vector<SingleChange> single_changes(const GapReport& report) {
    std::vector<SingleChange> changes;
    using ToolDepths = std::vector<std::pair<ToolIndex, int>>;
    std::map<std::tuple<Role, std::uint32_t, std::uint64_t, ToolDepths>, std::uint32_t> known;
    const auto& people = report.answers.respondents;
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        if (people[i].answered == 0) {
            continue;
        }
        ToolDepths uses;
        for (const auto& usage : people[i].usages) {
            uses.emplace_back(usage.tool, static_cast<int>(usage.depth));
        }
        const auto alike =
            known.try_emplace({people[i].role, people[i].team, people[i].answered, uses}, i)
                .first->second;
        for (ToolIndex tool = 0; tool < report.landscape.tools.size(); ++tool) {
            const auto found = std::ranges::find(people[i].usages, tool, &Usage::tool);
            const bool used =
                found != people[i].usages.end() && weight_of(found->depth, report.policy) > 0;
            changes.push_back({{i, tool, !used}, alike});
        }
    }
    return changes;
}

struct Weighed {
    AnswerChange change;
    double value;
};

/// Adds the strongest change in one direction, step by step, until the finding flips.
std::optional<Flip> combined(Trials& search, const std::vector<Weighed>& strongest, double sign) {
    std::vector<AnswerChange> chosen{strongest.front().change};
    while (chosen.size() < most_changes) {
        std::optional<Weighed> best;
        for (const auto& [change, value] : strongest) {
            if (std::ranges::find(chosen, change) != chosen.end()) {
                continue;
            }
            auto with = chosen;
            with.push_back(change);
            const auto now = search.judge(with);
            if (search.flips(now)) {
                if (auto flip = search.confirmed(with)) {
                    return flip;
                }
            }
            if (now && now->value && (!best || sign * *now->value > sign * best->value)) {
                best = Weighed{change, *now->value};
            }
        }
        if (!best) {
            return std::nullopt;
        }
        chosen.push_back(best->change);
    }
    return std::nullopt;
}

} // namespace

FlipSearch smallest_flip(const GapReport& report, const Finding& finding) {
    FlipSearch result;
    if (report.answers.respondents.size() > most_people_to_search) {
        result.reason = {"reason.flip.too-many"};
        return result;
    }
    Trials search(report, finding);
    if (const auto now = search.judge({}); !now || now->state != finding.state) {
        result.reason = {"reason.flip.other-grounds"};
        return result;
    }
    std::vector<Weighed> weighed;
    std::map<std::pair<std::uint32_t, ToolIndex>, double> values; ///< by person and tool
    for (const auto& [change, alike] : single_changes(report)) {
        if (alike != change.person) {
            if (const auto same = values.find({alike, change.tool}); same != values.end()) {
                weighed.push_back({change, same->second});
            }
            continue;
        }
        const auto now = search.judge({change});
        if (search.flips(now)) {
            if (auto flip = search.confirmed({change})) {
                result.flip = std::move(flip);
                result.smallest = true;
                result.tried = search.tried();
                return result;
            }
        }
        if (now && now->value) {
            weighed.push_back({change, *now->value});
            values.emplace(std::pair(change.person, change.tool), *now->value);
        }
    }
    for (const double sign : {1.0, -1.0}) {
        std::ranges::stable_sort(weighed, std::ranges::greater{},
                                 [&](const Weighed& one) { return sign * one.value; });
        const auto count = std::min(most_candidates, weighed.size());
        if (count == 0) {
            break;
        }
        const std::vector<Weighed> strongest(weighed.begin(),
                                             weighed.begin() + static_cast<std::ptrdiff_t>(count));
        auto flip = combined(search, strongest, sign);
        if (flip && (!result.flip || flip->changes.size() < result.flip->changes.size())) {
            result.flip = std::move(flip);
        }
    }
    // Every single change was tried, so two are the least.
    result.smallest = result.flip && result.flip->changes.size() <= 2;
    result.tried = search.tried();
    return result;
}

} // namespace assess
