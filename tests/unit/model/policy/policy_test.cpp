#include "model/policy/policy.hpp"
#include "model/policy/policy_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace assess {
namespace {

using nlohmann::json;
using testing::AnyOf;
using testing::HasSubstr;

Diagnostics problems_of(const std::string& text) {
    try {
        parse_policy(text, "p.json");
    } catch (const InputError& error) {
        return error.diagnostics();
    }
    return {};
}

json as_json(const Policy& policy) {
    json value;
    to_json(value, policy);
    return value;
}

TEST(Policy, AnEmptyFileKeepsEveryDefault) {
    EXPECT_EQ(parse_policy(R"({"format": "assess/policy/1"})", "p.json"), Policy{});
}

TEST(Policy, ReadsTheFieldsItGivesAndKeepsTheOthers) {
    const auto policy = parse_policy(R"({
        "format": "assess/policy/1",
        "depth_weights": {"monthly": 0.25},
        "opposite_ends": {"notable": 0.2},
        "broken_ladder": {"people": 3},
        "statistics": {"exact_split_limit": 1000}
    })",
                                     "p.json");
    Policy expected;
    expected.depth_weights[2] = 0.25;
    expected.gap_notable = 0.2;
    expected.ladder_people = 3;
    expected.exact_split_limit = 1000;
    EXPECT_EQ(policy, expected);
}

TEST(Policy, WhatIsWrittenReadsBackToTheBit) {
    Policy policy;
    policy.gap_notable = 0.1 + 0.2;
    policy.depth_weights = {1, 0.7, 0.35, 0.05, 0.9};
    policy.random_splits = 999;
    policy.share_people = 8;
    policy.scattered_distance = 0.2;
    policy.scattered_tools = 5;
    policy.lifecycle_people = 3;
    policy.frustrated_steps = 0.5;
    EXPECT_EQ(parse_policy(as_json(policy).dump(), "p.json"), policy);
    nlohmann::ordered_json ordered;
    to_json(ordered, policy);
    EXPECT_EQ(json(ordered), as_json(policy));
    EXPECT_EQ(ordered.begin().key(), "format");
}

TEST(Policy, AllProblemsAtOnceWithTheirLines) {
    const auto problems = problems_of("{\n"
                                      "  \"format\": \"assess/policy/1\",\n"
                                      "  \"opposite_ends\": {\"notabel\": 0.2, \"serious\": 9},\n"
                                      "  \"broken_ladder\": {\"people\": 1.5},\n"
                                      "  \"left_end\": {\"share\": \"most\"},\n"
                                      "  \"left_edn\": {}\n"
                                      "}\n");
    ASSERT_EQ(problems.size(), 5U);
    const std::array<std::size_t, 5> lines{3, 3, 4, 5, 6};
    for (std::size_t i = 0; i < problems.size(); ++i) {
        EXPECT_EQ(problems[i].place.file, "p.json");
        EXPECT_EQ(problems[i].place.line, lines.at(i)) << to_string(problems[i]);
    }
    EXPECT_THAT(to_string(problems[0]), HasSubstr("notable"));
    EXPECT_THAT(to_string(problems[4]), HasSubstr("left_end"));
}

TEST(Policy, FieldsThatContradictOneAnother) {
    const auto gaps = problems_of(
        R"({"format": "assess/policy/1", "opposite_ends": {"notable": 0.5, "serious": 0.4}})");
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].what, "a serious gap (0.4) is smaller than a notable one (0.5)");
    // The default of the one against the file's value of the other, too.
    EXPECT_EQ(
        problems_of(R"({"format": "assess/policy/1", "opposite_ends": {"notable": 0.5}})").size(),
        1U);
    EXPECT_EQ(problems_of(R"({"format": "assess/policy/1", "depth_weights":
        {"daily": 0, "weekly": 0, "monthly": 0, "rarely": 0, "uses": 0}})")
                  .size(),
              1U);
}

TEST(Policy, RefusesOtherFormatsAndBrokenText) {
    EXPECT_EQ(problems_of(R"({"format": "assess/landscape/1"})").size(), 1U);
    EXPECT_EQ(problems_of("{}").size(), 1U);
    EXPECT_FALSE(problems_of("").empty());
    EXPECT_FALSE(problems_of("[]").empty());
    EXPECT_FALSE(
        problems_of(R"({"format": "assess/policy/1", "statistics": {"interval_level": NaN}})")
            .empty());
    EXPECT_FALSE(
        problems_of(R"({"format": "assess/policy/1", "one_region": {"distance": 1e400}})").empty());
}

/// Both ends of a field's range are read, and what lies just outside is refused.
TEST(Policy, EveryFieldIsCheckedAgainstItsRange) {
    for (const auto& field : policy_fields()) {
        const auto with = [&](double value) {
            json file = as_json(Policy{});
            auto& place = file[std::string(field.group)][std::string(field.key)];
            if (field.is_whole()) {
                place = static_cast<std::int64_t>(value);
            } else {
                place = value;
            }
            return file.dump();
        };
        SCOPED_TRACE(std::string(field.group) + "." + std::string(field.key));
        const double step = field.is_whole() ? 1 : 1e-9;
        EXPECT_FALSE(problems_of(with(field.lowest - step)).empty());
        EXPECT_FALSE(problems_of(with(field.highest + step)).empty());
        const double middle = field.is_whole() ? field.lowest : (field.lowest + field.highest) / 2;
        for (const auto& problem : problems_of(with(middle))) {
            // Only the checks of a lesser threshold against the serious one may speak of a value
            // within its range.
            EXPECT_THAT(problem.place.where, AnyOf("/opposite_ends", "/frustrated_group"))
                << to_string(problem);
        }
        Policy policy;
        set_value(field, policy, middle);
        EXPECT_EQ(value_of(field, policy), middle);
    }
}

TEST(Policy, DefaultsLieInTheirRanges) {
    for (const auto& field : policy_fields()) {
        const double value = value_of(field, Policy{});
        EXPECT_GE(value, field.lowest) << field.key;
        EXPECT_LE(value, field.highest) << field.key;
    }
}

/// Changing any one field changes what is written: none is forgotten, none written twice.
TEST(Policy, EveryMemberIsInTheTableOnce) {
    std::set<std::string> written;
    for (const auto& field : policy_fields()) {
        Policy policy;
        const double value = value_of(field, policy);
        set_value(field, policy, value == field.lowest ? field.highest : field.lowest);
        EXPECT_NE(policy, Policy{}) << field.key;
        written.insert(as_json(policy).dump());
    }
    EXPECT_EQ(written.size(), policy_fields().size());
    // Five weights and the members of Policy that hold one number each.
    EXPECT_EQ(sizeof(Policy), sizeof(double) * policy_fields().size());
}

TEST(PolicySchema, ListsExactlyTheFieldsOfTheTable) {
    std::ifstream stream(ASSESS_SOURCE_DIR "/model/policy/policy.schema.json");
    const json schema = json::parse(stream);
    json expected = json::object();
    for (const auto& field : policy_fields()) {
        expected[std::string(field.group)][std::string(field.key)] = {
            {"description", field.means},
            {"type", field.is_whole() ? "integer" : "number"},
            {"minimum", field.lowest},
            {"maximum", field.highest},
            {"default", value_of(field, Policy{})},
        };
    }
    json listed = json::object();
    for (const auto& [name, value] : schema.at("properties").items()) {
        if (name == "$schema" || name == "format") {
            continue;
        }
        EXPECT_EQ(value.at("additionalProperties"), false) << name;
        listed[name] = value.at("properties");
    }
    EXPECT_EQ(listed, expected);
    EXPECT_EQ(schema.at("additionalProperties"), false);
    EXPECT_EQ(schema.at("required"), json::array({"format"}));
    EXPECT_EQ(schema.at("$schema"), "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema.at("properties").at("format").at("const"), "assess/policy/1");
}

} // namespace
} // namespace assess
