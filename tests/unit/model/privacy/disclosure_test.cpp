// What a release shows, in cases small enough to be counted by hand.
#include "model/privacy/disclosure.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace assess {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr PrivacyPromise least_five{Promise::Confidential, 5, 10};

/// A round as its store keeps it: who answered, what was shown.
class Round {
public:
    /// Somebody answers, or answers again; returns the submission's number.
    void answer(std::uint64_t person, const std::string& role, const std::string& team = "") {
        std::erase_if(m_current, [&](const Candidate& each) {
            if (each.person == person) {
                m_earlier.push_back(each);
                return true;
            }
            return false;
        });
        m_current.push_back({++m_last, person, role, team});
    }
    void answer(std::uint64_t first, std::size_t count, const std::string& role,
                const std::string& team = "") {
        for (std::size_t i = 0; i < count; ++i) {
            answer(first + i, role, team);
        }
    }
    void forget(std::uint64_t person) {
        const auto is_theirs = [&](const Candidate& each) { return each.person == person; };
        std::erase_if(m_current, is_theirs);
        std::erase_if(m_earlier, is_theirs);
    }
    ReleasePlan plan(bool by_team = false) const {
        return plan_release(m_current, m_earlier, m_history, by_team, least_five);
    }
    ReleasePlan show(bool by_team = false) {
        auto shown = plan(by_team);
        m_history.insert(m_history.end(), shown.to_record.begin(), shown.to_record.end());
        return shown;
    }
    const std::vector<ShownSet>& history() const { return m_history; }

private:
    std::vector<Candidate> m_current;
    std::vector<Candidate> m_earlier;
    std::vector<ShownSet> m_history;
    SubmissionNumber m_last = 0;
};

std::vector<std::string> labels(const std::vector<ShownSet>& sets) {
    std::vector<std::string> names;
    for (const auto& set : sets) {
        names.push_back(set.label);
    }
    return names;
}

std::vector<std::string> labels(const std::vector<HeldBack>& held_back) {
    std::vector<std::string> names;
    for (const auto& each : held_back) {
        names.push_back(each.label);
    }
    return names;
}

TEST(SmallestCell, CountsWhatTheSetsCutOut) {
    EXPECT_EQ(smallest_cell({}), 0U);
    EXPECT_EQ(smallest_cell(std::vector<ShownSet>{{"a", {}}}), 0U);
    EXPECT_EQ(smallest_cell(std::vector<ShownSet>{{"a", {1, 2, 3}}}), 3U);
    EXPECT_EQ(smallest_cell(std::vector<ShownSet>{{"a", {1, 2, 3}}, {"b", {1, 2, 3, 4}}}), 1U);
    EXPECT_EQ(smallest_cell(std::vector<ShownSet>{{"a", {1, 2, 3, 4}}, {"b", {3, 4, 5, 6}}}), 2U);
    EXPECT_EQ(smallest_cell(std::vector<ShownSet>{{"a", {1, 2, 3}}, {"b", {1, 2, 3}}}), 3U);
}

TEST(PlanRelease, OfNobodyIsEmpty) {
    const auto plan = plan_release({}, {}, {}, false, least_five);
    EXPECT_THAT(plan.population, IsEmpty());
    EXPECT_THAT(plan.to_record, IsEmpty());
    EXPECT_FALSE(plan.earlier);
}

TEST(PlanRelease, ShowsEverybodyWhereNothingWasPromised) {
    const std::vector<Candidate> people{{1, 1, "hybrid", "A"}, {2, 2, "engineer", ""}};
    const auto by_role = plan_release(people, {}, {}, false, {});
    EXPECT_THAT(by_role.population, ElementsAre(1, 2));
    EXPECT_THAT(labels(by_role.groups), ElementsAre("role:engineer", "role:hybrid"));
    EXPECT_THAT(by_role.to_record, IsEmpty());
    const auto by_team = plan_release(people, {}, {}, true, {});
    EXPECT_THAT(by_team.population, ElementsAre(1, 2));
    EXPECT_THAT(labels(by_team.groups), ElementsAre("team:A"));
}

TEST(PlanRelease, HoldsBackASmallRoleFromTheTotalToo) {
    Round round;
    round.answer(1, 6, "researcher");
    round.answer(11, 5, "engineer");
    round.answer(21, 4, "hybrid");
    const auto plan = round.show();
    EXPECT_THAT(plan.population, SizeIs(11));
    EXPECT_THAT(labels(plan.groups), ElementsAre("role:engineer", "role:researcher"));
    EXPECT_THAT(labels(plan.to_record), ElementsAre("all", "role:engineer", "role:researcher"));
    EXPECT_THAT(labels(plan.held_back), ElementsAre("role:hybrid"));
    EXPECT_EQ(said(plan.held_back.front().reason), "fewer than 5 answers, kept confidential");
    EXPECT_FALSE(plan.earlier);
}

TEST(PlanRelease, ShowsTheSameAgainWithoutRecordingIt) {
    Round round;
    round.answer(1, 9, "researcher");
    const auto first = round.show();
    const auto second = round.show();
    EXPECT_EQ(first.population, second.population);
    EXPECT_EQ(first.groups, second.groups);
    EXPECT_THAT(second.to_record, IsEmpty());
}

TEST(PlanRelease, LetsNewPeopleWaitUntilEnoughOfTheirRoleCame) {
    Round round;
    round.answer(1, 6, "researcher");
    round.answer(11, 6, "engineer");
    const auto before = round.show();
    round.answer(31, 4, "engineer");
    const auto waiting = round.show();
    EXPECT_EQ(waiting.population, before.population);
    EXPECT_TRUE(waiting.earlier);
    EXPECT_THAT(waiting.to_record, IsEmpty());
    round.answer(41, 1, "engineer");
    const auto after = round.show();
    EXPECT_THAT(after.population, SizeIs(17));
    EXPECT_FALSE(after.earlier);
}

TEST(PlanRelease, TakesUpOneRoleWhileAnotherWaits) {
    Round round;
    round.answer(1, 6, "researcher");
    round.answer(11, 6, "engineer");
    round.show();
    round.answer(31, 5, "researcher");
    round.answer(41, 1, "engineer");
    const auto plan = round.show();
    EXPECT_THAT(plan.population, SizeIs(17));
    EXPECT_TRUE(plan.earlier);
}

TEST(PlanRelease, ShowsAChangedAnswerOnlyTogetherWithOthers) {
    Round round;
    round.answer(1, 12, "researcher"); // submissions 1 to 12
    const auto before = round.show();
    round.answer(1, 4, "researcher"); // 13 to 16
    EXPECT_EQ(round.show().population, before.population);
    round.answer(5, 1, "researcher"); // 17
    const auto after = round.show();
    EXPECT_THAT(after.population, ElementsAre(6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17));
    EXPECT_EQ(smallest_cell(round.history()), 5U);
}

TEST(PlanRelease, DoesNotLeaveAFewBehindWhenMostChange) {
    Round round;
    round.answer(1, 8, "researcher");
    const auto before = round.show();
    round.answer(1, 5, "researcher"); // the three others would be a cell of three
    EXPECT_EQ(round.show().population, before.population);
    round.answer(6, 3, "researcher");
    EXPECT_THAT(round.show().population, ElementsAre(9, 10, 11, 12, 13, 14, 15, 16));
}

TEST(PlanRelease, CountsNobodyTwiceWhoChangesTheRole) {
    Round round;
    round.answer(1, 10, "researcher");
    round.answer(11, 10, "engineer");
    round.show();
    round.answer(1, 2, "engineer"); // two researchers become engineers: they stay what they were
    const auto plan = round.show();
    EXPECT_THAT(plan.population, SizeIs(20));
    EXPECT_THAT(plan.groups.front().submissions, SizeIs(10));
    EXPECT_TRUE(plan.earlier);
    round.answer(3, 3, "engineer");
    const auto moved = round.show();
    EXPECT_THAT(moved.population, SizeIs(20));
    EXPECT_THAT(moved.groups.front().submissions, SizeIs(15)); // engineers
    EXPECT_FALSE(moved.earlier);
}

TEST(PlanRelease, LetsOthersLeaveWithSomebodyWhoIsForgotten) {
    Round round;
    round.answer(1, 12, "researcher");
    round.show();
    round.forget(3);
    const auto plan = round.show();
    // 1 forgotten and 4 more leave: 7 of 12 are left.
    EXPECT_THAT(plan.population, SizeIs(7));
    EXPECT_GE(smallest_cell(round.history()), 5U);
    EXPECT_THAT(plan.population, testing::Not(testing::Contains(3)));
}

TEST(PlanRelease, ShowsNothingWhereTooFewAreLeftBesideTheForgotten) {
    Round round;
    round.answer(1, 8, "researcher");
    round.show();
    round.forget(3);
    const auto plan = round.show();
    EXPECT_THAT(plan.population, IsEmpty());
    EXPECT_THAT(labels(plan.held_back), ElementsAre("role:researcher"));
    EXPECT_NE(said(plan.held_back.front().reason), "fewer than 5 answers, kept confidential");
}

TEST(PlanRelease, ShowsTeamsWithinTheRoles) {
    Round round;
    for (const auto* team : {"A", "B"}) {
        const auto base = std::string(team) == "A" ? 0U : 100U;
        round.answer(base + 1, 5, "researcher", team);
        round.answer(base + 11, 5, "engineer", team);
    }
    round.show();
    const auto plan = round.show(true);
    EXPECT_THAT(plan.population, SizeIs(20));
    EXPECT_THAT(labels(plan.groups), ElementsAre("team:A", "team:B"));
    EXPECT_THAT(labels(plan.to_record), ElementsAre("team:A", "team:B"));
}

TEST(PlanRelease, HoldsBackTheSmallestFurtherTeamToHideASmallOne) {
    Round round;
    round.answer(1, 9, "engineer", "A");
    round.answer(21, 7, "engineer", "B");
    round.answer(41, 6, "engineer", "C");
    round.answer(61, 2, "engineer", "D");
    const auto plan = round.show(true);
    EXPECT_THAT(plan.population, SizeIs(24));
    EXPECT_THAT(labels(plan.groups), ElementsAre("team:A", "team:B"));
    EXPECT_THAT(labels(plan.held_back), ElementsAre("team:C", "team:D"));
    EXPECT_THAT(labels(plan.to_record), ElementsAre("all", "role:engineer", "team:A", "team:B"));
    EXPECT_EQ(smallest_cell(round.history()), 7U); // C and D: 6 + 2 = 8; B: 7
}

TEST(PlanRelease, HidesTheTeamlessLikeATeam) {
    Round round;
    round.answer(1, 9, "engineer", "A");
    round.answer(21, 7, "engineer", "B");
    round.answer(41, 1, "engineer");
    EXPECT_THAT(labels(round.show(true).groups), ElementsAre("team:A"));
}

TEST(PlanRelease, DoesNotShowOneRoleWithinATeam) {
    Round round;
    round.answer(1, 8, "engineer", "A");
    round.answer(21, 3, "researcher", "A"); // team A less its engineers would be these three
    round.answer(41, 8, "researcher", "B");
    const auto plan = round.show(true);
    EXPECT_THAT(plan.population, SizeIs(19));
    EXPECT_THAT(plan.groups, IsEmpty());
}

TEST(PlanRelease, KeepsTheTeamsOfAnEarlierPopulationWhereTheNewerOneShowsFewer) {
    Round round;
    round.answer(1, 6, "engineer", "A");
    round.answer(21, 6, "engineer", "B");
    const auto teams = round.show(true);
    EXPECT_THAT(labels(teams.groups), ElementsAre("team:A", "team:B"));
    round.answer(11, 3, "engineer", "A");
    round.answer(31, 2, "engineer", "B");
    EXPECT_THAT(round.show().population, SizeIs(17)); // five joined: by role they count
    const auto again = round.show(true);
    EXPECT_EQ(again.population, teams.population);
    EXPECT_EQ(again.groups, teams.groups);
    EXPECT_TRUE(again.earlier);
    EXPECT_THAT(again.to_record, IsEmpty());
}

TEST(PlanRelease, DoesNotDependOnTheOrderOfTheCandidates) {
    std::vector<Candidate> people;
    for (std::uint64_t i = 1; i <= 20; ++i) {
        people.push_back(
            {i, 100 - i, i % 3 == 0 ? "engineer" : "researcher", i % 2 == 0 ? "A" : "B"});
    }
    const auto one = plan_release(people, {}, {}, true, least_five);
    std::ranges::reverse(people);
    const auto other = plan_release(people, {}, {}, true, least_five);
    EXPECT_EQ(one.population, other.population);
    EXPECT_EQ(one.to_record, other.to_record);
}

TEST(PlanRelease, IsQuickForManyPeople) {
    std::vector<Candidate> people;
    for (std::uint64_t i = 0; i < 200'000; ++i) {
        people.push_back(
            {i, i, i % 2 == 0 ? "engineer" : "researcher", "team " + std::to_string(i % 977)});
    }
    const auto plan = plan_release(people, {}, {}, true, least_five);
    EXPECT_THAT(plan.population, SizeIs(200'000));
    EXPECT_THAT(plan.groups, SizeIs(977));
}

} // namespace
} // namespace assess
