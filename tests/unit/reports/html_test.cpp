// What is particular to the page.
#include "reports/html/ledes.hpp"
#include "reports/layout/ink.hpp"
#include "sample_reports.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// The verdict as the page has it, tags and all.
std::string verdict_of(const std::string& page) {
    const std::string tag = "<p class=\"verdict\">";
    const auto from = page.find(tag) + tag.size();
    return page.substr(from, page.find("</p>", from) - from);
}

/// What a reader sees of a piece of a page.
std::string seen(const std::string& html) {
    std::string text;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] == '<') {
            at = html.find('>', at);
        } else {
            text += html[at];
        }
    }
    for (const auto& [entity, sign] : {std::pair{"&lt;", "<"},
                                       {"&gt;", ">"},
                                       {"&quot;", "\""},
                                       {"&apos;", "'"},
                                       {"&#39;", "'"},
                                       {"&amp;", "&"}}) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
            text.replace(at, std::string_view(entity).size(), sign);
        }
    }
    return text;
}

TEST(Verdict, KeepsTheWordsOfTheAnswer) {
    for (const auto& [name, report] : samples()) {
        EXPECT_EQ(seen(verdict_of(written(report, "html"))),
                  reports::one_line(reports::with_minus(reports::english().text(report.answer))))
            << name;
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
        said(reports::where_lede(report)),
        "Compared with engineers, researchers stand 0.30 (-0.05 to 0.45) further towards "
        "software on the building diagonal and 0.20 (no interval) further towards ML tasks on "
        "the orchestration diagonal.");
}

/// What stands between two texts of the verdict, each time.
std::vector<std::string> between(const std::string& html, const std::string& before,
                                 const std::string& after) {
    std::vector<std::string> found;
    for (auto at = html.find(before); at != std::string::npos; at = html.find(before, at)) {
        at += before.size();
        found.push_back(html.substr(at, html.find(after, at) - at));
    }
    return found;
}

TEST(Verdict, MarksEachGroupOnceAndWhatWasMeasured) {
    auto report = sample("ordinary");
    const GroupName researchers{"researcher", {}};
    const GroupName engineers{"engineer", {}};
    report.answer = Message("opposite-ends.gap", {{"first", researchers},
                                                  {"second", engineers},
                                                  {"gap", Decimal(0.71)},
                                                  {"people", People{engineers, Count(12)}}});
    const auto verdict = verdict_of(written(report, "html"));
    EXPECT_EQ(seen(verdict), "Gap (researchers minus engineers): 0.71, from 12 engineers with a "
                             "place on the plane.");
    EXPECT_THAT(between(verdict, "</svg>", "</span>"),
                ::testing::ElementsAre("researchers", "engineers"));
    EXPECT_EQ(count(verdict, "class=\"word res-w\""), 1U);
    EXPECT_EQ(count(verdict, "class=\"word eng-w\""), 1U);
    EXPECT_THAT(between(verdict, "<b>", "</b>"), ::testing::ElementsAre("0.71"));
}

TEST(Verdict, GivenNamesAreNeitherGroupsNorNumbers) {
    auto report = sample("ordinary");
    report.answer = saying("Researchers stand 0.71 apart; <b>v1.2.3</b>");
    EXPECT_EQ(verdict_of(written(report, "html")),
              "Researchers stand 0.71 apart; &lt;b&gt;v1.2.3&lt;/b&gt;");
}

} // namespace
} // namespace assess::testing
