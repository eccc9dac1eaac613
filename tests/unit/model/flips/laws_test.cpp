// Laws of whole reports, over random teams with a printed seed: what must not change a finding.
#include "model/findings/fragility.hpp"
#include "tests/unit/model/fragility/random_team.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace assess {
namespace {

using Verdicts = std::map<std::string, State>;

Verdicts verdicts_of(const JudgedTeam& team) {
    Verdicts verdicts;
    for (const auto& finding : judge_all(team.input())) {
        verdicts[finding.id + " " + finding.subject] = finding.state;
    }
    return verdicts;
}

class Laws : public testing::TestWithParam<std::uint64_t> {
protected:
    JudgedTeam team = random_team(GetParam(), 9 + 3 * GetParam());
};

TEST_P(Laws, WhoIsComparedFirstChangesNoVerdict) {
    const auto verdicts = verdicts_of(team);
    team.comparison = compare_groups(team.groups, 1, 0, team.landscape, team.policy, {1});
    EXPECT_EQ(verdicts_of(team), verdicts);
}

TEST_P(Laws, TheOrderOfTheRowsChangesNoVerdictAndNoFragility) {
    auto findings = judge_all(team.input());
    judge_fragility(team.input(), 1, findings);
    auto mixed = team;
    std::ranges::reverse(mixed.answers.respondents);
    sort_respondents(mixed.answers);
    mixed.assess();
    auto again = judge_all(mixed.input());
    judge_fragility(mixed.input(), 1, again);
    ASSERT_EQ(again.size(), findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        EXPECT_EQ(again[i].says, findings[i].says);
        EXPECT_EQ(*again[i].flip_share, *findings[i].flip_share) << findings[i].id;
    }
}

/// Moving every tool by one vector moves everybody alike: no gap, no spread and no break changes.
TEST_P(Laws, MovingAllToolsAlikeChangesNoVerdictOnThePair) {
    const auto before = verdicts_of(team);
    for (auto& tool : team.landscape.tools) {
        if (tool.placement) {
            tool.placement->point += Point{0.37, -0.21};
        }
    }
    team.assess();
    const auto after = verdicts_of(team);
    for (const auto* name :
         {"opposite-ends building", "opposite-ends orchestration", "broken-ladder building",
          "broken-ladder orchestration", "scattered-group researcher", "scattered-group engineer",
          "no-common-ground pair", "bridge-role hybrid"}) {
        EXPECT_EQ(after.at(name), before.at(name)) << name;
    }
}

TEST_P(Laws, EveryTestIsAProbabilityAndEveryIntervalHoldsItsEstimate) {
    const auto& comparison = *team.comparison;
    std::vector<double> ps;
    if (comparison.centroid_test) {
        ps.push_back(comparison.centroid_test->p);
    }
    if (comparison.spread) {
        ps.push_back(comparison.spread->test.p);
        ps.push_back(comparison.spread->f_p);
    }
    if (comparison.energy_test) {
        ps.push_back(comparison.energy_test->p);
    }
    for (const double p : ps) {
        EXPECT_GT(p, 0);
        EXPECT_LE(p, 1);
    }
    for (const auto& finding : judge_all(team.input())) {
        if (finding.magnitude && finding.magnitude->estimate.has_interval()) {
            const auto& estimate = finding.magnitude->estimate;
            EXPECT_LE(*estimate.lower, estimate.value) << finding.id;
            EXPECT_GE(*estimate.upper, estimate.value) << finding.id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(RandomTeams, Laws, testing::Range<std::uint64_t>(1, 13),
                         [](const auto& test) { return "seed" + std::to_string(test.param); });

} // namespace
} // namespace assess
