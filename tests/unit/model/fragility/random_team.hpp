// Teams by chance on the built-in landscape, for comparing fast ways with slow ones.
#pragma once

#include "model/assessment/comparison.hpp"
#include "model/findings/rules.hpp"
#include "model/landscape/load.hpp"
#include "model/statistics/random.hpp"

#include <algorithm>
#include <optional>

namespace assess {

/// Everything a rule looks at, kept alive.
struct JudgedTeam {
    Landscape landscape;
    Policy policy;
    Answers answers;
    std::vector<Group> groups;
    std::optional<Comparison> comparison;

    [[nodiscard]] RuleInput input() const {
        return {landscape, policy,         answers,
                groups,    Grouping::Role, comparison ? &*comparison : nullptr};
    }
    /// Groups and comparison from the landscape as it is now.
    void assess() {
        groups = make_groups(answers, landscape, policy, Grouping::Role);
        comparison = compare_groups(groups, 0, 1, landscape, policy, {1});
    }
};

/// Researchers lean to one half of the tools, engineers to the other, hybrids to none.
inline JudgedTeam random_team(std::uint64_t seed, std::size_t people) {
    JudgedTeam team;
    team.landscape = built_in_landscape("2021");
    team.policy.exact_split_limit = 0;
    team.policy.random_splits = 99;
    team.answers.blocks.push_back({"tools", "Tools", {}});
    Random random(seed);
    const auto tools = static_cast<std::uint32_t>(team.landscape.tools.size());
    for (std::size_t i = 0; i < people; ++i) {
        Respondent respondent;
        respondent.id = std::to_string(i);
        respondent.role = roles[i % 3];
        respondent.answered = 1;
        const auto uses = 1 + random.below(5);
        for (std::uint32_t k = 0; k < uses; ++k) {
            auto tool = random.below(tools);
            if (respondent.role != Role::Hybrid && random.below(3) > 0) {
                tool = tool / 2 + (respondent.role == Role::Engineer ? tools / 2 : 0);
            }
            respondent.usages.push_back({tool, static_cast<Depth>(random.below(5))});
        }
        std::ranges::sort(respondent.usages, {}, &Usage::tool);
        auto& usages = respondent.usages;
        const auto same_tool = [](const Usage& a, const Usage& b) { return a.tool == b.tool; };
        usages.erase(std::unique(usages.begin(), usages.end(), same_tool), usages.end());
        team.answers.respondents.push_back(std::move(respondent));
    }
    sort_respondents(team.answers);
    team.assess();
    return team;
}

} // namespace assess
