// What is particular to Markdown and JSON.
#include "reports/markdown/escape.hpp"
#include "sample_reports.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assess::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// What the schema has against a report; empty where it is valid.
std::string objections(const json& document) {
    static const JsonSchema schema("reports/json/gap-report.schema.json");
    return schema.objections(document);
}

json parsed(const GapReport& report) {
    return json::parse(written(report, "json"));
}

/// Every value that has a reason beside it: exactly one of the two is null.
void check_reasons(const json& value, const std::string& path) {
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            check_reasons(value[i], path + "/" + std::to_string(i));
        }
    }
    if (!value.is_object()) {
        return;
    }
    for (const auto& [key, inner] : value.items()) {
        check_reasons(inner, path + "/" + key);
        const std::string ending = "_reason";
        if (!key.ends_with(ending) || key == "comparisons_reason") {
            continue;
        }
        auto name = key.substr(0, key.size() - ending.size());
        name = name == "interval" ? "lower" : name;
        ASSERT_TRUE(value.contains(name)) << path << "/" << key;
        EXPECT_NE(value[name].is_null(), inner.is_null()) << path << "/" << key;
        EXPECT_NE(inner, "") << path << "/" << key;
    }
}

TEST(JsonReport, IsValidForEveryKindOfReport) {
    for (const auto& [name, report] : samples()) {
        const auto document = parsed(report);
        EXPECT_EQ(objections(document), "") << name;
        check_reasons(document, name);
    }
}

TEST(JsonReport, SchemaRefusesWhatIsNoReport) {
    const auto good = parsed(sample("ordinary"));
    ASSERT_EQ(objections(good), "");
    auto more = good;
    more["comparisons"][0]["gap"]["building"]["extra"] = 1;
    EXPECT_NE(objections(more), "");
    auto less = good;
    less["groups"][0].erase("centroid_reason");
    EXPECT_NE(objections(less), "");
    auto wrong = good;
    wrong["findings"][0]["state"] = "maybe";
    EXPECT_NE(objections(wrong), "");
}

TEST(JsonReport, HoldsTheValuesToTheLastBit) {
    const auto& report = sample("ordinary");
    const auto document = parsed(report);
    const auto& comparison = report.comparisons.at(0);
    const auto& gap = *comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)];
    const auto& printed = document["comparisons"][0]["gap"]["building"];
    EXPECT_EQ(printed["estimate"].get<double>(), gap.gap.value);
    EXPECT_EQ(printed["lower"].get<double>(), gap.gap.lower.value());
    EXPECT_EQ(printed["p"].get<double>(), *gap.p);
    double sum = 0;
    for (const auto& part : document["comparisons"][0]["by_tool"]) {
        sum += part["building"].get<double>();
    }
    EXPECT_NEAR(sum, gap.gap.value, 1e-12);
    // Of five researchers one has no tool: the mean of four positions, by hand.
    // x: (0.8 - 0.3 * 0.86 ...): notebook daily and git monthly, and so on.
    const double first = (0.8 - 0.3 * 0.86) / 1.3;
    const double second = (0.6 * 0.8 + 0.47) / 1.6;
    const double third = (0.47 - 0.6 * 0.86) / 1.6;
    const double fourth = (0.1 * 0.5 + 0.8) / 1.1;
    EXPECT_NEAR(document["groups"][0]["centroid"]["x"].get<double>(),
                (first + second + third + fourth) / 4, 1e-12);
}

TEST(JsonReport, KeepsHostileNamesWhole) {
    const auto document = parsed(sample("hostile"));
    std::size_t found = 0;
    for (const auto& name : hostile_names()) {
        for (const auto& warning : document["warnings"]) {
            found += warning == name ? 1U : 0U;
        }
    }
    EXPECT_GE(found, hostile_names().size());
}

TEST(JsonReport, StatesFormatPolicyAndProvenance) {
    const auto document = parsed(sample("ordinary"));
    EXPECT_EQ(document["format"], "assess/gap-report/1");
    EXPECT_EQ(document["policy"]["opposite_ends"]["notable"], 0.15);
    EXPECT_EQ(document["landscape"]["digest"], "fnv1a64:0123456789abcdef");
    EXPECT_EQ(document["answers"]["left_out"][0]["count"], 2);
    EXPECT_EQ(document["comparisons"][0]["between"], (json{"researcher", "engineer"}));
}

TEST(JsonReport, GivesTestsAndEffectsWithTheirReasons) {
    const auto& report = sample("ordinary");
    const auto& comparison = report.comparisons.front();
    const auto document = parsed(report);
    const auto& tests = document["comparisons"][0]["tests"];
    ASSERT_TRUE(comparison.krishnamoorthy_yu && comparison.spread && comparison.energy_test);
    EXPECT_EQ(tests["centroid"]["krishnamoorthy_yu"]["p"], comparison.krishnamoorthy_yu->p);
    EXPECT_EQ(tests["spread"]["p"], comparison.spread->test.p);
    EXPECT_EQ(tests["spread"]["difference"]["estimate"], comparison.spread->difference.value);
    EXPECT_EQ(tests["energy"]["statistic"], *comparison.energy_test->statistic);
    EXPECT_EQ(document["comparisons"][0]["effect"]["mahalanobis"], *comparison.effect.mahalanobis);
    EXPECT_EQ(document["groups"][0]["spatial_median"]["x"], report.groups[0].spatial_median->x);

    const auto& still = sample("identical");
    const auto nothing = parsed(still)["comparisons"][0];
    EXPECT_TRUE(nothing["tests"]["centroid"]["krishnamoorthy_yu"].is_null());
    EXPECT_EQ(nothing["tests"]["centroid"]["krishnamoorthy_yu_reason"],
              said(still.comparisons[0].krishnamoorthy_yu.reason()));
    EXPECT_TRUE(nothing["effect"]["bhattacharyya"].is_null());
    EXPECT_NE(nothing["effect"]["bhattacharyya_reason"], "");
}

/// Columns of a GitHub table row: bars that no backslash stands before.
std::size_t bars_of(std::string_view line) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '|') {
            ++bars;
        }
    }
    return bars;
}

TEST(MarkdownReport, KeepsItsTablesInShape) {
    for (const auto& [name, report] : samples()) {
        std::size_t bars = 0;
        std::string fence;
        std::size_t tables = 0;
        for (const auto& line : lines_of(written(report, "markdown"))) {
            if (line.starts_with("~~~~")) {
                fence = fence.empty() ? line.substr(0, line.find_first_not_of('~')) : "";
                continue;
            }
            if (!fence.empty() || !line.starts_with("|")) {
                bars = 0;
                continue;
            }
            tables += bars == 0 ? 1U : 0U;
            bars = bars == 0 ? bars_of(line) : bars;
            EXPECT_EQ(bars_of(line), bars) << name << ": " << line;
            EXPECT_TRUE(line.ends_with(" |")) << name << ": " << line;
        }
        EXPECT_TRUE(fence.empty()) << name;
        EXPECT_GE(tables, 1U) << name;
    }
}

TEST(MarkdownReport, LeavesNoMarkupInWords) {
    EXPECT_EQ(reports::markdown_text(Name{"<b>&amp;"}), "&lt;b&gt;&amp;amp;");
    EXPECT_EQ(reports::markdown_text(Name{"a|b `c` *d* _e_ [f](g)"}),
              "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g)");
    EXPECT_EQ(reports::markdown_text(Name{"# head\n- item"}), "\\# head - item");
    EXPECT_EQ(reports::markdown_text(Name{"- item"}), "\\- item");
    EXPECT_EQ(reports::markdown_text(Name{"12. item"}), "12\\. item");
    EXPECT_EQ(reports::markdown_text(Name{"12.5 items"}), "12.5 items");
    EXPECT_EQ(reports::markdown_text(Name{"@team #7"}), "@&#8203;team \\#&#8203;7");
    EXPECT_EQ(reports::markdown_text(Name{"http://x www.y"}), "http&#58;//x www&#46;y");
    EXPECT_EQ(reports::markdown_text(Decimal(-0.32)), "\u22120.32");
    EXPECT_EQ(reports::markdown_text(Name{"-0.32"}), "\\-0.32");
    EXPECT_EQ(reports::markdown_text(Name{"a\\b"}), "a\\\\b");
    // Inside a fence a page shows characters as they are; outside there must be no tag.
    bool fenced = false;
    for (const auto& line : lines_of(written(sample("hostile"), "markdown"))) {
        fenced = fenced != line.starts_with("~~~~");
        if (!fenced) {
            EXPECT_THAT(line, Not(HasSubstr("<"))) << line;
        }
    }
}

TEST(MarkdownReport, DoesNotDependOnTheTerminal) {
    EXPECT_EQ(written(sample("ordinary"), "markdown", {40, true, false}),
              written(sample("ordinary"), "markdown", {200, false, true}));
}

} // namespace
} // namespace assess::testing
