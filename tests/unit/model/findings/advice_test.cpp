// Advice depends on the answers: over all scenes and many made teams, no advice stands unchanged
// where what was found differs, and no sentence could have been written without the report.
#include "model/findings/rules.hpp"
#include "tests/unit/model/findings/made_teams.hpp"
#include "tests/unit/model/findings/scenes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace assess {
namespace {

constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t made_teams = 300;

struct Report {
    std::string name; ///< the scene, or the seed that makes it again
    Verdicts verdicts;
    std::vector<Said> findings;
};

const std::vector<Report>& reports() {
    static const std::vector<Report> all = [] {
        std::vector<Report> list;
        for (const auto& scene : scenes()) {
            auto verdicts = scene.make();
            auto findings = verdicts.all();
            list.push_back({"scene " + scene.rule + " " + std::string(id_of(scene.state)),
                            std::move(verdicts), std::move(findings)});
        }
        for (std::uint64_t seed = first_seed; seed < first_seed + made_teams; ++seed) {
            auto verdicts = made_team(seed);
            auto findings = verdicts.all();
            list.push_back(
                {"seed " + std::to_string(seed), std::move(verdicts), std::move(findings)});
        }
        return list;
    }();
    return all;
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) {
        text += sentence + "\n";
    }
    return text;
}

/// "At the present estimate ... would settle it" and its like are about people alone: two findings
/// may need as many. Everything else stands as one text.
struct Given {
    const Report* report;
    const Said* finding;
};

TEST(Advice, IsNeverTheSameForDifferentAnswers) {
    std::map<std::string, Given> known; // by rule, subject and actions
    for (const auto& report : reports()) {
        for (const auto& finding : report.findings) {
            if (finding.actions.empty()) {
                continue;
            }
            const auto key = finding.id + "\n" + finding.subject + "\n" + joined(finding.actions);
            const auto [found, fresh] = known.try_emplace(key, Given{&report, &finding});
            if (fresh) {
                continue;
            }
            const auto& other = *found->second.finding;
            EXPECT_EQ(finding.says, other.says)
                << report.name << " and " << found->second.report->name << " advise alike:\n"
                << key;
        }
    }
}

TEST(Advice, IsNeverTheSameForTwoSubjectsOfOneReport) {
    for (const auto& report : reports()) {
        std::map<std::string, const Said*> known;
        for (const auto& finding : report.findings) {
            if (finding.actions.empty() || finding.actions.front().find("see ") == 0) {
                continue;
            }
            const auto key = finding.id + "\n" + joined(finding.actions);
            const auto [found, fresh] = known.try_emplace(key, &finding);
            EXPECT_TRUE(fresh) << report.name << ": " << finding.subject << " and "
                               << found->second->subject << " of " << key;
        }
    }
}

/// Whether a text holds a number or a name of the report at hand.
bool is_of_the_report(const Verdicts& verdicts, const std::string& text) {
    if (text.find_first_of("0123456789") != std::string::npos) {
        return true;
    }
    const auto holds = [&](const std::string& name) {
        return text.find(name) != std::string::npos;
    };
    const auto& landscape = verdicts.landscape;
    return holds(landscape.edition) || std::ranges::any_of(landscape.tools, holds, &Tool::name) ||
           std::ranges::any_of(landscape.categories, holds, &Category::name) ||
           std::ranges::any_of(landscape.stages, holds, &Stage::name) ||
           std::ranges::any_of(verdicts.answers.teams, holds) ||
           std::ranges::any_of(verdicts.answers.score_items, holds, &ScoreItem::text);
}

TEST(Advice, HoldsANumberOrANameOfItsReport) {
    std::set<std::string> shown;
    for (const auto& report : reports()) {
        for (const auto& finding : report.findings) {
            auto texts = finding.actions;
            texts.push_back(finding.means);
            texts.push_back(finding.flips_when);
            for (const auto& text : texts) {
                if (text.find(": see ") == std::string::npos && shown.insert(text).second) {
                    EXPECT_TRUE(is_of_the_report(report.verdicts, text))
                        << report.name << ", " << finding.id << ", " << finding.subject << ", "
                        << id_of(finding.state) << ": " << text;
                }
            }
        }
    }
}

/// Whether a text says how many answers are missing, of whom to ask, or that none would do.
bool says_what_settles(const std::string& text) {
    for (const auto* words :
         {" more ", "takes ", "Ask ", "At least ", "at least ", "settle it", "another landscape",
          "the edition ", "by role", "Compare two", "choose two"}) {
        if (text.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

TEST(Advice, SaysWhatWouldSettleWhatIsUndetermined) {
    for (const auto& report : reports()) {
        for (const auto& finding : report.findings) {
            if (finding.state == State::Undetermined) {
                EXPECT_TRUE(says_what_settles(joined(finding.actions)))
                    << report.name << ", " << finding.id << ", " << finding.subject << ": "
                    << joined(finding.actions);
            }
        }
    }
}

TEST(Advice, TheMadeTeamsReachEveryRuleAndState) {
    std::map<std::string, std::set<State>> reached;
    for (const auto& report : reports()) {
        if (report.name.starts_with("seed")) {
            for (const auto& finding : report.findings) {
                reached[finding.id].insert(finding.state);
            }
        }
    }
    EXPECT_EQ(reached.size(), rules().size());
    for (const auto& [rule, states] : reached) {
        EXPECT_GE(states.size(), 3U) << rule;
    }
}

} // namespace
} // namespace assess
