#include "model/text/text.hpp"
#include "reports/content/contributions.hpp"
#include "reports/figures/plane.hpp"
#include "reports/layout/numbers.hpp"
#include "reports/layout/page.hpp"
#include "sample_reports.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assess::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Without "ESC [ ... m".
std::string without_colour(std::string text) {
    for (auto start = text.find("\x1b["); start != std::string::npos;
         start = text.find("\x1b[", start)) {
        text.erase(start, text.find('m', start) - start + 1);
    }
    return text;
}

TEST(TextReport, FitsEveryWidth) {
    for (const auto& [name, report] : samples()) {
        const std::size_t step = name == "ordinary" || name == "hostile" ? 1 : 13;
        for (std::size_t width = 40; width <= 160; width += step) {
            for (const bool unicode : {true, false}) {
                const auto text = written(report, "text", {width, false, unicode});
                for (const auto& line : lines_of(text)) {
                    ASSERT_LE(display_width(line), width) << name << ": " << line;
                    ASSERT_FALSE(line.ends_with(' ')) << name << ": " << line;
                }
            }
        }
    }
}

TEST(TextReport, IsPlainAsciiWhereAsked) {
    for (const auto& [name, report] : samples()) {
        const auto text = written(report, "text", {80, false, false});
        const auto bad = std::find_if(text.begin(), text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        EXPECT_EQ(bad, text.end()) << name << " at byte " << bad - text.begin();
    }
}

TEST(TextReport, SpellsNamesInAsciiWhereAsked) {
    const auto text = written(sample("hostile"), "text", {80, false, false});
    EXPECT_THAT(text, HasSubstr("naive Unicode - dash - \"quoted\" ..."));
    EXPECT_THAT(text, HasSubstr("????????????"));
}

TEST(TextReport, StartsWithTheAnswer) {
    auto report = sample("ordinary");
    report.answer = saying("The answer comes first.");
    EXPECT_TRUE(written(report, "text").starts_with("The answer comes first.\n"));
}

TEST(TextReport, ColoursAddNothingButColours) {
    for (const auto& [name, report] : samples()) {
        const auto plain = written(report, "text", {80, false, true});
        const auto coloured = written(report, "text", {80, true, true});
        const auto plain_lines = lines_of(plain);
        const auto coloured_lines = lines_of(without_colour(coloured));
        ASSERT_EQ(plain_lines.size(), coloured_lines.size()) << name;
        for (std::size_t i = 0; i < plain_lines.size(); ++i) {
            auto line = coloured_lines[i];
            line.erase(line.find_last_not_of(' ') + 1); // a colour may end after the spaces
            EXPECT_EQ(plain_lines[i], line) << name;
        }
    }
    EXPECT_THAT(written(sample("ordinary"), "text", {80, true, true}), HasSubstr("\x1b[1m"));
}

TEST(TextReport, TellsTheStateInWords) {
    auto report = sample("ordinary");
    report.findings.clear();
    const auto add = [&](State state, Severity severity) {
        Finding finding;
        finding.id = "rule";
        finding.state = state;
        finding.severity = severity;
        finding.says = saying("It says so.");
        report.findings.push_back(finding);
    };
    add(State::Present, Severity::Serious);
    add(State::Present, Severity::Notable);
    add(State::Present, Severity::Info);
    add(State::Possible, Severity::Notable);
    add(State::Undetermined, Severity::None);
    add(State::Absent, Severity::None);
    const auto text = written(report, "text");
    std::size_t last = 0;
    for (const auto* part :
         {"!!  Present, serious", "!   Present, notable", "i   Present, for information",
          "!?  Possible, notable", "?   Undetermined", "-   Looked for and not found"}) {
        const auto at = text.find(part);
        ASSERT_NE(at, std::string::npos) << part;
        EXPECT_GT(at, last) << part;
        last = at;
    }
}

TEST(TextReport, WhatIsOpenIsShort) {
    auto report = sample("ordinary");
    Finding open;
    open.id = "rule";
    open.state = State::Undetermined;
    open.says = saying("Nobody can say yet.");
    open.means = saying("It has no meaning yet.");
    open.evidence = {saying("Some evidence.")};
    open.actions = {saying("Collect answers.")};
    open.flips_when = saying("It flips.");
    open.magnitude = Quantity<Magnitude>::unavailable(saying("nobody answered"));
    report.findings = {open};
    const auto text = written(report, "text");
    EXPECT_THAT(text, HasSubstr("Nobody can say yet."));
    EXPECT_THAT(text, HasSubstr("Collect answers."));
    for (const auto* left_out : {"It has no meaning yet.", "Some evidence.", "It flips."}) {
        EXPECT_THAT(text, ::testing::Not(HasSubstr(left_out)));
        EXPECT_THAT(written(report, "markdown"), HasSubstr(left_out));
    }
    Estimate share;
    share.value = 0.1;
    report.findings[0].magnitude =
        Magnitude{saying("share"), share, std::nullopt, std::nullopt, 0, 1};
    EXPECT_THAT(written(report, "text"), ::testing::Not(HasSubstr("Some evidence.")));
    share.lower = 0.05;
    share.upper = 0.2;
    report.findings[0].magnitude =
        Magnitude{saying("share"), share, std::nullopt, std::nullopt, 0, 1};
    EXPECT_THAT(written(report, "text"), HasSubstr("Some evidence."));
}

TEST(TextReport, CutsNoNameOfThePolicy) {
    for (std::size_t width = 40; width <= 100; width += 4) {
        const auto text = written(sample("ordinary"), "text", {width, false, true});
        EXPECT_THAT(text, HasSubstr("statistics, exact split limit")) << width;
        EXPECT_THAT(text, HasSubstr(" 10,000,000")) << width;
        EXPECT_THAT(text, HasSubstr(" 9,999")) << width;
    }
}

TEST(TextReport, NoLineEndsWithASeparator) {
    for (const auto& [name, report] : samples()) {
        for (std::size_t width = 40; width <= 100; width += 3) {
            for (const auto& line : lines_of(written(report, "text", {width, false, true}))) {
                EXPECT_FALSE(line.ends_with(" ·")) << name << ": " << line;
            }
        }
    }
}

TEST(Flowed, DropsTheSeparatorWhereALineEnds) {
    EXPECT_THAT(reports::flowed({"abc", "de", "fgh"}, 8, " - "), ElementsAre("abc - de", "fgh"));
    EXPECT_THAT(reports::flowed({"abc", "de", "fgh"}, 7, " - "), ElementsAre("abc", "de", "fgh"));
    EXPECT_THAT(reports::flowed({"ab cd ef", "gh"}, 7, " - "), ElementsAre("ab cd", "ef - gh"));
}

TEST(TextReport, DrawsCentresWhereTheyStand) {
    // Everybody uses one tool: the centre of the researchers is the notebook (0.8, -0.83), that
    // of the engineers git (-0.86, -0.74). The plane at 80 columns has 61 x 31 cells, so columns
    // round(60 (x + 1) / 2) and rows round(30 (1 - y) / 2): (54, 27) and (4, 26).
    const auto figure = reports::draw_plane(sample("identical"), reports::Ink(false, false), 80);
    const std::size_t frame_left = 10; // "Software " and the frame
    const std::size_t frame_top = 2;   // the ends of the axes and the frame
    ASSERT_EQ(figure.lines.size(), 31U + 4U);
    EXPECT_EQ(figure.lines[frame_top + 27].at(frame_left + 54), 'R');
    EXPECT_EQ(figure.lines[frame_top + 26].at(frame_left + 4), 'E');
}

TEST(TextReport, DrawsNoSpreadOfTwoPeople) {
    for (const auto& entry : reports::draw_plane(sample("two people"), {true, false}, 80).key) {
        EXPECT_THAT(said(entry.front()), ::testing::Not(HasSubstr("outline")))
            << said(entry.front());
    }
}

/// The numbers of the last column between a heading's table and its sum line.
struct PrintedTable {
    std::vector<long> parts;
    long sum = 0;
};

std::vector<PrintedTable> printed_tables(const std::string& text) {
    std::vector<PrintedTable> tables;
    std::vector<long> parts;
    bool inside = false;
    for (const auto& line : lines_of(text)) {
        inside = (inside || line == "What makes the gap") && line != "What both groups use";
        if (!inside || line.size() < 6 || line[line.size() - 3] != '.') {
            continue;
        }
        const auto start = line.find_last_of(' ') + 1;
        auto digits = line.substr(start);
        digits.erase(digits.find('.'), 1);
        const long units = std::stol(digits);
        if (line.starts_with("Sum")) {
            tables.push_back({parts, units});
            parts.clear();
        } else {
            parts.push_back(units);
        }
    }
    return tables;
}

TEST(TextReport, PrintsContributionsThatAddUp) {
    for (const auto* name : {"ordinary", "hostile", "thousands", "identical", "many teams"}) {
        for (const std::size_t width : {40U, 80U, 100U}) {
            const auto tables =
                printed_tables(written(sample(name), "text", {width, false, false}));
            ASSERT_EQ(tables.size(), 2U) << name;
            for (const auto& [parts, sum] : tables) {
                ASSERT_FALSE(parts.empty());
                EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), 0L), sum) << name;
            }
        }
    }
}

TEST(Contributions, StandWithinTwoUnitsOfTheTruth) {
    const auto& report = sample("ordinary");
    const auto& comparison = report.comparisons.at(0);
    const auto table = reports::contributions(report, comparison, Diagonal::Building, 2);
    ASSERT_EQ(table.rows.size(), 3U);
    for (const auto& row : table.rows) {
        EXPECT_LT(std::fabs(row.printed.value - row.value), 0.02) << said(row.name);
    }
    EXPECT_EQ(said(table.rows.back().name),
              std::to_string(comparison.by_tool.size() - 2) + " other tools");
}

TEST(RoundedToSum, KeepsTheTotal) {
    const std::vector<double> thirds{1.0 / 3, 1.0 / 3, 1.0 / 3};
    EXPECT_THAT(reports::rounded_to_sum(thirds, 1.0, 2), ElementsAre(34, 33, 33));
    const std::vector<double> mixed{0.005, -0.0151, 0.1};
    // Floors are 0, -2 and 10; the total 0.0899 is 9, so the largest remainder, that of 0.005
    // (0.50) over -0.0151 (0.49), takes the missing unit.
    EXPECT_THAT(reports::rounded_to_sum(mixed, 0.0899, 2), ElementsAre(1, -2, 10));
    EXPECT_TRUE(reports::rounded_to_sum({}, 0, 2).empty());
}

TEST(Numbers, ReadBackAsTheyWere) {
    EXPECT_EQ(reports::shortest(0.1), "0.1");
    EXPECT_EQ(reports::shortest(1e7), "10000000");
}

TEST(Ink, MakesWordsSafe) {
    EXPECT_EQ(reports::one_line("a\nb\t\tc  "), "a b c");
    EXPECT_EQ(reports::one_line("x\x1b[31m"), "x\\x1b[31m");
    EXPECT_EQ(reports::one_line("a\u202Eb"), "a\\u202eb");
    EXPECT_EQ(reports::one_line("\xC3"), "\\xc3");
    EXPECT_EQ(reports::ascii_only("Žižek Ångström ßæ –"), "Zizek Angstrom ssae -");
    EXPECT_EQ(reports::ascii_only("e\u0301"), "e");
    // Numbers alone have a minus sign.
    EXPECT_EQ(reports::worded(Decimal(-0.5)), "\u22120.50");
    EXPECT_EQ(reports::worded(Name{"-3 times, 2021-05"}), "-3 times, 2021-05");
    EXPECT_EQ(reports::Ink(false, false).words(Decimal(-0.5)), "-0.50");
}

TEST(Wrapping, KeepsToTheWidth) {
    EXPECT_THAT(reports::wrapped("one two three", 7), ElementsAre("one two", "three"));
    EXPECT_THAT(reports::wrapped("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
    EXPECT_THAT(reports::wrapped("機械学習", 5), ElementsAre("機械", "学習"));
    EXPECT_THAT(reports::wrapped("機", 1), ElementsAre("?"));
    EXPECT_THAT(reports::wrapped("  ", 5), ::testing::IsEmpty());
    EXPECT_EQ(reports::shortened("機械学習", 5, "…"), "機械…");
    EXPECT_EQ(reports::shortened("short", 5, "…"), "short");
}

} // namespace
} // namespace assess::testing
