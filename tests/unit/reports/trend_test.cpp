// The writers of a trend, over values made by hand.
#include "model/text/text.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"
#include "sample_reports.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/said.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace assess::testing {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string written_trend(const Trend& trend, std::string_view format,
                          const WriterSettings& settings = {}) {
    std::ostringstream out;
    for (const auto& writer : trend_writers()) {
        if (writer.format == format) {
            writer.write(trend, settings, out);
        }
    }
    return out.str();
}

Estimate estimate_within(double value, std::optional<double> half = {}) {
    Estimate made;
    made.value = value;
    made.n = 5;
    if (half) {
        made.lower = value - *half;
        made.upper = value + *half;
    } else {
        made.reason = saying("one answer cannot show a spread");
    }
    return made;
}

/// The same on both diagonals.
Movement movement(double value, std::optional<double> half = {}) {
    Movement made;
    made.shift = Point{value, 0};
    for (std::size_t i = 0; i < 2; ++i) {
        made.along_diagonal[i] = estimate_within(value, half);
        made.p[i] =
            half ? Quantity<double>(0.04) : Quantity<double>::unavailable(saying("no interval"));
    }
    return made;
}

Movement no_movement(const Message& reason) {
    Movement made;
    made.shift = Quantity<Point>::unavailable(reason);
    for (std::size_t i = 0; i < 2; ++i) {
        made.along_diagonal[i] = Quantity<Estimate>::unavailable(reason);
        made.p[i] = Quantity<double>::unavailable(reason);
    }
    return made;
}

FindingChange change(std::string id, std::optional<State> before, std::optional<State> after,
                     FindingFate fate) {
    FindingChange made;
    made.id = std::move(id);
    made.subject = "building";
    made.before = before;
    made.after = after;
    made.severity_before = before == State::Present ? Severity::Notable : Severity::None;
    made.severity_after = after == State::Present ? Severity::Serious : Severity::None;
    made.says_before = before ? saying("It was so.") : Message();
    made.says_after = after ? saying("It is so.") : Message();
    made.fate = fate;
    return made;
}

/// The three thirds of 0.01 are 0.00 each when rounded alone.
TrendStep linked_step() {
    TrendStep step;
    step.to = 1;
    step.linked = true;
    GroupMovement group;
    group.id = "researcher";
    group.name = "researchers";
    group.role = Role::Researcher;
    group.placed_before = 5;
    group.placed_after = 6;
    group.placed_on_second = 5;
    group.stayed = 4;
    group.left = 1;
    group.joined = 2;
    group.total = movement(0.01, 0.2);
    for (const auto cause : {MovementCause::Landscape, MovementCause::Left, MovementCause::Tools}) {
        group.parts.push_back({cause, movement(0.01 / 3, 0.1)});
    }
    group.parts.push_back({MovementCause::Joined, movement(0)});
    step.groups.push_back(group);
    GapMovement gap;
    for (std::size_t i = 0; i < 2; ++i) {
        gap.before[i] = estimate_within(0.62, 0.1);
        gap.after[i] = estimate_within(0.41, 0.1);
    }
    gap.change = movement(-0.21, 0.15);
    gap.parts = {{MovementCause::Landscape, movement(-0.105, 0.1)},
                 {MovementCause::Left, movement(0.105, 0.1)},
                 {MovementCause::Tools, movement(-0.21, 0.1)},
                 {MovementCause::Joined, movement(0)}};
    step.gap = gap;
    step.findings = {change("opposite-ends", State::Absent, State::Present, FindingFate::Appeared),
                     change("one-region", State::Present, State::Absent, FindingFate::Went),
                     change("left-end", State::Present, State::Undetermined, FindingFate::Open)};
    return step;
}

Trend two_of(const std::string& first, const std::string& second) {
    Trend trend;
    trend.names = {first, second};
    trend.dates = {"2026-03-01", ""};
    trend.reports = {sample("ordinary"), sample("ordinary")};
    trend.steps = {linked_step()};
    trend.answer = saying("The gap on the building diagonal fell from 0.62 to 0.41.");
    return trend;
}

Trend ordinary() {
    return two_of("spring", "autumn");
}

/// Nothing that could be missing is there.
Trend bare() {
    auto trend = two_of("spring", "autumn");
    auto& step = trend.steps.front();
    step = TrendStep{};
    step.to = 1;
    step.not_linked = saying("answers were given in confidence");
    step.same_landscape = true;
    GroupMovement group;
    group.id = "hybrid";
    group.name = "hybrids";
    group.role = Role::Hybrid;
    group.total = no_movement(saying("\"autumn\" holds no hybrids"));
    step.groups = {group};
    step.no_gap = saying("\"autumn\" compares no two groups: there is one group");
    return trend;
}

Trend hostile_trend() {
    Trend trend = two_of("<script>alert(1)</script>", "\x1b[31m=cmd()\xff\n\"'&");
    for (const auto& name : hostile_names()) {
        auto group = trend.steps.front().groups.front();
        group.id = name;
        group.name = name;
        group.role.reset();
        trend.steps.front().groups.push_back(group);
        trend.warnings.push_back(saying(name));
    }
    trend.steps.front().findings.front().says_after = saying("<img src=x onerror=alert(1)>");
    trend.answer = saying("<b>" + hostile_names().front());
    return trend;
}

/// Twelve rounds, the last with a whole.
Trend many() {
    Trend trend;
    for (std::size_t i = 0; i < 12; ++i) {
        trend.names.push_back("round " + std::to_string(i + 1));
        trend.dates.emplace_back("2026-01-01");
        trend.reports.push_back(sample("ordinary"));
        if (i > 0) {
            trend.steps.push_back(linked_step());
            trend.steps.back().from = i - 1;
            trend.steps.back().to = i;
        }
    }
    trend.whole = linked_step();
    trend.whole->to = 11;
    trend.answer = saying("Nothing can be said to have moved.");
    return trend;
}

std::vector<std::pair<std::string, Trend>> all_trends() {
    return {
        {"ordinary", ordinary()}, {"bare", bare()}, {"hostile", hostile_trend()}, {"many", many()}};
}

std::string said_cell(const Value& cell) {
    return reports::english().say(cell);
}

TEST(TrendWords, PartsAddUpAsPrinted) {
    const auto trend = ordinary();
    const auto table = reports::trend_table(trend, trend.steps.front(), Diagonal::Building);
    ASSERT_EQ(table.rows.size(), 2U);
    // 0.01 in three thirds: one of them is printed 0.01, the others 0.00.
    std::int64_t sum = 0;
    for (const auto& part : table.rows[0].parts) {
        sum += part.units;
    }
    EXPECT_EQ(sum, 1);
    EXPECT_EQ(said_cell(table.rows[0].moved), "+0.01");
    // -0.21 = -0.105 + 0.105 - 0.21 + 0, none of them off by a unit.
    sum = 0;
    for (const auto& part : table.rows[1].parts) {
        sum += part.units;
    }
    EXPECT_EQ(sum, -21);
    EXPECT_EQ(said_cell(table.rows[1].parts[2].value), "-0.21");
    EXPECT_EQ(said_cell(table.rows[1].parts[3].value), "0.00");
    EXPECT_EQ(said_cell(table.rows[1].before), "0.62");
    EXPECT_EQ(said_cell(table.rows[1].after), "0.41");
    EXPECT_EQ(said_cell(table.rows[1].interval), "-0.36 to -0.06");
    EXPECT_THAT(table.causes, ElementsAre(MovementCause::Landscape, MovementCause::Left,
                                          MovementCause::Tools, MovementCause::Joined));
}

TEST(TrendWords, SayWhatIsMissingAndWhy) {
    const auto trend = bare();
    const auto notes = said(reports::step_notes(trend, trend.steps.front()));
    EXPECT_THAT(notes, Contains(HasSubstr("People are not linked from 'spring' to 'autumn', "
                                          "because answers were given in confidence.")));
    EXPECT_THAT(notes, Contains("Hybrids: no movement, because \"autumn\" holds no hybrids."));
    EXPECT_THAT(notes, Contains(HasSubstr("No gap is followed, because")));
    const auto table = reports::trend_table(trend, trend.steps.front(), Diagonal::Building);
    EXPECT_EQ(said_cell(table.rows.front().moved), "-");
    EXPECT_THAT(table.causes, IsEmpty());
    EXPECT_TRUE(reports::meaning_of_parts(trend).empty());
    EXPECT_THAT(said(reports::meaning_of_parts(ordinary())),
                HasSubstr("joined: people who were not"));
}

TEST(TrendWords, SayThatFindingsAreAboutOtherPeopleWhereAGroupIsHidden) {
    auto trend = ordinary();
    const auto& group = trend.reports[0].groups.front();
    auto& later = trend.reports[1];
    later.hidden_groups = {{group.id, group.name, saying("fewer than 5 answers")}};
    std::erase_if(later.groups, [&](const Group& each) { return each.id == group.id; });
    EXPECT_THAT(said(reports::step_notes(trend, trend.steps.front())),
                Contains(HasSubstr("Only one of the two shows " + group.name + ":")));
}

TEST(TrendWords, SayOnceWhatReadsTheSameInEveryAssessment) {
    auto trend = ordinary();
    trend.reports[0].warnings = {Message{"list.more", {{"n", Count(16)}}}};
    trend.reports[1].warnings = {Message{"list.more", {{"n", Count(16, 5)}}}}; // in confidence
    const auto all = said(reports::trend_caveats(trend));
    EXPECT_EQ(std::ranges::count(all, std::string("16 more")), 1);
    EXPECT_THAT(all, Not(Contains(HasSubstr(": 16 more"))));
}

TEST(TrendWords, CountWhoStayedOnlyWherePeopleAreLinked) {
    const auto trend = ordinary();
    EXPECT_THAT(said(reports::step_notes(trend, trend.steps.front())),
                Contains("Researchers: 4 stayed, 1 left, 2 joined."));
    const auto other = bare();
    EXPECT_THAT(said(reports::step_notes(other, other.steps.front())),
                Not(Contains(HasSubstr("stayed"))));
}

TEST(TrendWords, ListEveryFateWithItsTurn) {
    const auto trend = ordinary();
    const auto lists = reports::finding_lists(trend.steps.front());
    ASSERT_EQ(lists.size(), 3U);
    EXPECT_EQ(said(lists[0].title), "Appeared");
    EXPECT_THAT(said(lists[0].lines.front()), HasSubstr("from absent to present, serious"));
    EXPECT_EQ(said(lists[1].title), "Went");
    EXPECT_EQ(said(lists[2].title), "Open now");
}

TEST(TrendText, FitsItsWidthAndShowsNoNumberThatIsNone) {
    for (const auto& [name, trend] : all_trends()) {
        for (const std::size_t width : {40U, 80U, 100U, 200U}) {
            for (const bool unicode : {true, false}) {
                WriterSettings settings;
                settings.width = width;
                settings.unicode = unicode;
                const auto text = written_trend(trend, "text", settings);
                for (const auto& line : lines_of(text)) {
                    EXPECT_LE(display_width(line), std::min<std::size_t>(width, 100))
                        << name << " at " << width << ": " << line;
                    for (const char c : line) {
                        const auto byte = static_cast<unsigned char>(c);
                        EXPECT_TRUE(byte >= 0x20 && byte != 0x7f) << name;
                        EXPECT_TRUE(unicode || byte < 0x80) << name << ": " << line;
                    }
                }
                EXPECT_THAT(text, Not(HasSubstr("nan"))) << name;
                EXPECT_THAT(text, Not(HasSubstr(" inf"))) << name;
            }
        }
    }
}

TEST(TrendText, BeginsWithTheAnswer) {
    const auto trend = ordinary();
    EXPECT_EQ(written_trend(trend, "text").find(said(trend.answer)), 0U);
}

TEST(TrendJson, KeepsToItsSchema) {
    const JsonSchema schema("reports/trend/trend.schema.json");
    for (const auto& [name, trend] : all_trends()) {
        const auto text = written_trend(trend, "json");
        EXPECT_EQ(schema.objections(json::parse(text)), "") << name;
    }
    auto broken = json::parse(written_trend(ordinary(), "json"));
    broken["steps"][0].erase("linked");
    EXPECT_NE(schema.objections(broken), "") << "the check can fail";
}

TEST(TrendJson, GivesTheNumbersAsTheyAre) {
    const auto document = json::parse(written_trend(ordinary(), "json"));
    const auto& step = document["steps"][0];
    EXPECT_EQ(step["gap"]["change"]["building"]["estimate"], -0.21);
    EXPECT_EQ(step["gap"]["parts"][2]["cause"], "tools");
    EXPECT_EQ(step["groups"][0]["stayed"], 4);
    EXPECT_EQ(step["findings"][0]["fate"], "appeared");
    EXPECT_EQ(document["whole"], nullptr);
    EXPECT_EQ(document["assessments"][0]["date"], "2026-03-01");
    EXPECT_EQ(document["assessments"][1]["date"], nullptr);
    const auto unlinked = json::parse(written_trend(bare(), "json"));
    EXPECT_EQ(unlinked["steps"][0]["groups"][0]["stayed"], nullptr) << "not known is not 0";
    EXPECT_EQ(unlinked["steps"][0]["groups"][0]["total"]["building"], nullptr);
    EXPECT_EQ(unlinked["steps"][0]["groups"][0]["parts_reason"], "\"autumn\" holds no hybrids");
    EXPECT_EQ(unlinked["steps"][0]["gap"], nullptr);
}

TEST(TrendHtml, HasEverySectionAndRunsNothingButItsOwnScript) {
    for (const auto& [name, trend] : all_trends()) {
        const auto page = written_trend(trend, "html");
        EXPECT_EQ(count(page, "<section id=\"where\""), 1U) << name;
        EXPECT_EQ(count(page, "<section id=\"step-"), trend.steps.size()) << name;
        EXPECT_EQ(count(page, "<section id=\"whole\""), trend.whole ? 1U : 0U) << name;
        EXPECT_EQ(count(page, "<section id=\"method\""), 1U) << name;
        EXPECT_EQ(count(page, "<script"), 1U) << name;
        EXPECT_EQ(count(page, "<img"), 0U) << name;
        EXPECT_EQ(count(page, " style="), 0U) << name;
        EXPECT_EQ(count(page, "unsafe-inline"), 0U) << name;
        EXPECT_THAT(page, Not(HasSubstr("{{"))) << name;
        EXPECT_THAT(page, Not(HasSubstr(">nan"))) << name;
        EXPECT_EQ(count(page, "'sha256-"), 2U) << name;
        EXPECT_LT(page.size(), 500'000U) << name;
    }
}

TEST(TrendHtml, DrawsABarForEachPart) {
    const auto page = written_trend(ordinary(), "html");
    // Two diagonals, two rows, four parts: each a band, a bar and its zero.
    EXPECT_EQ(count(page, "class=\"band b1\""), 16U);
    // The largest part, -0.21 of the gap, fills its half: from the left edge to the middle.
    EXPECT_EQ(count(page, "x=\"0%\" width=\"50%\""), 2U);
}

TEST(TrendWriters, WriteTheSameBytesForTheSameValue) {
    const auto trend = many();
    for (const auto& writer : trend_writers()) {
        EXPECT_EQ(written_trend(trend, writer.format), written_trend(trend, writer.format))
            << writer.format;
    }
}

} // namespace
} // namespace assess::testing
