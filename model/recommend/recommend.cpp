// The search: every single adoption, every pair, what no other beats, and that judged anew.
//
// For T tools and two groups of n people with u usages there are up to 2 T singles and 2 T^2 pairs.
//   sums           u once (adoption_sums.hpp)
//   singles        T + users of the tool, and the findings that ask
//   pairs          users of the two tools; a constant where the groups differ
//   front          k log k for the k that a finding asks for and neither adoption alone makes
//                  needless (front.hpp)
//   proposals      for each that is told a comparison on changed answers, u log u; of surveys with
//                  tens of thousands of people fewer are told (`most_altering`)
//   verdicts       all rules anew for as many of them as `most_judging` allows
// Only what is told gets intervals: the front is about sizes of gaps at two decimals.
#include "model/recommend/recommend.hpp"

#include "model/assessment/answers.hpp"
#include "model/change/change.hpp"
#include "model/change/weighing.hpp"
#include "model/findings/advice.hpp"
#include "model/findings/rule_support.hpp"
#include "model/recommend/adoption_sums.hpp"
#include "model/recommend/asked_for.hpp"
#include "model/recommend/front.hpp"
#include "model/recommend/judge_proposal.hpp"
#include "model/recommend/shortlist.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

namespace assess {
namespace {

/// People whose answers all rules may be asked about, all proposals together: about 0.1 s.
constexpr std::size_t most_judging = 20'000;

/// People whose answers are altered and grouped anew, all proposals together: about 1 s.
constexpr std::size_t most_altering = 500'000;
/// So many proposals are told however many people answered.
constexpr std::size_t fewest_told = 5;

/// One group takes up one tool.
struct Single {
    Adoption adoption;
    std::size_t side = 0; ///< 0: the first group of the pair
    Ring ring = Ring::Adopt;
    Point centroid;          ///< of the group, after
    std::uint64_t kinds = 0; ///< bit c: of category c; from the 65th on none
    FindingSet by_tool;      ///< findings that ask for it whatever it does to the gap
    FindingSet answers;
    Objectives objectives;
};

/// Numbers for sets of findings, in the order in which they turn up.
class SetNumbers {
public:
    std::uint32_t of(const FindingSet& set) {
        if (m_last < m_sets.size() && m_sets[m_last] == set) {
            return m_last; // neighbours are often alike
        }
        const auto [found, fresh] =
            m_numbers.try_emplace(set, static_cast<std::uint32_t>(m_sets.size()));
        if (fresh) {
            m_sets.push_back(set);
        }
        m_last = found->second;
        return m_last;
    }
    [[nodiscard]] const std::vector<FindingSet>& sets() const { return m_sets; }

private:
    std::unordered_map<FindingSet, std::uint32_t> m_numbers; ///< only looked up
    std::vector<FindingSet> m_sets;
    std::uint32_t m_last = 0;
};

/// Numbers from 100 on count by their first two digits: nobody chooses by the third.
std::uint32_t roughly(std::size_t people) {
    std::size_t unit = 1;
    while (people / unit >= 100) {
        unit *= 10;
    }
    return static_cast<std::uint32_t>((people + unit / 2) / unit * unit);
}

class Search {
public:
    Search(const RuleInput& input, std::span<const Finding> findings,
           const RecommendSettings& settings, Depth depth)
        : m_input(input), m_findings(findings), m_settings(settings), m_depth(depth),
          m_asked_for(input, findings),
          m_confidential(input.answers.promise.kind == Promise::Confidential),
          m_pair{input.comparison->first, input.comparison->second}, m_sums{sums(m_pair[0]),
                                                                            sums(m_pair[1])} {
        for (const auto diagonal : diagonals) {
            m_named.at(static_cast<std::size_t>(diagonal)) = m_asked_for.names(diagonal);
        }
    }

    void run(Recommendation& result) {
        find_singles();
        result.singles = m_singles.size();
        for (std::uint32_t i = 0; i < m_singles.size(); ++i) {
            if (m_singles[i].answers.any()) {
                keep({i, i}, m_singles[i].objectives, m_singles[i].answers);
            }
        }
        if (m_settings.pairs) {
            find_pairs(result.pairs);
        }
        result.asked_for = m_asked;
        result.least_by_single = m_least_by_single;
        result.least_by_pair = m_least_by_pair;
        propose(result);
    }

private:
    [[nodiscard]] AdoptionSums sums(std::size_t group) const {
        return {m_input.answers, m_input.landscape, m_input.policy, m_input.groups[group],
                weight_of(m_depth, m_input.policy)};
    }

    void find_singles() {
        const auto& tools = m_input.landscape.tools;
        for (std::size_t side = 0; side < m_pair.size(); ++side) {
            for (ToolIndex j = 0; j < tools.size(); ++j) {
                const auto ring = ring_of(m_input.landscape, j);
                if (!tools[j].placement || is_retired(tools[j]) || ring > m_settings.most_ring) {
                    continue;
                }
                add_single(side, j, ring);
            }
        }
    }

    void add_single(std::size_t side, ToolIndex tool, Ring ring) {
        const auto& sums = m_sums.at(side);
        const auto people = sums.people(tool);
        const auto& group = m_input.groups[m_pair.at(side)];
        if (people == 0 || (m_confidential && !nobody_names(group, tool))) {
            return;
        }
        Single single;
        const auto others = m_input.groups[m_pair.at(1 - side)].tools[tool].users;
        single.adoption = {tool, m_pair.at(side), people, sums.answered() - people,
                           others > 0 && !count_told(m_input, others).hidden()};
        single.side = side;
        single.ring = ring;
        single.kinds = kinds_of(tool);
        single.centroid = sums.after(tool);
        single.by_tool = m_asked_for.by_tool(tool, side);
        const auto other = centroid_now(1 - side);
        const auto after = other ? gaps(side, single.centroid, *other) : std::optional<Gaps>{};
        single.answers = single.by_tool;
        if (after) {
            single.answers |= m_asked_for.by_gap(*after);
            remember_least(*after, m_least_by_single);
        }
        single.objectives = objectives(people, ring, !single.adoption.other_uses, after);
        m_singles.push_back(single);
    }

    [[nodiscard]] std::uint64_t kinds_of(ToolIndex tool) const {
        constexpr std::size_t most = 64;
        std::uint64_t kinds = 0;
        for (const auto category : m_input.landscape.tools[tool].categories) {
            kinds |= category < most ? std::uint64_t{1} << category : 0;
        }
        return kinds;
    }

    /// Two tools of one kind for the same people: they need one of them.
    static bool is_one_too_many(const Single& one, const Single& other) {
        return one.side == other.side && (one.kinds & other.kinds) != 0;
    }

    static void remember_least(const Gaps& after, std::array<std::optional<double>, 2>& least) {
        for (std::size_t d = 0; d < after.size(); ++d) {
            least.at(d) = std::min(std::abs(after.at(d)), least.at(d).value_or(2));
        }
    }

    [[nodiscard]] std::optional<Point> centroid_now(std::size_t side) const {
        const auto& centroid = m_input.groups[m_pair.at(side)].centroid;
        return centroid ? std::optional(*centroid) : std::nullopt;
    }

    /// `side` is where `here` stands.
    static Gaps gaps(std::size_t side, const Point& here, const Point& there) {
        const Point gap = side == 0 ? here - there : there - here;
        return {along(diagonals[0], gap), along(diagonals[1], gap)};
    }

    [[nodiscard]] Objectives objectives(std::size_t people, Ring ring, bool other_lacks,
                                        const std::optional<Gaps>& after) const {
        Objectives result;
        result.people = roughly(people);
        result.ring = static_cast<std::uint32_t>(ring);
        result.other_lacks = other_lacks ? 1 : 0;
        for (std::size_t d = 0; after && d < after->size(); ++d) {
            const auto hundredths =
                static_cast<std::uint32_t>(std::lround(100 * std::abs(after->at(d))));
            result.gap.at(d) = m_named.at(d) ? std::min(hundredths, gap_steps - 1) : 0;
        }
        return result;
    }

    void find_pairs(std::size_t& tried) {
        for (std::uint32_t i = 0; i < m_singles.size(); ++i) {
            for (std::uint32_t k = i + 1; k < m_singles.size(); ++k) {
                if (m_confidential && m_singles[i].side == m_singles[k].side) {
                    continue; // see whole_groups.hpp
                }
                if (is_one_too_many(m_singles[i], m_singles[k])) {
                    continue;
                }
                ++tried;
                weigh_pair(i, k);
            }
        }
    }

    void weigh_pair(std::uint32_t i, std::uint32_t k) {
        const auto& one = m_singles[i];
        const auto& other = m_singles[k];
        const auto after = gaps_after(one, other);
        auto answers = one.by_tool | other.by_tool;
        if (after) {
            answers |= m_asked_for.by_gap(*after);
            remember_least(*after, m_least_by_pair);
        }
        const bool both = one.answers.any() && other.answers.any();
        if (answers.none() || (!both && (answers & ~(one.answers | other.answers)).none())) {
            return;
        }
        const auto measured =
            objectives(one.adoption.people + other.adoption.people, std::max(one.ring, other.ring),
                       !one.adoption.other_uses || !other.adoption.other_uses, after);
        // Most pairs bring nothing that one of the two does not bring alone.
        const auto needless = [&](const Single& alone) {
            return (answers & ~alone.answers).none() &&
                   alone.objectives.gap[0] <= measured.gap[0] &&
                   alone.objectives.gap[1] <= measured.gap[1];
        };
        if (needless(one) || needless(other)) {
            ++m_asked;
            return;
        }
        keep({i, k}, measured, answers);
    }

    [[nodiscard]] std::optional<Gaps> gaps_after(const Single& one, const Single& other) const {
        if (one.side != other.side) {
            return gaps(one.side, one.centroid, other.centroid);
        }
        const auto there = centroid_now(1 - one.side);
        if (!there) {
            return std::nullopt;
        }
        const auto here = m_sums.at(one.side).after(one.adoption.tool, other.adoption.tool);
        return gaps(one.side, here, *there);
    }

    void keep(const std::array<std::uint32_t, 2>& singles, Objectives objectives,
              const FindingSet& answers) {
        ++m_asked;
        m_answered |= answers;
        objectives.answers = m_sets.of(answers);
        m_members.push_back(singles);
        m_objectives.push_back(objectives);
    }

    void propose(Recommendation& result) {
        const auto front = unbeaten(m_objectives, m_sets.sets());
        result.front = front.size();
        std::vector<ShortlistEntry> entries;
        for (const auto candidate : front) {
            entries.push_back(entry(candidate));
        }
        const auto chosen = shortlist(entries, m_asked_for.asking().size(), most_told());
        for (const auto index : chosen) {
            result.proposals.push_back(proposal(front[index], m_sets.sets()));
        }
        judge(result);
        add_unanswered(result);
    }

    [[nodiscard]] std::size_t most_told() const {
        const auto people = std::max<std::size_t>(1, m_input.answers.respondents.size());
        return std::min(m_settings.most_proposals, std::max(fewest_told, most_altering / people));
    }

    [[nodiscard]] ShortlistEntry entry(std::size_t candidate) const {
        const auto& objectives = m_objectives[candidate];
        return {objectives, m_sets.sets()[objectives.answers],
                m_members[candidate][0] != m_members[candidate][1]};
    }

    [[nodiscard]] Proposal proposal(std::size_t candidate,
                                    const std::vector<FindingSet>& sets) const {
        Proposal result;
        const auto& [first, second] = m_members[candidate];
        result.adoptions.push_back(m_singles[first].adoption);
        result.ring = m_singles[first].ring;
        if (second != first) {
            result.adoptions.push_back(m_singles[second].adoption);
            result.ring = std::max(result.ring, m_singles[second].ring);
        }
        result.other_uses = std::ranges::all_of(result.adoptions, &Adoption::other_uses);
        for (const auto& adoption : result.adoptions) {
            result.people += adoption.people;
        }
        const auto& answers = sets[m_objectives[candidate].answers];
        for (std::size_t bit = 0; bit < m_asked_for.asking().size(); ++bit) {
            if (answers[bit]) {
                result.answers.push_back(m_asked_for.asking()[bit]);
            }
        }
        return result;
    }

    void judge(Recommendation& result) const {
        std::size_t judged = 0;
        for (auto& proposal : result.proposals) {
            judged += m_input.answers.respondents.size();
            judge_proposal(m_input, m_findings, m_depth, m_settings.seed, judged <= most_judging,
                           proposal);
        }
        const auto key = [&](const Proposal& proposal) {
            long left = 0;
            for (std::size_t d = 0; d < m_named.size(); ++d) {
                const auto& gap = proposal.gap_after.at(d);
                left += m_named.at(d) && gap ? std::lround(100 * std::abs(gap->value)) : 0;
            }
            std::vector<std::pair<ToolIndex, std::size_t>> tools;
            for (const auto& adoption : proposal.adoptions) {
                tools.emplace_back(adoption.tool, adoption.group);
            }
            return std::tuple(proposal.people, left, std::move(tools));
        };
        std::ranges::stable_sort(result.proposals, {}, key);
    }

    void add_unanswered(Recommendation& result) const {
        std::vector<bool> answered(m_findings.size());
        for (std::size_t bit = 0; bit < m_asked_for.asking().size(); ++bit) {
            answered[m_asked_for.asking()[bit]] = m_answered[bit];
        }
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            if (!answered[i] && stands(m_findings[i])) {
                result.unanswered.push_back(i);
            }
        }
    }

    const RuleInput& m_input;
    std::span<const Finding> m_findings;
    const RecommendSettings& m_settings;
    Depth m_depth;
    AskedFor m_asked_for;
    bool m_confidential;
    std::array<std::size_t, 2> m_pair;
    std::array<AdoptionSums, 2> m_sums;
    std::array<bool, 2> m_named{};
    std::vector<Single> m_singles;
    SetNumbers m_sets;
    std::vector<std::array<std::uint32_t, 2>> m_members; ///< of each candidate; twice: a single
    std::vector<Objectives> m_objectives;
    std::array<std::optional<double>, 2> m_least_by_single;
    std::array<std::optional<double>, 2> m_least_by_pair;
    FindingSet m_answered;
    std::size_t m_asked = 0;
};

/// Why nothing can be searched; empty where it can.
Message no_search(const RuleInput& input, const AskedFor& asked_for, Depth depth) {
    if (input.comparison == nullptr) {
        return why_no_pair(input);
    }
    if (!can_weigh(input.answers, input.policy)) {
        return {"recommend.nothing-weighed"};
    }
    if (asked_for.asking().empty()) {
        return {"recommend.none-asks"};
    }
    if (weight_of(depth, input.policy) <= 0) {
        return {"recommend.no-weight", {{"depth", id_of(depth)}}};
    }
    return {};
}

Message nothing_found(const Recommendation& result) {
    if (result.singles == 0) {
        return {"recommend.no-tool",
                {{"ring", Select{id_of(result.most_ring)}},
                 {"whole_groups", yes_or_no(result.whole_groups_only)}}};
    }
    return {"recommend.none-found",
            {{"adoptions", Count(result.singles)}, {"pairs", Count(result.pairs)}}};
}

std::vector<std::size_t> standing(std::span<const Finding> findings) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (stands(findings[i])) {
            list.push_back(i);
        }
    }
    return list;
}

} // namespace

Recommendation recommend(const RuleInput& input, std::span<const Finding> findings,
                         const RecommendSettings& settings) {
    Recommendation result;
    const auto usual = default_depth(input.answers);
    result.whole_groups_only = input.answers.promise.kind == Promise::Confidential;
    result.depth = settings.depth.value_or(usual);
    result.most_ring = settings.most_ring;
    result.reason = no_search(input, AskedFor(input, findings), result.depth);
    if (result.whole_groups_only && result.depth != usual) {
        throw InputError(
            Diagnostic{{},
                       "A tool can be taken up at one depth only, " + std::string(id_of(usual)) +
                           ", since the answers were given in confidence",
                       "Leave the depth out: comparing depths would tell single people apart."});
    }
    if (!result.reason.empty()) {
        result.unanswered = standing(findings);
        return result;
    }
    Search(input, findings, settings, result.depth).run(result);
    if (result.proposals.empty()) {
        result.reason = nothing_found(result);
    }
    return result;
}

} // namespace assess
