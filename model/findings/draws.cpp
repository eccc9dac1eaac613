#include "model/findings/draws.hpp"

#include "model/statistics/welch.hpp"

#include <utility>

namespace assess {
namespace {

Sample drawn_sample(Diagonal diagonal, std::size_t n, const PlacedMoments& moments) {
    const auto& c = moments.covariance;
    const double sign = diagonal == Diagonal::Orchestration ? 1 : -1;
    const double variance = (c.xx + 2 * sign * c.xy + c.yy) / 4;
    return {n, along(diagonal, moments.mean), variance < 1e-14 ? 0 : variance};
}

} // namespace

Draws::Draws(const RuleInput& input) : m_input(input), m_pair(pair_of(input)), m_usage(input) {
    if (m_pair && m_pair->comparison.gap) {
        m_first.emplace(m_pair->first.shares, input.landscape.tools.size());
        m_second.emplace(m_pair->second.shares, input.landscape.tools.size());
    }
}

Draws::Share Draws::share_in(Holds holds) {
    return [this, holds = std::move(holds), region = m_regions++](const Drawn& drawn,
                                                                  DrawMemory& memory) {
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

DrawMemory Draws::memory() const {
    DrawMemory memory;
    memory.shares.resize(m_regions);
    return memory;
}

void Draws::draw(std::uint64_t seed, std::size_t number, Drawn& drawn) const {
    draw_places(m_input.landscape, seed, number, drawn.places);
    if (!m_first) {
        return;
    }
    drawn.first = m_first->at(drawn.places);
    drawn.second = m_second->at(drawn.places);
    drawn.gaps.emplace();
    for (const auto diagonal : diagonals) {
        (*drawn.gaps)[static_cast<std::size_t>(diagonal)] = gap(diagonal, drawn);
    }
}

/// As diagonal_gap() of the comparison has it.
DiagonalGap Draws::gap(Diagonal diagonal, const Drawn& drawn) const {
    DiagonalGap result;
    const auto& compared = m_pair->comparison.diagonal[static_cast<std::size_t>(diagonal)];
    const Sample here = drawn_sample(diagonal, m_first->people(), drawn.first);
    const Sample there = drawn_sample(diagonal, m_second->people(), drawn.second);
    result.gap.value = here.mean - there.mean;
    result.gap.level = m_input.policy.interval_level;
    if (const auto interval =
            welch_interval(here, there, result.gap.level, compared->landscape_variance)) {
        result.gap.lower = interval->lower;
        result.gap.upper = interval->upper;
    }
    return result;
}

} // namespace assess
