// One rule more, in one value: everything that the program does with a rule it does with this one.
#include "model/explanation/explanation.hpp"
#include "model/findings/adoption_subject.hpp"
#include "model/findings/draws.hpp"
#include "model/findings/fragility.hpp"
#include "model/gap_report/gap_report.hpp"
#include "model/recommend/asked_for.hpp"
#include "reports/json/saved_report.hpp"
#include "reports/svg/interval_strip.hpp"
#include "reports/writer.hpp"
#include "tests/support/said.hpp"
#include "tests/support/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace assess::new_rule {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr double most = 0.5;

bool lies_right(const Point& point) {
    return point.x > 0;
}

State state_of(const Estimate& share) {
    return share.value > most ? State::Present : State::Absent;
}

std::vector<Finding> judge(const RuleInput& input) {
    auto finding = start_finding("newcomer", "organization");
    const auto share =
        share_of_usage(input, [](const Tool& tool) { return lies_right(tool.placement->point); });
    finding.state = state_of(share->estimate);
    finding.severity = stands(finding) ? Severity::Notable : Severity::None;
    finding.says = saying("Most is on the right.");
    finding.means = saying("It leans.");
    finding.flips_when = saying("It would be absent with less.");
    finding.magnitude =
        Magnitude{saying("share on the right"), share->estimate, most, std::nullopt, 0, 1};
    return {finding};
}

bool is_on_the_left(const AdoptionSubject& subject) {
    return !lies_right(subject.place());
}

Redraw redraw(const Finding& /*finding*/, Draws& draws) {
    return [share = draws.share_in(lies_right)](const Drawn& drawn, DrawMemory& memory) {
        return state_of(share(drawn, memory).estimate);
    };
}

/// Its words are borrowed: a rule of the program has a file of its own in the catalogue.
const Rule newcomer{.id = "newcomer",
                    .asks = "retired-tool.asks",
                    .criteria = {"left-end.criteria.present", "retired-tool.criteria.possible",
                                 "bridge-role.criteria.undetermined",
                                 "missing-basics.criteria.absent"},
                    .policy_groups = {"shares"},
                    .scale = {.below = "empty-quadrant.scale.below",
                              .above = "broken-ladder.scale.above",
                              .shares = true},
                    .adoption = {.what = "empty-quadrant.asks-for", .met_by = is_on_the_left},
                    .redraw = redraw,
                    .judge = judge};

/// All rules and this one.
const std::vector<Rule>& one_more() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list(rules().begin(), rules().end());
        list.push_back(newcomer);
        return list;
    }();
    return all;
}

/// Two thirds of what is used lie on the right; one third is "near", at 0 but for a hair.
class NewRule : public testing::Test {
protected:
    NewRule() {
        team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
            .tool("git", -0.8, -0.6, {.category = "swe", .tolerance = 0.1})
            .tool("near", 0.01, -0.4, {.category = "swe", .tolerance = 0.3})
            .tool("optuna", 0.8, -0.4, {.category = "swe", .tolerance = 0.1})
            .people(6, Role::Researcher, {"near", "optuna"})
            .people(6, Role::Engineer, {"git"});
        verdicts = team.judge();
        findings = judge_all(verdicts.input(), one_more());
    }
    [[nodiscard]] const Finding& found() const {
        return *std::ranges::find(findings, "newcomer", &Finding::id);
    }
    TestTeam team;
    Verdicts verdicts;
    std::vector<Finding> findings;
};

TEST_F(NewRule, IsJudgedAmongTheOthers) {
    ASSERT_EQ(std::ranges::count(findings, "newcomer", &Finding::id), 1);
    EXPECT_EQ(found().state, State::Present);
    EXPECT_EQ(found().rule, &one_more().back());
    EXPECT_EQ(findings.size(), judge_all(verdicts.input()).size() + 1);
}

TEST_F(NewRule, IsExplained) {
    auto [landscape, answers] = team.given();
    auto report = make_gap_report(std::move(answers), std::move(landscape), {}, {});
    report.findings = findings;
    std::ostringstream out;
    std::ranges::find(assess::writers(), "json", &Writer::format)->write(report, {}, out);
    const auto saved = reports::read_saved_report(out.str(), "report.json");
    std::vector<std::string> lines;
    const auto& finding = finding_named(saved, "newcomer organization");
    for (const auto& part : explanation(saved, finding, one_more()).parts) {
        std::ranges::copy(said(part.lines), std::back_inserter(lines));
    }
    for (const auto* line :
         {"Does anybody depend on a tool that was retired, renamed or acquired?",
          "Present: the interval of the share lies wholly at or above the threshold.",
          "Possible: a retired tool is used, but seldom.",
          "Undetermined: the groups may not stand apart, or the interval reaches both sides.",
          "Absent: both groups use tools of the category."}) {
        EXPECT_THAT(lines, Contains(line));
    }
    EXPECT_THAT(lines, Contains(StartsWith("shares.")));
    EXPECT_THAT(lines, Each(Not(StartsWith("opposite_ends."))));
}

TEST_F(NewRule, IsDrawnOnItsScale) {
    const auto strip = reports::interval_strip(found(), true);
    EXPECT_THAT(strip, HasSubstr(">empty<"));
    EXPECT_THAT(strip, HasSubstr(">broken<"));
    EXPECT_THAT(strip, HasSubstr("67%"));
}

TEST_F(NewRule, AsksForAdoptions) {
    const std::vector one{found()};
    EXPECT_EQ(said(asks_for(found())), "a tool in the quadrant");
    ASSERT_TRUE(asks(found()));
    const auto input = verdicts.input();
    const AskedFor asked_for(input, one);
    constexpr ToolIndex git = 0;
    constexpr ToolIndex optuna = 2;
    EXPECT_TRUE(asked_for.by_tool(git, 0).any());
    EXPECT_TRUE(asked_for.by_tool(optuna, 1).none());
}

TEST_F(NewRule, IsJudgedAgainWhenTheToolsMove) {
    verdicts.policy.fragility_draws = 400;
    judge_fragility(verdicts.input(), 1, findings, 1);
    // "near" lies left of 0 in 49% of the draws: normal, with a standard deviation of 0.3.
    EXPECT_NEAR(*found().flip_share, 0.487, 4 * 0.5 / 20);
    EXPECT_TRUE(*found().fragile);
}

} // namespace
} // namespace assess::new_rule
