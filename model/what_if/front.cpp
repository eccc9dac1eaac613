#include "model/what_if/front.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace assess {
namespace {

/// The least second gap among those up to any first gap (Fenwick, 1994, with minima for sums).
class LeastSoFar {
public:
    void add(const std::array<std::uint32_t, 2>& gap) {
        for (auto at = gap[0] + 1; at <= gap_steps; at += at & (~at + 1)) {
            m_least.at(at) = std::min(m_least.at(at), gap[1]);
        }
    }
    [[nodiscard]] bool holds_one_up_to(const std::array<std::uint32_t, 2>& gap) const {
        for (auto at = gap[0] + 1; at > 0; at -= at & (~at + 1)) {
            if (m_least.at(at) <= gap[1]) {
                return true;
            }
        }
        return false;
    }

private:
    std::array<std::uint32_t, gap_steps + 1> m_least = [] {
        std::array<std::uint32_t, gap_steps + 1> none{};
        none.fill(std::numeric_limits<std::uint32_t>::max());
        return none;
    }();
};

/// Candidates looked at so far that are alike in all but people and gaps.
struct Kept {
    std::uint32_t ring;
    std::uint32_t other_lacks;
    LeastSoFar gaps;
};

class Sweep {
public:
    explicit Sweep(std::span<const FindingSet> sets)
        : m_sets(sets), m_kept(sets.size()), m_holding(sets.size()) {}

    /// Whether one that was added beats it, or is its equal.
    [[nodiscard]] bool beaten(const Criteria& candidate) {
        return std::ranges::any_of(holding(candidate.answers), [&](std::size_t set) {
            return std::ranges::any_of(m_kept[set], [&](const Kept& kept) {
                return kept.ring <= candidate.ring && kept.other_lacks <= candidate.other_lacks &&
                       kept.gaps.holds_one_up_to(candidate.gap);
            });
        });
    }

    void add(const Criteria& candidate) {
        auto& kept = m_kept[candidate.answers];
        const auto found = std::ranges::find_if(kept, [&](const Kept& one) {
            return one.ring == candidate.ring && one.other_lacks == candidate.other_lacks;
        });
        if (found == kept.end()) {
            kept.push_back({candidate.ring, candidate.other_lacks, {}});
            kept.back().gaps.add(candidate.gap);
        } else {
            found->gaps.add(candidate.gap);
        }
    }

private:
    /// The sets that hold all findings of this one, itself among them.
    const std::vector<std::size_t>& holding(std::size_t set) {
        auto& list = m_holding[set];
        if (list.empty()) {
            for (std::size_t other = 0; other < m_sets.size(); ++other) {
                if ((m_sets[set] & ~m_sets[other]).none()) {
                    list.push_back(other);
                }
            }
        }
        return list;
    }

    std::span<const FindingSet> m_sets;
    std::vector<std::vector<Kept>> m_kept; ///< by set
    std::vector<std::vector<std::size_t>> m_holding;
};

} // namespace

std::vector<std::size_t> unbeaten(std::span<const Criteria> candidates,
                                  std::span<const FindingSet> sets) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> unanswered; // by set; the larger set has less of it
    for (const auto& set : sets) {
        unanswered.push_back(most_asking - set.count());
    }
    // Whoever beats another comes before it: no criterion is larger, and where all are the same
    // the larger set of findings is first.
    const auto key = [&](std::size_t i) {
        const auto& one = candidates[i];
        return std::tuple(one.people, one.ring, one.other_lacks, one.gap, unanswered[one.answers],
                          one.answers, i);
    };
    std::ranges::sort(order, {}, key);

    Sweep sweep(sets);
    std::vector<std::size_t> front;
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin + 1;
        while (end < order.size() && candidates[order[end]] == candidates[order[begin]]) {
            ++end;
        }
        const auto& candidate = candidates[order[begin]];
        if (!sweep.beaten(candidate)) {
            front.insert(front.end(), order.begin() + static_cast<std::ptrdiff_t>(begin),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            sweep.add(candidate);
        }
        begin = end;
    }
    std::ranges::sort(front);
    return front;
}

} // namespace assess
