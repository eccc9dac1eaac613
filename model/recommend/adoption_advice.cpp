#include "model/recommend/adoption_advice.hpp"

#include "model/assessment/arguments.hpp"
#include "model/findings/rule_support.hpp"
#include "model/recommend/asked_for.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::optional<std::size_t> gap_diagonal_of(const Finding& finding) {
    const auto diagonal = diagonal_of(finding);
    return diagonal && finding.rule->topic == Topic::Gap
               ? std::optional(static_cast<std::size_t>(*diagonal))
               : std::nullopt;
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

    /// Says nothing where no proposal answers the finding.
    [[nodiscard]] Message on_gap(std::size_t index, std::size_t diagonal) const {
        const auto key = [&](const Proposal& proposal) {
            return std::pair(hundredths(size_of(proposal, diagonal)), proposal.people);
        };
        const auto* single = best(index, 1, key);
        const auto* pair = best(index, 2, key);
        const auto* first = single != nullptr ? single : pair;
        if (first == nullptr) {
            return {};
        }
        Message closes{"adoption.gap-falls",
                       {{"taken_up", taken_up(*first)},
                        {"diagonal", diagonal_name(diagonals.at(diagonal))},
                        {"before", Decimal(m_input.comparison->diagonal.at(diagonal)->gap.value)},
                        {"after", gap_left(*first, diagonal)}}};
        if (size_of(*first, diagonal) <= m_input.policy.gap_notable) {
            return closes;
        }
        const bool pair_is_better =
            single != nullptr && pair != nullptr &&
            hundredths(size_of(*pair, diagonal)) < hundredths(size_of(*single, diagonal));
        return sentences(sentences(closes, above_the_limit(diagonal)),
                         pair_is_better ? pair_leaves(*pair, diagonal) : Message());
    }

    /// The same on any other finding.
    [[nodiscard]] Message on_other(std::size_t index, const Finding& finding) const {
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
        return chosen == nullptr ? Message() : what_becomes_of(finding, *chosen);
    }

    [[nodiscard]] Message none(const Finding& finding) const {
        return {"adoption.no-adoption",
                {{"singles", Count(m_closing.singles)},
                 {"pairs", Count(m_closing.pairs)},
                 {"ring", Select{id_of(m_closing.most_ring)}},
                 {"wanted", asks_for(finding)}}};
    }

private:
    /// What holds of all adoptions that were tried, told or not.
    [[nodiscard]] Message above_the_limit(std::size_t diagonal) const {
        const double limit = m_input.policy.gap_notable;
        const auto& least = m_closing.least_by_single.at(diagonal);
        return least && *least > limit
                   ? Message{"adoption.no-single-one", {{"limit", Decimal(limit)}}}
                   : Message{"adoption.still-above", {{"limit", Decimal(limit)}}};
    }
    [[nodiscard]] Message pair_leaves(const Proposal& pair, std::size_t diagonal) const {
        const auto& least = m_closing.least_by_pair.at(diagonal);
        const bool best_of_all = least && hundredths(*least) == hundredths(size_of(pair, diagonal));
        return {"adoption.pair-leaves",
                {{"best", yes_or_no(best_of_all)},
                 {"taken_up", taken_up(pair)},
                 {"gap", gap_left(pair, diagonal)}}};
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

    /// "all 5 engineers take up Git and Docker (weekly)"; "the 2 engineers who do not yet use Git
    /// that much take it up (weekly)".
    [[nodiscard]] Message taken_up(const Adoption& adoption,
                                   std::span<const ToolIndex> tools) const {
        // A bare use is told without a depth.
        const Message depth =
            m_closing.depth == Depth::Uses
                ? Message()
                : Message{"adoption.depth", {{"depth", Select{id_of(m_closing.depth)}}}};
        const std::vector<NamedValue> values{
            {"people", people_told(m_input.groups[adoption.group], adoption.people)},
            {"tools", named_tools(m_input.landscape, tools, List::all)},
            {"depth", depth}};
        return adoption.already == 0 ? Message{"adoption.take-up", values}
                                     : Message{"adoption.rest-takes-up", values};
    }
    [[nodiscard]] Message taken_up(const Proposal& proposal) const {
        const auto& first = proposal.adoptions.front();
        const auto& last = proposal.adoptions.back();
        const std::array tools{first.tool, last.tool};
        const auto one = std::span(tools).first(1);
        const auto other = std::span(tools).last(1);
        if (proposal.adoptions.size() == 1) {
            return taken_up(first, one);
        }
        if (first.group == last.group && first.already == 0 && last.already == 0) {
            return taken_up(first, tools);
        }
        return {"adoption.both",
                {{"first", taken_up(first, one)}, {"second", taken_up(last, other)}}};
    }

    /// "0.41 (0.20 to 0.62)"
    static Value gap_left(const Proposal& proposal, std::size_t diagonal) {
        const auto& gap = *proposal.gap_after.at(diagonal);
        if (!gap.has_interval()) {
            return Decimal(gap.value);
        }
        return Message{"adoption.gap-with-interval",
                       {{"gap", Decimal(gap.value)},
                        {"lower", Decimal(*gap.lower)},
                        {"upper", Decimal(*gap.upper)}}};
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

    [[nodiscard]] Message what_becomes_of(const Finding& finding, const Proposal& proposal) const {
        const auto* change = change_of(proposal, finding);
        std::vector<NamedValue> values{{"taken_up", taken_up(proposal)},
                                       {"wanted", asks_for(finding)},
                                       {"moves", gap_moves(proposal)}};
        if (!proposal.judged) {
            return {"adoption.brings", std::move(values)};
        }
        if (change == nullptr) {
            return {"adoption.finding-stays", std::move(values)};
        }
        if (change->fate == FindingFate::Went) {
            return {"adoption.finding-goes", std::move(values)};
        }
        if (change->fate == FindingFate::Open) {
            return {"adoption.finding-opens", std::move(values)};
        }
        values.push_back({"before", Select{id_of(*change->before)}});
        values.push_back({"after", Select{id_of(*change->after)}});
        return {"adoption.finding-changes", std::move(values)};
    }

    /// What it does to the gaps, where both are known: mending one thing can break another.
    [[nodiscard]] Message gap_moves(const Proposal& proposal) const {
        std::vector<Value> moves;
        for (std::size_t d = 0; d < proposal.gap_after.size(); ++d) {
            const auto& now = m_input.comparison->diagonal.at(d);
            const auto& then = proposal.gap_after.at(d);
            if (now && then && hundredths(now->gap.value) != hundredths(then->value)) {
                moves.emplace_back(Message{"adoption.gap-move",
                                           {{"diagonal", diagonal_name(diagonals.at(d))},
                                            {"before", Decimal(now->gap.value)},
                                            {"after", Decimal(then->value)}}});
            }
        }
        return moves.empty() ? Message()
                             : Message{"adoption.gap-moves", {{"moves", List(std::move(moves))}}};
    }

    const RuleInput& m_input;
    const Recommendation& m_closing;
};

/// Whether it says that no adoption mends the finding, be it in one of several sentences.
bool says_none(const Message& advice) {
    return advice.id().ends_with(".no-adoption") ||
           std::ranges::any_of(advice.arguments(), [](const NamedValue& argument) {
               const auto* message = std::get_if<Message>(&argument.value.kind());
               return message != nullptr && says_none(*message);
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
        auto said = diagonal ? advice.on_gap(i, *diagonal) : advice.on_other(i, finding);
        const bool unanswered =
            std::ranges::find(closing.unanswered, i) != closing.unanswered.end();
        if (said.empty() && unanswered && asks(finding) &&
            std::ranges::none_of(finding.actions, says_none)) {
            said = advice.none(finding);
        }
        if (!said.empty()) {
            finding.actions.push_back(std::move(said));
        }
    }
}

} // namespace assess
