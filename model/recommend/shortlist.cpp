#include "model/recommend/shortlist.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>

namespace assess {
namespace {

class Choice {
public:
    Choice(std::span<const ShortlistEntry> entries, std::size_t most)
        : m_entries(entries), m_most(most), m_is_chosen(entries.size()) {}

    void add(std::size_t index) {
        if (!m_is_chosen[index] && m_chosen.size() < m_most) {
            m_is_chosen[index] = true;
            m_chosen.push_back(index);
        }
    }
    /// The first with the least key among those that `fit`.
    template <typename Fits, typename Key>
    void add_best(const Fits& fits, const Key& key) {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (fits(m_entries[i]) && (!best || key(m_entries[i]) < key(m_entries[*best]))) {
                best = i;
            }
        }
        if (best) {
            add(*best);
        }
    }
    [[nodiscard]] std::size_t left() const { return m_most - m_chosen.size(); }
    [[nodiscard]] bool has(std::size_t index) const { return m_is_chosen[index]; }
    [[nodiscard]] std::vector<std::size_t> take() { return std::move(m_chosen); }

private:
    std::span<const ShortlistEntry> m_entries;
    std::size_t m_most;
    std::vector<bool> m_is_chosen;
    std::vector<std::size_t> m_chosen;
};

std::uint32_t both_gaps(const ShortlistEntry& entry) {
    return entry.objectives.gap[0] + entry.objectives.gap[1];
}

void add_for_findings(std::size_t asking, Choice& choice) {
    for (std::size_t bit = 0; bit < asking; ++bit) {
        choice.add_best([&](const ShortlistEntry& entry) { return entry.answers[bit]; },
                        [](const ShortlistEntry& entry) {
                            return std::tuple(entry.pair, entry.objectives.people,
                                              entry.objectives.other_lacks, entry.objectives.ring,
                                              both_gaps(entry));
                        });
    }
}

void add_for_gaps(Choice& choice) {
    for (std::size_t d = 0; d < 2; ++d) {
        for (const bool pair : {false, true}) {
            choice.add_best([&](const ShortlistEntry& entry) { return entry.pair == pair; },
                            [&](const ShortlistEntry& entry) {
                                return std::tuple(entry.objectives.gap.at(d),
                                                  entry.objectives.people, both_gaps(entry),
                                                  entry.objectives.ring);
                            });
        }
    }
}

/// By number of people: the entries, best first.
std::map<std::uint32_t, std::vector<std::size_t>>
by_people(std::span<const ShortlistEntry> entries) {
    std::map<std::uint32_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        groups[entries[i].objectives.people].push_back(i);
    }
    for (auto& [people, list] : groups) {
        std::ranges::stable_sort(list, {}, [&](std::size_t i) {
            return std::tuple(both_gaps(entries[i]), entries[i].objectives.ring,
                              entries[i].objectives.other_lacks);
        });
    }
    return groups;
}

void add_evenly(const std::vector<std::size_t>& row, Choice& choice) {
    const auto count = std::min(choice.left(), row.size());
    for (std::size_t i = 0; i < count; ++i) {
        choice.add(row[count == 1 ? 0 : i * (row.size() - 1) / (count - 1)]);
    }
}

} // namespace

std::vector<std::size_t> shortlist(std::span<const ShortlistEntry> entries, std::size_t asking,
                                   std::size_t most) {
    Choice choice(entries, most);
    if (!entries.empty()) {
        add_for_gaps(choice);
    }
    add_for_findings(asking, choice);
    const auto groups = by_people(entries);
    for (std::size_t place = 0; place < entries.size() && choice.left() > 0; ++place) {
        std::vector<std::size_t> row;
        for (const auto& [people, list] : groups) {
            if (place < list.size() && !choice.has(list[place])) {
                row.push_back(list[place]);
            }
        }
        add_evenly(row, choice);
    }
    return choice.take();
}

} // namespace assess
