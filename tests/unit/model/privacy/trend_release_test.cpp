// What rounds may show side by side: by hand, and against whoever adds and subtracts.
#include "model/privacy/trend_release.hpp"
#include "model/statistics/random.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr PrivacyPromise confidential{Promise::Confidential, 5, 10};
constexpr PrivacyPromise lead_entered{};

/// Persons `first` to `last`.
void add(TrendRound& round, std::uint64_t first, std::uint64_t last, const std::string& role,
         const std::string& team = {}) {
    for (auto person = first; person <= last; ++person) {
        round.people.push_back({person, role, team});
    }
}

TrendRound round_of(std::uint64_t first, std::uint64_t last, const std::string& role = "engineer",
                    const PrivacyPromise& promise = confidential) {
    TrendRound round{promise, {}};
    add(round, first, last, role);
    return round;
}

std::vector<std::string> labels_held_back(const TrendRelease& release) {
    std::vector<std::string> labels;
    for (const auto& each : release.held_back) {
        labels.push_back(each.label);
    }
    return labels;
}

TEST(TrendRelease, OfNothingIsNothing) {
    EXPECT_THAT(trend_release({}, false), IsEmpty());
    EXPECT_THAT(trend_release(std::vector{TrendRound{confidential, {}}}, true).front().people,
                IsEmpty());
}

TEST(TrendRelease, ShowsTheSamePeopleTwice) {
    const auto releases = trend_release(std::vector{round_of(1, 8), round_of(1, 8)}, false);
    EXPECT_THAT(releases[0].people, SizeIs(8));
    EXPECT_EQ(releases[0].people, releases[1].people);
    EXPECT_THAT(releases[1].held_back, IsEmpty());
}

TEST(TrendRelease, HoldsTheLaterRoundBackWhereOnePersonLeft) {
    const auto releases = trend_release(std::vector{round_of(1, 8), round_of(1, 7)}, false);
    EXPECT_THAT(releases[0].people, SizeIs(8));
    EXPECT_THAT(releases[1].people, IsEmpty());
    EXPECT_THAT(labels_held_back(releases[1]), ElementsAre("role:engineer"));
    EXPECT_EQ(said(releases[1].held_back.front().reason),
              "beside the other rounds it would tell what fewer than 5 people answered, if the "
              "others answered as before; kept confidential");
}

TEST(TrendRelease, HoldsItBackWhereOnePersonJoinedOrTooFewStayed) {
    EXPECT_THAT(trend_release(std::vector{round_of(1, 8), round_of(1, 9)}, false)[1].people,
                IsEmpty());
    // 5 to 8 stayed: four people.
    EXPECT_THAT(trend_release(std::vector{round_of(1, 8), round_of(5, 14)}, false)[1].people,
                IsEmpty());
}

TEST(TrendRelease, ShowsBothWhereFiveLeftStayedAndJoined) {
    const auto releases = trend_release(std::vector{round_of(1, 10), round_of(6, 15)}, false);
    EXPECT_THAT(releases[0].people, SizeIs(10));
    EXPECT_THAT(releases[1].people, SizeIs(10));
}

TEST(TrendRelease, ShowsRoundsWithoutAnybodyInCommon) {
    const auto releases = trend_release(std::vector{round_of(1, 5), round_of(6, 11)}, false);
    EXPECT_THAT(releases[1].people, SizeIs(6));
}

TEST(TrendRelease, OnePersonWhoChangedTheRoleHoldsBothRolesBack) {
    auto before = round_of(1, 9, "engineer");
    add(before, 11, 19, "researcher");
    auto after = round_of(1, 8, "engineer");
    add(after, 9, 9, "researcher");
    add(after, 11, 19, "researcher");
    const auto releases = trend_release(std::vector{before, after}, false);
    EXPECT_THAT(releases[0].people, SizeIs(18));
    EXPECT_THAT(labels_held_back(releases[1]), ElementsAre("role:engineer", "role:researcher"));
}

TEST(TrendRelease, ALaterRoundTakesNothingBack) {
    const std::vector rounds{round_of(1, 10), round_of(1, 10), round_of(1, 9), round_of(1, 10)};
    const auto shorter = trend_release(std::span(rounds).first(2), false);
    const auto longer = trend_release(rounds, false);
    EXPECT_EQ(shorter[0].people, longer[0].people);
    EXPECT_EQ(shorter[1].people, longer[1].people);
    EXPECT_THAT(longer[2].people, IsEmpty());
    EXPECT_THAT(longer[3].people, SizeIs(10));
}

TEST(TrendRelease, TakesAllRoundsTogether) {
    // Each neighbour differs by five, but the third and the first by one.
    const std::vector rounds{round_of(1, 10), round_of(6, 15), [] {
                                 auto round = round_of(2, 10);
                                 add(round, 11, 15, "engineer");
                                 return round;
                             }()};
    const auto releases = trend_release(rounds, false);
    EXPECT_THAT(releases[1].people, SizeIs(10));
    EXPECT_THAT(releases[2].people, IsEmpty());
}

TEST(TrendRelease, NothingWasPromisedToLeadEnteredRounds) {
    const std::vector rounds{round_of(1, 3, "hybrid", lead_entered),
                             round_of(2, 3, "hybrid", lead_entered)};
    const auto releases = trend_release(rounds, false);
    EXPECT_THAT(releases[0].people, ElementsAre(1, 2, 3));
    EXPECT_THAT(releases[1].people, ElementsAre(2, 3));
}

TEST(TrendRelease, ALeadEnteredRoundGivesWayToAConfidentialOne) {
    // Beside the nine confidential answers, the lead's eight would single one person out.
    const std::vector rounds{round_of(1, 8, "engineer", lead_entered), round_of(1, 9)};
    const auto releases = trend_release(rounds, false);
    EXPECT_THAT(labels_held_back(releases[0]), ElementsAre("role:engineer"));
    EXPECT_THAT(releases[1].people, SizeIs(9));
    // The other way round the one person is known to the lead only, who promised nothing.
    const std::vector other{round_of(1, 9, "engineer", lead_entered), round_of(1, 8)};
    EXPECT_THAT(trend_release(other, false)[0].people, SizeIs(9));
}

TEST(TrendRelease, TheLargestPromiseHolds) {
    constexpr PrivacyPromise ten{Promise::Confidential, 10, 10};
    const std::vector rounds{round_of(1, 30), round_of(8, 30, "engineer", ten)};
    EXPECT_THAT(trend_release(rounds, false)[1].people, IsEmpty());
}

TEST(TrendRelease, ATeamThatOnePersonLeftIsHeldBackAndItsPeopleStay) {
    TrendRound before{confidential, {}};
    add(before, 1, 6, "engineer", "Search");
    add(before, 7, 16, "engineer", "Payments");
    TrendRound after{confidential, {}};
    add(after, 1, 5, "engineer", "Search");
    add(after, 6, 16, "engineer", "Payments");
    const auto releases = trend_release(std::vector{before, after}, true);
    EXPECT_THAT(releases[0].teams, ElementsAre("Payments", "Search"));
    EXPECT_THAT(releases[1].people, SizeIs(16));
    EXPECT_THAT(releases[1].teams, IsEmpty());
    EXPECT_THAT(labels_held_back(releases[1]), ElementsAre("team:Payments", "team:Search"));
}

TEST(TrendRelease, DoesNotDependOnTheOrderOfPeople) {
    auto before = round_of(1, 12, "engineer");
    add(before, 20, 27, "researcher");
    auto after = round_of(6, 18, "engineer");
    add(after, 20, 26, "researcher");
    const auto one = trend_release(std::vector{before, after}, false);
    std::ranges::reverse(before.people);
    std::ranges::reverse(after.people);
    const auto other = trend_release(std::vector{before, after}, false);
    EXPECT_EQ(one[0].people, other[0].people);
    EXPECT_EQ(one[1].people, other[1].people);
    EXPECT_EQ(labels_held_back(one[1]), labels_held_back(other[1]));
}

/// People who come, go, change their role and their team, over rounds of either promise.
std::vector<TrendRound> random_rounds(Random& random) {
    const std::vector<std::string> role_names{"engineer", "researcher", "hybrid"};
    const std::vector<std::string> team_names{"", "A", "B"};
    struct Person {
        std::string role;
        std::string team;
        bool there = false;
    };
    std::vector<Person> people(6 + random.below(30));
    std::vector<TrendRound> rounds;
    // Some universes change in blocks, so that something may be shown.
    const auto block = 1 + random.below(8);
    for (std::uint32_t r = 0, n = 2 + random.below(3); r < n; ++r) {
        for (std::size_t i = 0; i < people.size(); i += block) {
            const auto change = random.below(r == 0 ? 1 : 6);
            for (auto k = i; k < std::min(i + block, people.size()); ++k) {
                auto& person = people[k];
                if (r == 0) {
                    person = {role_names[(i / block) % 3], team_names[(i / block / 2) % 3],
                              i % 5 != 4};
                } else if (change == 0) {
                    person.there = !person.there;
                } else if (change == 1) {
                    person.role = role_names[(i / block + r) % 3];
                } else if (change == 2) {
                    person.team = team_names[(i / block + r) % 3];
                }
            }
        }
        TrendRound round{random.below(4) == 0 ? lead_entered : confidential, {}};
        round.promise.least_people = 2 + random.below(4);
        for (std::size_t k = 0; k < people.size(); ++k) {
            if (people[k].there) {
                round.people.push_back({100 + k, people[k].role, people[k].team});
            }
        }
        rounds.push_back(std::move(round));
    }
    return rounds;
}

/// In which shown sets a person is, by round: not at all, or role and shown team.
std::map<std::uint64_t, std::vector<std::string>>
memberships(const std::vector<TrendRound>& rounds, const std::vector<TrendRelease>& releases) {
    std::map<std::uint64_t, std::vector<std::string>> member;
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        for (const auto& person : rounds[r].people) {
            auto& sets = member[person.person];
            sets.resize(rounds.size());
            if (std::ranges::binary_search(releases[r].people, person.person)) {
                const bool team = std::ranges::binary_search(releases[r].teams, person.team);
                sets[r] = person.role + "/" + (team ? person.team : "");
            }
        }
    }
    for (auto& [person, sets] : member) {
        sets.resize(rounds.size());
    }
    return member;
}

TEST(TrendReleaseAttack, NoCellOfConfidentialPeopleIsSmall) {
    std::size_t shown = 0;
    std::size_t held_back = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const auto rounds = random_rounds(random);
        const bool by_team = random.below(2) == 0;
        const auto releases = trend_release(rounds, by_team);
        ASSERT_EQ(releases.size(), rounds.size());
        std::size_t least = 0;
        for (const auto& round : rounds) {
            least = std::max(least, round.promise.least_told());
        }
        // Counted anew: who is in the same sets is one cell.
        std::map<std::vector<std::string>, std::size_t> cells;
        for (const auto& [person, sets] : memberships(rounds, releases)) {
            ++cells[sets];
        }
        for (const auto& [sets, people] : cells) {
            bool promised = false;
            for (std::size_t r = 0; r < rounds.size(); ++r) {
                promised = promised ||
                           (!sets[r].empty() && rounds[r].promise.kind == Promise::Confidential);
            }
            EXPECT_TRUE(!promised || people >= least) << testing::PrintToString(sets);
        }
        for (const auto& release : releases) {
            shown += release.people.empty() ? 0U : 1U;
            held_back += release.held_back.size();
        }
        // A longer trend takes nothing back; only confidential rounds come first, so with these.
        const bool all_confidential = std::ranges::all_of(rounds, [](const TrendRound& round) {
            return round.promise.kind == Promise::Confidential;
        });
        if (all_confidential && rounds.back().promise.least_people <= least) {
            auto same_promise = rounds;
            for (auto& round : same_promise) {
                round.promise.least_people = least;
            }
            const auto longer = trend_release(same_promise, by_team);
            const auto shorter =
                trend_release(std::span(same_promise).first(rounds.size() - 1), by_team);
            for (std::size_t r = 0; r < shorter.size(); ++r) {
                EXPECT_EQ(shorter[r].people, longer[r].people);
                EXPECT_EQ(shorter[r].teams, longer[r].teams);
            }
        }
    }
    // The test would pass if nothing were ever shown, or all were.
    EXPECT_GT(shown, 500U);
    EXPECT_GT(held_back, 500U);
}

} // namespace
} // namespace assess
