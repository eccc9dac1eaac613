#include "reports/content/closing_words.hpp"

#include "model/findings/advice.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/content/statements.hpp"
#include "reports/content/words.hpp"
#include "reports/layout/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace assess::reports {
namespace {

std::size_t index_of(Diagonal diagonal) {
    return static_cast<std::size_t>(diagonal);
}

/// What is left of the gap; unbounded where nobody can say.
double left_of(const Proposal& proposal, Diagonal diagonal) {
    const auto& after = proposal.gap_after.at(index_of(diagonal));
    return after ? std::fabs(after->value) : std::numeric_limits<double>::infinity();
}

/// The group that an adopting group is compared with.
const Group* other_group(const GapReport& report, std::size_t group) {
    for (const auto& comparison : report.comparisons) {
        if (comparison.first == group) {
            return &report.groups[comparison.second];
        }
        if (comparison.second == group) {
            return &report.groups[comparison.first];
        }
    }
    return nullptr;
}

AdoptionCells cells_of(const GapReport& report, const Adoption& adoption) {
    const auto& group = report.groups[adoption.group];
    AdoptionCells cells;
    cells.group = adoption.group;
    cells.who = name_at_start(group);
    cells.takes_up = group.role ? "take up" : "takes up";
    cells.tool = report.landscape.tools[adoption.tool].name;
    cells.ring = id_of(ring_of(report.landscape, adoption.tool));
    cells.people = grouped(adoption.people);
    cells.used = "-";
    cells.used_by = "-";
    if (const auto* other = other_group(report, adoption.group)) {
        const auto& use = other->tools[adoption.tool];
        cells.used = use.few ? "few"
                     : use.base == 0
                         ? "not asked"
                         : fmt::format("{} of {}", grouped(use.users), grouped(use.base));
        cells.used_by = cells.used + (other->role ? " " : " in ") + other->name;
    }
    return cells;
}

/// Severity of opposite-ends on a diagonal, where it is there.
Severity severity_on(const GapReport& report, Diagonal diagonal) {
    for (const auto& finding : report.findings) {
        if (finding.id == "opposite-ends" && finding.subject == id_of(diagonal) &&
            (finding.state == State::Present || finding.state == State::Possible)) {
            return finding.severity;
        }
    }
    return Severity::None;
}

} // namespace

ProposalCells cells_of(const GapReport& report, const Proposal& proposal, std::size_t index) {
    ProposalCells cells;
    cells.proposal = index;
    for (const auto& adoption : proposal.adoptions) {
        cells.adoptions.push_back(cells_of(report, adoption));
    }
    cells.people = grouped(proposal.people);
    for (std::size_t d = 0; d < proposal.gap_after.size(); ++d) {
        const auto& after = proposal.gap_after.at(d);
        cells.after.at(d) = after ? fixed(after->value) : "-";
        cells.interval.at(d) =
            after && after->has_interval()
                ? fmt::format("{} to {}", fixed(*after->lower), fixed(*after->upper))
                : "no interval";
    }
    for (const auto finding : proposal.answers) {
        cells.answers.push_back(rule_of(report.findings[finding]));
    }
    for (const auto& change : proposal.findings) {
        cells.turns.push_back(fmt::format("{}: {}", rule_of(change), turn_of(change)));
    }
    return cells;
}

std::optional<double> gap_today(const GapReport& report, Diagonal diagonal) {
    for (const auto& comparison : report.comparisons) {
        if (const auto& gap = comparison.diagonal.at(index_of(diagonal))) {
            return gap->gap.value;
        }
    }
    return std::nullopt;
}

Diagonal leading_diagonal(const GapReport& report) {
    const auto building = severity_on(report, Diagonal::Building);
    const auto orchestration = severity_on(report, Diagonal::Orchestration);
    if (building != orchestration) {
        return building > orchestration ? Diagonal::Building : Diagonal::Orchestration;
    }
    return std::fabs(gap_today(report, Diagonal::Orchestration).value_or(0)) >
                   std::fabs(gap_today(report, Diagonal::Building).value_or(0))
               ? Diagonal::Orchestration
               : Diagonal::Building;
}

namespace {

/// Chooses from proposals of one size, given as indices in their order.
class ShortList {
public:
    ShortList(const GapReport& report, const Recommendation& recommendation, std::size_t most)
        : m_recommendation(recommendation), m_leading(leading_diagonal(report)), m_most(most) {}

    std::vector<std::size_t> choose(const std::vector<std::size_t>& from) {
        double least = std::numeric_limits<double>::infinity();
        std::vector<std::size_t> stairs;
        for (const auto i : from) {
            // In the order of people: each step down costs more of them.
            if (left(i) < least) {
                least = left(i);
                stairs.push_back(i);
            }
        }
        // Of too many steps the lowest are kept, with the first one, which costs least.
        std::ranges::stable_sort(
            stairs, {}, [&](std::size_t i) { return i == stairs.front() ? -1.0 : left(i); });
        for (const auto i : stairs) {
            take(i);
        }
        for (const auto i : from) {
            const auto& answers = m_recommendation.proposals[i].answers;
            if (std::ranges::any_of(answers,
                                    [&](std::size_t f) { return !m_answered.contains(f); })) {
                take(i);
            }
        }
        auto rest = from;
        std::ranges::stable_sort(rest, {}, [&](std::size_t i) { return left(i); });
        for (const auto i : rest) {
            take(i);
        }
        return {m_chosen.begin(), m_chosen.end()};
    }

private:
    [[nodiscard]] double left(std::size_t i) const {
        return left_of(m_recommendation.proposals[i], m_leading);
    }
    void take(std::size_t i) {
        if (m_chosen.size() < m_most && m_chosen.insert(i).second) {
            const auto& answers = m_recommendation.proposals[i].answers;
            m_answered.insert(answers.begin(), answers.end());
        }
    }

    const Recommendation& m_recommendation;
    Diagonal m_leading;
    std::size_t m_most;
    std::set<std::size_t> m_chosen;
    std::set<std::size_t> m_answered;
};

} // namespace

std::vector<std::size_t> short_list(const GapReport& report, const Recommendation& recommendation,
                                    std::size_t most_singles, std::size_t most_pairs) {
    std::vector<std::size_t> singles;
    std::vector<std::size_t> pairs;
    for (std::size_t i = 0; i < recommendation.proposals.size(); ++i) {
        (recommendation.proposals[i].adoptions.size() == 1 ? singles : pairs).push_back(i);
    }
    auto chosen = ShortList(report, recommendation, most_singles).choose(singles);
    const auto more = ShortList(report, recommendation, most_pairs).choose(pairs);
    chosen.insert(chosen.end(), more.begin(), more.end());
    return chosen;
}

} // namespace assess::reports
