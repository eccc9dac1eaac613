// The published schema of policy files, read by a validator: what it takes and what it refuses.
// That it lists exactly the fields of the table is checked in policy_test.cpp.
#include "model/policy/policy.hpp"
#include "model/policy/policy_fields.hpp"
#include "tests/support/json_schema.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace assess {
namespace {

using nlohmann::json;

class PolicySchemaFile : public testing::Test {
protected:
    void SetUp() override { to_json(m_default, Policy{}); }

    [[nodiscard]] bool takes(const json& document) const {
        return m_schema.objections(document).empty();
    }

    /// The same verdict of the program's own reader.
    static bool reads(const json& document) {
        try {
            parse_policy(document.dump(), "p.json");
        } catch (const InputError&) {
            return false;
        }
        return true;
    }

    json m_default;

private:
    JsonSchema m_schema{"model/policy/policy.schema.json"};
};

TEST_F(PolicySchemaFile, TakesTheDefaultAndAnEmptyPolicy) {
    EXPECT_TRUE(takes(m_default));
    EXPECT_TRUE(takes({{"format", "assess/policy/1"}}));
    EXPECT_TRUE(takes({{"format", "assess/policy/1"}, {"left_end", {{"share", 0.6}}}}));
}

TEST_F(PolicySchemaFile, RefusesWhatIsNoPolicy) {
    for (const auto* text :
         {"{}", "[]", "3", R"({"format": "assess/landscape/1"})", R"({"left_end": {}})",
          R"({"format": "assess/policy/1", "left_edn": {}})",
          R"({"format": "assess/policy/1", "left_end": {"shar": 0.5}})",
          R"({"format": "assess/policy/1", "left_end": []})",
          R"({"format": "assess/policy/1", "left_end": {"share": "most"}})"}) {
        const auto document = json::parse(text);
        EXPECT_FALSE(takes(document)) << text;
        EXPECT_FALSE(reads(document)) << text;
    }
}

TEST_F(PolicySchemaFile, RefusesEveryFieldOutsideItsRange) {
    for (const auto& field : policy_fields()) {
        for (const double value : {field.lowest - 1, field.highest + 1}) {
            auto document = m_default;
            auto& place = document[std::string(field.group)][std::string(field.key)];
            if (field.is_whole()) {
                place = static_cast<std::int64_t>(value);
            } else {
                place = value;
            }
            EXPECT_FALSE(takes(document)) << document.dump();
            EXPECT_FALSE(reads(document)) << document.dump();
        }
        if (field.is_whole()) {
            auto document = m_default;
            document[std::string(field.group)][std::string(field.key)] = field.lowest + 0.5;
            EXPECT_FALSE(takes(document)) << document.dump();
            EXPECT_FALSE(reads(document)) << document.dump();
        }
    }
}

} // namespace
} // namespace assess
