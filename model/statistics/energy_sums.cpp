#include "model/statistics/energy_sums.hpp"

#include "model/statistics/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace assess {
namespace {

constexpr std::size_t people_per_block = 5; ///< a table of 2^5 by 2^5 sums is 8 KB
constexpr std::size_t subsets = 1U << people_per_block;
constexpr std::size_t batch = 2048; ///< splits whose sums stay in the first-level cache

using Draw = std::vector<std::uint32_t>;

/// The first `size` of a partial Fisher-Yates shuffle.
void draw(Draw& people, std::size_t size, Random& random) {
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t j = i + random.below(static_cast<std::uint32_t>(people.size() - i));
        std::swap(people[i], people[j]);
    }
}

/// Sums of distances between two blocks of people, one for each pair of subsets of them.
class BlockTable {
public:
    void fill(const WholeDistances& distances, std::size_t rows, std::size_t columns) {
        for (std::size_t i = 0; i < people_per_block; ++i) {
            // The person's distances to every subset of the columns, built up person by person.
            std::array<std::int64_t, subsets> to_subset{};
            for (std::size_t j = 0; j < people_per_block; ++j) {
                const std::int64_t distance = pair(distances, rows + i, columns + j);
                for (std::size_t known = 0; known < (1U << j); ++known) {
                    to_subset[known | (1U << j)] = to_subset[known] + distance;
                }
            }
            for (std::size_t known = 0; known < (1U << i); ++known) {
                const std::size_t to = (known | (1U << i)) * subsets;
                for (std::size_t subset = 0; subset < subsets; ++subset) {
                    m_sums[to + subset] = m_sums[known * subsets + subset] + to_subset[subset];
                }
            }
        }
    }
    [[nodiscard]] std::int64_t sum(std::size_t of_rows, std::size_t of_columns) const {
        return m_sums[of_rows * subsets + of_columns];
    }

private:
    /// Each pair once; people who fill up the last block stand nowhere.
    static std::int64_t pair(const WholeDistances& distances, std::size_t i, std::size_t j) {
        return i < j && j < distances.people() ? distances.between(i, j) : 0;
    }
    std::array<std::int64_t, subsets * subsets> m_sums{};
};

/// Up to `batch` splits at once: which people of each block every split chooses, as bits.
class Batch {
public:
    explicit Batch(const WholeDistances& distances)
        : m_distances(distances),
          m_blocks((distances.people() + people_per_block - 1) / people_per_block),
          m_chosen(m_blocks * batch) {}

    void choose(std::size_t split, std::span<const std::uint32_t> people) {
        for (const std::uint32_t person : people) {
            m_chosen[person / people_per_block * batch + split] |=
                static_cast<std::uint8_t>(1U << (person % people_per_block));
            m_sums[split].totals += m_distances.totals()[person];
        }
    }

    void visit(std::size_t splits, const VisitSums& visit) {
        BlockTable table;
        std::array<std::int64_t, batch> within{};
        for (std::size_t a = 0; a < m_blocks; ++a) {
            for (std::size_t b = a; b < m_blocks; ++b) {
                table.fill(m_distances, a * people_per_block, b * people_per_block);
                const std::uint8_t* rows = &m_chosen[a * batch];
                const std::uint8_t* columns = &m_chosen[b * batch];
                for (std::size_t split = 0; split < splits; ++split) {
                    within[split] += table.sum(rows[split], columns[split]);
                }
            }
        }
        for (std::size_t split = 0; split < splits; ++split) {
            m_sums[split].within = within[split];
            visit(m_sums[split]);
        }
        std::fill(m_chosen.begin(), m_chosen.end(), std::uint8_t{0});
        m_sums.fill({});
    }

private:
    const WholeDistances& m_distances;
    std::size_t m_blocks;
    std::vector<std::uint8_t> m_chosen; ///< [block][split]
    std::array<ChosenSums, batch> m_sums{};
};

ChosenSums sums_by_pairs(const WholeDistances& distances, std::span<const std::uint32_t> chosen) {
    ChosenSums sums;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        sums.totals += distances.totals()[chosen[i]];
        for (std::size_t j = i + 1; j < chosen.size(); ++j) {
            sums.within += distances.between(chosen[i], chosen[j]);
        }
    }
    return sums;
}

/// Depth-first over the subsets. Each level keeps, for everybody still to come, the distance to
/// those chosen so far, so that choosing the last one costs a single addition.
class Enumeration {
public:
    Enumeration(const WholeDistances& distances, std::size_t size, const VisitSums& visit)
        : m_distances(distances), m_visit(visit),
          m_to_chosen(size, std::vector<std::int64_t>(distances.people())) {}

    void run() { choose(0, 0, {}); }

private:
    void choose(std::size_t level, std::size_t from, const ChosenSums& so_far) {
        const std::size_t people = m_distances.people();
        const std::size_t left = m_to_chosen.size() - level;
        const std::vector<std::int64_t>& to_chosen = m_to_chosen[level];
        for (std::size_t i = from; i + left <= people; ++i) {
            const ChosenSums sums{so_far.within + to_chosen[i],
                                  so_far.totals + m_distances.totals()[i]};
            if (left == 1) {
                m_visit(sums);
                continue;
            }
            std::vector<std::int64_t>& next = m_to_chosen[level + 1];
            for (std::size_t j = i + 1; j < people; ++j) {
                next[j] = to_chosen[j] + m_distances.between(i, j);
            }
            choose(level + 1, i + 1, sums);
        }
    }

    const WholeDistances& m_distances;
    const VisitSums& m_visit;
    std::vector<std::vector<std::int64_t>> m_to_chosen; ///< by level
};

} // namespace

WholeDistances::WholeDistances(const Eigen::MatrixX2d& rows)
    : m_x(rows.col(0).begin(), rows.col(0).end()), m_y(rows.col(1).begin(), rows.col(1).end()),
      m_totals(m_x.size(), 0) {
    // No distance is longer than the diagonal of the box around everybody.
    const Eigen::RowVector2d box = rows.colwise().maxCoeff() - rows.colwise().minCoeff();
    const double longest = box.norm();
    if (longest <= 1e-12 * rows.cwiseAbs().maxCoeff() || longest <= 0) {
        return;
    }
    const auto n = static_cast<double>(people());
    const int bits = 62 - std::ilogb(n * n) - 1;
    m_steps = std::ldexp(1.0, bits) / longest;
    for (std::size_t i = 0; i < people(); ++i) {
        for (std::size_t j = i + 1; j < people(); ++j) {
            const std::int64_t distance = between(i, j);
            m_totals[i] += distance;
            m_totals[j] += distance;
        }
    }
}

ChosenSums sums_of_first(const WholeDistances& distances, std::size_t size) {
    Draw first(size);
    std::iota(first.begin(), first.end(), 0U);
    return sums_by_pairs(distances, first);
}

void visit_all_sums(const WholeDistances& distances, std::size_t size, const VisitSums& visit) {
    Enumeration(distances, size, visit).run();
}

void visit_random_sums(const WholeDistances& distances, std::size_t size, std::uint64_t splits,
                       std::uint64_t seed, bool by_pairs, const VisitSums& visit) {
    Random random(seed);
    Draw people(distances.people());
    std::iota(people.begin(), people.end(), 0U);
    const std::span<const std::uint32_t> chosen(people.data(), size);
    if (by_pairs) {
        for (std::uint64_t split = 0; split < splits; ++split) {
            draw(people, size, random);
            visit(sums_by_pairs(distances, chosen));
        }
        return;
    }
    Batch sums(distances);
    for (std::uint64_t done = 0; done < splits;) {
        const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(batch, splits - done));
        for (std::size_t split = 0; split < here; ++split) {
            draw(people, size, random);
            sums.choose(split, chosen);
        }
        sums.visit(here, visit);
        done += here;
    }
}

} // namespace assess
