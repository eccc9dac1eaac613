// The published schema and the loader must not disagree: what the schema refuses, the loader
// refuses too, and what the loader takes, the schema takes.
#include "model/landscape/load.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/unit/model/landscape/sample_landscape.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace assess {
namespace {

using nlohmann::json;
using test::sample_landscape;
using test::with;
using test::without;

class LandscapeSchema : public testing::Test {
protected:
    /// What the schema has against a document; empty where it is valid.
    [[nodiscard]] std::string refusal(const json& document) const {
        return m_schema.objections(document);
    }

private:
    JsonSchema m_schema{"model/landscape/landscape.schema.json"};
};

bool loads(const std::string& text) {
    return check_landscape(text, "f").errors.empty();
}

TEST_F(LandscapeSchema, TakesTheEditionsAndTheSample) {
    for (const auto edition : built_in_editions()) {
        EXPECT_EQ(refusal(json::parse(built_in_landscape_json(edition))), "") << edition;
    }
    EXPECT_EQ(refusal(sample_landscape()), "");
    EXPECT_TRUE(loads(sample_landscape().dump()));
}

TEST_F(LandscapeSchema, RefusesOnlyWhatTheLoaderRefuses) {
    const std::vector<std::string> broken{
        "[]",
        "{}",
        without("/format"),
        with("/format", "assess/landscape/2"),
        without("/edition"),
        with("/edition", ""),
        without("/categories"),
        without("/tools"),
        with("/tools", json::array()),
        with("/tools", json::object()),
        with("/tools/0", 3),
        with("/extra", 1),
        with("/tools/0/extra", 1),
        with("/tools/0/position/z", 1),
        with("/tools/0/id", "Jenkins"),
        with("/tools/0/id", ""),
        with("/tools/0/id", std::string(65, 'a')),
        with("/tools/0/name", 5),
        with("/tools/0/name", std::string(201, 'a')),
        with("/tools/0/name", "two\nlines"),
        without("/tools/0/categories"),
        with("/tools/0/categories", json::array()),
        with("/tools/0/categories", "ci-cd"),
        with("/tools/0/position/x", 1.01),
        with("/tools/0/position/y", "0"),
        with("/tools/0/position/tolerance", -0.01),
        with("/tools/0/position/tolerance", 1.01),
        without("/tools/0/position/x"),
        without("/tools/0/position/tolerance"),
        with("/tools/0/diagonals", json::array({"sideways"})),
        with("/tools/0/status", "retired"),
        with("/tools/0/status", json::object()),
        with("/tools/1/status/kind", "gone"),
        with("/tools/1/status/year", 1.5),
        with("/tools/1/status/year", 20230),
        with("/tools/0/homepage", "example.org"),
        with("/tools/0/rubric", json::object()),
        with("/categories/0/quadrant", "north"),
        with("/categories/0/ring", "adore"),
        without("/categories/0/quadrant"),
        with("/categories/0/gives", std::string(2001, 'a')),
        with("/stages/0/loop", "inner"),
        without("/stages/0/name"),
    };
    for (const auto& text : broken) {
        EXPECT_NE(refusal(json::parse(text)), "") << text;
        EXPECT_FALSE(loads(text)) << text;
    }
}

TEST_F(LandscapeSchema, LeavesToTheLoaderWhatItCannotSay) {
    for (const auto& text :
         {with("/tools/0/id", "colab"), with("/tools/0/aliases", json::array({"Colab"})),
          with("/tools/0/categories", json::array({"none-such"})),
          with("/tools/0/stages", json::array({"none-such"}))}) {
        EXPECT_EQ(refusal(json::parse(text)), "") << text;
        EXPECT_FALSE(loads(text)) << text;
    }
}

} // namespace
} // namespace assess
