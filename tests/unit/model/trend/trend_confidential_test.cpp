// Trends of confidential answers: the second line of defence, whatever came through the first.
#include "model/statistics/random.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"
#include "tests/unit/model/trend/small_teams.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace assess {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t least = 5;
constexpr PrivacyPromise confidential{Promise::Confidential, least, 10};

std::vector<Member> engineers(std::size_t count, const std::vector<std::string>& uses) {
    std::vector<Member> members;
    for (std::size_t i = 0; i < count; ++i) {
        members.push_back({"p" + std::to_string(i), engineer, uses});
    }
    return members;
}

TEST(ConfidentialTrend, FollowsNobody) {
    const auto places = plane_of({{"a", 1, 0}, {"b", 0, 1}}, "the same");
    const auto trend = trend_of({assessment_of("one", places, engineers(6, {"a"}), confidential),
                                 assessment_of("two", places, engineers(7, {"b"}), confidential)});
    const auto& step = trend.steps.front();
    EXPECT_FALSE(step.linked);
    EXPECT_EQ(said(step.not_linked),
              "answers were given in confidence, and nobody is followed from one to the other");
    const auto& group = step.groups.front();
    EXPECT_EQ(group.stayed + group.left + group.joined, 0U);
    ASSERT_THAT(group.parts, SizeIs(2));
    EXPECT_EQ(group.parts[1].cause, MovementCause::People);
    for (const auto& report : trend.reports) {
        EXPECT_THAT(report.answers.respondents, IsEmpty());
    }
}

TEST(ConfidentialTrend, OneConfidentialSideIsEnough) {
    const auto places = plane_of({{"a", 1, 0}, {"b", 0, 1}}, "the same");
    const auto lead = assessment_of("one", places, engineers(6, {"a"}));
    const auto round = assessment_of("two", places, engineers(6, {"b"}), confidential);
    EXPECT_FALSE(trend_of({lead, round}).steps.front().linked);
    EXPECT_FALSE(trend_of({round, lead}).steps.front().linked);
}

TEST(ConfidentialTrend, AHiddenGroupHasNoMovement) {
    const auto places = plane_of({{"a", 1, 0}, {"b", 0, 1}}, "the same");
    auto few = engineers(7, {"a"});
    auto enough = engineers(7, {"b"});
    for (int i = 0; i < 5; ++i) {
        enough.push_back({"h" + std::to_string(i), Role::Hybrid, {"a"}});
        if (i < 4) {
            few.push_back(enough.back());
        }
    }
    const auto trend = trend_of({assessment_of("one", places, few, confidential),
                                 assessment_of("two", places, enough, confidential)});
    const auto& hybrids = group_named(trend.steps.front(), "hybrid");
    EXPECT_EQ(hybrids.placed_before, 0U);
    EXPECT_EQ(said(hybrids.total.shift.reason()),
              "'one' does not show hybrids: fewer than 5 answers, kept confidential");
    EXPECT_THAT(hybrids.parts, IsEmpty());
}

TEST(ConfidentialTrend, AToolOfOnePersonThatWasMovedIsNotTold) {
    auto members = engineers(9, {"a"});
    members.front().uses = {"b"};
    const auto before = plane_of({{"a", 1, 0}, {"b", 0, 1}});
    const auto moved = plane_of({{"a", 1, 0}, {"b", 0, 0.5}});
    const auto trend = trend_of({assessment_of("one", before, members, confidential),
                                 assessment_of("two", moved, members, confidential)});
    const auto& group = trend.steps.front().groups.front();
    EXPECT_TRUE(group.total.shift);
    EXPECT_THAT(group.parts, IsEmpty());
    EXPECT_EQ(group.placed_on_second, 0U);
    EXPECT_EQ(said(group.no_parts),
              "what the new landscape moved is about fewer than 5 people; kept confidential");
    // Nine people use the tool that moves here.
    const auto all = trend_of({assessment_of("one", before, engineers(9, {"a"}), confidential),
                               assessment_of("two", plane_of({{"a", 0.5, 0}, {"b", 0, 1}}),
                                             engineers(9, {"b"}), confidential)});
    EXPECT_THAT(all.steps.front().groups.front().parts, SizeIs(2));
}

TEST(ConfidentialTrend, PeopleWhoLoseTheirPlaceAreNotToldWhereTheyAreFew) {
    auto members = engineers(12, {"a"});
    for (std::size_t i = 0; i < 4; ++i) {
        members[i].uses = {"b"};
    }
    const auto before = plane_of({{"a", 1, 0}, {"b", 0, 1}});
    const auto dropped = plane_of({{"a", 1, 0}});
    const auto trend =
        trend_of({assessment_of("one", before, members, confidential),
                  assessment_of("two", dropped, engineers(12, {"a"}), confidential)});
    EXPECT_THAT(trend.steps.front().groups.front().parts, IsEmpty());
}

TEST(ConfidentialTrend, ByTeamASmallTeamHasNoMovement) {
    const auto places = plane_of({{"a", 1, 0}, {"b", 0, 1}}, "the same");
    auto members = engineers(14, {"a"});
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].team = i < 9 ? "Maps" : "Search";
    }
    auto after = members;
    after[9].team = "Maps"; // four are left in Search
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    const auto trend = make_trend({assessment_of("one", places, members, confidential),
                                   assessment_of("two", places, after, confidential)},
                                  Policy{}, settings);
    const auto& search = group_named(trend.steps.front(), "Search");
    EXPECT_EQ(search.placed_after, 0U);
    EXPECT_EQ(said(search.total.shift.reason()),
              "'two' does not show Search: fewer than 5 answers, kept confidential");
}

/// Which tools stand elsewhere in the second landscape, by id; dropped ones too.
std::set<std::string> moved_tools(const Landscape& before, const Landscape& after) {
    std::set<std::string> moved;
    for (const auto& tool : before.tools) {
        const auto same = std::ranges::find(after.tools, tool.id, &Tool::id);
        const bool stands = same != after.tools.end() &&
                            same->placement.has_value() == tool.placement.has_value() &&
                            (!tool.placement || same->placement->point == tool.placement->point);
        if (!stands) {
            moved.insert(tool.id);
        }
    }
    return moved;
}

TEST(ConfidentialTrend, WhateverComesNoNumberIsAboutAFew) {
    std::size_t taken_apart = 0;
    std::size_t withheld = 0;
    std::size_t without_total = 0;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        std::vector<Placed> tools;
        for (int j = 0; j < 6; ++j) {
            tools.push_back({"t" + std::to_string(j), j * 0.3 - 0.8, 0.7 - j * 0.2, 0.05});
        }
        const auto people = [&] {
            std::vector<Member> members;
            for (std::uint32_t i = 0, n = random.below(70); i < n; ++i) {
                Member member{"p" + std::to_string(i), roles.at(random.below(4)), {}};
                // Few tools, of which the last ones are rare.
                for (std::uint32_t j = 0; j < 6; ++j) {
                    if (random.below(2 + j * j) == 0) {
                        member.uses.push_back("t" + std::to_string(j));
                    }
                }
                members.push_back(std::move(member));
            }
            return members;
        };
        const auto first = assessment_of("one", plane_of(tools), people(), confidential);
        auto places = tools;
        places[random.below(4)].x += 0.1;
        if (random.below(3) == 0) {
            places.erase(places.begin() + random.below(6));
        }
        const auto landscape = plane_of(places);
        std::vector<Member> second;
        for (auto& member : people()) {
            std::erase_if(member.uses, [&](const auto& use) { return !landscape.find(use); });
            second.push_back(std::move(member));
        }
        const auto trend = trend_of({first, assessment_of("two", landscape, second, confidential)});
        const auto& step = trend.steps.front();
        EXPECT_FALSE(step.linked);
        const auto moved = moved_tools(first.landscape, landscape);
        for (const auto& group : step.groups) {
            SCOPED_TRACE(group.id);
            EXPECT_EQ(group.stayed + group.left + group.joined, 0U);
            for (const auto count :
                 {group.placed_before, group.placed_on_second, group.placed_after}) {
                EXPECT_TRUE(count == 0 || count >= least) << count;
            }
            without_total += group.total.shift ? 0U : 1U;
            if (group.parts.empty()) {
                withheld += group.total.shift ? 1U : 0U;
                continue;
            }
            ++taken_apart;
            ASSERT_THAT(group.parts, SizeIs(2));
            // By hand from the answers: how many use each tool that moved, and lost their place.
            std::map<std::string, std::size_t> users;
            std::size_t lost = 0;
            for (const auto& person : first.answers.respondents) {
                if (person.role != group.role || person.usages.empty()) {
                    continue;
                }
                bool placed = false;
                for (const auto& usage : person.usages) {
                    const auto& id = first.landscape.tools[usage.tool].id;
                    ++users[id];
                    placed = placed || landscape.find(id).has_value();
                }
                lost += placed ? 0U : 1U;
            }
            for (const auto& id : moved) {
                EXPECT_TRUE(users[id] == 0 || users[id] >= least) << id;
            }
            EXPECT_TRUE(lost == 0 || lost >= least) << lost;
            EXPECT_EQ(group.placed_on_second, group.placed_before - lost);
        }
    }
    EXPECT_GT(taken_apart, 20U);
    EXPECT_GT(withheld, 20U);
    EXPECT_GT(without_total, 20U);
}

} // namespace
} // namespace assess
