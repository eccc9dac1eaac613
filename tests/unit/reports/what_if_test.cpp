// The pages of a what-if; its values are made by hand.
#include "model/text/text.hpp"
#include "reports/content/finding_changes.hpp"
#include "reports/what_if/what_if_words.hpp"
#include "reports/what_if/what_if_writers.hpp"
#include "sample_reports.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/said.hpp"
#include "xml_check.hpp"

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

FindingChange change(FindingFate fate, std::optional<State> before, std::optional<State> after) {
    FindingChange made{
        "rule", "subject", before, after, {}, {}, saying("It was so."), saying("It is so."), fate};
    made.severity_before = before == State::Present ? Severity::Serious : Severity::None;
    made.severity_after = after == State::Present ? Severity::Notable : Severity::None;
    return made;
}

/// "If researchers take up Git weekly, the gap on the building diagonal would fall ...".
Message answer_to(const Change& change, const Landscape& landscape) {
    return {"what-if.gap",
            {{"changes", Message{"what-if.adopts", arguments_of(change, landscape)}},
             {"building", Message{"diagonal.building"}},
             {"on_building", Message{"what-if.gap.goes",
                                     {{"way", Select{"falls"}},
                                      {"before", Decimal(0.62)},
                                      {"after", Decimal(0.41)},
                                      {"by", Message()}}}},
             {"orchestration", Message{"diagonal.orchestration"}},
             {"on_orchestration", Message{"what-if.gap.unknown"}}}};
}

/// What the given report would be if researchers took up the tool.
WhatIf what_if_of(const GapReport& report, ToolIndex tool) {
    WhatIf made;
    made.before = report;
    made.after = report;
    AppliedChange applied;
    applied.change = {true, tool, Depth::Weekly, {Who::Kind::Role, "researcher"}};
    applied.people = 5;
    applied.changed = 2;
    applied.unaffected = 3;
    made.changes = {applied};
    for (const auto& group : report.groups) {
        GroupShift shift;
        shift.id = group.id;
        shift.name = group.name;
        shift.placed_before = shift.placed_after = group.placed;
        shift.before = group.centroid;
        shift.after = group.centroid;
        shift.change.fill(estimate(-0.04, -0.09, 0.01));
        made.groups.push_back(std::move(shift));
    }
    if (!report.comparisons.empty()) {
        GapChange gap;
        gap.before = {estimate(0.31, 0.02, 0.6), estimate(0.62, 0.44, 0.8)};
        gap.after = {estimate(0.29, 0, 0.58), estimate(0.41, 0.2, 0.62)};
        gap.change = {estimate(-0.02, -0.05, 0.01), estimate(-0.21, -0.3, -0.12)};
        made.gap = gap;
    } else {
        made.gap = Quantity<GapChange>::unavailable(report.no_comparison);
    }
    made.findings = {change(FindingFate::Appeared, State::Absent, State::Present),
                     change(FindingFate::Went, State::Present, State::Absent),
                     change(FindingFate::Open, State::Present, State::Undetermined),
                     change(FindingFate::Stayed, State::Present, State::Present),
                     change(FindingFate::Never, std::nullopt, State::Absent)};
    made.answer = answer_to(applied.change, report.landscape);
    return made;
}

/// A name that is hostile everywhere one can stand.
WhatIf hostile_what_if() {
    auto made = what_if_of(sample("hostile"), 6);
    const auto& name = hostile_names().front();
    made.changes.front().change.who = {Who::Kind::Person, name};
    made.answer = answer_to(made.changes.front().change, made.before.landscape);
    made.changes.push_back(made.changes.front());
    made.changes.back().change.adopts = false;
    made.changes.back().change.who = {Who::Kind::Team, hostile_names()[1]};
    for (auto& finding : made.findings) {
        finding.subject = name;
        finding.says_before = finding.says_after = saying(hostile_names()[4]);
    }
    return made;
}

std::vector<std::pair<std::string, WhatIf>> all() {
    std::vector<std::pair<std::string, WhatIf>> made;
    for (const auto* name : {"ordinary", "one role", "nobody placed", "two people", "many teams",
                             "said in confidence"}) {
        made.emplace_back(name, what_if_of(sample(name), 0));
    }
    made.emplace_back("hostile", hostile_what_if());
    made.emplace_back("nothing", what_if_of(sample("ordinary"), 0));
    made.back().second.findings.clear();
    made.emplace_back("bare", WhatIf{});
    return made;
}

std::string written_what_if(const WhatIf& what_if, std::string_view format,
                            const WriterSettings& settings = {}) {
    for (const auto& writer : what_if_writers()) {
        if (writer.format == format) {
            std::ostringstream out;
            writer.write(what_if, settings, out);
            return out.str();
        }
    }
    return "no writer";
}

TEST(WhatIfWords, AChangeSaysHowManyPeopleItIsAbout) {
    const auto made = what_if_of(sample("ordinary"), 2);
    auto applied = made.changes.front();
    EXPECT_EQ(said(reports::change_sentence(made, applied)),
              "Researchers take up Git weekly: this changes 2 of 5 people; 3 use it that deeply "
              "already.");
    applied.change.adopts = false;
    applied.people = 1;
    applied.changed = 0;
    applied.unaffected = 1;
    EXPECT_EQ(said(reports::change_sentence(made, applied)),
              "Researchers drop Git: this changes 0 of 1 person; 1 does not use it.");
}

TEST(WhatIfWords, SmallNumbersStayConfidential) {
    const auto made = what_if_of(sample("said in confidence"), 0);
    const auto sentence = said(reports::change_sentence(made, made.changes.front()));
    EXPECT_THAT(sentence, AllOf(HasSubstr("few of 5 people"), HasSubstr("few use it")));
    const auto json = nlohmann::json::parse(written_what_if(made, "json"));
    EXPECT_TRUE(json["changes"][0]["changed"].is_null());
    EXPECT_EQ(json["changes"][0]["people"], 5);
    EXPECT_EQ(json["changes"][0]["counts_reason"], "fewer than 5 people, kept confidential");
}

TEST(WhatIfWords, FatesAreListedInOrder) {
    const auto lists = reports::finding_lists(what_if_of(sample("ordinary"), 2));
    ASSERT_EQ(lists.size(), 4U);
    EXPECT_EQ(said(lists[0].title), "Would be found anew");
    EXPECT_THAT(said(lists[0].lines),
                ElementsAre("It is so. (rule, subject: from absent to present, notable)"));
    EXPECT_THAT(said(lists[1].lines),
                ElementsAre("It was so. (rule, subject: from present, serious to absent)"));
    EXPECT_THAT(said(lists[3].lines),
                ElementsAre("It is so. (rule, subject: from present, serious to "
                            "present, notable)"));
}

TEST(WhatIfWords, WhatStaysAsItWasIsOnlyNamed) {
    auto stays = change(FindingFate::Stayed, State::Present, State::Present);
    stays.severity_after = stays.severity_before;
    const std::vector<FindingChange> changes{stays};
    const auto lists = reports::fate_lists(changes, "findings-change.would");
    ASSERT_EQ(lists.size(), 1U);
    EXPECT_EQ(said(lists[0].title), "Would stay");
    EXPECT_THAT(said(lists[0].lines), ElementsAre("As before: rule (subject)."));
}

TEST(WhatIfWords, WhatIsMissingIsSaidOnceWithItsReason) {
    auto made = what_if_of(sample("ordinary"), 2);
    GapChange gap = *made.gap;
    gap.change.fill(Quantity<Estimate>::unavailable(saying("nobody has a place")));
    made.gap = gap;
    Estimate bare;
    bare.reason = saying("one answer cannot show a spread");
    made.groups[0].change.fill(bare);
    EXPECT_THAT(
        said(reports::missing_notes(made)),
        ElementsAre("No movement of the gap, because nobody has a place.",
                    "No interval for the movement of researchers, because one answer cannot "
                    "show a spread."));
}

TEST(WhatIfWords, OfSeveralThatAreMissingEachHasItsNo) {
    auto made = what_if_of(sample("ordinary"), 2);
    GapChange gap;
    gap.before.fill(Quantity<Estimate>::unavailable(saying("nobody has a place")));
    gap.after = gap.before;
    gap.change = gap.before;
    made.gap = gap;
    EXPECT_THAT(said(reports::missing_notes(made)),
                ElementsAre("No gap today, gap after and no movement of the gap, because nobody "
                            "has a place."));
}

TEST(WhatIfText, ShowsBeforeAfterAndDifference) {
    const auto text = written_what_if(what_if_of(sample("ordinary"), 2), "text");
    EXPECT_THAT(text, StartsWith("If researchers take up Git weekly, the gap on the building"));
    EXPECT_THAT(text, HasSubstr("0.62          0.41           −0.21"));
    EXPECT_THAT(text, HasSubstr("−0.30 to −0.12"));
    EXPECT_THAT(text, HasSubstr("Would no longer be found"));
}

TEST(WhatIfText, FitsEveryWidthAndNeedsNoUnicode) {
    for (const auto& [name, what_if] : all()) {
        for (const std::size_t width : {40U, 60U, 80U, 200U}) {
            for (const bool unicode : {true, false}) {
                const auto text = written_what_if(what_if, "text", {width, false, unicode});
                EXPECT_THAT(text, Not(HasSubstr("nan"))) << name;
                for (const auto& line : lines_of(text)) {
                    EXPECT_LE(display_width(line), std::min<std::size_t>(width, 100))
                        << name << ": " << line;
                    EXPECT_TRUE(std::ranges::none_of(line, [](unsigned char c) {
                        return c < 0x20 || c == 0x7F;
                    })) << line;
                    EXPECT_TRUE(unicode ||
                                std::ranges::all_of(line, [](unsigned char c) { return c < 0x7F; }))
                        << line;
                }
            }
        }
    }
}

TEST(WhatIfJson, IsValidAgainstItsSchema) {
    const JsonSchema schema("reports/what_if/what-if.schema.json");
    for (const auto& [name, what_if] : all()) {
        if (what_if.changes.empty()) {
            continue; // nobody gets such a one
        }
        const auto json = nlohmann::json::parse(written_what_if(what_if, "json"));
        EXPECT_EQ(schema.objections(json), "") << name;
    }
    auto broken = nlohmann::json::parse(written_what_if(all().front().second, "json"));
    broken["gap"]["building"].erase("change_reason");
    EXPECT_NE(schema.objections(broken), "");
}

TEST(WhatIfJson, HoldsTheValues) {
    const auto json =
        nlohmann::json::parse(written_what_if(what_if_of(sample("ordinary"), 2), "json"));
    EXPECT_EQ(json["gap"]["building"]["before"]["estimate"], 0.62);
    EXPECT_EQ(json["gap"]["building"]["change"]["lower"], -0.3);
    EXPECT_EQ(json["changes"][0]["tool"], "git");
    EXPECT_EQ(json["changes"][0]["depth"], "weekly");
    EXPECT_EQ(json["groups"].size(), 3U);
    EXPECT_EQ(json["findings"][1]["fate"], "went");
    EXPECT_TRUE(json["findings"][4]["before"].is_null());
    const auto one_role =
        nlohmann::json::parse(written_what_if(what_if_of(sample("one role"), 2), "json"));
    EXPECT_TRUE(one_role["gap"].is_null());
    EXPECT_TRUE(one_role["gap_reason"].is_string());
}

TEST(WhatIfHtml, IsWellFormedAndLetsNothingIn) {
    for (const auto& [name, what_if] : all()) {
        const auto page = written_what_if(what_if, "html");
        EXPECT_EQ(page, written_what_if(what_if, "html")) << name;
        EXPECT_THAT(page, Not(HasSubstr("<script>alert"))) << name;
        EXPECT_THAT(page, Not(HasSubstr(" style=\""))) << name; // the policy forbids it
        EXPECT_THAT(page, Not(HasSubstr("nan"))) << name;
        EXPECT_THAT(page, Not(HasSubstr("\x1b"))) << name;
        EXPECT_LT(page.size(), 500'000U);
    }
}

TEST(WhatIfHtml, MarksGroupsAndNumbersInTheVerdict) {
    const auto page = written_what_if(what_if_of(sample("ordinary"), 2), "html");
    EXPECT_THAT(page,
                HasSubstr("</svg>researchers</span> take up Git weekly, the gap on the building "
                          "diagonal would fall from <b>0.62</b> to <b>0.41</b>;"));
}

TEST(WhatIfHtml, ShowsTheNumbersAsText) {
    const auto page = written_what_if(what_if_of(sample("ordinary"), 2), "html");
    EXPECT_THAT(page, AllOf(HasSubstr("take up Git weekly"), HasSubstr("0.20 to 0.62"),
                            HasSubstr("−0.21"), HasSubstr("Would no longer be found"),
                            HasSubstr("id=\"centres-wide\"")));
}

} // namespace
} // namespace assess::testing
