// Every tidy table, over every kind of report.
#include "reports/layout/csv_words.hpp"
#include "reports/tables/tables.hpp"
#include "sample_reports.hpp"
#include "tests/support/csv_cells.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace assess::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Records = std::vector<std::vector<std::string>>;

NamedTable table_named(std::string_view name) {
    for (const auto& table : tables()) {
        if (table.name == name) {
            return table;
        }
    }
    throw std::out_of_range("no table " + std::string(name));
}

Records records_of(const NamedTable& table, const GapReport& report) {
    std::ostringstream out;
    const auto rows = write_table(table, report, out);
    EXPECT_TRUE(out.str().ends_with('\n'));
    auto records = csv_cells(out.str());
    EXPECT_EQ(records.size(), rows + 1) << table.name;
    return records;
}

/// The cells of one column, without its name.
std::vector<std::string> column(const Records& records, std::string_view name) {
    const auto at = std::ranges::find(records[0], name) - records[0].begin();
    std::vector<std::string> cells;
    for (std::size_t i = 1; i < records.size(); ++i) {
        cells.push_back(records[i].at(static_cast<std::size_t>(at)));
    }
    return cells;
}

std::vector<std::string> column(std::string_view table, std::string_view name,
                                const GapReport& report) {
    return column(records_of(table_named(table), report), name);
}

double number(const std::string& cell) {
    double value = std::nan("");
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() ? value : std::nan("");
}

bool is_count(const std::string& cell) {
    return !cell.empty() && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

TEST(Tables, AreTheseAndTheFirstIsTheDefault) {
    std::vector<std::string> names;
    for (const auto& table : tables()) {
        names.emplace_back(table.name);
        EXPECT_FALSE(table.row.empty());
    }
    EXPECT_THAT(names, ElementsAre("groups", "positions", "tools", "comparisons", "tests",
                                   "effects", "contributions", "findings"));
}

TEST(Tables, HaveColumnsOfOneKind) {
    for (const auto& table : tables()) {
        for (const auto& [name, report] : samples()) {
            SCOPED_TRACE(std::string(table.name) + ", " + name);
            const auto records = records_of(table, report);
            ASSERT_EQ(records[0].size(), table.columns().size());
            for (std::size_t j = 0; j < table.columns().size(); ++j) {
                EXPECT_EQ(records[0][j], table.columns()[j].name);
            }
            for (std::size_t i = 1; i < records.size(); ++i) {
                ASSERT_EQ(records[i].size(), table.columns().size());
                for (std::size_t j = 0; j < table.columns().size(); ++j) {
                    const auto& cell = records[i][j];
                    const auto kind = table.columns()[j].kind;
                    EXPECT_TRUE(
                        cell.empty() || kind == ColumnKind::Text ||
                        (kind == ColumnKind::Integer && is_count(cell)) ||
                        (kind == ColumnKind::Number && std::isfinite(number(cell))) ||
                        (kind == ColumnKind::Boolean && (cell == "true" || cell == "false")))
                        << table.columns()[j].name << ": " << cell;
                }
            }
        }
    }
}

TEST(Tables, ComputeNoFormulaAndStayOnTheirLines) {
    for (const auto& table : tables()) {
        for (const auto* const name : {"hostile", "said by hostile people"}) {
            std::size_t at = 0;
            for (const auto& record : records_of(table, sample(name))) {
                for (std::size_t j = 0; j < record.size(); ++j) {
                    const auto& cell = record[j];
                    EXPECT_EQ(cell.find_first_of("\n\r\t\x1b"), std::string::npos);
                    const bool is_text = at == 0 || table.columns()[j].kind == ColumnKind::Text;
                    if (is_text && !cell.empty()) {
                        EXPECT_EQ(std::string_view("=+-@").find(cell[0]), std::string_view::npos)
                            << cell;
                        EXPECT_FALSE(cell.starts_with("＝")) << cell;
                    }
                }
                ++at;
            }
        }
    }
}

TEST(Tables, SayWhatEveryColumnIs) {
    for (const auto& table : tables()) {
        for (const auto& column : table.columns()) {
            EXPECT_THAT(column.what, ::testing::EndsWith(".")) << table.name << ", " << column.name;
        }
    }
}

TEST(Tables, NameNoColumnTwice) {
    for (const auto& table : tables()) {
        for (std::size_t i = 0; i < table.columns().size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_NE(table.columns()[i].name, table.columns()[j].name) << table.name;
            }
        }
    }
}

TEST(Table, TakesCellsFromTheirPlacesInTheRow) {
    const std::vector<Column> columns{{"name", ColumnKind::Text, "", {"name"}},
                                      {"x", ColumnKind::Number, "", {"place", "x"}},
                                      {"n", ColumnKind::Integer, "", {"n"}},
                                      {"on", ColumnKind::Boolean, "", {"on"}},
                                      {"ids", ColumnKind::Text, "", {"ids"}}};
    std::ostringstream out;
    Table table(columns, out);
    table.row(
        {{"n", 3U}, {"name", "a"}, {"place", {{"x", 0.5}}}, {"on", true}, {"ids", {"b", "c"}}});
    table.row({{"name", nullptr}, {"place", nullptr}, {"more", 1}});
    EXPECT_EQ(out.str(), "name,x,n,on,ids\na,0.5,3,true,b;c\n,,,,\n");
    EXPECT_EQ(table.rows(), 2U);
    for (const auto* name : {"name", "n", "on", "ids"}) {
        EXPECT_THROW(table.row({{name, 1.5}}), std::logic_error) << name;
    }
    EXPECT_THROW(table.row({{"place", {{"x", "a"}}}}), std::logic_error);
}

TEST(Table, PrintsNumbersThatReadBackAsTheSame) {
    const std::vector<Column> columns{{"x", ColumnKind::Number, "", {"x"}}};
    std::ostringstream out;
    Table table(columns, out);
    const std::array values{0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, -2.5, 100000.0};
    for (const double value : values) {
        table.row({{"x", value}});
    }
    table.row({{"x", -0.0}});
    table.row({{"x", std::nan("")}});
    const auto records = csv_cells(out.str());
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_EQ(number(records[i + 1][0]), values.at(i));
    }
    EXPECT_EQ(records[7][0], "0");
    EXPECT_EQ(records[8][0], "") << "no number is an empty cell";
}

TEST(Table, GivesSpreadsheetsNothingToCompute) {
    EXPECT_EQ(reports::csv_words("=1+1"), "'=1+1");
    EXPECT_EQ(reports::csv_words("  =1"), "'=1");
    EXPECT_EQ(reports::csv_words("\ttab"), "'tab");
    EXPECT_EQ(reports::csv_words("\uFF1D1"), "'\uFF1D1");
    EXPECT_EQ(reports::csv_words("@a, \"b\""), "\"'@a, \"\"b\"\"\"");
    EXPECT_EQ(reports::csv_words("two\nlines"), "two lines");
    EXPECT_EQ(reports::csv_words("plain - text"), "plain - text");
}

TEST(PositionsTable, HasEverybodyAndZeroForNobody) {
    // The second researcher: notebook weekly (0.6 at 0.8, -0.83), tracker daily (0.47, -0.05).
    const auto& report = sample("ordinary");
    const auto records = records_of(table_named("positions"), report);
    ASSERT_THAT(records, SizeIs(13)) << "12 people";
    const auto x = column(records, "x");
    const auto y = column(records, "y");
    const auto reasons = column(records, "position_reason");
    std::size_t found = 0;
    std::size_t unplaced = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        ASSERT_EQ(x[i].empty(), !reasons[i].empty());
        ASSERT_EQ(x[i].empty(), y[i].empty());
        unplaced += x[i].empty() ? 1U : 0U;
        found += !x[i].empty() && std::abs(number(x[i]) - 0.59375) < 1e-12 &&
                         std::abs(number(y[i]) + (0.6 * 0.83 + 0.05) / 1.6) < 1e-12
                     ? 1U
                     : 0U;
    }
    EXPECT_EQ(found, 1U);
    EXPECT_EQ(unplaced, 2U) << "a researcher without tools, an engineer without answers";
    EXPECT_THAT(reasons, ::testing::Contains("no answer about tools"));
    EXPECT_THAT(reasons, ::testing::Contains("uses no tool that has a place on the landscape"));
}

TEST(PositionsTable, MeansAreTheCentroids) {
    for (const auto* const name : {"ordinary", "thousands", "many teams"}) {
        const auto& report = sample(name);
        const auto records = records_of(table_named("positions"), report);
        const auto group = column(records, "group");
        const auto building = column(records, "building");
        for (const auto& one : report.groups) {
            double sum = 0;
            double n = 0;
            for (std::size_t i = 0; i < group.size(); ++i) {
                if (group[i] == one.id && !building[i].empty()) {
                    sum += number(building[i]);
                    n += 1;
                }
            }
            ASSERT_EQ(n, static_cast<double>(one.placed));
            EXPECT_NEAR(sum / n, along(Diagonal::Building, *one.centroid), 1e-12) << name;
        }
    }
}

TEST(PositionsTable, OfPeopleWithoutATeamSaysWhy) {
    TestTeam team;
    team.category("c", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("git", -0.8, -0.6, {.category = "c"})
        .people(1, Role::Engineer, {"git"}, "A")
        .people(1, Role::Engineer, {"git"});
    auto [landscape, answers] = team.given();
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    const auto report = make_gap_report(answers, landscape, {}, settings);
    EXPECT_THAT(column("positions", "position_reason", report),
                ::testing::UnorderedElementsAre("", "in no team, and the groups are teams"));
}

TEST(PositionsTable, OfAConfidentialReportHasNoRow) {
    EXPECT_THAT(column("positions", "x", sample("said in confidence")), IsEmpty());
    EXPECT_TRUE(table_named("positions").of_single_people);
}

TEST(GroupsTable, HoldsTheReportsOwnNumbers) {
    for (const auto& [name, report] : samples()) {
        const auto records = records_of(table_named("groups"), report);
        ASSERT_EQ(records.size(), 1 + report.groups.size() + report.hidden_groups.size());
        const auto x = column(records, "centroid_x");
        const auto xy = column(records, "covariance_xy");
        const auto reason = column(records, "spread_reason");
        for (std::size_t g = 0; g < report.groups.size(); ++g) {
            const auto& group = report.groups[g];
            EXPECT_EQ(x[g].empty(), !group.centroid) << name;
            if (group.centroid) {
                EXPECT_EQ(number(x[g]), group.centroid->x) << name;
            }
            EXPECT_EQ(xy[g].empty(), !reason[g].empty()) << name;
            if (group.covariance) {
                EXPECT_EQ(number(xy[g]), group.covariance->xy) << name;
            }
        }
    }
}

TEST(GroupsTable, SaysWhichGroupIsNotShown) {
    const auto records = records_of(table_named("groups"), sample("said in confidence"));
    EXPECT_EQ(records.back()[0], "hybrid");
    EXPECT_EQ(column(records, "listed").back(), "");
    EXPECT_THAT(column(records, "group_reason").back(), HasSubstr("fewer than 5"));
}

TEST(ToolsTable, CountsUsersByHand) {
    const auto records = records_of(table_named("tools"), sample("ordinary"));
    for (const auto& record : records) {
        if (record[0] == "researcher" && record[1] == "git") {
            // Monthly by one, weekly by another, of five who were asked: 0.3 + 0.6.
            EXPECT_THAT(std::vector(record.begin() + 7, record.begin() + 11),
                        ElementsAre("5", "2", "1", "0.8999999999999999"));
            EXPECT_THAT(std::vector(record.begin() + 12, record.begin() + 16),
                        ElementsAre("0", "1", "1", "0"));
            return;
        }
    }
    FAIL() << "no row for it";
}

TEST(ToolsTable, TellsNoSmallNumberInConfidence) {
    TestTeam team;
    team.category("c", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("git", -0.8, -0.6, {.category = "c"})
        .tool("rare", -0.7, -0.5, {.category = "c"})
        .tool("unused", -0.6, -0.5, {.category = "c"})
        .promise({Promise::Confidential, 5, 10})
        .people(6, Role::Engineer, {"git=rarely"})
        .people(2, Role::Engineer, {"git=daily", "rare=daily"});
    auto [landscape, answers] = team.given();
    const auto records =
        records_of(table_named("tools"), make_gap_report(answers, landscape, {}, {}));
    ASSERT_THAT(records, SizeIs(4));
    const auto users = column(records, "users");
    EXPECT_THAT(users, ElementsAre("8", "", "0"));
    // Two use it daily: neither they nor a zero in their place.
    EXPECT_THAT(column(records, "regular"), ElementsAre("", "", "0"));
    EXPECT_THAT(column(records, "daily"), ElementsAre("", "", "0"));
    EXPECT_THAT(column(records, "weight"), ElementsAre("", "", "0"));
    EXPECT_THAT(column(records, "rarely"), ElementsAre("", "", "0"));
    EXPECT_THAT(column(records, "reason"),
                ElementsAre(HasSubstr("fewer than 5"), HasSubstr("fewer than 5"), ""));
}

TEST(ComparisonsTable, HasARowForEachAxisAndDiagonalWithItsReasons) {
    for (const auto& [name, report] : samples()) {
        SCOPED_TRACE(name);
        const auto records = records_of(table_named("comparisons"), report);
        ASSERT_EQ(records.size(), 1 + 4 * report.comparisons.size());
        const auto gap = column(records, "gap");
        const auto lower = column(records, "lower");
        const auto p = column(records, "p");
        for (std::size_t i = 0; i < gap.size(); ++i) {
            EXPECT_NE(gap[i].empty(), column(records, "gap_reason")[i].empty());
            EXPECT_NE(lower[i].empty(), column(records, "interval_reason")[i].empty());
            EXPECT_NE(p[i].empty(), column(records, "p_reason")[i].empty());
        }
        if (!report.comparisons.empty() && !gap[0].empty()) {
            EXPECT_NEAR((number(gap[0]) + number(gap[1])) / 2, number(gap[2]), 1e-12);
            EXPECT_NEAR((number(gap[0]) - number(gap[1])) / 2, number(gap[3]), 1e-12);
        }
    }
}

TEST(TestsTable, HasThreeTestsAComparison) {
    for (const auto& [name, report] : samples()) {
        EXPECT_THAT(column("tests", "test", report), SizeIs(3 * report.comparisons.size()));
        EXPECT_THAT(column("effects", "measure", report), SizeIs(7 * report.comparisons.size()));
        for (const auto& p : column("tests", "p", report)) {
            EXPECT_TRUE(p.empty() || (number(p) > 0 && number(p) <= 1)) << name;
        }
    }
}

TEST(ContributionsTable, AddUpToTheGap) {
    std::size_t compared = 0;
    for (const auto& [name, report] : samples()) {
        for (const auto& comparison : report.comparisons) {
            const auto& gap = comparison.diagonal[static_cast<std::size_t>(Diagonal::Building)];
            if (!gap) {
                continue;
            }
            double sum = 0;
            for (const auto& cell : column("contributions", "building", report)) {
                sum += number(cell);
            }
            EXPECT_NEAR(sum, gap->gap.value, 1e-12) << name;
            const auto lower = column("contributions", "building_lower", report);
            const auto reasons = column("contributions", "interval_reason", report);
            for (std::size_t i = 0; i < lower.size(); ++i) {
                EXPECT_NE(lower[i].empty(), reasons[i].empty()) << name;
            }
            ++compared;
        }
    }
    EXPECT_GT(compared, 5U);
}

TEST(FindingsTable, HasEveryFinding) {
    for (const auto& [name, report] : samples()) {
        const auto records = records_of(table_named("findings"), report);
        ASSERT_EQ(records.size(), 1 + report.findings.size()) << name;
        const auto value = column(records, "value");
        for (std::size_t i = 0; i < value.size(); ++i) {
            EXPECT_NE(value[i].empty(), column(records, "value_reason")[i].empty()) << name;
        }
    }
}

} // namespace
} // namespace assess::testing
