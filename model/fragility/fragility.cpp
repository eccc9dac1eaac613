#include "model/fragility/fragility.hpp"

#include "model/findings/bridge_place.hpp"
#include "model/findings/one_region.hpp"
#include "model/findings/rule_support.hpp"
#include "model/findings/usage_share.hpp"
#include "model/findings/verdict.hpp"
#include "model/fragility/ladder_draws.hpp"
#include "model/fragility/share_form.hpp"
#include "model/fragility/spread_gradients.hpp"
#include "model/fragility/usage_form.hpp"
#include "model/statistics/welch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace assess {
namespace {

std::size_t index_of(Diagonal diagonal) {
    return static_cast<std::size_t>(diagonal);
}

/// What several rules need of one draw.
struct Drawn {
    ToolPlaces places;
    std::optional<DiagonalGaps> gaps; ///< of the pair, where there is one
    PlacedMoments first;
    PlacedMoments second;
};

/// A worker's own memory. Few sets of tools in a region ever come up.
struct Memory {
    std::vector<std::map<std::vector<bool>, UsageShare>> shares;
};

using Judge = std::function<State(const Drawn&, Memory&)>;

Sample drawn_sample(Diagonal diagonal, std::size_t n, const PlacedMoments& moments) {
    const auto& c = moments.covariance;
    const double sign = diagonal == Diagonal::Orchestration ? 1 : -1;
    const double variance = (c.xx + 2 * sign * c.xy + c.yy) / 4;
    return {n, along(diagonal, moments.mean), variance < 1e-14 ? 0 : variance};
}

std::optional<Diagonal> diagonal_of(const Finding& finding) {
    for (const auto diagonal : diagonals) {
        if (finding.subject == id_of(diagonal)) {
            return diagonal;
        }
    }
    return std::nullopt;
}

/// Everything that is summed up once and read by all draws.
class Draws {
public:
    Draws(const RuleInput& input, const std::vector<Finding>& findings)
        : m_input(input), m_pair(pair_of(input)), m_usage(input) {
        if (m_pair && m_pair->comparison.gap) {
            m_first.emplace(m_pair->first.shares, input.landscape.tools.size());
            m_second.emplace(m_pair->second.shares, input.landscape.tools.size());
        }
        for (const auto& finding : findings) {
            m_judges.push_back(judge_of(finding));
        }
    }

    [[nodiscard]] const std::vector<Judge>& judges() const { return m_judges; }
    [[nodiscard]] Memory memory() const {
        Memory memory;
        memory.shares.resize(m_regions);
        return memory;
    }

    void draw(std::uint64_t seed, std::size_t number, Drawn& drawn) const {
        draw_places(m_input.landscape, seed, number, drawn.places);
        if (!m_first) {
            return;
        }
        drawn.first = m_first->at(drawn.places);
        drawn.second = m_second->at(drawn.places);
        drawn.gaps.emplace();
        for (const auto diagonal : diagonals) {
            (*drawn.gaps)[index_of(diagonal)] = gap(diagonal, drawn);
        }
    }

private:
    /// As diagonal_gap() of the comparison has it.
    [[nodiscard]] DiagonalGap gap(Diagonal diagonal, const Drawn& drawn) const {
        DiagonalGap result;
        const double known = m_pair->comparison.diagonal[index_of(diagonal)]->landscape_variance;
        const Sample here = drawn_sample(diagonal, m_first->people(), drawn.first);
        const Sample there = drawn_sample(diagonal, m_second->people(), drawn.second);
        result.gap.value = here.mean - there.mean;
        result.gap.level = m_input.policy.interval_level;
        if (const auto interval = welch_interval(here, there, result.gap.level, known)) {
            result.gap.lower = interval->lower;
            result.gap.upper = interval->upper;
        }
        return result;
    }

    Judge judge_of(const Finding& finding) {
        if (finding.id == "opposite-ends" && m_first) {
            return opposite_ends(finding);
        }
        if (finding.id == "broken-ladder" && m_first) {
            return broken_ladder(finding);
        }
        if (finding.id == "scattered-group" && m_first) {
            return scattered_group(finding);
        }
        if (finding.id == "bridge-role" && m_first) {
            return bridge_role();
        }
        if (m_usage.empty()) {
            return {};
        }
        if (finding.id == "left-end") {
            return left_end();
        }
        if (finding.id == "empty-quadrant") {
            return empty_quadrant(finding);
        }
        return finding.id == "one-region" ? one_region() : Judge{};
    }

    Judge opposite_ends(const Finding& finding) const {
        const auto diagonal = diagonal_of(finding);
        if (!diagonal) {
            return {};
        }
        return [this, i = index_of(*diagonal)](const Drawn& drawn, Memory&) {
            return beyond((*drawn.gaps)[i]->gap, m_input.policy.gap_notable);
        };
    }

    Judge broken_ladder(const Finding& finding) const {
        const auto diagonal = diagonal_of(finding);
        if (!diagonal || std::min(m_pair->first.placed, m_pair->second.placed) < 2) {
            return {};
        }
        const auto ladder = std::make_shared<const LadderDraws>(m_input, *m_pair, *diagonal);
        return [this, ladder, i = index_of(*diagonal)](const Drawn& drawn, Memory&) {
            const auto& gap = (*drawn.gaps)[i]->gap;
            const bool apart = gap.has_interval() && (*gap.lower > 0 || *gap.upper < 0);
            return ladder->at(drawn.places, apart, m_input.policy.ladder_stretch);
        };
    }

    Judge scattered_group(const Finding& finding) const {
        const auto& spread = m_pair->comparison.spread;
        const bool second = finding.subject == m_pair->second.id;
        if (!spread || !spread->difference.has_interval() || !finding.magnitude ||
            (!second && finding.subject != m_pair->first.id) ||
            std::min(m_pair->first.placed, m_pair->second.placed) <
                m_input.policy.scattered_placed) {
            return {};
        }
        const auto gradients = std::make_shared<const std::vector<Point>>(
            spread_gradients(m_pair->first, m_pair->second));
        const auto given = std::make_shared<const ToolPlaces>(given_places(m_input.landscape));
        return [this, gradients, given, estimate = finding.magnitude->estimate, p = spread->test.p,
                sign = second ? -1.0 : 1.0](const Drawn& drawn, Memory&) {
            double moved = 0;
            for (std::size_t j = 0; j < gradients->size(); ++j) {
                moved += dot((*gradients)[j], drawn.places[j] - (*given)[j]);
            }
            auto shifted = estimate;
            shifted.value += sign * moved;
            *shifted.lower += sign * moved;
            *shifted.upper += sign * moved;
            return scattered(shifted, p, m_input.policy);
        };
    }

    Judge bridge_role() {
        const auto* hybrids = group_of(m_input, Role::Hybrid);
        if (hybrids == nullptr || hybrids == &m_pair->first || hybrids == &m_pair->second ||
            !hybrids->centroid) {
            return {};
        }
        const auto form =
            std::make_shared<const ShareForm>(hybrids->shares, m_input.landscape.tools.size());
        return [this, form, hybrids](const Drawn& drawn, Memory&) {
            const auto apart = stand_apart(*drawn.gaps, m_input.policy.gap_notable);
            if (apart == State::Absent || apart == State::Undetermined) {
                return apart;
            }
            const auto first = moved(m_pair->first, drawn.first);
            const auto second = moved(m_pair->second, drawn.second);
            const auto third = moved(*hybrids, form->at(drawn.places));
            return between(bridge_place(bridge_line(first, second, third), m_input.landscape,
                                        m_input.policy.interval_level));
        };
    }

    /// What bridge_place() reads of a group, with the tools at other places.
    static Group moved(const Group& group, const PlacedMoments& moments) {
        Group result;
        result.placed = group.placed;
        result.tools = group.tools;
        result.centroid = moments.mean;
        result.covariance = Quantity<Covariance>::unavailable("too few");
        if (group.covariance) {
            result.covariance = moments.covariance;
        }
        return result;
    }

    /// Which of the tools in use lie in a region, and the share of usage there.
    using Holds = std::function<bool(const Point&)>;
    std::function<UsageShare(const Drawn&, Memory&)> share_in(Holds holds) {
        return [this, holds = std::move(holds), region = m_regions++](const Drawn& drawn,
                                                                      Memory& memory) {
            std::vector<bool> inside;
            inside.reserve(m_usage.tools().size());
            for (const auto tool : m_usage.tools()) {
                inside.push_back(holds(drawn.places[tool]));
            }
            auto& known = memory.shares[region];
            const auto found = known.find(inside);
            return found != known.end()
                       ? found->second
                       : known.emplace(inside, m_usage.share(inside, m_input.policy)).first->second;
        };
    }

    Judge left_end() {
        const auto share = share_in([limit = m_input.policy.left_end_building](const Point& point) {
            return along(Diagonal::Building, point) < limit;
        });
        return [this, share](const Drawn& drawn, Memory& memory) {
            return at_least(share(drawn, memory).estimate, m_input.policy.left_end_share);
        };
    }

    Judge empty_quadrant(const Finding& finding) {
        const auto* quadrant = std::ranges::find_if(
            quadrants, [&](Quadrant each) { return id_of(each) == finding.subject; });
        if (quadrant == quadrants.end()) {
            return {};
        }
        std::vector<ToolIndex> asked;
        const auto was_asked = asked_tools(m_input);
        for (ToolIndex j = 0; j < was_asked.size(); ++j) {
            if (was_asked[j] && m_input.landscape.tools[j].placement) {
                asked.push_back(j);
            }
        }
        const auto holds = [here = *quadrant](const Point& point) {
            return quadrant_of(point) == here;
        };
        return [this, asked, holds, share = share_in(holds)](const Drawn& drawn, Memory& memory) {
            if (std::ranges::none_of(asked, [&](ToolIndex j) { return holds(drawn.places[j]); })) {
                return State::Undetermined;
            }
            return below(share(drawn, memory).estimate, m_input.policy.empty_quadrant_share);
        };
    }

    Judge one_region() {
        std::vector<std::function<UsageShare(const Drawn&, Memory&)>> shares;
        for (const auto& half : halves) {
            shares.push_back(share_in(half.holds));
        }
        const auto everybody = std::make_shared<const ShareForm>(UsageForm::shares(m_input),
                                                                 m_input.landscape.tools.size());
        return [this, shares, everybody](const Drawn& drawn, Memory& memory) {
            auto fullest = shares[0](drawn, memory).estimate;
            for (std::size_t h = 1; h < shares.size(); ++h) {
                const auto share = shares[h](drawn, memory).estimate;
                if (share.value > fullest.value) {
                    fullest = share;
                }
            }
            const auto together =
                stand_together(m_input, drawn.gaps ? &*drawn.gaps : compared_gaps());
            const auto far = at_least(distance(*everybody, everybody->at(drawn.places)),
                                      m_input.policy.one_region_distance);
            return all_of(all_of(together, far),
                          at_least(fullest, m_input.policy.one_region_share));
        };
    }

    /// A comparison without a gap in it has none in any draw.
    [[nodiscard]] const DiagonalGaps* compared_gaps() const {
        return m_pair ? &m_pair->comparison.diagonal : nullptr;
    }

    /// As pooled_centroid() has it.
    [[nodiscard]] Estimate distance(const ShareForm& form, const PlacedMoments& moments) const {
        Estimate estimate;
        estimate.value = norm(moments.mean);
        estimate.n = form.people();
        estimate.level = m_input.policy.interval_level;
        if (estimate.n < 2 || estimate.value < 1e-9) {
            return estimate;
        }
        const Point direction = moments.mean / estimate.value;
        double tools = 0;
        for (std::size_t i = 0; i < form.tools().size(); ++i) {
            const double error =
                form.means()[i] * m_input.landscape.tools[form.tools()[i]].placement->tolerance;
            tools += error * error;
        }
        add_distance_interval(
            estimate, moments.covariance.along(direction) / static_cast<double>(estimate.n), tools);
        return estimate;
    }

    const RuleInput& m_input;
    std::optional<Pair> m_pair;
    UsageForm m_usage;
    std::optional<ShareForm> m_first;
    std::optional<ShareForm> m_second;
    std::size_t m_regions = 0;
    std::vector<Judge> m_judges;
};

bool any_tolerance(const Landscape& landscape) {
    return std::ranges::any_of(landscape.tools, [](const Tool& tool) {
        return tool.placement && tool.placement->tolerance > 0;
    });
}

using Flips = std::vector<std::size_t>;

Flips count_flips(const Draws& draws, const std::vector<Finding>& findings, std::uint64_t seed,
                  std::size_t from, std::size_t step, std::size_t until) {
    Flips flips(findings.size(), 0);
    auto memory = draws.memory();
    Drawn drawn;
    for (std::size_t number = from; number < until; number += step) {
        draws.draw(seed, number, drawn);
        for (std::size_t f = 0; f < findings.size(); ++f) {
            const auto& judge = draws.judges()[f];
            flips[f] += judge && judge(drawn, memory) != findings[f].state ? 1U : 0U;
        }
    }
    return flips;
}

/// Adds up what each thread counts of its own share of the draws.
Flips count_all(const Draws& draws, const std::vector<Finding>& findings, std::uint64_t seed,
                std::size_t number, unsigned threads) {
    const std::size_t workers =
        threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    std::vector<Flips> counted(workers);
    {
        std::vector<std::jthread> running;
        for (std::size_t w = 1; w < workers; ++w) {
            running.emplace_back(
                [&, w] { counted[w] = count_flips(draws, findings, seed, w, workers, number); });
        }
        counted[0] = count_flips(draws, findings, seed, 0, workers, number);
    }
    for (std::size_t w = 1; w < workers; ++w) {
        std::ranges::transform(counted[0], counted[w], counted[0].begin(), std::plus<>());
    }
    return counted[0];
}

} // namespace

void judge_fragility(const RuleInput& input, std::uint64_t seed, std::vector<Finding>& findings,
                     unsigned threads) {
    const auto number = static_cast<std::size_t>(input.policy.fragility_draws);
    if (number == 0) {
        return;
    }
    Flips flips(findings.size(), 0);
    if (any_tolerance(input.landscape)) {
        const Draws draws(input, findings);
        flips = count_all(draws, findings, seed, number, threads);
    }
    for (std::size_t f = 0; f < findings.size(); ++f) {
        const double share = static_cast<double>(flips[f]) / static_cast<double>(number);
        findings[f].flip_share = share;
        findings[f].fragile = share > input.policy.fragility_share;
    }
}

} // namespace assess
