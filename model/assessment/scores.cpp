#include "model/assessment/scores.hpp"

#include "model/statistics/agreement.hpp"
#include "model/statistics/step_scores.hpp"

#include <algorithm>

namespace assess {
namespace {

constexpr MessageId no_answer{"reason.nobody-answered"};

Estimate mean_with_interval(const GroupScore& score, double level) {
    Estimate mean;
    mean.value = mean_step(score.counts);
    mean.level = level;
    mean.n = score.n;
    if (const auto interval = mean_step_interval(score.counts, level)) {
        mean.lower = interval->lower;
        mean.upper = interval->upper;
    } else {
        mean.reason = {"reason.one-answer"};
    }
    return mean;
}

void finish(GroupScore& score, double level) {
    score.base = std::max(score.base, score.n);
    if (score.n == 0) {
        score.mean = Quantity<Estimate>::unavailable(no_answer);
        score.agreement = Quantity<double>::unavailable(no_answer);
        return;
    }
    score.mean = mean_with_interval(score, level);
    score.agreement = *agreement(score.counts);
}

} // namespace

bool is_frustration(ScoreKind kind) {
    return kind == ScoreKind::ToolFrustrates || kind == ScoreKind::Frustration;
}

bool is_of_tool(ScoreKind kind) {
    return kind == ScoreKind::ToolGives || kind == ScoreKind::ToolAnswers ||
           kind == ScoreKind::ToolFrustrates;
}

std::string_view id_of(ScoreKind kind) {
    switch (kind) {
    case ScoreKind::ToolGives:
        return "tool-gives";
    case ScoreKind::ToolAnswers:
        return "tool-answers";
    case ScoreKind::ToolFrustrates:
        return "tool-frustrates";
    case ScoreKind::Need:
        return "need";
    case ScoreKind::Want:
        return "want";
    case ScoreKind::Frustration:
        break;
    }
    return "frustration";
}

std::vector<ItemScores> make_scores(const Answers& answers, const std::vector<Group>& groups,
                                    double level) {
    std::vector<std::vector<GroupScore>> table(answers.score_items.size(),
                                               std::vector<GroupScore>(groups.size()));
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const auto member : groups[g].members) {
            for (const Score& score : answers.respondents[member].scores) {
                auto& cell = table.at(score.item)[g];
                ++cell.n;
                ++cell.counts.at(score.step - 1U);
            }
        }
    }
    std::vector<ItemScores> scores;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (std::ranges::all_of(table[i], [](const GroupScore& cell) { return cell.n == 0; })) {
            continue;
        }
        const auto& item = answers.score_items[i];
        scores.push_back({i, {}});
        for (std::size_t g = 0; g < groups.size(); ++g) {
            auto& cell = table[i][g];
            cell.base = item.tool ? groups[g].tools.at(*item.tool).users : groups[g].n;
            finish(cell, level);
            scores.back().groups.emplace_back(cell);
        }
    }
    return scores;
}

} // namespace assess
