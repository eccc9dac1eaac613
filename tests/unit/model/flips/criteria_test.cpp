// Every rule says when it gives which answer, with policy numbers that exist.
#include "model/findings/criteria.hpp"
#include "model/findings/rules.hpp"
#include "model/policy/policy_fields.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace assess {
namespace {

TEST(Criteria, EveryRuleHasThem) {
    for (const auto& rule : rules()) {
        EXPECT_NE(criteria_of(rule.id), nullptr) << rule.id;
    }
    EXPECT_EQ(criteria().size(), rules().size());
    EXPECT_EQ(criteria_of("newcomer"), nullptr);
}

TEST(Criteria, NameGroupsOfThePolicy) {
    for (const auto& each : criteria()) {
        std::istringstream groups{std::string(each.policy)};
        std::string group;
        while (groups >> group) {
            EXPECT_TRUE(std::ranges::any_of(
                policy_fields(), [&](const PolicyField& field) { return field.group == group; }))
                << each.rule << ": " << group;
        }
        EXPECT_FALSE(each.policy.empty()) << each.rule;
    }
}

} // namespace
} // namespace assess
