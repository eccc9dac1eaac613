// The front against the definition: every candidate held against every other.
#include "model/recommend/front.hpp"
#include "model/recommend/shortlist.hpp"
#include "model/statistics/random.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FindingSet set_of(std::initializer_list<std::size_t> bits) {
    FindingSet set;
    for (const auto bit : bits) {
        set[bit] = true;
    }
    return set;
}

/// At least as good in everything.
bool matches(const Objectives& one, const Objectives& other, std::span<const FindingSet> sets) {
    return one.people <= other.people && one.ring <= other.ring &&
           one.other_lacks <= other.other_lacks && one.gap[0] <= other.gap[0] &&
           one.gap[1] <= other.gap[1] && (sets[other.answers] & ~sets[one.answers]).none();
}

std::vector<std::size_t> slowly(const std::vector<Objectives>& candidates,
                                std::span<const FindingSet> sets) {
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        bool beaten = false;
        for (const auto& other : candidates) {
            beaten = beaten ||
                     (matches(other, candidates[i], sets) && !matches(candidates[i], other, sets));
        }
        if (!beaten) {
            front.push_back(i);
        }
    }
    return front;
}

TEST(Front, ByHand) {
    const std::vector<FindingSet> sets{set_of({0}), set_of({1}), set_of({0, 1})};
    const std::vector<Objectives> candidates{
        {3, 0, 0, {40, 0}, 0}, // 0
        {3, 0, 0, {41, 0}, 0}, // beaten by 0 on the gap
        {4, 0, 0, {40, 0}, 0}, // beaten by 0 on people
        {4, 0, 0, {39, 0}, 0}, // more people, smaller gap
        {4, 0, 0, {40, 0}, 1}, // answers another finding
        {4, 0, 0, {40, 0}, 2}, // answers both: beats the one before
        {3, 1, 0, {30, 0}, 0}, // less inviting, smaller gap
        {3, 0, 0, {40, 0}, 0}, // the equal of 0 stays
    };
    EXPECT_THAT(unbeaten(candidates, sets), ElementsAre(0, 3, 5, 6, 7));
    EXPECT_THAT(unbeaten({}, sets), IsEmpty());
}

TEST(Front, IsWhatTheDefinitionSays) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Random random(seed);
        std::vector<FindingSet> sets;
        const auto count = 1 + random.below(7);
        for (std::uint32_t i = 0; i < count; ++i) {
            FindingSet set(random.below(32));
            if (std::ranges::find(sets, set) == sets.end()) {
                sets.push_back(set << (seed % 2 == 0 ? 100 : 0));
            }
        }
        const auto steps = seed % 3 == 0 ? 5U : gap_steps;
        std::vector<Objectives> candidates(1 + random.below(300));
        for (auto& one : candidates) {
            one = {1 + random.below(6),
                   random.below(3),
                   random.below(2),
                   {random.below(steps), seed % 5 == 0 ? 0 : random.below(steps)},
                   random.below(static_cast<std::uint32_t>(sets.size()))};
        }
        EXPECT_EQ(unbeaten(candidates, sets), slowly(candidates, sets)) << "seed " << seed;
    }
}

ShortlistEntry entry(std::uint32_t people, std::uint32_t gap, FindingSet answers, bool pair) {
    return {{people, 0, 0, {gap, 0}, 0}, answers, pair};
}

TEST(Shortlist, LeavesNoFindingAndNoEndOut) {
    const std::vector<ShortlistEntry> entries{
        entry(1, 60, set_of({0}), false),   // 0: fewest people for the first finding
        entry(2, 50, set_of({0}), false),   //
        entry(3, 45, set_of({0}), false),   // 2: the single that leaves least
        entry(4, 44, set_of({0, 1}), true), // 3: nothing else answers the second
        entry(5, 20, set_of({0}), true),    // 4: the pair that leaves least
        entry(6, 30, set_of({0}), true),
    };
    EXPECT_THAT(shortlist(entries, 2, 4), ElementsAre(2, 4, 0, 3));
    EXPECT_THAT(shortlist(entries, 2, 2), ElementsAre(2, 4));
    EXPECT_THAT(shortlist(entries, 2, 0), IsEmpty());
    EXPECT_THAT(shortlist(entries, 2, 100), ElementsAre(2, 4, 0, 3, 1, 5));
    EXPECT_THAT(shortlist({}, 2, 5), IsEmpty());
}

TEST(Shortlist, GoesEvenlyFromFewToMany) {
    std::vector<ShortlistEntry> entries;
    for (std::uint32_t i = 0; i < 101; ++i) {
        entries.push_back(entry(10 + i, 150 - i, set_of({0}), true));
    }
    // The smallest gap, the fewest people; then what lies evenly between the rest.
    EXPECT_THAT(shortlist(entries, 1, 5), ElementsAre(100, 0, 1, 50, 99));
}

} // namespace
} // namespace assess
