// The gate: a rule without a scene in each of the four states fails here.
#include "model/findings/rules.hpp"
#include "model/policy/policy_fields.hpp"
#include "tests/support/said.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

namespace assess {
namespace {

constexpr std::array all_states{State::Present, State::Possible, State::Undetermined,
                                State::Absent};

/// "rule state" for whatever the scenes do not cover.
std::vector<std::string> uncovered(std::span<const Rule> rules, const std::vector<Scene>& scenes) {
    std::vector<std::string> missing;
    for (const auto& rule : rules) {
        for (const auto state : all_states) {
            const bool covered = std::ranges::any_of(scenes, [&](const Scene& scene) {
                return scene.rule == rule.id && scene.state == state;
            });
            if (!covered) {
                missing.push_back(std::string(rule.id) + " " + std::string(id_of(state)));
            }
        }
    }
    return missing;
}

TEST(Registry, EveryRuleHasASceneInEveryState) {
    EXPECT_EQ(uncovered(rules(), scenes()), std::vector<std::string>{});
}

TEST(Registry, TheGateCanFail) {
    const std::array newcomer{Rule{.id = "newcomer"}};
    EXPECT_EQ(uncovered(newcomer, scenes()).size(), all_states.size());
}

TEST(Registry, IdsAreUniqueAndInTheOrderOfTheMethod) {
    std::vector<std::string> ids;
    for (const auto& rule : rules()) {
        ids.emplace_back(rule.id);
        EXPECT_TRUE(said(Message(rule.asks)).ends_with('?')) << rule.id;
    }
    EXPECT_EQ(ids, (std::vector<std::string>{
                       "opposite-ends", "one-region", "left-end", "broken-ladder",
                       "no-common-ground", "empty-quadrant", "scattered-group", "lifecycle-hole",
                       "frustrated-group", "retired-tool", "missing-basics", "bridge-role"}));
}

TEST(Registry, EveryRuleSaysWhenItGivesWhichAnswer) {
    for (const auto& rule : rules()) {
        const auto& when = rule.criteria;
        for (const Message message :
             {when.present, when.possible, when.undetermined, when.absent}) {
            const auto words = said(message);
            EXPECT_FALSE(words.empty()) << rule.id;
            EXPECT_FALSE(words.ends_with('.')) << words;
        }
    }
}

TEST(Registry, EveryRuleNamesGroupsOfThePolicy) {
    for (const auto& rule : rules()) {
        EXPECT_FALSE(rule.policy_groups.front().empty()) << rule.id;
        for (const auto group : rule.policy_groups) {
            EXPECT_TRUE(group.empty() ||
                        std::ranges::find(policy_fields(), group, &PolicyField::group) !=
                            policy_fields().end())
                << rule.id << ": " << group;
        }
    }
}

TEST(Registry, ARuleIsFoundByItsName) {
    for (const auto& rule : rules()) {
        EXPECT_EQ(&rule_named(rule.id), &rule);
    }
    EXPECT_EQ(&rule_named("newcomer"), &no_rule);
}

class EveryScene : public testing::TestWithParam<std::size_t> {};

TEST_P(EveryScene, ReachesItsState) {
    const auto& scene = scenes().at(GetParam());
    const auto verdicts = scene.make();
    const auto finding = verdicts.one(scene.rule, scene.subject);
    EXPECT_EQ(id_of(finding.state), id_of(scene.state)) << finding.says;
}

bool is_sentence(const std::string& text) {
    return !text.empty() && text.back() == '.' && text.find("nan") == std::string::npos &&
           text.find("inf ") == std::string::npos && text.find("  ") == std::string::npos &&
           text.find('!') == std::string::npos && text.find("..") == std::string::npos;
}

void expect_well_said(const Said& finding) {
    SCOPED_TRACE(finding.id + " " + finding.subject + ": " + finding.says);
    EXPECT_TRUE(is_sentence(finding.says));
    EXPECT_TRUE(is_sentence(finding.means)) << finding.means;
    EXPECT_TRUE(is_sentence(finding.flips_when)) << finding.flips_when;
    for (const auto& sentence : finding.evidence) {
        EXPECT_TRUE(is_sentence(sentence)) << sentence;
    }
    for (const auto& sentence : finding.actions) {
        EXPECT_TRUE(is_sentence(sentence)) << sentence;
    }
    EXPECT_EQ(stands(finding.state), finding.severity != Severity::None);
    EXPECT_EQ(finding.actions.empty(), finding.state == State::Absent);
    EXPECT_FALSE(finding.fragile.available());
    EXPECT_EQ(said(finding.fragile.reason()), "no draws of the tools' places were made");
}

TEST_P(EveryScene, SaysWhatItMeans) {
    for (const auto& finding : scenes().at(GetParam()).make().all()) {
        expect_well_said(finding);
    }
}

/// Advice, sentence by sentence: a colon or a number in it makes it another one.
std::map<std::string, int> advice_sentences(const std::vector<Said>& findings) {
    std::map<std::string, int> times;
    for (const auto& finding : findings) {
        for (const auto& action : finding.actions) {
            std::size_t from = 0;
            while (from < action.size()) {
                const auto stop = std::min(action.find(". ", from), action.size());
                ++times[action.substr(from, stop - from)];
                from = stop + 2;
            }
        }
    }
    return times;
}

TEST_P(EveryScene, SaysNoAdviceThreeTimes) {
    const auto sentences = advice_sentences(scenes().at(GetParam()).make().all());
    EXPECT_FALSE(sentences.empty());
    for (const auto& [sentence, times] : sentences) {
        EXPECT_LT(times, 3) << sentence;
    }
}

TEST(Registry, AdviceGivenBeforeIsPointedAt) {
    auto verdicts = square()
                        .people(5, Role::Researcher, {"optuna"})
                        .people(6, Role::Engineer, {"aws", "git"})
                        .judge();
    verdicts.with_gap(Diagonal::Building, 0.62, 0.44, 0.80);
    verdicts.with_gap(Diagonal::Orchestration, 0.30, 0.20, 0.40);
    const auto other = verdicts.one("opposite-ends", "orchestration");
    ASSERT_EQ(other.state, State::Present);
    EXPECT_EQ(other.actions.back(), "Further advice: see opposite-ends, building.");
    for (const auto& action : verdicts.one("opposite-ends", "building").actions) {
        EXPECT_EQ(action.find("Further advice"), std::string::npos);
    }
}

TEST_P(EveryScene, EveryRuleSpeaksAndTheWorstComeFirst) {
    const auto findings = scenes().at(GetParam()).make().all();
    std::set<std::string> spoken;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        spoken.insert(findings[i].id);
        if (i > 0) {
            EXPECT_LE(findings[i - 1].state, findings[i].state);
            EXPECT_TRUE(findings[i - 1].state != findings[i].state ||
                        findings[i - 1].severity >= findings[i].severity);
        }
    }
    // What was never asked has no finding: a roster's report is not about scales and stages.
    const auto verdicts = scenes().at(GetParam()).make();
    const auto silent =
        (verdicts.lifecycle.stages.empty() ? 1U : 0U) + (verdicts.scores.empty() ? 1U : 0U);
    EXPECT_EQ(spoken.size(), rules().size() - silent);
    EXPECT_EQ(spoken.contains("lifecycle-hole"), !verdicts.lifecycle.stages.empty());
    EXPECT_EQ(spoken.contains("frustrated-group"), !verdicts.scores.empty());
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryScene, testing::Range<std::size_t>(0, scenes().size()));

} // namespace
} // namespace assess
