// The search for the smallest change, where it is known by hand.
#include "model/flips/smallest_flip.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gtest/gtest.h>

namespace assess {
namespace {

Tool tool_at(const std::string& id, double x, double y) {
    Tool tool;
    tool.id = id;
    tool.name = id;
    tool.placement = Placement{{x, y}, 0, "test", ""};
    tool.categories = {0};
    return tool;
}

/// Five tools of one category; each person uses what the letters say.
GapReport report_of(const std::vector<std::string>& people) {
    Landscape landscape;
    landscape.edition = "test";
    landscape.categories.push_back({"kind", "Kind", Quadrant::SpecializedMlTools, Ring::Trial, ""});
    for (const auto* id : {"a", "b", "c", "d", "e"}) {
        landscape.tools.push_back(tool_at(id, 0.5, -0.5));
    }
    Answers answers;
    answers.blocks.push_back({"tools", "Tools", {}});
    for (std::size_t i = 0; i < people.size(); ++i) {
        Respondent respondent;
        respondent.id = "p" + std::to_string(i);
        respondent.role = i % 2 == 0 ? Role::Researcher : Role::Engineer;
        respondent.answered = 1;
        for (const char c : people[i]) {
            respondent.usages.push_back({static_cast<ToolIndex>(c - 'a'), Depth::Uses});
        }
        answers.respondents.push_back(std::move(respondent));
    }
    Policy policy;
    policy.exact_split_limit = 1'000;
    policy.random_splits = 99;
    return make_gap_report(std::move(answers), std::move(landscape), policy, {});
}

const Finding& finding_of(const GapReport& report, std::string_view id, std::string_view subject) {
    return *std::ranges::find_if(report.findings, [&](const Finding& finding) {
        return finding.id == id && finding.subject == subject;
    });
}

TEST(SmallestFlip, OneDropTakesAFourthToolAway) {
    // Four tools of two users each: present. One drop leaves one of them with a single user.
    const auto report = report_of({"abcd", "abcd"});
    const auto& finding = finding_of(report, "scattered-group", "kind");
    ASSERT_EQ(finding.state, State::Present);
    const auto search = smallest_flip(report, finding);
    ASSERT_TRUE(search.flip);
    EXPECT_EQ(search.flip->changes.size(), 1U);
    EXPECT_FALSE(search.flip->changes.front().takes_up);
    EXPECT_EQ(search.flip->becomes, State::Possible);
    EXPECT_TRUE(search.smallest);
}

TEST(SmallestFlip, TwoDropsWhereNoOneDoes) {
    // Every tool has three users: two people must drop the same one.
    const auto report = report_of({"abcd", "abcd", "abcd"});
    const auto& finding = finding_of(report, "scattered-group", "kind");
    ASSERT_EQ(finding.state, State::Present);
    const auto search = smallest_flip(report, finding);
    ASSERT_TRUE(search.flip);
    EXPECT_EQ(search.flip->changes.size(), 2U);
    EXPECT_EQ(search.flip->changes[0].tool, search.flip->changes[1].tool);
    EXPECT_TRUE(search.smallest);
    EXPECT_EQ(finding.state, State::Present) << "the report itself stays as it was";
}

/// Whatever is found, the changed answers must give the other verdict, recomputed here anew.
TEST(SmallestFlip, WhatIsFoundFlipsARecomputedReport) {
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto team = random_team(seed, 12);
        Policy policy;
        policy.exact_split_limit = 2'000;
        policy.random_splits = 99;
        policy.fragility_draws = 0;
        const auto report = make_gap_report(team.answers, team.landscape, policy, {});
        for (const auto* rule : {"opposite-ends", "left-end"}) {
            const auto& finding = finding_of(report, rule, "building");
            const auto search = smallest_flip(report, finding);
            if (!search.flip) {
                continue;
            }
            ++found;
            auto answers = report.answers;
            for (const auto& change : search.flip->changes) {
                auto& usages = answers.respondents[change.person].usages;
                std::erase_if(usages,
                              [&](const Usage& usage) { return usage.tool == change.tool; });
                if (change.takes_up) {
                    usages.push_back({change.tool, Depth::Uses});
                    std::ranges::sort(usages, {}, &Usage::tool);
                }
            }
            const auto again = make_gap_report(answers, team.landscape, policy, {});
            EXPECT_EQ(finding_of(again, rule, "building").state, search.flip->becomes);
            EXPECT_NE(search.flip->becomes, finding.state);
        }
    }
    EXPECT_GT(found, 0U);
}

TEST(SmallestFlip, TooManyPeopleAreNotSearched) {
    const auto report = report_of(std::vector<std::string>(most_people_to_search + 1, "ab"));
    const auto search = smallest_flip(report, report.findings.front());
    EXPECT_FALSE(search.flip);
    EXPECT_FALSE(search.reason.empty());
    EXPECT_EQ(search.tried, 0U);
}

} // namespace
} // namespace assess
