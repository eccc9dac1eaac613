// What would close the gaps, in sentences.
#include "reports/content/closing_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace assess::reports {
namespace {

/// "AWS for the researchers and Deepnote for the engineers", "AWS and Azure for the researchers".
List adoptions_of(const GapReport& report, const Proposal& proposal) {
    return by_group(report, proposal, "closing.for");
}

/// "opposite-ends (building)".
Message name_of(const Finding& finding) {
    return {"closing.finding", {{"rule", finding.id}, {"subject", finding.subject}}};
}

/// The sentence about a gap that findings name, from the proposals of one size.
class GapSentence {
public:
    GapSentence(const GapReport& report, const Recommendation& recommendation, Diagonal diagonal,
                double today)
        : m_report(report), m_recommendation(recommendation), m_diagonal(diagonal), m_today(today),
          m_target(std::fabs(today) > report.policy.gap_serious ? report.policy.gap_serious
                                                                : report.policy.gap_notable) {}

    /// A finding names this gap, and it is above the threshold that comes next.
    [[nodiscard]] bool asks() const {
        const auto* finding = find_gap(m_report.findings, m_diagonal);
        return finding != nullptr && stands(*finding) && std::fabs(m_today) > m_target;
    }

    [[nodiscard]] Message singles() const {
        const auto& best = choose(1);
        auto values = told(best);
        values.push_back({"gap", gap_name(m_diagonal)});
        values.push_back({"today", Decimal(std::fabs(m_today))});
        values.push_back({"target", Decimal(m_target)});
        return reaches(best) ? Message{"closing.single.reaches", std::move(values)}
                             : Message{"closing.single.falls-short", std::move(values)};
    }

    [[nodiscard]] Message pairs() const {
        const auto& best = choose(2);
        return reaches(best) ? Message{"closing.pair.reaches", told(best)}
                             : Message{"closing.pair.falls-short", told(best)};
    }

    [[nodiscard]] bool single_reaches() const { return reaches(choose(1)); }
    [[nodiscard]] bool has(std::size_t size) const {
        return std::ranges::any_of(m_recommendation.proposals, [&](const Proposal& proposal) {
            return proposal.adoptions.size() == size;
        });
    }

private:
    /// What is left, as a distance; unbounded where nobody can say.
    [[nodiscard]] double distance_after(const Proposal& proposal) const {
        const auto& gap = proposal.gap_after.at(static_cast<std::size_t>(m_diagonal));
        return gap ? std::fabs(gap->value) : std::numeric_limits<double>::infinity();
    }
    [[nodiscard]] bool reaches(const Proposal& proposal) const {
        return distance_after(proposal) < m_target;
    }
    [[nodiscard]] std::vector<NamedValue> told(const Proposal& proposal) const {
        return {{"adoptions", adoptions_of(m_report, proposal)},
                {"left", left(proposal)},
                {"people", People{std::nullopt, Count(proposal.people)}}};
    }
    /// "0.29 (0.16 to 0.42)": as a distance in today's direction.
    [[nodiscard]] Value left(const Proposal& proposal) const {
        const auto& gap = proposal.gap_after.at(static_cast<std::size_t>(m_diagonal));
        return gap ? told_briefly(m_today < 0 ? turned(*gap) : *gap)
                   : Value(Message{"closing.no-gap"});
    }
    static Estimate turned(Estimate gap) {
        gap.value = -gap.value;
        if (gap.has_interval()) {
            std::swap(gap.lower, gap.upper);
            gap.lower = -*gap.lower;
            gap.upper = -*gap.upper;
        }
        return gap;
    }
    /// Whoever reaches the target with the fewest people; else whoever comes closest to it.
    [[nodiscard]] const Proposal& choose(std::size_t size) const {
        const Proposal* best = nullptr;
        for (const auto& proposal : m_recommendation.proposals) {
            if (proposal.adoptions.size() != size) {
                continue;
            }
            const bool better =
                best == nullptr || (reaches(proposal) && !reaches(*best)) ||
                (reaches(proposal) == reaches(*best) &&
                 (reaches(proposal) ? proposal.people < best->people
                                    : distance_after(proposal) < distance_after(*best)));
            best = better ? &proposal : best;
        }
        return *best;
    }

    const GapReport& m_report;
    const Recommendation& m_recommendation;
    Diagonal m_diagonal;
    double m_today;
    double m_target;
};

/// Where no gap asks to be closed: what answers the most of the other findings.
Message other_findings(const GapReport& report, const Recommendation& recommendation) {
    const auto& best =
        *std::ranges::max_element(recommendation.proposals, {},
                                  [](const Proposal& proposal) { return proposal.answers.size(); });
    std::vector<Value> findings;
    for (const auto finding : best.answers) {
        findings.emplace_back(name_of(report.findings[finding]));
    }
    return {"closing.other-findings",
            {{"adoptions", adoptions_of(report, best)},
             {"tools", Count(best.adoptions.size())},
             {"findings", List(std::move(findings))},
             {"people", People{std::nullopt, Count(best.people)}}}};
}

Message what_was_tried(const Recommendation& recommendation) {
    return {"closing.tried",
            {{"singles", Count(recommendation.singles)},
             {"ring", Select{id_of(recommendation.most_ring)}},
             {"depth", Select{id_of(recommendation.depth)}},
             {"pairs", Count(recommendation.pairs)}}};
}

} // namespace

Message closing_lede(const GapReport& report, const Recommendation& recommendation) {
    if (recommendation.proposals.empty()) {
        return sentences({"closing.nothing"}, recommendation.reason);
    }
    const auto diagonal = leading_diagonal(report);
    const auto today = gap_today(report, diagonal);
    const GapSentence gap(report, recommendation, diagonal, today.value_or(0));
    if (!today || !gap.asks()) {
        return other_findings(report, recommendation);
    }
    const auto singles = gap.has(1) ? gap.singles() : Message();
    const bool enough = gap.has(1) && gap.single_reaches();
    return gap.has(2) && !enough ? sentences(singles, gap.pairs()) : singles;
}

Message next_step(const GapReport& report, const Recommendation& recommendation) {
    if (!recommendation.proposals.empty()) {
        return {};
    }
    if (report.comparisons.empty()) {
        return report.grouping == Grouping::Team ? Message{"closing.next.name-teams"}
                                                 : Message{"closing.next.second-role"};
    }
    return recommendation.singles > 0 && recommendation.most_ring < Ring::Hold
               ? Message{"closing.next.further-rings"}
               : Message{"closing.next.what-if"};
}

std::vector<Message> closing_notes(const GapReport& report, const Recommendation& recommendation,
                                   std::size_t shown) {
    std::vector<Message> notes;
    if (auto step = next_step(report, recommendation); !step.empty()) {
        notes.push_back(std::move(step));
    }
    if (recommendation.singles > 0) {
        notes.push_back(what_was_tried(recommendation));
    }
    if (recommendation.whole_groups_only) {
        notes.emplace_back(MessageId{"closing.whole-groups-only"});
    }
    if (shown > 0) {
        notes.push_back({"closing.listed",
                         {{"asked_for", Count(recommendation.asked_for)},
                          {"level", Level{report.policy.interval_level}}}});
    }
    return notes;
}

Message unanswered_note(const GapReport& report, const Recommendation& recommendation) {
    std::vector<Value> findings;
    bool ladder = false;
    if (recommendation.singles == 0) {
        return {}; // nothing was tried
    }
    for (const auto index : recommendation.unanswered) {
        const auto& finding = report.findings[index];
        if (finding.severity < Severity::Notable) {
            continue; // for information: nothing to mend
        }
        ladder = ladder || finding.rule->topic == Topic::Stretch;
        findings.emplace_back(name_of(finding));
    }
    if (findings.empty()) {
        return {};
    }
    return sentences({"closing.unanswered", {{"findings", List(std::move(findings))}}},
                     ladder ? Message{"closing.connector-helps"} : Message());
}

Message more_proposals(const Recommendation& recommendation, std::size_t shown) {
    const auto all = std::max(recommendation.front, recommendation.proposals.size());
    return shown >= all ? Message()
                        : Message{"closing.more",
                                  {{"more", Count(all - shown)}, {"all", std::to_string(all)}}};
}

} // namespace assess::reports
