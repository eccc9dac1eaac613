// The questions with five steps that people answered, told apart by what they are about.
// Internal to this folder.
#pragma once

#include "model/assessment/answers.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace assess {

/// Reports are in English. A definition without it gives its first language.
inline constexpr std::string_view language_of_reports = "en";

/// What kind of score a record is; nothing for records that are none.
std::optional<ScoreKind> score_kind(Records records);

class ScoreItems {
public:
    /// Index of the item that a question of an added definition is, for one tool or for none.
    std::uint32_t index_of(const Question& question, std::optional<ToolIndex> tool);

    /// Notes how a definition words its questions. To be called with the newest first, whose words
    /// become the items'.
    void add_words(const Definition& definition);

    /// Ids of the questions that definitions word differently.
    [[nodiscard]] const std::set<std::string>& differing() const { return m_differing; }

    /// Moves the items into answers.score_items.
    void move_to(Answers& answers) { answers.score_items = std::move(m_items); }

private:
    using QuestionKey = std::tuple<ScoreKind, std::optional<Role>, std::string>;
    using ItemKey = std::tuple<QuestionKey, std::optional<ToolIndex>>;

    std::map<QuestionKey, ScoreItem> m_words;
    std::map<ItemKey, std::uint32_t> m_by_key;
    std::vector<ScoreItem> m_items;
    std::set<std::string> m_differing;
};

/// Brings score items into their order by kind, tool, persona and id, and each respondent's scores
/// into that of the items. To be called once the tools have their last indices.
void sort_scores(Answers& answers);

} // namespace assess
