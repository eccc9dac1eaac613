// The recommendation: by hand on small teams, against reports made anew on random ones.
#include "model/gap_report/gap_report.hpp"
#include "model/recommend/recommend.hpp"
#include "model/what_if/what_if.hpp"
#include "tests/support/short_names.hpp"
#include "tests/support/team.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace assess {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

GapReport report_on(const Answers& answers, const Landscape& landscape, Policy policy,
                    const RecommendSettings& recommend, GapReportSettings settings = {}) {
    policy.fragility_draws = 0;
    settings.recommend = recommend;
    return make_gap_report(answers, landscape, policy, settings);
}

/// "b by researcher", "a by engineer + b by researcher".
std::string adoptions_of(const GapReport& report, const Proposal& proposal) {
    std::string name;
    for (const auto& adoption : proposal.adoptions) {
        name += (name.empty() ? "" : " + ") + report.landscape.tools[adoption.tool].id + " by " +
                report.groups[adoption.group].id;
    }
    return name;
}

std::vector<Change> changes_of(const GapReport& report, const Proposal& proposal) {
    std::vector<Change> changes;
    for (const auto& adoption : proposal.adoptions) {
        changes.push_back({true,
                           adoption.tool,
                           report.closing->depth,
                           {Who::Kind::Role, report.groups[adoption.group].id}});
    }
    return changes;
}

void expect_same(const Quantity<Estimate>& told, const Quantity<Estimate>& anew) {
    ASSERT_EQ(told.available(), anew.available());
    if (!told) {
        return;
    }
    EXPECT_NEAR(told->value, anew->value, 1e-12);
    ASSERT_EQ(told->has_interval(), anew->has_interval());
    if (told->has_interval()) {
        EXPECT_NEAR(*told->lower, *anew->lower, 1e-12);
        EXPECT_NEAR(*told->upper, *anew->upper, 1e-12);
        EXPECT_NEAR(*told->sampling_lower, *anew->sampling_lower, 1e-12);
    }
}

/// By rule and subject, of what stands in a state that is not the one before.
std::vector<std::string> verdicts(const std::vector<FindingChange>& changes) {
    std::vector<std::string> list;
    for (const auto& change : changes) {
        if (change.fate != FindingFate::Never && change.before != change.after) {
            list.push_back(change.id + "/" + change.subject + " " +
                           std::string(id_of(change.fate)));
        }
    }
    std::ranges::sort(list);
    return list;
}

TEST(Recommend, TellsWhatAReportOnTheChangedAnswersTells) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto team = random_team(seed, 9 + 4 * static_cast<std::size_t>(seed));
        RecommendSettings settings;
        settings.most_proposals = 6;
        const auto report = report_on(team.answers, team.landscape, team.policy, settings);
        ASSERT_TRUE(report.closing);
        for (const auto& proposal : report.closing->proposals) {
            auto policy = team.policy;
            policy.fragility_draws = 0;
            const auto anew =
                what_if(team.answers, team.landscape, policy, {}, changes_of(report, proposal));
            SCOPED_TRACE("seed " + std::to_string(seed) + ": " + adoptions_of(report, proposal));
            for (std::size_t d = 0; d < 2; ++d) {
                expect_same(proposal.gap_after.at(d), anew.gap->after.at(d));
                expect_same(proposal.gap_change.at(d), anew.gap->change.at(d));
            }
            std::size_t people = 0;
            for (const auto& applied : anew.changes) {
                people += applied.changed;
            }
            EXPECT_EQ(proposal.people, people);
            ASSERT_TRUE(proposal.judged);
            EXPECT_EQ(verdicts(proposal.findings), verdicts(anew.findings));
        }
    }
}

/// What the definition asks of a proposal, measured on reports made anew.
TEST(Recommend, NoOtherAdoptionBeatsAProposal) {
    TestTeam few;
    few.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("ml", Quadrant::SpecializedMlTools, Ring::Trial)
        .tool("a", -0.9, 0.4, {.category = "swe"})
        .tool("b", -0.3, 0.1, {.category = "swe"})
        .tool("c", 0.1, -0.2, {.category = "ml"})
        .tool("d", 0.8, -0.6, {.category = "ml"})
        .people(2, Role::Researcher, {"d"})
        .people(2, Role::Researcher, {"d", "c=monthly"})
        .people(1, Role::Researcher, {"d=weekly", "b=rarely"})
        .people(3, Role::Engineer, {"a"})
        .people(2, Role::Engineer, {"a", "b=weekly"});
    auto [landscape, answers] = few.given();
    RecommendSettings settings;
    settings.most_proposals = 1000;
    settings.depth = Depth::Weekly;
    const auto report = report_on(answers, landscape, {}, settings);
    ASSERT_TRUE(report.closing);
    const auto& closing = *report.closing;
    // Each tool by each group that has somebody who does not use it weekly: a by researchers, b and
    // c by both, d by engineers.
    EXPECT_EQ(closing.singles, 6U);
    // Not together: a and b for researchers, c and d for engineers, which are two of a kind.
    EXPECT_EQ(closing.pairs, 13U);
    EXPECT_EQ(closing.front, closing.proposals.size());
    ASSERT_THAT(closing.proposals, Not(IsEmpty()));
    const auto named = [&](std::size_t d) {
        return std::ranges::any_of(report.findings, [&](const Finding& finding) {
            return (finding.id == "opposite-ends" || finding.id == "broken-ladder") &&
                   finding.subject == id_of(diagonals.at(d)) && stands(finding);
        });
    };
    ASSERT_TRUE(named(building));
    const auto gap = [&](const Proposal& proposal, std::size_t d) {
        return named(d) ? std::lround(100 * std::abs(proposal.gap_after.at(d)->value)) : 0;
    };
    for (const auto& one : closing.proposals) {
        EXPECT_THAT(one.answers, Not(IsEmpty()));
        for (const auto& other : closing.proposals) {
            const bool as_good = one.people <= other.people && one.ring <= other.ring &&
                                 one.other_uses >= other.other_uses &&
                                 gap(one, 0) <= gap(other, 0) && gap(one, 1) <= gap(other, 1) &&
                                 std::ranges::includes(one.answers, other.answers);
            const bool better = one.people < other.people || one.ring < other.ring ||
                                one.other_uses > other.other_uses || gap(one, 0) < gap(other, 0) ||
                                gap(one, 1) < gap(other, 1) ||
                                one.answers.size() > other.answers.size();
            EXPECT_FALSE(as_good && better)
                << adoptions_of(report, one) << " beats " << adoptions_of(report, other);
        }
    }
    EXPECT_TRUE(std::ranges::is_sorted(closing.proposals, {}, &Proposal::people));
}

TEST(Recommend, ByHand) {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("a", -1, 1, {.category = "swe"})
        .tool("b", 1, -1, {.category = "swe"})
        .people(3, Role::Researcher, {"b=daily"})
        .people(1, Role::Researcher, {"b=daily", "a=daily"})
        .people(4, Role::Engineer, {"a=daily"})
        .people(1, Role::Engineer, {"a=daily", "b=monthly"});
    auto [landscape, answers] = team.given();
    RecommendSettings settings;
    settings.depth = Depth::Daily;
    const auto report = report_on(answers, landscape, {}, settings);
    const auto& closing = *report.closing;
    EXPECT_EQ(closing.singles, 2U); // a by 3 researchers, b by 5 engineers
    EXPECT_EQ(closing.pairs, 1U);
    ASSERT_THAT(closing.proposals, Not(IsEmpty()));
    const auto& first = closing.proposals.front();
    EXPECT_EQ(adoptions_of(report, first), "a by researcher");
    EXPECT_EQ(first.people, 3U);
    EXPECT_EQ(first.adoptions.front().already, 1U);
    EXPECT_TRUE(first.other_uses);
    // All researchers then stand at 0; engineers at (-4 - 0.7 / 1.3) / 5 = -0.9077.
    EXPECT_NEAR(first.gap_after[building]->value, (4 + 0.7 / 1.3) / 5, 1e-12);
    // Before: researchers 0.75.
    EXPECT_NEAR(first.gap_change[building]->value, -0.75, 1e-12);
    const auto& last = closing.proposals.back();
    EXPECT_EQ(adoptions_of(report, last), "a by researcher + b by engineer");
    EXPECT_EQ(last.people, 8U);
    EXPECT_NEAR(last.gap_after[building]->value, 0, 1e-12);
    EXPECT_FALSE(last.gap_after[building]->has_interval()); // everybody at one place
    EXPECT_THAT(last.findings, Contains(testing::Field(&FindingChange::id, "opposite-ends")));
    const auto opposite = std::ranges::find_if(report.findings, [](const Finding& finding) {
        return finding.id == "opposite-ends" && finding.subject == "building";
    });
    ASSERT_TRUE(stands(*opposite));
    // Engineers all at 0: the gap is the researchers' 0.75. Of their 1, 1, 1 and 0 the squared
    // error is 0.25 / 4, with t(3) = 3.1824.
    EXPECT_THAT(said(opposite->actions.back()),
                HasSubstr("If all 5 engineers take up Tool b (daily), the gap on the building "
                          "diagonal falls from 1.66 to 0.75 (-0.05 to 1.55)."));
    EXPECT_THAT(
        said(opposite->actions.back()),
        HasSubstr("No single adoption that was tried brings it below 0.15. The best pair, "
                  "where the 3 researchers who do not yet use Tool a that much take "
                  "it up (daily) and all 5 engineers take up Tool b (daily), leaves 0.00."));
}

TEST(Recommend, DoesNotDependOnOrderOrSide) {
    const auto team = random_team(3, 21);
    const auto report = report_on(team.answers, team.landscape, team.policy, {});
    auto reversed = team.answers;
    std::ranges::reverse(reversed.respondents);
    const auto again = report_on(reversed, team.landscape, team.policy, {});
    GapReportSettings exchanged;
    exchanged.between = {"engineer", "researcher"};
    const auto turned = report_on(team.answers, team.landscape, team.policy, {}, exchanged);
    ASSERT_EQ(again.closing->proposals.size(), report.closing->proposals.size());
    ASSERT_EQ(turned.closing->proposals.size(), report.closing->proposals.size());
    EXPECT_EQ(turned.closing->front, report.closing->front);
    for (std::size_t i = 0; i < report.closing->proposals.size(); ++i) {
        const auto& one = report.closing->proposals[i];
        EXPECT_EQ(adoptions_of(again, again.closing->proposals[i]), adoptions_of(report, one));
        EXPECT_EQ(again.closing->proposals[i].gap_after[building]->value,
                  one.gap_after[building]->value);
        EXPECT_EQ(turned.closing->proposals[i].people, one.people);
        EXPECT_NEAR(std::abs(turned.closing->proposals[i].gap_after[building]->value),
                    std::abs(one.gap_after[building]->value), 1e-12);
    }
}

TEST(Recommend, ProposesNothingThatNoFindingAsksFor) {
    TestTeam alike;
    alike.category("swe", Quadrant::StandardSweTools, Ring::Adopt);
    for (const auto* id : {"a", "b", "c"}) {
        alike.tool(id, 0.01 * id[0] - 1, 0.01 * id[0] - 1, {.category = "swe"});
    }
    alike.people(4, Role::Researcher, {"a", "b"}).people(4, Role::Engineer, {"a", "b"});
    auto [landscape, answers] = alike.given();
    const auto report = report_on(answers, landscape, {}, {});
    // Whatever stands there (an empty quadrant) asks for tools that the landscape has not.
    EXPECT_THAT(report.closing->proposals, IsEmpty());
    EXPECT_FALSE(report.closing->reason.empty());
}

TEST(Recommend, SaysWhyThereIsNothing) {
    const auto reason = [](const TestTeam& team, const RecommendSettings& settings = {},
                           const Policy& policy = {}) {
        auto [landscape, answers] = team.given();
        const auto report = report_on(answers, landscape, policy, settings);
        EXPECT_THAT(report.closing->proposals, IsEmpty());
        return said(report.closing->reason);
    };
    TestTeam empty;
    empty.tool("a", 0, 0);
    EXPECT_EQ(reason(empty), "Nobody answered.");
    TestTeam alone;
    alone.tool("a", 0, 0).people(3, Role::Researcher, {"a"});
    EXPECT_THAT(reason(alone), HasSubstr("There are only researchers"));

    TestTeam apart;
    apart.category("swe", Quadrant::StandardSweTools, Ring::Hold)
        .tool("a", -1, 1, {.category = "swe"})
        .tool("b", 1, -1, {.category = "swe"})
        .people(3, Role::Researcher, {"b"})
        .people(1, Role::Researcher, {"b", "a"})
        .people(4, Role::Engineer, {"a"})
        .people(1, Role::Engineer, {"a", "b"});
    EXPECT_THAT(reason(apart), HasSubstr("There is no tool in the trial ring"));
    Policy weightless;
    weightless.depth_weights[1] = 0;
    RecommendSettings weekly;
    weekly.depth = Depth::Weekly;
    EXPECT_THAT(reason(apart, weekly, weightless), HasSubstr("carries no weight"));
    // In the hold ring, asked for by name, there is something to propose.
    RecommendSettings hold;
    hold.most_ring = Ring::Hold;
    auto [landscape, answers] = apart.given();
    EXPECT_THAT(report_on(answers, landscape, {}, hold).closing->proposals, Not(IsEmpty()));
}

TEST(Recommend, PlacesAGroupThatHasNone) {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .tool("a", -0.8, -0.5, {.category = "swe"})
        .people(6, Role::Researcher, {})
        .people(6, Role::Engineer, {"a"});
    auto [landscape, answers] = team.given();
    const auto report = report_on(answers, landscape, {}, {});
    ASSERT_THAT(report.closing->proposals, testing::SizeIs(1));
    const auto& only = report.closing->proposals.front();
    EXPECT_EQ(adoptions_of(report, only), "a by researcher");
    ASSERT_TRUE(only.gap_after[building]);
    EXPECT_NEAR(only.gap_after[building]->value, 0, 1e-15);
    EXPECT_FALSE(only.gap_change[building]); // there was no gap before
    EXPECT_THAT(only.findings,
                Contains(testing::AllOf(testing::Field(&FindingChange::id, "missing-basics"),
                                        testing::Field(&FindingChange::fate, FindingFate::Went))));
}

TEST(Recommend, LeavesRetiredUnplacedAndUninvitingToolsOut) {
    TestTeam team;
    team.category("swe", Quadrant::StandardSweTools, Ring::Adopt)
        .category("far", Quadrant::StandardSweTools, Ring::Assess)
        .tool("a", -1, 1, {.category = "swe"})
        .tool("b", 1, -1, {.category = "swe"})
        .tool("old", 0, 0, {.category = "swe", .status = ToolStatus::Retired})
        .tool("nowhere", 0, 0, {.category = "swe", .placed = false})
        .tool("assess", 0, 0, {.category = "far"})
        .people(5, Role::Researcher, {"b"})
        .people(5, Role::Engineer, {"a"});
    auto [landscape, answers] = team.given();
    EXPECT_EQ(report_on(answers, landscape, {}, {}).closing->singles, 2U);
    RecommendSettings wider;
    wider.most_ring = Ring::Assess;
    EXPECT_EQ(report_on(answers, landscape, {}, wider).closing->singles, 4U);
    RecommendSettings singles;
    singles.pairs = false;
    EXPECT_EQ(report_on(answers, landscape, {}, singles).closing->pairs, 0U);
}

} // namespace
} // namespace assess
