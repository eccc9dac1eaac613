// Gaps after stated changes of the made-up team, against what_if.json.
#include "model/landscape/load.hpp"
#include "model/what_if/what_if.hpp"
#include "questionnaires/read_answers.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace assess {
namespace {

using Json = nlohmann::json;

void expect_same(const Quantity<Estimate>& estimate, const Json& expected) {
    ASSERT_TRUE(estimate);
    EXPECT_NEAR(estimate->value, expected["value"].get<double>(), 1e-12);
    ASSERT_TRUE(estimate->has_interval());
    EXPECT_NEAR(*estimate->lower, expected["lower"].get<double>(), 1e-10);
    EXPECT_NEAR(*estimate->upper, expected["upper"].get<double>(), 1e-10);
    EXPECT_NEAR(*estimate->sampling_lower, expected["sampling_lower"].get<double>(), 1e-10);
    EXPECT_NEAR(*estimate->sampling_upper, expected["sampling_upper"].get<double>(), 1e-10);
}

TEST(WhatIfOracle, GapsAfterAndTheirMovements) {
    const auto expected =
        Json::parse(std::ifstream(ASSESS_SOURCE_DIR "/tests/oracles/what_if.json"));
    auto landscape = built_in_landscape("current");
    for (const auto& [id, place] : expected["places"].items()) {
        const auto& placement = landscape.tools[landscape.find(id).value()].placement.value();
        ASSERT_EQ(Json({placement.point.x, placement.point.y, placement.tolerance}), place)
            << id << " was moved since: run what_if.py";
    }
    const auto answers =
        read_answers(ASSESS_SOURCE_DIR "/questionnaires/examples/made-up-team.csv", {}, landscape);
    Policy policy;
    policy.fragility_draws = 0;
    ASSERT_EQ(expected["scenarios"].size(), 7U);
    for (const auto& scenario : expected["scenarios"]) {
        SCOPED_TRACE(scenario["name"].get<std::string>());
        std::vector<Change> changes;
        Diagnostics problems;
        for (const auto& change : scenario["changes"]) {
            const bool adopts = change["adopts"].get<bool>();
            auto text = change["tool"].get<std::string>() + "=" + change["who"].get<std::string>();
            text += adopts ? ":" + change["depth"].get<std::string>() : "";
            const auto read =
                read_change(text, adopts, "--adopt", answers, landscape, Depth::Weekly, problems);
            ASSERT_TRUE(read) << text;
            changes.push_back(*read);
        }
        const auto result = what_if(answers, landscape, policy, {}, changes);
        for (const auto diagonal : diagonals) {
            const auto d = static_cast<std::size_t>(diagonal);
            const auto& numbers = scenario[std::string(id_of(diagonal))];
            expect_same(result.gap->after.at(d), numbers["after"]);
            expect_same(result.gap->change.at(d), numbers["change"]);
        }
    }
}

} // namespace
} // namespace assess
