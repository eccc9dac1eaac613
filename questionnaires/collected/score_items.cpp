#include "questionnaires/collected/score_items.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace assess {

std::optional<ScoreKind> score_kind(Records records) {
    switch (records) {
    case Records::Need:
        return ScoreKind::Need;
    case Records::Want:
        return ScoreKind::Want;
    case Records::Frustration:
        return ScoreKind::Frustration;
    case Records::ToolGives:
        return ScoreKind::ToolGives;
    case Records::ToolAnswers:
        return ScoreKind::ToolAnswers;
    case Records::ToolFrustrates:
        return ScoreKind::ToolFrustrates;
    default:
        return std::nullopt;
    }
}

void ScoreItems::add_words(const Definition& definition) {
    for (const Question& question : definition.questions) {
        const auto kind = score_kind(question.records);
        if (!kind) {
            continue;
        }
        ScoreItem item;
        item.kind = *kind;
        item.persona = question.persona;
        item.id = question.id;
        item.text = question.text.in(language_of_reports);
        for (std::size_t step = 0; step < item.steps.size(); ++step) {
            item.steps[step] = question.steps[step].in(language_of_reports);
        }
        const auto [known, is_new] =
            m_words.try_emplace(QuestionKey{*kind, question.persona, question.id}, item);
        if (!is_new && (known->second.text != item.text || known->second.steps != item.steps)) {
            m_differing.insert(question.id);
        }
    }
}

std::uint32_t ScoreItems::index_of(const Question& question, std::optional<ToolIndex> tool) {
    const QuestionKey key{score_kind(question.records).value(), question.persona, question.id};
    const auto [found, is_new] =
        m_by_key.try_emplace(ItemKey{key, tool}, static_cast<std::uint32_t>(m_items.size()));
    if (is_new) {
        ScoreItem item = m_words.at(key);
        item.tool = tool;
        m_items.push_back(std::move(item));
    }
    return found->second;
}

void sort_scores(Answers& answers) {
    std::vector<ScoreItem>& items = answers.score_items;
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto key = [&](std::uint32_t i) {
            return std::tie(items[i].kind, items[i].tool, items[i].persona, items[i].id);
        };
        return key(a) < key(b);
    });
    std::vector<std::uint32_t> new_index(order.size());
    std::vector<ScoreItem> sorted;
    sorted.reserve(items.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        new_index[order[i]] = i;
        sorted.push_back(std::move(items[order[i]]));
    }
    items = std::move(sorted);
    for (Respondent& respondent : answers.respondents) {
        for (Score& score : respondent.scores) {
            score.item = new_index[score.item];
        }
        std::sort(respondent.scores.begin(), respondent.scores.end(),
                  [](const Score& a, const Score& b) { return a.item < b.item; });
    }
}

} // namespace assess
