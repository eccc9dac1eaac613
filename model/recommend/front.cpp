#include "model/recommend/front.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

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
    [[nodiscard]] bool beaten(const Objectives& candidate) {
        return std::ranges::any_of(holding(candidate.answers), [&](std::size_t set) {
            return std::ranges::any_of(m_kept[set], [&](const Kept& kept) {
                return kept.ring <= candidate.ring && kept.other_lacks <= candidate.other_lacks &&
                       kept.gaps.holds_one_up_to(candidate.gap);
            });
        });
    }

    void add(const Objectives& candidate) {
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

/// A candidate with its objectives in one number: whoever beats another of as many people has the
/// smaller one, since no objective is larger, and where all are the same the larger set is first.
struct Ordered {
    std::uint64_t key = 0;
    std::size_t index = 0;
    friend auto operator<=>(const Ordered&, const Ordered&) = default;
};

/// Numbers of the sets, larger ones first.
std::vector<std::uint32_t> ranks_by_size(std::span<const FindingSet> sets) {
    std::vector<std::uint32_t> order(sets.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::uint32_t set) { return sets[set].count(); });
    std::vector<std::uint32_t> ranks(sets.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        ranks[order[rank]] = rank;
    }
    return ranks;
}

std::uint64_t key_of(const Objectives& one, std::uint32_t rank) {
    std::uint64_t key = one.ring;
    key = key << 1U | one.other_lacks;
    key = key << 8U | one.gap[0];
    key = key << 8U | one.gap[1];
    return key << 32U | rank;
}

/// Candidates of as many people, in any order.
void sweep_alike(std::span<const Objectives> candidates, const std::vector<std::uint32_t>& ranks,
                 const std::vector<std::size_t>& alike, Sweep& sweep,
                 std::vector<std::size_t>& front) {
    std::vector<Ordered> order;
    for (const auto index : alike) {
        // Most are beaten by fewer people: no need to order them.
        if (!sweep.beaten(candidates[index])) {
            order.push_back({key_of(candidates[index], ranks[candidates[index].answers]), index});
        }
    }
    std::ranges::sort(order);
    for (std::size_t begin = 0; begin < order.size();) {
        auto end = begin + 1;
        while (end < order.size() && order[end].key == order[begin].key) {
            ++end;
        }
        const auto& candidate = candidates[order[begin].index];
        if (!sweep.beaten(candidate)) {
            for (auto i = begin; i < end; ++i) {
                front.push_back(order[i].index);
            }
            sweep.add(candidate);
        }
        begin = end;
    }
}

} // namespace

std::vector<std::size_t> unbeaten(std::span<const Objectives> candidates,
                                  std::span<const FindingSet> sets) {
    std::map<std::uint32_t, std::vector<std::size_t>> by_people;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        by_people[candidates[i].people].push_back(i);
    }
    const auto ranks = ranks_by_size(sets);
    Sweep sweep(sets);
    std::vector<std::size_t> front;
    for (const auto& [people, alike] : by_people) {
        sweep_alike(candidates, ranks, alike, sweep, front);
    }
    std::ranges::sort(front);
    return front;
}

} // namespace assess
