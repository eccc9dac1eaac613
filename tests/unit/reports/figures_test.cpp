// The drawn figures as wholes: texts that never meet, marks that count, nothing that is hidden.
#include "model/findings/rules.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/landscape/load.hpp"
#include "reports/svg/figures.hpp"
#include "reports/svg/geometry.hpp"
#include "reports/svg/interval_strip.hpp"
#include "reports/svg/plane_labels.hpp"
#include "reports/svg/plane_scene.hpp"
#include "reports/svg/raster.hpp"
#include "reports/svg/text_width.hpp"
#include "sample_reports.hpp"
#include "tests/support/said.hpp"
#include "xml_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace assess::testing {
namespace {

using namespace reports;
using ::testing::HasSubstr;
using ::testing::Not;

/// Of every sample, wide and narrow.
TEST(PlaneLabels, MeetNeitherEachOtherNorACentreNorTheFrame) {
    for (const auto& [name, report] : samples()) {
        for (const auto size : {Size::Wide, Size::Narrow}) {
            const auto scene = make_scene(report, PlaneLayout::of(size));
            const auto labels = label_plane(scene).labels;
            for (std::size_t i = 0; i < labels.size(); ++i) {
                EXPECT_TRUE(scene.layout.frame.contains(labels[i].box)) << name;
                for (const auto& centre : scene.centres) {
                    EXPECT_FALSE(overlap(labels[i].box,
                                         Box::around(centre.x, centre.y, scene.layout.centre)))
                        << name;
                }
                for (std::size_t j = 0; j < i; ++j) {
                    EXPECT_FALSE(overlap(labels[i].box, labels[j].box)) << name;
                }
            }
        }
    }
}

/// Teams of 1 to 40 people who use 1 to 12 tools of the current edition each.
const std::vector<GapReport>& random_teams() {
    static const std::vector<GapReport> teams = [] {
        std::mt19937 random(2021); // NOLINT(cert-msc51-cpp): the same teams every time
        std::vector<GapReport> all;
        constexpr int count = 24;
        for (int team = 0; team < count; ++team) {
            auto landscape = built_in_landscape("current");
            Answers answers;
            answers.source = "random";
            answers.blocks = {{"tools", "Tools", {}}};
            const auto people = 1 + random() % 40;
            for (std::uint32_t i = 0; i < people; ++i) {
                Respondent person;
                person.id = std::to_string(i);
                person.role = roles[random() % roles.size()];
                person.answered = 1;
                std::map<ToolIndex, Depth> tools;
                for (std::uint32_t use = 0; use < 1 + random() % 12; ++use) {
                    tools[static_cast<ToolIndex>(random() % landscape.tools.size())] =
                        static_cast<Depth>(random() % 5);
                }
                for (const auto& [tool, depth] : tools) {
                    person.usages.push_back({tool, depth});
                }
                answers.respondents.push_back(std::move(person));
            }
            answers.rows = people;
            all.push_back(make_gap_report(std::move(answers), std::move(landscape), Policy{}, {}));
        }
        return all;
    }();
    return teams;
}

/// A text as it stands in a drawing, as wide as the widest font makes it; its height is that of
/// small letters, so that lines close to each other do not count as meeting.
struct DrawnText {
    std::string text;
    Box box;
};

std::string attribute(std::string_view tag, std::string_view name) {
    const auto at = tag.find(" " + std::string(name) + "=\"");
    if (at == std::string_view::npos) {
        return {};
    }
    const auto from = at + name.size() + 3;
    return std::string(tag.substr(from, tag.find('"', from) - from));
}

std::string unescaped(std::string text) {
    for (const auto& [entity, character] : std::map<std::string, std::string>{
             {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

std::vector<DrawnText> texts_of(std::string_view svg) {
    std::vector<DrawnText> texts;
    for (auto at = svg.find("<text "); at != std::string_view::npos;
         at = svg.find("<text ", at + 1)) {
        const auto end = svg.find('>', at);
        const auto tag = svg.substr(at, end - at);
        const auto words =
            unescaped(std::string(svg.substr(end + 1, svg.find("</text>", end) - end - 1)));
        const double size = std::stod(attribute(tag, "font-size"));
        const double x = std::stod(attribute(tag, "x"));
        const double y = std::stod(attribute(tag, "y"));
        const bool strong = attribute(tag, "class").find("strong") != std::string::npos;
        const double width =
            text_width(words, size, strong ? FontWeight::Bold : FontWeight::Regular);
        const auto anchor = attribute(tag, "text-anchor");
        const double left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x;
        texts.push_back({words, {left, y - 0.55 * size, left + width, y}});
    }
    return texts;
}

void expect_texts_apart(const GapReport& report, const std::string& name) {
    for (const auto& named : figures()) {
        for (const auto size : {Size::Wide, Size::Narrow}) {
            const auto figure = named.draw(report, size);
            const auto texts = texts_of(figure.body);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                EXPECT_GE(texts[i].box.left, -2) << name << ", " << named.name << texts[i].text;
                EXPECT_LE(texts[i].box.right, figure.width + 2)
                    << name << ", " << named.name << ": " << texts[i].text;
                for (std::size_t j = 0; j < i; ++j) {
                    EXPECT_FALSE(overlap(texts[i].box, texts[j].box))
                        << name << ", " << named.name << (size == Size::Wide ? "" : " narrow")
                        << ": " << texts[i].text << " / " << texts[j].text;
                }
            }
        }
    }
}

TEST(Figures, LetNoTwoTextsMeet) {
    for (const auto& [name, report] : samples()) {
        expect_texts_apart(report, name);
    }
    for (std::size_t i = 0; i < random_teams().size(); ++i) {
        expect_texts_apart(random_teams()[i], "team " + std::to_string(i));
    }
}

TEST(Figures, TheCheckOfTextsCanFail) {
    const auto texts = texts_of("<text x=\"10\" y=\"20\" font-size=\"10\">one</text>"
                                "<text x=\"12\" y=\"22\" font-size=\"10\" text-anchor=\"end\">two"
                                "</text><text x=\"12\" y=\"40\" font-size=\"10\">three</text>");
    ASSERT_EQ(texts.size(), 3U);
    EXPECT_TRUE(overlap(texts[0].box, texts[1].box));
    EXPECT_FALSE(overlap(texts[0].box, texts[2].box));
}

TEST(PlaneScene, PutsThePlaneOnThePage) {
    const auto scene = make_scene(sample("ordinary"), PlaneLayout::of(Size::Wide));
    const auto& frame = scene.layout.frame;
    EXPECT_DOUBLE_EQ(scene.x_of(-1), frame.left);
    EXPECT_DOUBLE_EQ(scene.x_of(1), frame.right);
    EXPECT_DOUBLE_EQ(scene.y_of(1), frame.top);
    EXPECT_DOUBLE_EQ(scene.y_of(0), (frame.top + frame.bottom) / 2);
    // Four placed researchers, four engineers, two hybrids: everybody has a mark.
    EXPECT_EQ(scene.people.size(), 10U);
    EXPECT_EQ(scene.centres.size(), 3U);
    ASSERT_TRUE(scene.gap);
    // From the engineers on the left to the researchers on the right.
    EXPECT_LT(scene.gap->x1, scene.gap->x2);
}

TEST(PlaneScene, ShowsNoPersonUnderAPromiseOfConfidence) {
    auto report = sample("ordinary");
    report.answers.promise.kind = Promise::Confidential;
    EXPECT_TRUE(make_scene(report, PlaneLayout::of(Size::Wide)).people.empty());
}

TEST(Figures, AreWellFormedForEveryReport) {
    for (const auto& named : figures()) {
        for (const auto& [name, report] : samples()) {
            for (const auto size : {Size::Wide, Size::Narrow}) {
                const auto figure = named.draw(report, size);
                const auto file = svg_file(figure, Name{"source <&>"});
                EXPECT_EQ(xml_objection(file), "") << named.name << ", " << name;
                EXPECT_NE(said(figure.title), "");
                EXPECT_NE(said(figure.description), "");
                EXPECT_GT(figure.width, 0);
                EXPECT_GT(figure.height, 0);
                EXPECT_THAT(file, Not(HasSubstr("var("))) << named.name;
                EXPECT_THAT(file, Not(HasSubstr("<script"))) << named.name << ", " << name;
                EXPECT_EQ(svg_file(named.draw(report, size), Name{"source <&>"}), file);
                for (const auto& table : figure.tables) {
                    for (const auto& row : table.rows) {
                        EXPECT_EQ(row.size(), table.heads.size()) << named.name << ", " << name;
                    }
                }
            }
        }
    }
}

TEST(Figures, DrawAsPicturesToo) {
    const auto file =
        svg_file(figures().front().draw(sample("ordinary"), Size::Wide), Name{"test"});
    const auto png = png_of(file);
    EXPECT_TRUE(png.starts_with("\x89PNG\r\n"));
    const auto pdf = pdf_of(file);
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_EQ(pdf_of(file), pdf); // no clock in it
}

/// The ordinary team, asked who works on which of four stages.
GapReport with_lifecycle() {
    auto report = sample("ordinary");
    report.landscape.stages = {{"data", "Data", "both", {1}},
                               {"train", "Training", "model", {0, 2}},
                               {"deploy", "Deployment", "software", {3}},
                               {"watch", "Watching <it>", "software", {0}}};
    const auto work = [](std::size_t people, std::size_t covered) {
        StageWork one;
        one.base = 4;
        one.people = people;
        one.covered = covered;
        return one;
    };
    // Researchers, engineers, hybrids; the row of everybody is their sum.
    const auto row = [&](std::size_t stage,
                         std::array<std::pair<std::size_t, std::size_t>, 3> each) {
        StageRow all{stage, {}, {}};
        std::size_t people = 0;
        std::size_t covered = 0;
        for (const auto& [works, with_tool] : each) {
            all.groups.emplace_back(work(works, with_tool));
            people += works;
            covered += with_tool;
        }
        all.everybody = work(people, covered);
        return all;
    };
    report.lifecycle.stages = {
        row(0, {{{2, 2}, {1, 0}, {0, 0}}}), row(1, {{{3, 2}, {0, 0}, {1, 1}}}),
        row(2, {{{0, 0}, {4, 4}, {1, 1}}}), row(3, {{{0, 0}, {1, 0}, {0, 0}}})};
    report.lifecycle.hand_offs = {{1, 2, std::size_t{1}, {}}};
    return report;
}

TEST(Figures, TellFewPeopleWithoutTheirNumber) {
    auto report = sample("ordinary");
    const auto git = report.landscape.find("git").value();
    report.groups[0].tools[git] = {};
    report.groups[0].tools[git].few = true;
    auto& comparison = report.comparisons.front();
    ToolContribution few;
    for (const auto& part : comparison.by_tool) {
        few.building += part.tool == git ? part.building : 0;
        few.orchestration += part.tool == git ? part.orchestration : 0;
    }
    std::erase_if(comparison.by_tool, [&](const auto& part) { return part.tool == git; });
    comparison.by_few = few;
    const auto plane = figures()[0].draw(report, Size::Wide);
    EXPECT_THAT(plane.body, HasSubstr("<title>Git: 4 of 4 engineers and 1 of 2 hybrids, and few "
                                      "others.</title>"));
    const auto parts = figures()[3].draw(report, Size::Wide);
    EXPECT_THAT(parts.body, HasSubstr("tools of few people"));
    // All rows but the two of the sum and its interval add up to the gap, to a thousandth.
    const auto& rows = parts.tables.at(0).rows;
    double sum = 0;
    for (std::size_t i = 0; i + 2 < rows.size(); ++i) {
        sum += std::stod(said(rows[i][3]));
    }
    EXPECT_NEAR(sum, std::stod(said(rows[rows.size() - 2][3])), 1e-9);
}

TEST(LifecycleFigure, MarksEveryPersonByWhetherAToolCovers) {
    const auto draw = figures()[4].draw;
    ASSERT_EQ(figures()[4].name, "lifecycle");
    for (const auto size : {Size::Wide, Size::Narrow}) {
        const auto figure = draw(with_lifecycle(), size);
        EXPECT_EQ(xml_objection(svg_file(figure, Name{})), "");
        // Researchers: 2 + 2 covered, 1 open; engineers: 4 covered, 1 + 1 open; hybrids: 2.
        EXPECT_EQ(count(figure.body, "\"solid res\""), 4U);
        EXPECT_EQ(count(figure.body, "\"open res\""), 1U);
        EXPECT_EQ(count(figure.body, "\"solid eng\""), 4U);
        EXPECT_EQ(count(figure.body, "\"open eng\""), 2U);
        EXPECT_EQ(count(figure.body, "\"solid hyb\""), 2U);
        EXPECT_EQ(count(figure.body, "stage hole"), 1U);
        EXPECT_THAT(figure.body, HasSubstr("1 person, no tool"));
        EXPECT_THAT(figure.body, HasSubstr("Watching &lt;it&gt;"));
    }
    EXPECT_THAT(draw(with_lifecycle(), Size::Wide).body,
                HasSubstr("the hand-off rests on 1 person who does both"));
}

TEST(LifecycleFigure, TellsManyPeopleInNumbersAndHidesWhatMayNotBeTold) {
    auto report = with_lifecycle();
    StageWork many;
    many.base = 3000;
    many.people = std::size_t{1204};
    many.covered = std::size_t{990};
    report.lifecycle.stages[0].groups[0] = many;
    StageWork hidden;
    hidden.people = Quantity<std::size_t>::unavailable(saying("too few people"));
    hidden.covered = Quantity<std::size_t>::unavailable(saying("too few people"));
    report.lifecycle.stages[0].groups[1] = hidden;
    const auto figure = figures()[4].draw(report, Size::Wide);
    EXPECT_THAT(figure.body, HasSubstr("990 of 1,204"));
    EXPECT_THAT(figure.body, HasSubstr("not shown"));
    EXPECT_EQ(count(figure.body, "\"open "), 0U);
}

/// A finding on a scale from 0 to 1 with a threshold of 0.5.
Finding measured_finding(double value, std::optional<double> lower, std::optional<double> upper) {
    Finding finding;
    finding.rule = &rule_named("left-end");
    Magnitude magnitude;
    magnitude.name = saying("share <of> usage");
    magnitude.estimate.value = value;
    magnitude.estimate.lower = lower;
    magnitude.estimate.upper = upper;
    magnitude.threshold = 0.5;
    finding.magnitude = magnitude;
    return finding;
}

TEST(IntervalStrip, StandsOnItsScale) {
    EXPECT_EQ(interval_strip(Finding{}, false), "");
    const auto strip = interval_strip(measured_finding(0.25, 0.125, 0.375), false);
    EXPECT_EQ(xml_objection(strip), "");
    EXPECT_THAT(strip, HasSubstr("cx=\"25%\""));
    EXPECT_THAT(strip, HasSubstr("x1=\"12.5%\" x2=\"37.5%\""));
    EXPECT_THAT(strip, HasSubstr("x1=\"50%\" x2=\"50%\"")); // the threshold
    EXPECT_THAT(strip, HasSubstr("share &lt;of&gt; usage: 25%"));
}

TEST(IntervalStrip, TellsANarrowIntervalInOneText) {
    const auto strip = interval_strip(measured_finding(0.81, 0.805, 0.815), false);
    EXPECT_THAT(strip, HasSubstr("81% ("));
    const auto none = interval_strip(measured_finding(0.3, {}, {}), true);
    EXPECT_THAT(none, Not(HasSubstr("class=\"ci\"")));
    EXPECT_THAT(none, HasSubstr("cx=\"30%\""));
}

} // namespace
} // namespace assess::testing
