// What a confidential round lets be weighed: attacked with random rounds and changes.
#include "model/change/weighing.hpp"
#include "model/what_if/what_if.hpp"
#include "model/what_if/whole_groups.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/change/who.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace assess {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr PrivacyPromise promise{Promise::Confidential, 5, 10};

Policy quick_policy() {
    Policy policy;
    policy.fragility_draws = 0;
    policy.exact_split_limit = 0;
    policy.random_splits = 99;
    return policy;
}

TestTeam round_of(std::size_t engineers_count = 6) {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("few", -0.9, 0.8, {.category = "swe"})
        .tool("free", -0.5, 0.2, {.category = "swe"})
        .tool("more", 0.2, 0.4, {.category = "swe"})
        .tool("named", 0.1, 0.1, {.category = "swe"})
        .tool("r", 0.9, -0.8, {.category = "swe"})
        .tool("s", 0.7, -0.8, {.category = "swe"})
        .people(4, Role::Researcher, {"r=daily"})
        .people(3, Role::Researcher, {"r=daily", "s", "few"})
        .people(1, Role::Researcher, {"r=daily", "named=wanted"})
        .people(engineers_count, Role::Engineer, {"few"})
        .promise(promise);
    return team;
}

std::vector<std::string> refused(const TestTeam& team, const std::vector<Change>& changes,
                                 const Policy& policy = quick_policy()) {
    auto [landscape, answers] = team.given();
    std::vector<std::string> problems;
    try {
        what_if(answers, landscape, policy, {}, changes);
    } catch (const InputError& error) {
        for (const auto& problem : error.diagnostics()) {
            problems.push_back(problem.what);
            EXPECT_THAT(problem.hint, Not(IsEmpty()));
        }
    }
    return problems;
}

Change adoption(ToolIndex tool, const Who& who, Depth depth = Depth::Weekly) {
    return {true, tool, depth, who};
}
constexpr ToolIndex few_tool = 0;
constexpr ToolIndex free_tool = 1;
constexpr ToolIndex more_tool = 2;
constexpr ToolIndex named_tool = 3;

TEST(Confidential, AWholeGroupTakesUpWhatNobodyNames) {
    EXPECT_THAT(refused(round_of(), {adoption(free_tool, researchers)}), IsEmpty());
    EXPECT_THAT(refused(round_of(), {adoption(free_tool, {})}), IsEmpty());
    EXPECT_THAT(
        refused(round_of(), {adoption(free_tool, researchers), adoption(more_tool, engineers)}),
        IsEmpty());
}

TEST(Confidential, NothingElse) {
    const auto one = [&](const Change& change) {
        const auto problems = refused(round_of(), {change});
        return problems.size() == 1 ? problems.front() : "not one problem";
    };
    EXPECT_THAT(one(adoption(few_tool, researchers)), HasSubstr("named it already"));
    EXPECT_THAT(one(adoption(named_tool, researchers)), HasSubstr("named it already"));
    EXPECT_THAT(one({false, few_tool, Depth::Weekly, engineers}), HasSubstr("dropping a tool"));
    EXPECT_THAT(one(adoption(free_tool, researchers, Depth::Rarely)), HasSubstr("at one depth"));
    EXPECT_THAT(one(adoption(free_tool, {Who::Kind::Person, "p0"})), HasSubstr("whole group"));
    EXPECT_THAT(one(adoption(free_tool, {Who::Kind::Team, "x"})), HasSubstr("whole group"));
    EXPECT_THAT(one(adoption(free_tool, {Who::Kind::Role, "hybrid"})), HasSubstr("whole group"));
    EXPECT_THAT(
        refused(round_of(), {adoption(free_tool, researchers), adoption(more_tool, researchers)}),
        testing::ElementsAre(HasSubstr("only one change")));
    EXPECT_THAT(refused(round_of(), {adoption(free_tool, {}), adoption(more_tool, engineers)}),
                testing::ElementsAre(HasSubstr("only one change")));
    // All of them at once.
    EXPECT_EQ(refused(round_of(), {adoption(few_tool, researchers, Depth::Daily),
                                   {false, few_tool, Depth::Weekly, engineers}})
                  .size(),
              3U);
}

TEST(Confidential, AHiddenGroupStaysHidden) {
    auto [landscape, answers] = round_of(4).given();
    EXPECT_THAT(refused(round_of(4), {adoption(free_tool, engineers)}),
                testing::ElementsAre(HasSubstr("whole group")));
    const std::vector changes{adoption(free_tool, researchers)};
    const auto result = what_if(answers, landscape, quick_policy(), {}, changes);
    EXPECT_EQ(result.after.hidden_groups, result.before.hidden_groups);
    EXPECT_EQ(result.after.no_comparison, result.before.no_comparison);
    EXPECT_EQ(result.after.respondents, 8U);

    // Six answered, three of them have a place: all six would have one after, and so be shown.
    TestTeam half;
    half.tool("a", 0.5, 0.5)
        .tool("b", -0.5, 0.5)
        .people(6, Role::Researcher, {"a"})
        .people(3, Role::Engineer, {"a"})
        .people(3, Role::Engineer, {})
        .promise(promise);
    std::tie(landscape, answers) = half.given();
    const std::vector everybody{adoption(1, {}, Depth::Uses)};
    const auto still = what_if(answers, landscape, quick_policy(), {}, everybody);
    ASSERT_EQ(still.after.groups.size(), 1U);
    EXPECT_EQ(still.after.hidden_groups, still.before.hidden_groups);
    EXPECT_EQ(still.changes.front().changed, 6U);
}

/// Confidential rounds of random people, some of whom said nothing or have no team.
JudgedTeam random_round(std::uint64_t seed) {
    auto team = random_team(seed, 20 + seed % 40);
    Random random(seed);
    team.answers.promise = promise;
    team.answers.teams = {"one", "three", "two"};
    for (auto& person : team.answers.respondents) {
        if (random.below(8) == 0) {
            person.answered = 0;
            person.usages.clear();
        }
        const auto place = random.below(5);
        person.team = place < 3 ? place : Respondent::no_team;
        if (random.below(6) == 0 && !person.usages.empty()) {
            person.usages.front().depth = Depth::Wanted;
        }
    }
    sort_respondents(team.answers);
    return team;
}

/// Who stands in which group of the report, by id.
std::map<std::string, std::set<std::string>> shown_groups(const GapReport& report,
                                                          const Answers& answers) {
    std::map<std::string, std::set<std::string>> groups;
    for (const auto& group : report.groups) {
        for (const auto& person : answers.respondents) {
            const bool member =
                report.grouping == Grouping::Role
                    ? id_of(person.role) == group.id
                    : person.team != Respondent::no_team && answers.teams[person.team] == group.id;
            if (member && person.answered != 0) {
                groups[group.id].insert(person.id);
            }
        }
    }
    return groups;
}

TEST(Confidential, NoAllowedChangeIsAboutAFew) {
    std::size_t allowed = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto team = random_round(seed);
        Random random(seed + 1000);
        const auto pick = [&](const std::vector<std::string>& names) {
            return names[random.below(static_cast<std::uint32_t>(names.size()))];
        };
        GapReportSettings settings;
        settings.grouping = seed % 2 == 0 ? Grouping::Role : Grouping::Team;
        std::vector<Change> changes;
        const auto count = 1 + random.below(2);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto kind = random.below(8);
            Who who;
            const bool by_role = (seed % 2 == 0) == (kind < 5); // mostly as the report is grouped
            if (kind == 7) {
                who = {Who::Kind::Person, "3"};
            } else if (kind < 6 && by_role) {
                who = {Who::Kind::Role, pick({"researcher", "engineer", "hybrid"})};
            } else if (kind < 6) {
                who = {Who::Kind::Team, pick({"one", "two", "three"})};
            }
            changes.push_back(
                {random.below(10) > 0,
                 random.below(static_cast<std::uint32_t>(team.landscape.tools.size())),
                 random.below(12) == 0 ? Depth::Daily : Depth::Weekly, who});
        }
        WhatIf result;
        try {
            result = what_if(team.answers, team.landscape, quick_policy(), settings, changes);
        } catch (const InputError&) {
            continue;
        }
        ++allowed;
        // Who is touched, by what each of them says before and after.
        auto altered = team.answers;
        alter_answers(altered, Policy{}, changes);
        std::set<std::string> touched;
        for (std::size_t i = 0; i < altered.respondents.size(); ++i) {
            if (altered.respondents[i].usages != team.answers.respondents[i].usages) {
                touched.insert(altered.respondents[i].id);
            }
        }
        for (const auto& [id, people] : shown_groups(result.before, team.answers)) {
            std::set<std::string> here;
            std::ranges::set_intersection(touched, people, std::inserter(here, here.end()));
            EXPECT_TRUE(here.empty() || here == people) << "seed " << seed << ", part of " << id;
            EXPECT_TRUE(here.empty() || here.size() >= promise.least_people) << "seed " << seed;
        }
        for (const auto& applied : result.changes) {
            EXPECT_EQ(applied.unaffected, 0U) << "seed " << seed;
            EXPECT_TRUE(applied.changed == 0 || applied.changed >= promise.least_people);
        }
        // No group of the report after is one that the report before hides, and none is withheld
        // any less.
        for (const auto& group : result.after.groups) {
            EXPECT_TRUE(std::ranges::any_of(
                result.before.groups, [&](const Group& before) { return before.id == group.id; }))
                << "seed " << seed;
            EXPECT_TRUE(group.members.empty());
        }
        EXPECT_TRUE(result.after.answers.respondents.empty());
        EXPECT_FALSE(result.after.closing);
    }
    EXPECT_GT(allowed, 10U); // the attack is no attack where everything is refused
}

TEST(Confidential, WhatIsRefusedFollowsFromTheReport) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto team = random_round(seed);
        const auto shown = make_gap_report(team.answers, team.landscape, quick_policy(), {});
        for (const auto& group : shown.groups) {
            for (ToolIndex j = 0; j < team.landscape.tools.size(); ++j) {
                const std::vector changes{
                    adoption(j, {Who::Kind::Role, group.id}, default_depth(team.answers))};
                const auto& use = group.tools[j]; // as the reader sees it
                const bool says_nobody = !use.few && use.users == 0;
                EXPECT_EQ(refused_changes(shown, team.answers, changes).empty(), says_nobody)
                    << "seed " << seed;
            }
        }
    }
}

TEST(Confidential, RecommendsForWholeGroupsOneToolEach) {
    std::size_t proposals = 0;
    for (std::uint64_t seed = 30; seed <= 45; ++seed) {
        const auto team = random_round(seed);
        GapReportSettings settings;
        settings.recommend = RecommendSettings{};
        const auto report = make_gap_report(team.answers, team.landscape, quick_policy(), settings);
        ASSERT_TRUE(report.closing);
        EXPECT_TRUE(report.closing->whole_groups_only);
        for (const auto& proposal : report.closing->proposals) {
            ++proposals;
            std::set<std::size_t> groups;
            for (const auto& adoption : proposal.adoptions) {
                EXPECT_TRUE(groups.insert(adoption.group).second) << "two tools of one group";
                const auto& group = report.groups[adoption.group];
                EXPECT_EQ(adoption.people, group.n);
                EXPECT_GE(adoption.people, promise.least_people);
                EXPECT_EQ(adoption.already, 0U);
                EXPECT_TRUE(nobody_names(group, adoption.tool));
                const auto& other = report.groups[adoption.group == report.comparisons[0].first
                                                      ? report.comparisons[0].second
                                                      : report.comparisons[0].first];
                EXPECT_EQ(adoption.other_uses, other.tools[adoption.tool].users > 0);
            }
        }
    }
    EXPECT_GT(proposals, 20U);
}

TEST(Confidential, RecommendsAtTheUsualDepthOnly) {
    auto [landscape, answers] = round_of().given();
    GapReportSettings settings;
    settings.recommend = RecommendSettings{};
    settings.recommend->depth = Depth::Rarely;
    EXPECT_THROW(make_gap_report(answers, landscape, quick_policy(), settings), InputError);
}

TEST(Confidential, NothingIsWeighedWithOtherWeights) {
    auto [landscape, answers] = round_of().given();
    EXPECT_TRUE(can_weigh(answers, Policy{}));
    auto policy = quick_policy();
    policy.depth_weights[0] = 0.9;
    EXPECT_FALSE(can_weigh(answers, policy));
    answers.promise = {};
    EXPECT_TRUE(can_weigh(answers, policy));
}

} // namespace
} // namespace assess
