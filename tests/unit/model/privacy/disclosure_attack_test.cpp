// Attacks: whoever keeps every report and adds and subtracts what it shows.
#include "model/privacy/disclosure.hpp"
#include "model/statistics/random.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <vector>

namespace assess {
namespace {

/// An exact fraction, small enough numbers for these universes.
struct Fraction {
    std::int64_t over = 0;
    std::int64_t under = 1;
    Fraction(std::int64_t a = 0, std::int64_t b = 1) { // NOLINT: a whole number is a fraction
        const auto divisor = std::gcd(a, b) * (b < 0 ? -1 : 1);
        over = a / divisor;
        under = b / divisor;
    }
    friend Fraction operator-(Fraction a, Fraction b) {
        return {a.over * b.under - b.over * a.under, a.under * b.under};
    }
    friend Fraction operator*(Fraction a, Fraction b) {
        return {a.over * b.over, a.under * b.under};
    }
    friend Fraction operator/(Fraction a, Fraction b) {
        return {a.over * b.under, a.under * b.over};
    }
    [[nodiscard]] bool is_zero() const { return over == 0; }
};

using Row = std::vector<Fraction>;

/// The rows of the shown sets, reduced; a vector is in their span when reducing it leaves zero.
class Attacker {
public:
    Attacker(const std::vector<ShownSet>& sets, std::size_t universe) : m_universe(universe) {
        for (const auto& set : sets) {
            Row row(universe);
            for (const auto number : set.submissions) {
                row.at(number) = 1;
            }
            reduce(row);
            if (const auto pivot = first_of(row)) {
                const auto scale = row[*pivot];
                for (auto& value : row) {
                    value = value / scale;
                }
                m_rows.emplace(*pivot, row);
            }
        }
    }

    /// Whether some combination of reports gives the sum over fewer than `least` people.
    [[nodiscard]] bool isolates_fewer_than(std::size_t least) const {
        for (std::uint32_t mask = 1; mask < (1U << m_universe); ++mask) {
            if (static_cast<std::size_t>(std::popcount(mask)) >= least) {
                continue;
            }
            Row row(m_universe);
            for (std::size_t i = 0; i < m_universe; ++i) {
                row[i] = (mask >> i) & 1U;
            }
            reduce(row);
            if (!first_of(row)) {
                return true;
            }
        }
        return false;
    }

private:
    void reduce(Row& row) const {
        for (const auto& [pivot, base] : m_rows) {
            if (row[pivot].is_zero()) {
                continue;
            }
            const auto times = row[pivot];
            for (std::size_t i = 0; i < row.size(); ++i) {
                row[i] = row[i] - times * base[i];
            }
        }
    }
    static std::optional<std::size_t> first_of(const Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].is_zero()) {
                return i;
            }
        }
        return std::nullopt;
    }

    std::size_t m_universe;
    std::map<std::size_t, Row> m_rows; ///< by pivot, ascending
};

TEST(Attacker, SubtractsTwoReports) {
    // The gate must be able to fail: ten people, then nine.
    const std::vector<ShownSet> naive{{"all", {0, 1, 2, 3, 4, 5}}, {"all", {0, 1, 2, 3, 4}}};
    EXPECT_TRUE(Attacker(naive, 6).isolates_fewer_than(2));
    // Three overlapping pairs give single people only by halving the sum.
    const std::vector<ShownSet> pairs{{"a", {0, 1}}, {"b", {1, 2}}, {"c", {0, 2}}};
    EXPECT_TRUE(Attacker(pairs, 3).isolates_fewer_than(2));
    // Rows and columns of a table: the cells stay closed.
    const std::vector<ShownSet> table{
        {"r1", {0, 1}}, {"r2", {2, 3}}, {"c1", {0, 2}}, {"c2", {1, 3}}};
    EXPECT_FALSE(Attacker(table, 4).isolates_fewer_than(2));
    EXPECT_TRUE(Attacker(table, 4).isolates_fewer_than(3));
}

/// A round in which things happen at random; submissions are numbered from 0.
class RandomRound {
public:
    RandomRound(std::uint64_t seed, std::size_t most) : m_random(seed), m_most(most) {}

    void step(const PrivacyPromise& promise) {
        switch (m_random.below(m_submissions == 0 ? 2 : 8)) {
        case 0:
        case 1:
            arrive(1 + m_random.below(4));
            break;
        case 2:
            change(1 + m_random.below(4));
            break;
        case 3:
            if (m_random.below(4) == 0) {
                forget();
            }
            break;
        default:
            show(promise, m_random.below(2) == 0);
        }
    }

    const std::vector<ShownSet>& history() const { return m_history; }
    std::size_t submissions() const { return m_submissions; }
    std::size_t shown() const { return m_shown; }

private:
    Candidate submit(std::uint64_t person) {
        static const std::vector<std::string> roles{"engineer", "researcher", "hybrid"};
        static const std::vector<std::string> teams{"A", "B", ""};
        return {m_submissions++, person, roles[m_random.below(4) % 3], teams[m_random.below(3)]};
    }
    void arrive(std::uint64_t count) {
        for (; count > 0 && m_submissions < m_most; --count) {
            m_current.push_back(submit(m_people++));
        }
    }
    void change(std::uint64_t count) {
        for (; count > 0 && m_submissions < m_most && !m_current.empty(); --count) {
            auto& one = m_current[m_random.below(static_cast<std::uint32_t>(m_current.size()))];
            m_earlier.push_back(one);
            one = submit(one.person);
        }
    }
    void forget() {
        if (m_current.empty()) {
            return;
        }
        const auto person =
            m_current[m_random.below(static_cast<std::uint32_t>(m_current.size()))].person;
        m_forgotten.insert(person);
        const auto is_theirs = [&](const Candidate& each) { return each.person == person; };
        std::erase_if(m_current, is_theirs);
        std::erase_if(m_earlier, is_theirs);
    }
    void show(const PrivacyPromise& promise, bool by_team) {
        const auto plan = plan_release(m_current, m_earlier, m_history, by_team, promise);
        check(plan, by_team);
        m_history.insert(m_history.end(), plan.to_record.begin(), plan.to_record.end());
        m_shown += plan.population.empty() ? 0U : 1U;
        // What is shown again is what was shown.
        const auto again = plan_release(m_current, m_earlier, m_history, by_team, promise);
        EXPECT_EQ(again.population, plan.population);
        EXPECT_EQ(again.groups, plan.groups);
        EXPECT_TRUE(again.to_record.empty());
    }
    void check(const ReleasePlan& plan, bool by_team) {
        std::map<SubmissionNumber, Candidate> known;
        for (const auto* list : {&m_current, &m_earlier}) {
            for (const auto& each : *list) {
                known[each.submission] = each;
            }
        }
        std::set<std::uint64_t> people;
        for (const auto number : plan.population) {
            ASSERT_TRUE(known.contains(number)) << "answers that exist no more";
            EXPECT_TRUE(people.insert(known.at(number).person).second) << "somebody counts twice";
        }
        std::vector<ShownSet> sets = m_history;
        sets.insert(sets.end(), plan.to_record.begin(), plan.to_record.end());
        const std::set<SubmissionNumber> population(plan.population.begin(), plan.population.end());
        for (const auto& group : plan.groups) {
            EXPECT_NE(std::ranges::find(sets, group), sets.end()) << "shown and not recorded";
            for (const auto number : group.submissions) {
                EXPECT_TRUE(population.contains(number));
                EXPECT_EQ(group.label, by_team ? "team:" + known.at(number).team
                                               : "role:" + known.at(number).role);
            }
        }
        if (!by_team && m_forgotten.empty()) {
            EXPECT_TRUE(std::ranges::includes(people, m_shown_people))
                << "whoever was shown stays, as long as nobody is forgotten";
            m_shown_people = people;
        }
    }

    Random m_random;
    std::size_t m_most;
    std::size_t m_submissions = 0;
    std::uint64_t m_people = 0;
    std::vector<Candidate> m_current;
    std::vector<Candidate> m_earlier;
    std::vector<ShownSet> m_history;
    std::set<std::uint64_t> m_forgotten;
    std::set<std::uint64_t> m_shown_people;
    std::size_t m_shown = 0;
};

TEST(PlanRelease, NoCombinationOfReportsIsolatesAFew) {
    std::size_t shown = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE(seed);
        const PrivacyPromise promise{Promise::Confidential, 2 + seed % 2, 10};
        RandomRound round(seed, 14);
        for (int step = 0; step < 25; ++step) {
            round.step(promise);
        }
        shown += round.shown();
        ASSERT_FALSE(Attacker(round.history(), round.submissions())
                         .isolates_fewer_than(promise.least_people));
    }
    EXPECT_GT(shown, 1000U) << "the rounds show too little to attack";
}

TEST(PlanRelease, LongRoundsKeepEveryCellLargeEnough) {
    std::size_t shown = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        const PrivacyPromise promise{Promise::Confidential, 3 + seed % 3, 10};
        RandomRound round(seed, 120);
        for (int step = 0; step < 150; ++step) {
            round.step(promise);
        }
        shown += round.shown();
        const auto smallest = smallest_cell(round.history());
        ASSERT_TRUE(smallest == 0 || smallest >= promise.least_people) << smallest;
    }
    EXPECT_GT(shown, 3000U);
}

} // namespace
} // namespace assess
