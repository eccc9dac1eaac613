// Intervals of the tools' parts of the gap in every format, and counted people, who have none.
#include "reports/content/contributions.hpp"
#include "reports/svg/counted_strip.hpp"
#include "reports/svg/figures.hpp"
#include "tests/support/said.hpp"
#include "tests/unit/reports/sample_reports.hpp"
#include "tests/unit/reports/xml_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace assess::testing {
namespace {

using namespace reports;
using ::testing::HasSubstr;
using ::testing::Not;

Figure parts_figure(const GapReport& report, Size size) {
    return figures()[3].draw(report, size);
}

/// Few enough tools that each has a row of its own.
TEST(PartIntervals, AWhiskerForEachIntervalAndItsNumbersInTheTable) {
    const auto& report = sample("ordinary");
    const auto& comparison = report.comparisons.front();
    ASSERT_LE(comparison.by_tool.size(), 12U);
    std::size_t intervals = 0;
    for (const auto& part : comparison.by_tool) {
        intervals += static_cast<std::size_t>(part.interval[0].has_value());
        intervals += static_cast<std::size_t>(part.interval[1].has_value());
    }
    ASSERT_GT(intervals, 0U);
    for (const auto size : {Size::Wide, Size::Narrow}) {
        const auto figure = parts_figure(report, size);
        EXPECT_EQ(xml_objection(svg_file(figure, Name{})), "");
        EXPECT_EQ(count(figure.body, "class=\"whisker\""), intervals);
        EXPECT_EQ(count(figure.body, "class=\"whisker-rim\""), intervals);
    }
    const auto figure = parts_figure(report, Size::Wide);
    for (std::size_t i = 0; i < comparison.by_tool.size(); ++i) {
        const auto& interval =
            comparison.by_tool[i].interval.at(static_cast<std::size_t>(Diagonal::Building));
        if (interval) {
            EXPECT_THAT(said(figure.tables.at(0).rows.at(i).at(3)),
                        HasSubstr("(" + said(part_interval(interval)) + ")"));
        }
    }
}

TEST(PartIntervals, NoneIsDrawnWhereThereIsNone) {
    auto report = sample("ordinary");
    auto& comparison = report.comparisons.front();
    for (auto& part : comparison.by_tool) {
        part.interval = {};
    }
    comparison.no_part_intervals = saying("only one person answered");
    const auto figure = parts_figure(report, Size::Wide);
    EXPECT_THAT(figure.body, Not(HasSubstr("whisker")));
    EXPECT_THAT(said(figure.notes), ::testing::Contains("No tool's part has an interval, because "
                                                        "only one person answered."));
    const auto estimate = part_estimate(comparison, comparison.by_tool.front(), Diagonal::Building);
    EXPECT_FALSE(estimate.has_interval());
    EXPECT_EQ(said(estimate.reason), "only one person answered");
}

TEST(PartIntervals, ToolsOfFewPeopleHaveNone) {
    auto report = sample("ordinary");
    auto& comparison = report.comparisons.front();
    comparison.by_few = comparison.by_tool.back();
    comparison.by_few->interval = {};
    const auto estimate = part_estimate(comparison, *comparison.by_few, Diagonal::Building);
    EXPECT_FALSE(estimate.has_interval());
    EXPECT_THAT(said(estimate.reason), HasSubstr("kept confidential"));
}

Finding counted(std::vector<CountedPeople> people) {
    Finding finding;
    finding.counted = std::move(people);
    return finding;
}

TEST(CountedStrip, AMarkForEachPerson) {
    const auto& report = sample("ordinary");
    const auto strip = counted_strip(report, counted({{"researcher", 0, 5}, {"engineer", 3, 4}}));
    EXPECT_EQ(xml_objection(strip), "");
    EXPECT_EQ(count(strip, "open res"), 5U);
    EXPECT_EQ(count(strip, "solid eng"), 3U);
    EXPECT_EQ(count(strip, "open eng"), 1U);
    EXPECT_THAT(strip, HasSubstr("researchers: 0 of 5; engineers: 3 of 4"));
}

TEST(CountedStrip, ManyPeopleAreABar) {
    const auto strip = counted_strip(sample("ordinary"), counted({{"researcher", 1500, 3000}}));
    EXPECT_EQ(xml_objection(strip), "");
    EXPECT_EQ(count(strip, "open res"), 0U);
    EXPECT_THAT(strip, HasSubstr("1,500 of 3,000"));
    // Half of the hundred pixels of a full bar.
    EXPECT_THAT(strip, HasSubstr("width=\"50\""));
}

TEST(CountedStrip, NobodyCountedIsNoStrip) {
    const auto& report = sample("ordinary");
    EXPECT_EQ(counted_strip(report, Finding{}), "");
    EXPECT_EQ(counted_strip(report, counted({{"researcher", 0, 0}})), "");
    EXPECT_EQ(counted_strip(report, counted({{"nobody", 1, 2}})), "");
}

} // namespace
} // namespace assess::testing
