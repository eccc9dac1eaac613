#include "model/findings/fragility.hpp"

#include "model/findings/draws.hpp"

#include <algorithm>
#include <functional>
#include <thread>

namespace assess {
namespace {

/// One for each finding; empty where it does not depend on the places, or cannot be judged.
std::vector<Redraw> redraws(const std::vector<Finding>& findings, Draws& draws) {
    std::vector<Redraw> all;
    for (const auto& finding : findings) {
        const auto& rule = *finding.rule;
        all.push_back(rule.redraw == nullptr ? Redraw() : rule.redraw(finding, draws));
    }
    return all;
}

bool any_tolerance(const Landscape& landscape) {
    return std::ranges::any_of(landscape.tools, [](const Tool& tool) {
        return tool.placement && tool.placement->tolerance > 0;
    });
}

using Flips = std::vector<std::size_t>;

/// The findings of one input, to be judged again in every draw.
class Trial {
public:
    Trial(const RuleInput& input, const std::vector<Finding>& findings, std::uint64_t seed)
        : m_findings(findings), m_seed(seed), m_draws(input),
          m_redraws(redraws(findings, m_draws)) {}

    /// Adds up what each thread counts of its own share of `number` draws.
    [[nodiscard]] Flips count(std::size_t number, unsigned threads) const {
        const std::size_t workers =
            threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
        std::vector<Flips> counted(workers);
        {
            std::vector<std::jthread> running;
            for (std::size_t w = 1; w < workers; ++w) {
                running.emplace_back([&, w] { counted[w] = count_some(w, workers, number); });
            }
            counted[0] = count_some(0, workers, number);
        }
        for (std::size_t w = 1; w < workers; ++w) {
            std::ranges::transform(counted[0], counted[w], counted[0].begin(), std::plus<>());
        }
        return counted[0];
    }

private:
    [[nodiscard]] Flips count_some(std::size_t from, std::size_t step, std::size_t until) const {
        Flips flips(m_findings.size(), 0);
        auto memory = m_draws.memory();
        Drawn drawn;
        for (std::size_t number = from; number < until; number += step) {
            m_draws.draw(m_seed, number, drawn);
            for (std::size_t f = 0; f < m_findings.size(); ++f) {
                const auto& redraw = m_redraws[f];
                flips[f] += redraw && redraw(drawn, memory) != m_findings[f].state ? 1U : 0U;
            }
        }
        return flips;
    }

    const std::vector<Finding>& m_findings;
    std::uint64_t m_seed;
    Draws m_draws;
    std::vector<Redraw> m_redraws;
};

} // namespace

void judge_fragility(const RuleInput& input, std::uint64_t seed, std::vector<Finding>& findings,
                     unsigned threads) {
    const auto number = static_cast<std::size_t>(input.policy.fragility_draws);
    if (number == 0) {
        return;
    }
    Flips flips(findings.size(), 0);
    if (any_tolerance(input.landscape)) {
        flips = Trial(input, findings, seed).count(number, threads);
    }
    for (std::size_t f = 0; f < findings.size(); ++f) {
        const double share = static_cast<double>(flips[f]) / static_cast<double>(number);
        findings[f].flip_share = share;
        findings[f].fragile = share > input.policy.fragility_share;
    }
}

} // namespace assess
