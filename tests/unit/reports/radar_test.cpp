// The formats of the radar, over every kind of report and with hostile words wherever they can be.
#include "model/text/utf8.hpp"
#include "reports/radar/harmless.hpp"
#include "reports/radar/radar_format.hpp"
#include "reports/radar/radar_words.hpp"
#include "sample_reports.hpp"
#include "tests/support/csv_cells.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <sstream>

namespace assess::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const RadarSettings on_that_day{"2026-11-23"};

std::string radar_of(const GapReport& report, std::string_view format,
                     const TeamRadarSettings& which = {}) {
    for (const auto& one : radar_formats()) {
        if (one.name == format) {
            std::ostringstream out;
            one.write(make_team_radar(report, which), report, on_that_day, out);
            return out.str();
        }
    }
    throw std::out_of_range("no format " + std::string(format));
}

/// Every word in a radar that can come from an input, whichever the format.
void for_each_string(const json& value, const std::function<void(const std::string&)>& look) {
    if (value.is_string()) {
        look(value.get<std::string>());
    } else if (value.is_structured()) {
        for (const auto& inner : value) {
            for_each_string(inner, look);
        }
    }
}

std::vector<std::string> strings_of(const GapReport& report, std::string_view format) {
    const auto text = radar_of(report, format, {.all = true});
    std::vector<std::string> strings;
    if (format == "byor-csv") {
        for (auto& record : csv_cells(text)) {
            std::ranges::move(record, std::back_inserter(strings));
        }
    } else {
        for_each_string(json::parse(text), [&](const std::string& one) { strings.push_back(one); });
    }
    return strings;
}

/// A value of its own: a loop over a part of a temporary would outlive it.
json all_entries(const GapReport& report, std::string_view format) {
    return json::parse(radar_of(report, format, {.all = true}))["entries"];
}

/// A team whose tools, teams and categories have these names, few enough for all to be told.
GapReport named(const std::vector<std::string>& words) {
    TestTeam team;
    team.category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("one", 0.5, -0.5, {.category = "ml"})
        .tool("two", 0.6, -0.6, {.category = "ml", .status = ToolStatus::Retired});
    for (const auto& word : words) {
        team.people(2, Role::Engineer, {"one=daily", "two=weekly"}, word);
    }
    auto [landscape, answers] = team.given();
    answers.source = words.front();
    landscape.edition = words.back();
    landscape.categories[0].name = words.front();
    landscape.tools[0].name = words.front();
    landscape.tools[0].homepage = words.back();
    landscape.tools[1].name = words.back();
    landscape.tools[1].status.note = words.front();
    GapReportSettings settings;
    settings.grouping = Grouping::Team;
    return make_gap_report(std::move(answers), std::move(landscape), {}, settings);
}

std::vector<GapReport> hostile_reports() {
    std::vector<GapReport> reports{sample("hostile")};
    const auto& names = hostile_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        reports.push_back(
            named({names[i], names[(i + 1) % names.size()], names[(i + 7) % names.size()]}));
    }
    reports.push_back(named({"\"><img src=x onerror=alert(1)>", "javascript:alert(1)"}));
    reports.push_back(
        named({"&lt;script&gt;alert(1)&lt;/script&gt;", "https://x.example/\"onload="}));
    reports.push_back(named({"&#60;b&#x3e; &ltb&GT", "data:text/html,<script>1</script>"}));
    return reports;
}

/// What a browser makes of character references; enough of them for what is tested here.
std::string decoded(std::string text) {
    for (const auto& [reference, character] : {std::pair{"&lt;", "<"},
                                               {"&gt;", ">"},
                                               {"&quot;", "\""},
                                               {"&#39;", "'"},
                                               {"&#60;", "<"},
                                               {"&#x3e;", ">"},
                                               {"&ltb", "<b"},
                                               {"&GT", ">"},
                                               {"&amp;", "&"}}) {
        for (auto at = text.find(reference); at != std::string::npos;
             at = text.find(reference, at + 1)) {
            text.replace(at, std::string_view(reference).size(), character);
        }
    }
    return text;
}

const JsonSchema& schema_of(std::string_view format) {
    static const JsonSchema byor("reports/radar/byor.schema.json");
    static const JsonSchema zalando("reports/radar/zalando.schema.json");
    static const JsonSchema backstage("reports/radar/backstage.schema.json");
    return format == "zalando" ? zalando : format == "backstage" ? backstage : byor;
}

TEST(RadarFormats, AreTheseAndEachIsTested) {
    std::vector<std::string> names;
    for (const auto& format : radar_formats()) {
        names.emplace_back(format.name);
    }
    EXPECT_THAT(names, ElementsAre("byor-csv", "byor-json", "zalando", "backstage"));
}

TEST(RadarFormats, JsonIsWhatTheSchemaSays) {
    for (const auto& format : radar_formats()) {
        if (format.name == "byor-csv") {
            continue;
        }
        for (const bool all : {false, true}) {
            for (const auto& [name, report] : samples()) {
                const auto document = json::parse(radar_of(report, format.name, {all}));
                EXPECT_EQ(schema_of(format.name).objections(document), "")
                    << format.name << ", " << name;
            }
        }
        for (const auto& report : hostile_reports()) {
            const auto document = json::parse(radar_of(report, format.name));
            EXPECT_EQ(schema_of(format.name).objections(document), "") << format.name;
        }
    }
}

TEST(RadarFormats, TheSchemasRefuseWhatTheirProgramsCannotDraw) {
    auto document = json::parse(radar_of(sample("ordinary"), "zalando"));
    document["entries"][0]["quadrant"] = 4;
    EXPECT_NE(schema_of("zalando").objections(document), "");
    document = json::parse(radar_of(sample("ordinary"), "backstage"));
    document["entries"][0]["timeline"][0]["ringId"] = "Adopt";
    EXPECT_NE(schema_of("backstage").objections(document), "");
    document = json::parse(radar_of(sample("ordinary"), "byor-json"));
    document[0]["isNew"] = true;
    EXPECT_NE(schema_of("byor-json").objections(document), "");
}

TEST(RadarFormats, WriteTheSameBytesAgain) {
    for (const auto& format : radar_formats()) {
        for (const auto& [name, report] : samples()) {
            const auto copy = report;
            EXPECT_EQ(radar_of(report, format.name), radar_of(copy, format.name)) << name;
        }
    }
}

TEST(RadarFormats, TellTheDateOnlyWhereOneBelongs) {
    for (const auto& format : radar_formats()) {
        const bool dated = format.name == "zalando" || format.name == "backstage";
        EXPECT_EQ(radar_of(sample("ordinary"), format.name).find("2026-11-23") != std::string::npos,
                  dated)
            << format.name;
    }
}

TEST(RadarFormats, LetNoControlCharacterThrough) {
    for (const auto& format : radar_formats()) {
        for (const auto& report : hostile_reports()) {
            const auto text = radar_of(report, format.name, {.all = true});
            for (std::size_t at = 0; at < text.size();) {
                const auto [code, length] = code_point_at(text, at);
                ASSERT_FALSE((code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0) ||
                             (code >= 0x2028 && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069))
                    << format.name << ": " << text.substr(at < 40 ? 0 : at - 40, 80);
                at += length;
            }
        }
    }
}

TEST(RadarFormats, HoldNoMarkupInAnyWord) {
    for (const auto& format : radar_formats()) {
        for (const auto& report : hostile_reports()) {
            for (const auto& text : strings_of(report, format.name)) {
                EXPECT_THAT(text, Not(HasSubstr("<"))) << format.name;
                EXPECT_THAT(text, Not(HasSubstr(">"))) << format.name;
            }
        }
    }
}

TEST(RadarFormats, NamesStayHarmlessWhenTheyAreDecoded) {
    // Names go into pages as text and as HTML, so they hold nothing that decoding turns to markup.
    for (const auto& report : hostile_reports()) {
        for (const auto& blip : json::parse(radar_of(report, "byor-json", {.all = true}))) {
            EXPECT_THAT(decoded(blip["name"]), Not(HasSubstr("<")));
        }
        for (const auto& entry : all_entries(report, "zalando")) {
            EXPECT_THAT(decoded(entry["label"]), Not(HasSubstr("<")));
            EXPECT_THAT(decoded(entry["description"]), Not(HasSubstr("<")));
        }
        for (const auto& entry : all_entries(report, "backstage")) {
            EXPECT_THAT(decoded(entry["title"]), Not(HasSubstr("<")));
        }
    }
}

TEST(RadarFormats, AWebAddressIsOfTheWebAndEndsNoAttribute) {
    using reports::web_address;
    EXPECT_EQ(web_address("https://www.example.org/a?b=c&d#e"),
              "https://www.example.org/a?b=c&d#e");
    EXPECT_EQ(web_address("http://example.org"), "http://example.org");
    for (const auto* const bad :
         {"", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//example.org",
          "https://x.example/\" onload=\"", "https://x.example/ y", "https://x.example/<b>",
          "https://x.example/\n", "https://x.example/\xC3\xA4"}) {
        EXPECT_EQ(web_address(bad), "") << bad;
    }
}

TEST(RadarFormats, LinkOnlyToTheWeb) {
    const auto links = [](const std::string& homepage) {
        auto report = sample("ordinary");
        for (auto& tool : report.landscape.tools) {
            tool.homepage = homepage;
        }
        return std::pair(
            json::parse(radar_of(report, "zalando"))["entries"][0].value("link", "none"),
            json::parse(radar_of(report, "backstage"))["entries"][0].value("url", "none"));
    };
    using Links = std::pair<std::string, std::string>;
    const Links good{"https://x.example", "https://x.example"};
    const Links none{"none", "none"};
    EXPECT_EQ(links("https://x.example"), good);
    EXPECT_EQ(links("javascript:alert(1)"), none);
    EXPECT_EQ(links(""), none);
}

TEST(RadarFormats, HarmlessNamesCanStillBeRead) {
    using reports::harmless_name;
    EXPECT_EQ(harmless_name("Weights & Biases"), "Weights & Biases");
    EXPECT_EQ(harmless_name("R&D"), "R&D");
    EXPECT_EQ(harmless_name("<script>alert(1)</script>"), "‹script›alert(1)‹/script›");
    EXPECT_EQ(harmless_name("&lt;b&gt; &#60; AT&T; &ltx"), "＆lt;b＆gt; ＆#60; AT＆T; ＆ltx");
}

TEST(Byor, HasTheColumnsThatItsReaderAsksFor) {
    for (const auto& [name, report] : samples()) {
        const auto records = csv_cells(radar_of(report, "byor-csv"));
        ASSERT_FALSE(records.empty());
        EXPECT_THAT(records[0],
                    ElementsAre("name", "ring", "quadrant", "isNew", "status", "description"));
        for (const auto& record : records) {
            EXPECT_EQ(record.size(), 6U) << name;
        }
    }
}

TEST(Byor, CsvAndJsonSayTheSameAndNoCellIsAFormula) {
    for (const auto& report : hostile_reports()) {
        const auto records = csv_cells(radar_of(report, "byor-csv", {.all = true}));
        const auto blips = json::parse(radar_of(report, "byor-json", {.all = true}));
        ASSERT_EQ(records.size(), blips.size() + 1);
        for (std::size_t i = 0; i < blips.size(); ++i) {
            for (std::size_t j = 0; j < records[0].size(); ++j) {
                const auto& cell = records[i + 1][j];
                EXPECT_EQ(std::string_view("=+-@\t\r").find(cell[0]), std::string_view::npos)
                    << cell;
                EXPECT_THAT(cell, Not(::testing::StartsWith("＝"))) << cell;
                const std::string value = blips[i][records[0][j]];
                EXPECT_EQ(cell.starts_with('\'') ? cell.substr(1) : cell, value);
            }
        }
    }
}

TEST(Byor, ListsRingsFromTheCentreAndQuadrantsAsOnThePlane) {
    const auto blips = json::parse(radar_of(sample("ordinary"), "byor-json"));
    std::vector<std::string> rows;
    for (const auto& blip : blips) {
        rows.push_back(blip["ring"].get<std::string>() + " " + blip["name"].get<std::string>());
    }
    // 4 of 4 engineers use Git; 3 of 5 researchers the notebook, 2 of 5 the tracker.
    EXPECT_THAT(rows, ElementsAre("Adopt Cloud", "Adopt Docker", "Adopt Git", "Adopt Notebook",
                                  "Trial Platform", "Trial Tracker"));
    EXPECT_EQ(blips[3]["status"], "Moved In");
    EXPECT_EQ(blips[3]["isNew"], "FALSE");
    EXPECT_THAT(blips[3]["description"].get<std::string>(),
                HasSubstr("3 of 5 researchers use it regularly"));
}

TEST(Byor, DescriptionsAreHtmlThatShowsTheWords) {
    const auto blips = json::parse(radar_of(named({"<b>& \"x\"", "z"}), "byor-json"));
    EXPECT_THAT(blips[0]["description"].get<std::string>(),
                HasSubstr("2 of 2 people of &lt;b&gt;&amp; &quot;x&quot;"));
}

TEST(Zalando, KeepsTheQuadrantsWhereThePlaneHasThem) {
    // Its quadrants count clockwise from the lower right; the plane has the specialized tools
    // there, software tools left of them, clouds above those, platforms in the upper right.
    TestTeam team;
    team.category("a", Quadrant::SpecializedMlTools, Ring::Adopt)
        .category("b", Quadrant::StandardSweTools, Ring::Trial)
        .category("c", Quadrant::CloudPlatforms, Ring::Assess)
        .category("d", Quadrant::MachineLearningPlatforms, Ring::Hold)
        .tool("ta", 0.5, -0.5, {.category = "a"})
        .tool("tb", -0.5, -0.5, {.category = "b"})
        .tool("tc", -0.5, 0.5, {.category = "c"})
        .tool("td", 0.5, 0.5, {.category = "d"})
        .people(1, Role::Engineer, {"ta", "tb", "tc=wanted", "td"});
    auto [landscape, answers] = team.given();
    const auto report = make_gap_report(answers, landscape, {}, {});
    const auto zalando = json::parse(radar_of(report, "zalando"));
    const auto backstage = json::parse(radar_of(report, "backstage"));
    const std::vector<std::string> ids{"specialized-ml-tools", "standard-swe-tools",
                                       "cloud-platforms", "machine-learning-platforms"};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(zalando["entries"][i]["quadrant"], i);
        EXPECT_EQ(zalando["entries"][i]["ring"], i);
        EXPECT_EQ(backstage["quadrants"][i]["id"], ids[i]);
        EXPECT_EQ(backstage["entries"][i]["quadrant"], ids[i]);
        EXPECT_EQ(zalando["quadrants"][i]["name"], backstage["quadrants"][i]["name"]);
    }
    EXPECT_EQ(zalando["entries"][2]["moved"], 2) << "new: wanted, and nobody uses it";
    EXPECT_EQ(zalando["rings"][0]["name"], "ADOPT");
}

TEST(Zalando, TellsMovements) {
    const auto entries = json::parse(radar_of(named({"one", "two"}), "zalando"))["entries"];
    EXPECT_EQ(entries[0]["moved"], 1);
    EXPECT_EQ(entries[1]["moved"], -1) << "retired";
    const auto blips = json::parse(radar_of(named({"one", "two"}), "backstage"))["entries"];
    EXPECT_EQ(blips[0]["timeline"][0]["moved"], 1);
    EXPECT_EQ(blips[1]["timeline"][0]["moved"], -1);
}

TEST(Backstage, DescriptionsAreMarkdownThatShowsTheWords) {
    const auto entries =
        json::parse(radar_of(named({"[a](javascript:x) *b* `c`", "z"}), "backstage"))["entries"];
    EXPECT_THAT(entries[0]["description"].get<std::string>(),
                HasSubstr("\\[a\\](javascript:x) \\*b\\* \\`c\\`"));
}

TEST(Backstage, KeysAreUnique) {
    for (const auto& [name, report] : samples()) {
        std::set<std::string> keys;
        for (const auto& entry : all_entries(report, "backstage")) {
            EXPECT_TRUE(keys.insert(entry["key"]).second) << name;
        }
    }
}

/// Relative luminance (WCAG 2) of "#rrggbb".
double luminance(std::string_view colour) {
    const auto channel = [&](std::size_t at) {
        const double value =
            static_cast<double>(std::stoi(std::string(colour.substr(at, 2)), nullptr, 16)) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

TEST(RadarFormats, TheNumbersInTheBlipsCanBeRead) {
    for (const auto ring : reports::rings) {
        EXPECT_GE(1.05 / (luminance(reports::colour_of(ring)) + 0.05), 4.5) << "white on it";
    }
}

TEST(RadarFormats, OfAConfidentialRoundTellNoSmallNumber) {
    for (const auto& format : radar_formats()) {
        const auto text = radar_of(sample("said in confidence"), format.name, {.all = true});
        EXPECT_THAT(text, Not(HasSubstr("hybrid"))) << format.name;
        for (const auto* const number : {" 1 of", " 2 of", " 3 of", " 4 of", "by 1 ", "by 2 "}) {
            EXPECT_THAT(text, Not(HasSubstr(number))) << format.name;
        }
    }
}

} // namespace
} // namespace assess::testing
