#include "reports/content/closing_words.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/advice.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/content/statements.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
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

AdoptionCells adoption_cells(const GapReport& report, const Adoption& adoption) {
    AdoptionCells cells;
    cells.group = adoption.group;
    cells.takes_up = {"closing.takes-up",
                      {{"group", group_name(report.groups[adoption.group])},
                       {"tools", tool_name(report.landscape, adoption.tool)}}};
    cells.tool = report.landscape.tools[adoption.tool].name;
    cells.ring = ring_of(report.landscape, adoption.tool);
    cells.people = adoption.people;
    if (const auto* other = other_group(report, adoption.group)) {
        const auto use = users_cell(other->tools[adoption.tool]);
        cells.used = use;
        cells.used_by = Message{"closing.used-by", {{"use", use}, {"group", group_name(*other)}}};
    }
    return cells;
}

/// Of the gap on a diagonal, where it stands.
Severity severity_on(const GapReport& report, Diagonal diagonal) {
    const auto* finding = find_gap(report.findings, diagonal);
    return finding != nullptr && stands(*finding) ? finding->severity : Severity::None;
}

} // namespace

ProposalCells cells_of(const GapReport& report, const Proposal& proposal, std::size_t index) {
    ProposalCells cells;
    cells.proposal = index;
    for (const auto& adoption : proposal.adoptions) {
        cells.adoptions.push_back(adoption_cells(report, adoption));
    }
    cells.name = {"closing.name", {{"adoptions", by_group(report, proposal, "closing.takes-up")}}};
    cells.people = proposal.people;
    for (std::size_t d = 0; d < proposal.gap_after.size(); ++d) {
        const auto& after = proposal.gap_after.at(d);
        cells.interval.at(d) = interval_of(after ? *after : Estimate{});
        if (after) {
            const Decimal value(after->value);
            cells.after.at(d) = value;
            cells.after_in_full.at(d) =
                Message{"closing.after", {{"value", value}, {"interval", cells.interval.at(d)}}};
        }
    }
    for (const auto finding : proposal.answers) {
        cells.answers.push_back(rule_of(report.findings[finding]));
    }
    for (const auto& change : proposal.findings) {
        cells.turns.push_back(
            {"closing.turn", {{"rule", rule_of(change)}, {"turn", turn_of(change)}}});
    }
    return cells;
}

List by_group(const GapReport& report, const Proposal& proposal, MessageId id) {
    const auto& all = proposal.adoptions;
    std::vector<Value> groups;
    std::vector<Value> tools;
    for (std::size_t i = 0; i < all.size(); ++i) {
        tools.emplace_back(tool_name(report.landscape, all[i].tool));
        if (i + 1 == all.size() || all[i + 1].group != all[i].group) {
            groups.emplace_back(Message{id,
                                        {{"group", group_name(report.groups[all[i].group])},
                                         {"tools", List(std::move(tools))}}});
            tools.clear();
        }
    }
    return List(std::move(groups));
}

Message ring_name(Ring ring) {
    return {"closing.ring", {{"ring", Select{id_of(ring)}}}};
}

Message gap_name(Diagonal diagonal) {
    return {"closing.gap", {{"diagonal", Select{id_of(diagonal)}}}};
}

Value told_briefly(const Estimate& estimate) {
    const Decimal value(estimate.value);
    if (!estimate.has_interval()) {
        return value;
    }
    return Message{"closing.estimate",
                   {{"value", value},
                    {"lower", Decimal(*estimate.lower)},
                    {"upper", Decimal(*estimate.upper)}}};
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

Diagonal other_diagonal(Diagonal diagonal) {
    return diagonal == Diagonal::Building ? Diagonal::Orchestration : Diagonal::Building;
}

namespace {

class ShortList {
public:
    ShortList(const GapReport& report, const Recommendation& recommendation)
        : m_proposals(recommendation.proposals), m_leading(leading_diagonal(report)) {
        // In the order of people: each step down costs more of them.
        double least = std::fabs(
            gap_today(report, m_leading).value_or(std::numeric_limits<double>::infinity()));
        for (std::size_t i = 0; i < m_proposals.size(); ++i) {
            m_is_step.push_back(left(i) < least);
            least = std::min(least, left(i));
        }
    }

    /// At most `most` of the proposals with as many adoptions as `size`.
    std::vector<std::size_t> choose(std::size_t size, std::size_t most) {
        std::vector<std::size_t> from;
        for (std::size_t i = 0; i < m_proposals.size(); ++i) {
            if (m_proposals[i].adoptions.size() == size) {
                from.push_back(i);
            }
        }
        m_most = most;
        m_chosen.clear();
        take_steps(from);
        for (const auto i : from) {
            if (std::ranges::any_of(m_proposals[i].answers,
                                    [&](std::size_t f) { return !m_answered.contains(f); })) {
                take(i);
            }
        }
        std::ranges::stable_sort(from, {}, [&](std::size_t i) { return left(i); });
        for (const auto i : from) {
            take(i);
        }
        return {m_chosen.begin(), m_chosen.end()};
    }

private:
    [[nodiscard]] double left(std::size_t i) const { return left_of(m_proposals[i], m_leading); }

    /// Of too many steps the lowest are kept, and beside them the first one, which costs least.
    void take_steps(const std::vector<std::size_t>& from) {
        std::vector<std::size_t> steps;
        std::ranges::copy_if(from, std::back_inserter(steps),
                             [&](std::size_t i) { return m_is_step[i]; });
        std::ranges::reverse(steps); // the lowest first
        if (m_most > 1 && steps.size() > m_most) {
            std::swap(steps[m_most - 1], steps.back());
        }
        for (const auto i : steps) {
            take(i);
        }
    }

    void take(std::size_t i) {
        if (m_chosen.size() < m_most && m_chosen.insert(i).second) {
            const auto& answers = m_proposals[i].answers;
            m_answered.insert(answers.begin(), answers.end());
        }
    }

    const std::vector<Proposal>& m_proposals;
    Diagonal m_leading;
    std::vector<bool> m_is_step; ///< leaves less than today and than whatever needs fewer people
    std::size_t m_most = 0;
    std::set<std::size_t> m_chosen;
    std::set<std::size_t> m_answered;
};

} // namespace

std::vector<std::size_t> short_list(const GapReport& report, const Recommendation& recommendation,
                                    std::size_t most_singles, std::size_t most_pairs) {
    ShortList list(report, recommendation);
    auto chosen = list.choose(1, most_singles);
    const auto pairs = list.choose(2, most_pairs);
    chosen.insert(chosen.end(), pairs.begin(), pairs.end());
    return chosen;
}

} // namespace assess::reports
