#include "model/what_if/adoption_advice.hpp"

#include "model/findings/rule_support.hpp"
#include "model/findings/words.hpp"
#include "model/what_if/asked_for.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::optional<std::size_t> gap_diagonal_of(const Finding& finding) {
    if (finding.id != "opposite-ends") {
        return std::nullopt;
    }
    for (const auto diagonal : diagonals) {
        if (finding.subject == id_of(diagonal)) {
            return static_cast<std::size_t>(diagonal);
        }
    }
    return std::nullopt;
}

bool answers(const Proposal& proposal, std::size_t finding) {
    return std::ranges::find(proposal.answers, finding) != proposal.answers.end();
}

double size_of(const Proposal& proposal, std::size_t diagonal) {
    const auto& gap = proposal.gap_after.at(diagonal);
    return gap ? std::abs(gap->value) : 2.0; // no gap is wider
}

/// As people read it: what differs in the third decimal is alike.
long hundredths(double value) {
    return std::lround(100 * value);
}

class Advice {
public:
    Advice(const RuleInput& input, const Recommendation& closing)
        : m_input(input), m_closing(closing) {}

    [[nodiscard]] std::optional<std::string> on_gap(std::size_t index, std::size_t diagonal) const {
        const auto key = [&](const Proposal& proposal) {
            return std::pair(hundredths(size_of(proposal, diagonal)), proposal.people);
        };
        const auto* single = best(index, 1, key);
        const auto* pair = best(index, 2, key);
        const auto* first = single != nullptr ? single : pair;
        if (first == nullptr) {
            return std::nullopt;
        }
        const auto name = name_of(diagonals.at(diagonal));
        auto text = fmt::format("If {}, the gap on the {} falls from {} to {}.", takes_up(*first),
                                name, before(diagonal), after(*first, diagonal));
        const double limit = m_input.policy.gap_notable;
        if (size_of(*first, diagonal) <= limit) {
            return text;
        }
        text += above_the_limit(diagonal);
        if (single != nullptr && pair != nullptr &&
            hundredths(size_of(*pair, diagonal)) < hundredths(size_of(*single, diagonal))) {
            const auto& least = m_closing.least_by_pair.at(diagonal);
            const bool best_of_all =
                least && hundredths(*least) == hundredths(size_of(*pair, diagonal));
            text += fmt::format(" {} pair, where {}, leaves {}.", best_of_all ? "The best" : "A",
                                takes_up(*pair), after(*pair, diagonal));
        }
        return text;
    }

    [[nodiscard]] std::optional<std::string> on_other(std::size_t index,
                                                      const Finding& finding) const {
        const auto key = [&](const Proposal& proposal) {
            return std::tuple(!goes(proposal, finding), proposal.people, !proposal.other_uses,
                              proposal.ring,
                              hundredths(size_of(proposal, 0)) + hundredths(size_of(proposal, 1)));
        };
        const auto* chosen = best(index, 1, key);
        const auto* pair = best(index, 2, key);
        if (chosen == nullptr ||
            (pair != nullptr && goes(*pair, finding) && !goes(*chosen, finding))) {
            chosen = pair;
        }
        if (chosen == nullptr) {
            return std::nullopt;
        }
        return fmt::format("If {}, {}.", takes_up(*chosen), what_becomes_of(*chosen, finding));
    }

    [[nodiscard]] std::string none(const Finding& finding) const {
        return fmt::format("No adoption mends this: of {} and {} from the {} ring or a more "
                           "inviting one, none brings {}.",
                           counted(m_closing.singles, "adoption"), counted(m_closing.pairs, "pair"),
                           id_of(m_closing.most_ring), asks_for(finding.id));
    }

private:
    /// What holds of all adoptions that were tried, told or not.
    [[nodiscard]] std::string above_the_limit(std::size_t diagonal) const {
        const double limit = m_input.policy.gap_notable;
        const auto above = [&](const std::optional<double>& least) {
            return least && *least > limit;
        };
        return above(m_closing.least_by_single.at(diagonal))
                   ? fmt::format(" No single adoption that was tried brings it below {}.",
                                 decimal(limit))
                   : fmt::format(" That still leaves it above {}.", decimal(limit));
    }

    /// The one of so many tools that answers the finding and has the least key.
    template <typename Key>
    [[nodiscard]] const Proposal* best(std::size_t index, std::size_t tools, const Key& key) const {
        const Proposal* found = nullptr;
        for (const auto& proposal : m_closing.proposals) {
            if (proposal.adoptions.size() == tools && answers(proposal, index) &&
                (found == nullptr || key(proposal) < key(*found))) {
                found = &proposal;
            }
        }
        return found;
    }

    [[nodiscard]] const std::string& tool(const Adoption& adoption) const {
        return m_input.landscape.tools[adoption.tool].name;
    }
    /// "all 5 engineers", "the one researcher".
    [[nodiscard]] std::string everybody(const Adoption& adoption) const {
        const auto& group = m_input.groups[adoption.group];
        return adoption.people == 1 ? "the one " + singular_of(group)
                                    : "all " + people_of(group, adoption.people);
    }
    /// " (weekly)"; nothing for a bare use.
    [[nodiscard]] std::string depth() const {
        return m_closing.depth == Depth::Uses ? std::string()
                                              : fmt::format(" ({})", id_of(m_closing.depth));
    }
    /// "all 5 engineers take up Git (weekly)"
    [[nodiscard]] std::string takes_up(const Adoption& adoption) const {
        const auto* verb = adoption.people == 1 ? "takes" : "take";
        if (adoption.already == 0) {
            return fmt::format("{} {} up {}{}", everybody(adoption), verb, tool(adoption), depth());
        }
        return fmt::format("the {} who {} not yet use {}{} {} it up{}",
                           people_of(m_input.groups[adoption.group], adoption.people),
                           adoption.people == 1 ? "does" : "do", tool(adoption),
                           m_closing.depth == Depth::Uses ? "" : " that much", verb, depth());
    }
    [[nodiscard]] std::string takes_up(const Proposal& proposal) const {
        const auto& first = proposal.adoptions.front();
        const auto& last = proposal.adoptions.back();
        if (proposal.adoptions.size() == 1) {
            return takes_up(first);
        }
        if (first.group == last.group && first.already == 0 && last.already == 0) {
            return fmt::format("{} {} up {} and {}{}", everybody(first),
                               first.people == 1 ? "takes" : "take", tool(first), tool(last),
                               depth());
        }
        return takes_up(first) + " and " + takes_up(last);
    }

    [[nodiscard]] std::string before(std::size_t diagonal) const {
        return decimal(m_input.comparison->diagonal.at(diagonal)->gap.value);
    }
    /// "0.41 (0.20 to 0.62)"
    static std::string after(const Proposal& proposal, std::size_t diagonal) {
        const auto& gap = *proposal.gap_after.at(diagonal);
        return gap.has_interval() ? fmt::format("{} ({} to {})", decimal(gap.value),
                                                decimal(*gap.lower), decimal(*gap.upper))
                                  : decimal(gap.value);
    }

    static const FindingChange* change_of(const Proposal& proposal, const Finding& finding) {
        const auto found =
            std::ranges::find_if(proposal.findings, [&](const FindingChange& change) {
                return change.id == finding.id && change.subject == finding.subject;
            });
        return found == proposal.findings.end() ? nullptr : &*found;
    }
    static bool goes(const Proposal& proposal, const Finding& finding) {
        const auto* change = change_of(proposal, finding);
        return change != nullptr && change->fate == FindingFate::Went;
    }

    [[nodiscard]] std::string what_becomes_of(const Proposal& proposal,
                                              const Finding& finding) const {
        const auto* change = change_of(proposal, finding);
        const auto gap = gap_words(proposal);
        if (!proposal.judged) {
            return fmt::format("there is {}{}", asks_for(finding.id), gap);
        }
        if (change == nullptr) {
            return fmt::format("this finding still stands, but there is {}{}", asks_for(finding.id),
                               gap);
        }
        switch (change->fate) {
        case FindingFate::Went:
            return fmt::format("this finding goes{}", gap);
        case FindingFate::Open:
            return fmt::format("this finding becomes open: more answers would settle it{}", gap);
        default:
            return fmt::format("this finding is {} and no longer {}{}", id_of(*change->after),
                               id_of(*change->before), gap);
        }
    }

    /// What it does to the gaps, where both are known: mending one thing can break another.
    [[nodiscard]] std::string gap_words(const Proposal& proposal) const {
        std::vector<std::string> parts;
        for (std::size_t d = 0; d < proposal.gap_after.size(); ++d) {
            const auto& now = m_input.comparison->diagonal.at(d);
            const auto& then = proposal.gap_after.at(d);
            if (now && then && decimal(now->gap.value) != decimal(then->value)) {
                parts.push_back(fmt::format("on the {} from {} to {}", name_of(diagonals.at(d)),
                                            decimal(now->gap.value), decimal(then->value)));
            }
        }
        return parts.empty() ? std::string()
                             : fmt::format("; the gap goes {}", fmt::join(parts, " and "));
    }

    const RuleInput& m_input;
    const Recommendation& m_closing;
};

bool says_none(const Finding& finding) {
    return std::ranges::any_of(finding.actions, [](const Message& action) {
        return action.words().find("o adoption") != std::string::npos ||
               action.words().find("o single tool") != std::string::npos;
    });
}

} // namespace

void add_adoption_advice(const RuleInput& input, const Recommendation& closing,
                         std::span<Finding> findings) {
    if (input.comparison == nullptr || (closing.singles == 0 && closing.proposals.empty())) {
        return;
    }
    const Advice advice(input, closing);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        auto& finding = findings[i];
        const auto diagonal = gap_diagonal_of(finding);
        auto text = diagonal ? advice.on_gap(i, *diagonal) : advice.on_other(i, finding);
        const bool unanswered =
            std::ranges::find(closing.unanswered, i) != closing.unanswered.end();
        if (!text && unanswered && asks(finding) && !says_none(finding)) {
            text = advice.none(finding);
        }
        if (text) {
            finding.actions.push_back(std::move(*text));
        }
    }
}

} // namespace assess
