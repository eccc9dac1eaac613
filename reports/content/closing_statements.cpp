// What would close the gaps, in sentences.
#include "reports/content/closing_words.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace assess::reports {
namespace {

std::string the_group(const Group& group) {
    return (group.role ? "the " : "") + group.name;
}

/// "AWS for the researchers", "AWS for the researchers and Deepnote for the engineers", "AWS and
/// Azure for the researchers".
std::string named(const GapReport& report, const Proposal& proposal) {
    std::vector<std::string> parts;
    const auto& all = proposal.adoptions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& adoption = all[i];
        if (i + 1 < all.size() && all[i + 1].group == adoption.group) {
            parts.push_back(report.landscape.tools[adoption.tool].name);
            continue;
        }
        parts.push_back(fmt::format("{} for {}", report.landscape.tools[adoption.tool].name,
                                    the_group(report.groups[adoption.group])));
    }
    return listed_with_and(parts);
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
        const bool named = std::ranges::any_of(m_report.findings, [&](const Finding& finding) {
            return finding.id == "opposite-ends" && finding.subject == id_of(m_diagonal) &&
                   (finding.state == State::Present || finding.state == State::Possible);
        });
        return named && std::fabs(m_today) > m_target;
    }

    [[nodiscard]] std::string singles() const {
        const auto& best = choose(1);
        if (!reaches(best)) {
            return fmt::format("No single adoption that the findings ask for brings the {} gap "
                               "from {} under {}. {} comes closest: it leaves {}.",
                               id_of(m_diagonal), distance(m_today), fixed(m_target),
                               named(m_report, best), left(best));
        }
        return fmt::format("{} alone brings the {} gap from {} under {}: it leaves {}, with {} to "
                           "bring along.",
                           named(m_report, best), id_of(m_diagonal), distance(m_today),
                           fixed(m_target), left(best), people(best.people));
    }

    [[nodiscard]] std::string pairs() const {
        const auto& best = choose(2);
        if (!reaches(best)) {
            return fmt::format("No pair does either: {} together leave {}.", named(m_report, best),
                               left(best));
        }
        return fmt::format("Together, {} leave {}, with {} to bring along.", named(m_report, best),
                           left(best), people(best.people));
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
    [[nodiscard]] static std::string distance(double value) { return fixed(std::fabs(value)); }
    /// "0.29 (0.16 to 0.42)": as a distance in today's direction.
    [[nodiscard]] std::string left(const Proposal& proposal) const {
        const auto& gap = proposal.gap_after.at(static_cast<std::size_t>(m_diagonal));
        const double sign = m_today < 0 ? -1 : 1;
        if (!gap) {
            return "no gap to tell";
        }
        if (!gap->has_interval()) {
            return fixed(sign * gap->value);
        }
        const auto low = std::min(sign * *gap->lower, sign * *gap->upper);
        const auto high = std::max(sign * *gap->lower, sign * *gap->upper);
        return fmt::format("{} ({} to {})", fixed(sign * gap->value), fixed(low), fixed(high));
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
std::string other_findings(const GapReport& report, const Recommendation& recommendation) {
    const auto& best =
        *std::ranges::max_element(recommendation.proposals, {},
                                  [](const Proposal& proposal) { return proposal.answers.size(); });
    std::vector<std::string> rules;
    for (const auto finding : best.answers) {
        rules.push_back(
            fmt::format("{} ({})", report.findings[finding].id, report.findings[finding].subject));
    }
    return fmt::format(
        "No finding asks to close a gap. Of what the others ask for, {} {} most: {}, with "
        "{} to bring along.",
        named(report, best), best.adoptions.size() == 1 ? "answers" : "answer",
        listed_with_and(rules), people(best.people));
}

std::string rings_up_to(Ring most) {
    switch (most) {
    case Ring::Adopt:
        return "the adopt ring";
    case Ring::Trial:
        return "the adopt and trial rings";
    case Ring::Assess:
        return "the adopt, trial and assess rings";
    case Ring::Hold:
        break;
    }
    return "all rings";
}

/// "taken up weekly"; a bare use has no depth to tell.
std::string taken_up(Depth depth) {
    return depth == Depth::Uses ? "taken up" : fmt::format("taken up {}", id_of(depth));
}

std::string what_was_tried(const Recommendation& recommendation) {
    auto text = fmt::format("Tried: {} single {} of tools in {}, each {} by a whole group",
                            grouped(recommendation.singles),
                            recommendation.singles == 1 ? "adoption" : "adoptions",
                            rings_up_to(recommendation.most_ring), taken_up(recommendation.depth));
    text += recommendation.pairs > 0 ? fmt::format(", and {} pairs of them: never two "
                                                   "tools of one kind for the same people.",
                                                   grouped(recommendation.pairs))
                                     : ".";
    return text;
}

} // namespace

std::string closing_lede(const GapReport& report, const Recommendation& recommendation) {
    if (recommendation.proposals.empty()) {
        return "Nothing is proposed. " + recommendation.reason;
    }
    const auto diagonal = leading_diagonal(report);
    const auto today = gap_today(report, diagonal);
    const GapSentence gap(report, recommendation, diagonal, today.value_or(0));
    if (!today || !gap.asks()) {
        return other_findings(report, recommendation);
    }
    std::string text = gap.has(1) ? gap.singles() : std::string();
    if (gap.has(2) && !(gap.has(1) && gap.single_reaches())) {
        text += (text.empty() ? "" : " ") + gap.pairs();
    }
    return text;
}

std::string next_step(const GapReport& report, const Recommendation& recommendation) {
    if (!recommendation.proposals.empty()) {
        return "";
    }
    if (report.comparisons.empty()) {
        return report.grouping == Grouping::Team
                   ? "Name two teams that have answers: --between A,B."
                   : "Ask people of a second role for their tools, or compare two teams: --by team "
                     "--between A,B.";
    }
    return recommendation.singles > 0 && recommendation.most_ring < Ring::Hold
               ? "Tools of further rings can be tried: assess recommend with --ring assess or "
                 "--ring hold."
               : "To try any change all the same: assess what-if.";
}

std::vector<std::string> closing_notes(const GapReport& report,
                                       const Recommendation& recommendation, std::size_t shown) {
    std::vector<std::string> notes;
    if (auto step = next_step(report, recommendation); !step.empty()) {
        notes.push_back(std::move(step));
    }
    if (recommendation.singles > 0) {
        notes.push_back(what_was_tried(recommendation));
    }
    if (recommendation.whole_groups_only) {
        notes.emplace_back("The answers are confidential: only tools that nobody in a group uses "
                           "were tried. Anything else would tell about the few who do not use a "
                           "tool yet.");
    }
    if (shown > 0) {
        notes.push_back(fmt::format(
            "{} of them answer a finding. Listed are those that no other beats on people, ring, "
            "whether the other group knows the tool, what is left of the gaps that findings name, "
            "and the findings answered. Intervals are {} intervals. A small gap is no end in "
            "itself: take up a tool for the finding that asks for it.",
            grouped(recommendation.asked_for), percent(report.policy.interval_level)));
    }
    return notes;
}

std::string unanswered_note(const GapReport& report, const Recommendation& recommendation) {
    std::vector<std::string> rules;
    bool ladder = false;
    if (recommendation.singles == 0) {
        return ""; // nothing was tried
    }
    for (const auto index : recommendation.unanswered) {
        const auto& finding = report.findings[index];
        if (finding.severity < Severity::Notable) {
            continue; // for information: nothing to mend
        }
        ladder = ladder || finding.id == "broken-ladder";
        rules.push_back(finding.subject.empty()
                            ? finding.id
                            : fmt::format("{} ({})", finding.id, finding.subject));
    }
    if (rules.empty()) {
        return "";
    }
    return fmt::format(
        "No adoption answers {}: see what the report advises there.{}", listed_with_and(rules),
        ladder ? " Where the landscape has no tool, a connector that your own people "
                 "build helps, not a purchase."
               : "");
}

std::string more_proposals(const Recommendation& recommendation, std::size_t shown) {
    const auto all = std::max(recommendation.front, recommendation.proposals.size());
    return shown >= all
               ? std::string()
               : fmt::format("{} more {} worth a look: assess recommend with the same input and "
                             "--most {} lists all.",
                             grouped(all - shown), all - shown == 1 ? "is" : "are", all);
}

} // namespace assess::reports
