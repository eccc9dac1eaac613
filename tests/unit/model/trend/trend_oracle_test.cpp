// Against tests/oracles/trend.json, made by trend.py beside it: every part, interval and count of
// made-up teams.
#include "model/trend/trend.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace assess {
namespace {

using Json = nlohmann::json;

Landscape landscape_of(const Json& tools) {
    Landscape landscape;
    for (const auto& [id, entry] : tools.items()) {
        Tool tool;
        tool.id = id;
        tool.name = entry["name"];
        tool.aliases = entry["aliases"].get<std::vector<std::string>>();
        if (!entry["at"].is_null()) {
            const Point at{entry["at"][0].get<double>(), entry["at"][1].get<double>()};
            tool.placement = Placement{at, entry["tolerance"], "test", ""};
        }
        landscape.tools.push_back(std::move(tool));
    }
    std::ranges::sort(landscape.tools, {}, &Tool::id);
    landscape.index_spellings();
    return landscape;
}

Role role_named(const std::string& id) {
    return *std::ranges::find_if(roles, [&](Role role) { return id_of(role) == id; });
}

TrendInput input_of(const std::string& name, const Json& said, bool ids_given) {
    TrendInput input{name, {}, {}, landscape_of(said["tools"])};
    input.answers.blocks.push_back({"tools", "Tools", {}});
    input.answers.ids_given = ids_given;
    for (const auto& [id, entry] : said["people"].items()) {
        Respondent person;
        person.id = id;
        person.role = role_named(entry["role"]);
        person.answered = 1;
        for (const auto& [tool, depth] : entry["uses"].items()) {
            person.usages.push_back({input.landscape.find(tool).value(),
                                     depth_from_id(depth.get<std::string>()).value()});
        }
        std::ranges::sort(person.usages, {}, &Usage::tool);
        input.answers.respondents.push_back(std::move(person));
    }
    sort_respondents(input.answers);
    return input;
}

void expect_bound(const std::optional<double>& bound, const Json& expected) {
    ASSERT_EQ(bound.has_value(), !expected.is_null());
    if (bound) {
        const auto reference = expected.get<double>();
        EXPECT_NEAR(*bound, reference, 1e-9 * std::max(1.0, std::abs(reference)));
    }
}

void expect_movement(const Movement& movement, const Json& expected) {
    ASSERT_TRUE(movement.shift);
    EXPECT_NEAR(movement.shift->x, expected["x"], 1e-13);
    EXPECT_NEAR(movement.shift->y, expected["y"], 1e-13);
    for (std::size_t i = 0; i < 2; ++i) {
        SCOPED_TRACE(id_of(diagonals[i]));
        const auto& estimate = movement.along_diagonal[i];
        const auto& reference = expected["diagonals"][i];
        ASSERT_TRUE(estimate);
        EXPECT_NEAR(estimate->value, reference["value"], 1e-13);
        expect_bound(estimate->lower, reference["lower"]);
        expect_bound(estimate->upper, reference["upper"]);
        expect_bound(estimate->sampling_lower, reference["sampling_lower"]);
        expect_bound(estimate->sampling_upper, reference["sampling_upper"]);
        EXPECT_EQ(estimate->reason.empty(), estimate->has_interval());
        EXPECT_EQ(movement.p[i].available(), estimate->has_interval());
    }
}

void expect_parts(const std::vector<MovementPart>& parts, const Json& expected) {
    EXPECT_EQ(parts.size(), expected.size());
    for (const auto& part : parts) {
        SCOPED_TRACE(id_of(part.cause));
        ASSERT_TRUE(expected.contains(id_of(part.cause)));
        expect_movement(part.movement, expected[std::string(id_of(part.cause))]);
    }
}

class TrendOracle : public testing::TestWithParam<int> {};

TEST_P(TrendOracle, Agrees) {
    const auto oracle = Json::parse(std::ifstream(ASSESS_SOURCE_DIR "/tests/oracles/trend.json"));
    const auto& given = oracle["cases"].at(static_cast<std::size_t>(GetParam()));
    const bool linked = given["linked"];
    auto before = input_of("first", given["first"], linked);
    auto after = input_of("second", given["second"], linked);
    if (given["same_landscape"]) {
        before.landscape.digest = after.landscape.digest = "the same";
    }
    const auto trend = make_trend({before, after}, Policy{}, {});
    ASSERT_EQ(trend.steps.size(), 1U);
    const auto& step = trend.steps.front();
    EXPECT_EQ(step.linked, linked);
    EXPECT_EQ(step.same_landscape, given["same_landscape"]);
    for (const auto& group : step.groups) {
        SCOPED_TRACE(group.id);
        const auto& expected = given["expected"]["groups"].at(group.id);
        EXPECT_EQ(group.total.shift.available(), !expected.is_null());
        if (expected.is_null()) {
            continue;
        }
        EXPECT_EQ(group.placed_before, expected["counts"][0]);
        EXPECT_EQ(group.placed_on_second, expected["counts"][1]);
        EXPECT_EQ(group.placed_after, expected["counts"][2]);
        EXPECT_EQ(group.stayed, expected["stayed"]);
        expect_movement(group.total, expected["total"]);
        expect_parts(group.parts, expected["parts"]);
    }
    if (!given["expected"].contains("gap")) {
        EXPECT_TRUE(!step.gap || !step.gap->change.shift);
        return;
    }
    const auto& gap = given["expected"]["gap"];
    ASSERT_TRUE(step.gap);
    expect_movement(step.gap->change, gap["change"]);
    expect_parts(step.gap->parts, gap["parts"]);
}

INSTANTIATE_TEST_SUITE_P(Cases, TrendOracle, testing::Range(0, 9));

} // namespace
} // namespace assess
