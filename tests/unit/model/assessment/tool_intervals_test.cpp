// The intervals of the tools' parts of the gap, against tests/oracles/tool_parts.json, which
// reckons them from dense matrices of shares; and by hand at the edges.
#include "model/assessment/comparison.hpp"
#include "model/policy/policy.hpp"
#include "tests/unit/model/assessment/small_world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace assess {
namespace {

using Json = nlohmann::json;

Landscape landscape_from(const Json& tools) {
    std::vector<std::optional<Point>> places;
    for (const auto& tool : tools) {
        places.emplace_back(Point{tool["x"], tool["y"]});
    }
    auto landscape = landscape_of(places);
    for (std::size_t j = 0; j < tools.size(); ++j) {
        landscape.tools[j].placement->tolerance = tools[j]["tolerance"];
    }
    return landscape;
}

Answers answers_from(const Json& groups) {
    std::vector<Respondent> people;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const auto& uses : groups[g]) {
            std::vector<Usage> usages;
            for (const auto& [tool, depth] : uses.items()) {
                usages.push_back({static_cast<ToolIndex>(std::stoul(tool)),
                                  depth_from_id(depth.get<std::string>()).value()});
            }
            std::ranges::sort(usages, {}, &Usage::tool);
            people.push_back(person(g == 0 ? Role::Researcher : Role::Engineer, usages));
        }
    }
    return answers_of(std::move(people));
}

struct Case {
    Landscape landscape;
    std::vector<Group> groups;

    explicit Case(const Json& data) : landscape(landscape_from(data["tools"])) {
        groups = make_groups(answers_from(data["groups"]), landscape, Policy{}, Grouping::Role);
    }
    [[nodiscard]] Comparison compare(std::size_t first, std::size_t second) const {
        return compare_groups(groups, first, second, landscape, Policy{}, {.seed = 1});
    }
};

Json oracle() {
    return Json::parse(std::ifstream(ASSESS_SOURCE_DIR "/tests/oracles/tool_parts.json"));
}

const ToolContribution& part_of(const Comparison& comparison, ToolIndex tool) {
    return *std::ranges::find(comparison.by_tool, tool, &ToolContribution::tool);
}

TEST(ToolIntervals, AreThoseOfDenseMatrices) {
    const auto data = oracle();
    ASSERT_EQ(data["level"], Policy{}.interval_level);
    std::size_t compared = 0;
    for (const auto& one : data["cases"]) {
        const auto comparison = Case(one).compare(0, 1);
        ASSERT_EQ(comparison.by_tool.size(), one["expected"].size()) << one["name"];
        for (const auto& [tool, diagonals_of] : one["expected"].items()) {
            const auto& part = part_of(comparison, static_cast<ToolIndex>(std::stoul(tool)));
            for (const auto diagonal : diagonals) {
                SCOPED_TRACE(one["name"].get<std::string>() + ", tool " + tool);
                const auto& expected = diagonals_of[std::string(id_of(diagonal))];
                EXPECT_NEAR(diagonal == Diagonal::Building ? part.building : part.orchestration,
                            expected["part"], 1e-12);
                const auto& interval = part.interval.at(static_cast<std::size_t>(diagonal));
                ASSERT_EQ(interval.has_value(), !expected["interval"].is_null());
                if (interval) {
                    EXPECT_NEAR(interval->lower, expected["interval"][0], 1e-9);
                    EXPECT_NEAR(interval->upper, expected["interval"][1], 1e-9);
                    ++compared;
                }
            }
        }
    }
    EXPECT_GT(compared, 100U);
}

TEST(ToolIntervals, ExchangingTheGroupsNegatesThem) {
    const auto data = oracle();
    for (const auto& one : data["cases"]) {
        const Case team(one);
        const auto there = team.compare(0, 1);
        const auto back = team.compare(1, 0);
        for (const auto& part : there.by_tool) {
            const auto& other = part_of(back, part.tool);
            for (std::size_t d = 0; d < 2; ++d) {
                ASSERT_EQ(part.interval.at(d).has_value(), other.interval.at(d).has_value());
                if (part.interval.at(d)) {
                    EXPECT_EQ(part.interval.at(d)->lower, -other.interval.at(d)->upper);
                    EXPECT_EQ(part.interval.at(d)->upper, -other.interval.at(d)->lower);
                }
            }
        }
    }
}

const Landscape three_places = landscape_of({Point{0.5, -0.5}, Point{-0.5, 0.5}, Point{0.2, -0.2}});

Comparison compare_roles(std::vector<Respondent> people, bool all_tests = true) {
    const auto groups =
        make_groups(answers_of(std::move(people)), three_places, Policy{}, Grouping::Role);
    return compare_groups(groups, 0, 1, three_places, Policy{},
                          {.seed = 1, .all_tests = all_tests});
}

TEST(ToolIntervals, OnePersonInAGroupGivesNone) {
    const auto comparison =
        compare_roles({user_of(Role::Researcher, {0}), user_of(Role::Engineer, {1}),
                       user_of(Role::Engineer, {1, 2})});
    ASSERT_EQ(comparison.by_tool.size(), 3U);
    EXPECT_FALSE(comparison.no_part_intervals.empty());
    for (const auto& part : comparison.by_tool) {
        EXPECT_FALSE(part.interval[0] || part.interval[1]);
        EXPECT_EQ(no_part_interval(comparison, part), comparison.no_part_intervals);
    }
}

TEST(ToolIntervals, TheSameShareFromEverybodyGivesNone) {
    const auto comparison =
        compare_roles({user_of(Role::Researcher, {0}), user_of(Role::Researcher, {0}),
                       user_of(Role::Engineer, {1}), user_of(Role::Engineer, {2})});
    EXPECT_TRUE(comparison.no_part_intervals.empty());
    const auto& alike = part_of(comparison, 0);
    EXPECT_FALSE(alike.interval[0] || alike.interval[1]);
    EXPECT_EQ(no_part_interval(comparison, alike).id(), "reason.no-spread.share");
    // Half of the two engineers: mean 0.5, variance 0.5, one degree of freedom, t(.975) = 12.706.
    EXPECT_TRUE(part_of(comparison, 1).interval[1].has_value());
}

TEST(ToolIntervals, AreLeftOutWhereOnlyTheRulesLookAtIt) {
    const auto comparison =
        compare_roles({user_of(Role::Researcher, {0}), user_of(Role::Researcher, {1}),
                       user_of(Role::Engineer, {1}), user_of(Role::Engineer, {2})},
                      false);
    for (const auto& part : comparison.by_tool) {
        EXPECT_FALSE(part.interval[0] || part.interval[1]);
        EXPECT_EQ(no_part_interval(comparison, part).id(), "reason.were-not-computed");
    }
}

} // namespace
} // namespace assess
