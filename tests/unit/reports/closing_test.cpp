// What would close the gaps, in words and tables; the report and the proposals are made by hand.
#include "model/text/text.hpp"
#include "reports/content/closing_words.hpp"
#include "reports/svg/dumbbell.hpp"
#include "reports/what_if/what_if_writers.hpp"
#include "sample_reports.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/said.hpp"
#include "tests/support/short_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace assess::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// Five researchers and four engineers, 0.62 apart on the building diagonal; three tools.
GapReport apart(double gap = 0.62) {
    GapReport report;
    report.landscape.edition = "test";
    report.landscape.categories = {
        {"stack", "Stack", Quadrant::StandardSweTools, Ring::Adopt, "code"},
        {"models", "Models", Quadrant::SpecializedMlTools, Ring::Trial, "models"}};
    for (const auto& [id, name, category] :
         {std::tuple{"git", "Git", 0U}, {"aws", "AWS", 0U}, {"deepnote", "Deepnote", 1U}}) {
        Tool tool;
        tool.id = id;
        tool.name = name;
        tool.categories = {category};
        report.landscape.tools.push_back(std::move(tool));
    }
    for (const auto role : {Role::Researcher, Role::Engineer}) {
        Group group;
        group.id = id_of(role);
        group.name = plural_of(role);
        group.role = role;
        group.n = role == Role::Researcher ? 5 : 4;
        group.tools.resize(report.landscape.tools.size());
        for (auto& use : group.tools) {
            use.base = group.n;
            use.users = 1;
        }
        report.groups.push_back(std::move(group));
    }
    Comparison pair;
    pair.first = 0;
    pair.second = 1;
    DiagonalGap on_building;
    on_building.gap = estimate(gap, gap - 0.2, gap + 0.2);
    DiagonalGap on_orchestration;
    on_orchestration.gap = estimate(0.1, -0.1, 0.3);
    pair.diagonal[building] = on_building;
    pair.diagonal[orchestration] = on_orchestration;
    report.comparisons.push_back(std::move(pair));
    Finding finding;
    finding.rule = &rule_named("opposite-ends");
    finding.id = "opposite-ends";
    finding.subject = "building";
    finding.state = State::Present;
    finding.severity = Severity::Serious;
    report.findings.push_back(finding);
    finding.rule = &rule_named("broken-ladder");
    finding.id = "broken-ladder";
    finding.severity = Severity::Notable;
    report.findings.push_back(finding);
    return report;
}

/// Group 0 takes up tool `tool`, or group 1 where `tool` is the last one.
Proposal proposal(std::vector<ToolIndex> tools, std::size_t people, double after) {
    Proposal made;
    for (const auto tool : tools) {
        made.adoptions.push_back({tool, tool == 2 ? 1U : 0U, people / tools.size(), 1, true});
    }
    made.people = people;
    made.gap_after[building] = estimate(after, after - 0.18, after + 0.18);
    made.gap_after[orchestration] = estimate(0.05, -0.1, 0.2);
    made.gap_change = made.gap_after;
    made.answers = {0};
    return made;
}

Recommendation of(std::vector<Proposal> proposals) {
    Recommendation made;
    made.singles = 6;
    made.pairs = 15;
    made.asked_for = 4;
    made.front = proposals.size();
    made.proposals = std::move(proposals);
    return made;
}

TEST(Closing, NoSingleAdoptionIsEnoughButAPairIs) {
    const auto lede = said(reports::closing_lede(
        apart(), of({proposal({0}, 2, 0.59), proposal({1}, 5, 0.45), proposal({1, 2}, 9, 0.29)})));
    EXPECT_EQ(lede, "No single adoption that the findings ask for brings the building gap from "
                    "0.62 under 0.40. AWS for the researchers comes closest: it leaves 0.45 (0.27 "
                    "to 0.63). Together, AWS for the researchers and Deepnote for the engineers "
                    "leave 0.29 (0.11 to 0.47), with 9 people to bring along.");
}

TEST(Closing, OfThoseThatReachTheThresholdTheOneForTheFewestPeopleIsNamed) {
    const auto lede = said(reports::closing_lede(
        apart(), of({proposal({0}, 2, 0.39), proposal({1}, 5, 0.2), proposal({1, 2}, 9, 0.1)})));
    EXPECT_EQ(lede, "Git for the researchers alone brings the building gap from 0.62 under 0.40: "
                    "it leaves 0.39 (0.21 to 0.57), with 2 people to bring along.");
}

TEST(Closing, AGapBelowZeroIsTurnedRoundInSentences) {
    const auto lede = said(reports::closing_lede(apart(-0.3), of({proposal({0}, 1, -0.12)})));
    EXPECT_EQ(lede, "Git for the researchers alone brings the building gap from 0.30 under 0.15: "
                    "it leaves 0.12 (-0.06 to 0.30), with 1 person to bring along.");
}

TEST(Closing, ThresholdsAreThePolicys) {
    auto report = apart();
    report.policy.gap_serious = 0.60;
    EXPECT_THAT(said(reports::closing_lede(report, of({proposal({0}, 2, 0.59)}))),
                HasSubstr("under 0.60"));
}

TEST(Closing, WithoutAGapOtherFindingsAreAnswered) {
    auto report = apart(0.05);
    report.findings.erase(report.findings.begin());
    EXPECT_THAT(said(reports::closing_lede(report, of({proposal({0}, 2, 0.04)}))),
                AllOf(StartsWith("No finding asks to close a gap."),
                      HasSubstr("Git for the researchers answers most: broken-ladder (building)")));
}

TEST(Closing, NothingIsProposedForAReason) {
    Recommendation nothing;
    nothing.reason = {"recommend.none-asks"};
    nothing.unanswered = {0, 1};
    EXPECT_EQ(said(reports::closing_lede(apart(), nothing)),
              "Nothing is proposed. No finding asks for an adoption, and a small gap is no end in "
              "itself.");
    EXPECT_THAT(said(reports::closing_notes(apart(), nothing, 0)),
                ElementsAre("To try any change all the same: assess what-if."));
    EXPECT_THAT(said(reports::next_step(GapReport{}, nothing)), HasSubstr("a second role"));
    nothing.singles = 4;
    EXPECT_THAT(said(reports::next_step(apart(), nothing)), HasSubstr("--ring assess"));
    nothing.singles = 0;
    EXPECT_EQ(said(reports::unanswered_note(apart(), nothing)), "");
}

TEST(Closing, WhatCannotBeToldIsADashWithoutAnInterval) {
    auto blank = proposal({2}, 4, 0);
    blank.gap_after.fill(Quantity<Estimate>::unavailable(saying("nobody has a place")));
    const auto cells = reports::cells_of(apart(), blank, 0);
    EXPECT_EQ(said(cells.after[building]), "-");
    EXPECT_EQ(said(cells.interval[building]), "no interval");
    // It is no candidate for coming closest while another one has a number.
    EXPECT_THAT(said(reports::closing_lede(apart(), of({blank, proposal({0}, 5, 0.6)}))),
                HasSubstr("Git for the researchers comes closest"));
    EXPECT_THAT(said(reports::closing_lede(apart(), of({blank}))), HasSubstr("no gap to tell"));
}

TEST(Closing, CellsNameRingUseAndFindings) {
    auto report = apart();
    report.groups[1].tools[1].users = 3;
    report.groups[0].tools[2].few = true;
    const auto cells = reports::cells_of(report, proposal({1, 2}, 8, 0.29), 4);
    EXPECT_EQ(cells.proposal, 4U);
    ASSERT_EQ(cells.adoptions.size(), 2U);
    EXPECT_EQ(said(cells.adoptions[0].takes_up), "researchers take up AWS");
    EXPECT_EQ(said(cells.name), "Researchers take up AWS and engineers take up Deepnote");
    EXPECT_EQ(cells.adoptions[0].ring, Ring::Adopt);
    EXPECT_EQ(said(cells.adoptions[0].used_by), "3 of 4 engineers");
    EXPECT_EQ(cells.adoptions[1].ring, Ring::Trial);
    EXPECT_EQ(said(cells.adoptions[1].used_by), "few researchers");
    EXPECT_EQ(said(cells.after[building]), "0.29");
    EXPECT_EQ(said(cells.interval[building]), "0.11 to 0.47");
    EXPECT_THAT(cells.answers, ElementsAre("opposite-ends, building"));
}

TEST(Closing, TwoToolsOfOneGroupAreToldTogether) {
    const auto both = proposal({0, 1}, 9, 0.29);
    EXPECT_EQ(said(reports::cells_of(apart(), both, 0).name), "Researchers take up Git and AWS");
    EXPECT_THAT(said(reports::closing_lede(apart(), of({both}))),
                StartsWith("Together, Git and AWS for the researchers leave 0.29 (0.11 to 0.47)"));
}

TEST(Closing, AShortListHasTheStepsDownAndWhatAnswersMore) {
    // In the order of people: 0.60, 0.61, 0.50, 0.55, 0.40.
    std::vector<Proposal> singles{proposal({0}, 1, 0.60), proposal({0}, 2, 0.61),
                                  proposal({1}, 3, 0.50), proposal({1}, 4, 0.55),
                                  proposal({2}, 5, 0.40)};
    const auto report = apart();
    EXPECT_THAT(reports::short_list(report, of(singles), 3, 3), ElementsAre(0, 2, 4));
    // The fourth answers a finding that none of these does.
    singles[3].answers = {0, 1};
    EXPECT_THAT(reports::short_list(report, of(singles), 4, 3), ElementsAre(0, 2, 3, 4));
    // Of too many steps the cheapest and the lowest are kept.
    EXPECT_THAT(reports::short_list(report, of(singles), 2, 3), ElementsAre(0, 4));
    EXPECT_THAT(reports::short_list(report, of(singles), 9, 3), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(reports::short_list(report, of({}), 9, 3), IsEmpty());
}

TEST(Closing, WhatWidensTheGapIsNoStep) {
    const auto all = of({proposal({0}, 1, 0.70), proposal({0}, 2, 0.60), proposal({1}, 3, 0.50)});
    EXPECT_THAT(reports::short_list(apart(), all, 2, 0), ElementsAre(1, 2));
    // A pair is measured against singles that need fewer people.
    const auto pairs = of({proposal({0}, 1, 0.30), proposal({0, 1}, 2, 0.40),
                           proposal({1, 2}, 3, 0.20), proposal({0, 2}, 4, 0.25)});
    EXPECT_THAT(reports::short_list(apart(), pairs, 1, 1), ElementsAre(0, 2));
}

TEST(Closing, PairsAreListedAfterSingles) {
    const auto all = of({proposal({0, 1}, 1, 0.2), proposal({0}, 2, 0.5)});
    EXPECT_THAT(reports::short_list(apart(), all, 8, 3), ElementsAre(1, 0));
}

TEST(Closing, TheLeadingDiagonalIsTheOneThatWeighsMore) {
    auto report = apart(0.05);
    report.findings.clear();
    EXPECT_EQ(reports::leading_diagonal(report), Diagonal::Orchestration); // 0.10 beats 0.05
    EXPECT_EQ(reports::leading_diagonal(apart(0.05)), Diagonal::Building); // a finding beats size
    EXPECT_EQ(reports::leading_diagonal(GapReport{}), Diagonal::Building);
}

TEST(Closing, WhatIsNotListedIsCounted) {
    auto all = of({proposal({0}, 2, 0.5)});
    all.front = 31;
    EXPECT_THAT(said(reports::more_proposals(all, 1)),
                AllOf(HasSubstr("30 more are worth a look"), HasSubstr("--most 31")));
    EXPECT_EQ(said(reports::more_proposals(of({proposal({0}, 2, 0.5)}), 1)), "");
}

TEST(Closing, NoAdoptionMendsALadderWithoutRungs) {
    auto all = of({proposal({0}, 2, 0.5)});
    all.unanswered = {1};
    EXPECT_THAT(said(reports::unanswered_note(apart(), all)),
                AllOf(HasSubstr("broken-ladder (building)"), HasSubstr("connector")));
}

TEST(Closing, ConfidentialAnswersSayWhatWasNotTried) {
    auto all = of({proposal({0}, 5, 0.5)});
    all.whole_groups_only = true;
    EXPECT_THAT(said(reports::closing_notes(apart(), all, 1)),
                ::testing::Contains(HasSubstr("only tools that nobody in a group uses")));
}

/// x1, x2, cx of the elements of a class, as numbers.
double attribute(const std::string& svg, const std::string& classes, const std::string& name) {
    const auto element = svg.find("class=\"" + classes + "\"");
    const auto at = svg.find(" " + name + "=\"", element) + name.size() + 3;
    return element == std::string::npos ? -1 : std::stod(svg.substr(at));
}

TEST(Dumbbell, ValuesStandWhereTheScaleHasThem) {
    const Policy policy;
    const std::vector<reports::Dumbbell> rows{{estimate(0.6, 0.4, 0.8), estimate(0.2, -0.2, 0.6)}};
    const auto svg = reports::DumbbellScale(rows, policy).row(rows[0]);
    const double before = attribute(svg, "dumb-before", "cx");
    const double after = attribute(svg, "dumb-after", "cx");
    const double low = attribute(svg, "dumb-sure", "x1");
    const double high = attribute(svg, "dumb-sure", "x2");
    // The interval's upper end is today's value, its middle the value after.
    EXPECT_DOUBLE_EQ(before, high);
    EXPECT_NEAR(after, (low + high) / 2, 0.011);
    EXPECT_GT(low, 0);
    EXPECT_LT(high, 100);
}

TEST(Dumbbell, NothingToTellAndNoWidthAreStillDrawn) {
    const Policy policy;
    const std::vector<reports::Dumbbell> rows{
        {estimate(0, 0, 0), Quantity<Estimate>::unavailable(saying("no place"))}};
    const reports::DumbbellScale scale(rows, policy);
    EXPECT_THAT(scale.row(rows[0]), Not(HasSubstr("dumb-after")));
    EXPECT_THAT(scale.row(rows[0]), HasSubstr("dumb-before"));
    EXPECT_THAT(scale.axis(), HasSubstr("today 0.00"));
    EXPECT_THAT(reports::DumbbellScale({}, policy).axis(), Not(HasSubstr("today")));
}

TEST(Dumbbell, TextsOfTheAxisThatWouldMeetAreLeftOut) {
    const Policy policy;
    const std::vector<reports::Dumbbell> rows{{estimate(0.41, 0, 1), estimate(0.2, -0.2, 0.6)}};
    const auto axis = reports::DumbbellScale(rows, policy).axis();
    EXPECT_THAT(axis, AllOf(HasSubstr("today 0.41"), Not(HasSubstr(">0.40<"))));
}

std::string recommended(const GapReport& report, std::string_view format,
                        const WriterSettings& settings = {}) {
    for (const auto& writer : recommendation_writers()) {
        if (writer.format == format) {
            std::ostringstream out;
            writer.write(report, settings, out);
            return out.str();
        }
    }
    return "no writer";
}

const std::vector<std::string>& samples_with_closing() {
    static const std::vector<std::string> names{"closing", "closing of hostile tools",
                                                "nothing to close"};
    return names;
}

TEST(Recommendation, JsonIsValidAgainstItsSchema) {
    const JsonSchema schema("reports/what_if/recommendation.schema.json");
    for (const auto& name : samples_with_closing()) {
        const auto json = nlohmann::json::parse(recommended(sample(name), "json"));
        EXPECT_EQ(schema.objections(json), "") << name;
        EXPECT_EQ(json["format"], "assess/recommendation/1");
    }
    auto broken = nlohmann::json::parse(recommended(sample("closing"), "json"));
    broken["recommendation"]["proposals"][0].erase("people");
    EXPECT_NE(schema.objections(broken), "");
}

TEST(Recommendation, JsonHoldsTheValues) {
    const auto json = nlohmann::json::parse(recommended(sample("closing"), "json"));
    const auto& proposals = json["recommendation"]["proposals"];
    ASSERT_EQ(proposals.size(), 3U);
    EXPECT_EQ(proposals[0]["adoptions"][0]["tool"], "git");
    EXPECT_EQ(proposals[0]["adoptions"][0]["group"], "researcher");
    EXPECT_EQ(proposals[0]["building"]["after"]["estimate"], 0.51);
    EXPECT_EQ(proposals[0]["building"]["change"]["upper"], -0.02);
    EXPECT_TRUE(proposals[1]["building"]["after"].is_null());
    EXPECT_EQ(proposals[1]["building"]["after_reason"],
              "one group would still have nobody with a place");
    EXPECT_TRUE(proposals[1]["findings"].is_null());
    EXPECT_EQ(proposals[2]["orchestration"]["after"]["interval_reason"],
              "one answer cannot show a spread");
    EXPECT_EQ(proposals[2]["ring"], "trial");
}

TEST(Recommendation, TextFitsEveryWidthAndNeedsNoUnicode) {
    for (const auto& name : samples_with_closing()) {
        for (const std::size_t width : {40U, 60U, 80U, 100U, 200U}) {
            for (const bool unicode : {true, false}) {
                const auto text = recommended(sample(name), "text", {width, false, unicode});
                EXPECT_THAT(text, Not(HasSubstr("nan")));
                for (const auto& line : lines_of(text)) {
                    EXPECT_LE(display_width(line), std::min<std::size_t>(width, 100))
                        << name << ": " << line;
                    EXPECT_TRUE(unicode ||
                                std::ranges::all_of(
                                    line, [](unsigned char c) { return c >= 0x20 && c < 0x7F; }))
                        << line;
                }
            }
        }
    }
}

TEST(Recommendation, TextSaysWhatWouldBeFoundThen) {
    const auto text = recommended(sample("closing"), "text", {100, false, true});
    EXPECT_THAT(text, HasSubstr("What the findings would say then"));
    EXPECT_THAT(text, HasSubstr("Researchers take up Git:"));
    EXPECT_THAT(text, HasSubstr("0.51 (0.31 to 0.71)"));
    EXPECT_THAT(text, HasSubstr("What no adoption mends"));
}

TEST(ClosingSection, EveryFormatShowsItAndOnlyWhereItWasAskedFor) {
    const auto& report = sample("closing");
    EXPECT_THAT(written(report, "text", {100, false, true}),
                AllOf(HasSubstr("What would close it"), HasSubstr("0.51 (0.31 to 0.71)")));
    EXPECT_THAT(written(report, "markdown"),
                AllOf(HasSubstr("## What would close it"), HasSubstr("Researchers take up Git")));
    EXPECT_THAT(written(report, "html"),
                AllOf(HasSubstr("id=\"closing-h\""), HasSubstr("take up <b>Git</b>"),
                      HasSubstr("0.31 to 0.71"), HasSubstr("href=\"#finding-1\"")));
    for (const auto* format : {"text", "markdown", "html"}) {
        EXPECT_THAT(written(sample("ordinary"), format), Not(HasSubstr("What would close it")));
        EXPECT_THAT(written(sample("nothing to close"), format),
                    HasSubstr("No finding asks for an adoption"));
    }
    const auto json = nlohmann::json::parse(written(sample("ordinary"), "json"));
    EXPECT_TRUE(json["closing"].is_null());
    EXPECT_EQ(json["closing_reason"], "it was not asked for");
}

} // namespace
} // namespace assess::testing
