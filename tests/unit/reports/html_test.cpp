// What is particular to the page.
#include "reports/html/ledes.hpp"
#include "sample_reports.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace assess::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(HtmlReport, HasEverySectionForEveryReport) {
    for (const auto& [name, report] : samples()) {
        const auto page = written(report, "html");
        for (const auto* id :
             {"where", "findings", "ladders", "tools", "overlap", "lifecycle", "method"}) {
            EXPECT_EQ(count(page, "<section id=\"" + std::string(id) + "\""), 1U) << name;
        }
        EXPECT_THAT(page, Not(HasSubstr("{{"))) << name;
        EXPECT_THAT(page, Not(HasSubstr("<p class=\"lede\"></p>"))) << name;
        EXPECT_LT(page.size(), 500'000U) << name;
    }
}

TEST(HtmlReport, RunsNothingButItsOwnScript) {
    for (const auto& [name, report] : samples()) {
        const auto page = written(report, "html");
        EXPECT_EQ(count(page, "<script"), 1U) << name;
        EXPECT_EQ(count(page, "<style"), 1U) << name;
        EXPECT_EQ(count(page, " style="), 0U) << name;
        EXPECT_EQ(count(page, "unsafe-inline"), 0U) << name;
        // Names may look like addresses; nothing is loaded from one.
        EXPECT_EQ(count(page, " href=\"http") + count(page, " src=\"") + count(page, "url("), 0U)
            << name;
        for (const auto* handler : {" onclick=", " onerror=", " onload=", "javascript:"}) {
            EXPECT_EQ(count(page, handler), 0U) << name << ": " << handler;
        }
    }
}

TEST(HtmlReport, ShowsHostileNamesAsText) {
    auto report = sample("ordinary");
    report.landscape.tools[2].name = "<script>alert(1)</script>";
    report.landscape.tools[1].name = "\"><img src=x onerror=alert(1)>";
    const auto page = written(report, "html");
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)"));
    EXPECT_EQ(count(page, "<script"), 1U);
    EXPECT_EQ(count(page, "<img"), 0U);
}

TEST(HtmlReport, HashesItsStyleAndScript) {
    const auto page = written(sample("ordinary"), "html");
    const auto policy = page.substr(page.find("Content-Security-Policy"), 400);
    EXPECT_EQ(count(policy, "'sha256-"), 2U);
    EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
}

TEST(Ledes, TheAnswerKeepsItsWords) {
    for (const auto& [name, report] : samples()) {
        std::string joined;
        for (const auto& run : reports::runs_of(report)) {
            joined += run.text;
        }
        EXPECT_EQ(joined, report.answer) << name;
    }
}

TEST(Ledes, TellAGapAsADistanceWithItsInterval) {
    auto report = sample("ordinary");
    auto& comparison = report.comparisons.front();
    DiagonalGap gap;
    gap.gap.value = -0.3;
    gap.gap.lower = -0.45;
    gap.gap.upper = 0.05;
    comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)] = gap;
    gap.gap = Estimate{};
    gap.gap.value = 0.2;
    comparison.diagonal[static_cast<std::size_t>(Diagonal::Orchestration)] = gap;
    EXPECT_EQ(
        reports::where_lede(report),
        "Compared with engineers, researchers stand 0.30 (-0.05 to 0.45) further towards "
        "software on the building diagonal and 0.20 (no interval) further towards ML tasks on "
        "the orchestration diagonal.");
}

TEST(Ledes, MarkEachGroupOnceAndEveryDecimal) {
    auto report = sample("ordinary");
    report.answer = "Researchers stand 0.71 apart from engineers; 12 researchers, v1.2.3.";
    const auto runs = reports::runs_of(report);
    std::vector<std::string> marked;
    std::vector<std::string> strong;
    for (const auto& run : runs) {
        if (run.group) {
            marked.push_back(run.text);
        }
        if (run.strong) {
            strong.push_back(run.text);
        }
    }
    EXPECT_THAT(marked, ::testing::ElementsAre("Researchers", "engineers"));
    EXPECT_THAT(strong, ::testing::ElementsAre("0.71", "1.2"));
}

} // namespace
} // namespace assess::testing
