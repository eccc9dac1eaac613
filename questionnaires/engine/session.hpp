// The engine: one state machine that asks a questionnaire. The terminal, the browser's page and
// the reader of answer files all follow its rules; tests/support/engine_cases.json holds runs
// that each of them must reproduce.
//
// Invariants, whatever the moves:
// - the items shown depend on the answers alone, not on the way that led to them;
// - the result holds an answer to an item only if that item is shown, and every required one;
// - the draft loses no answer, except by being overwritten;
// - the current item is shown, or the session stands at the end.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/answer.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// One question as it is asked: itself, or for one tool.
struct Item {
    std::string key;
    std::size_t question = 0;         ///< index into Definition::questions
    std::optional<AnsweredTool> tool; ///< of a section that is asked for each tool
    friend bool operator==(const Item&, const Item&) = default;
};

/// Why an answer or a move is refused, in the session's language: one sentence for the person who
/// answers, and what to do.
struct Refusal {
    std::string key; ///< the item it is about
    std::string what;
    std::string hint;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct HowFar {
    std::size_t done = 0;  ///< shown items that have an answer, "skipped" included
    std::size_t shown = 0; ///< items shown at present; it can change with every answer
};

/// What a person has answered so far; everything that is needed to go on later.
struct Draft {
    std::string questionnaire; ///< Definition::id
    int version = 0;
    std::string digest;
    std::string language;
    std::string respondent; ///< a pseudonym; may be empty
    std::string at;         ///< key of the current item; empty: the end
    AnswerMap answers;      ///< also to items that are hidden now
    friend bool operator==(const Draft&, const Draft&) = default;
};

class Session {
public:
    /// Starts at the first item. `definition` and `landscape` must outlive the session.
    Session(const Definition& definition, const Landscape& landscape, std::string language);
    /// Goes on with a draft. An answer that does not fit the definition any more is dropped;
    /// changes() then says so, and what else changed where the draft is of another version.
    Session(const Definition& definition, const Landscape& landscape, Draft draft);

    [[nodiscard]] const Definition& definition() const { return *m_definition; }
    [[nodiscard]] const std::string& language() const { return m_draft.language; }
    [[nodiscard]] const std::vector<std::string>& changes() const { return m_changes; }

    /// The items that are shown, in order.
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    /// The current item; nothing at the end.
    [[nodiscard]] const Item* current() const;
    [[nodiscard]] const Answer* answer_to(std::string_view key) const;
    [[nodiscard]] HowFar how_far() const;

    /// Answers a shown item; the session stays where it is. Nothing changes when it is refused.
    std::optional<Refusal> answer(std::string_view key, Answer answer);
    /// To the next item; refused where the current one is required and has no answer. An optional
    /// one without an answer becomes "skipped".
    std::optional<Refusal> next();
    /// To the item before; stays where there is none.
    void back();
    /// To a shown item; refused for any other key. Items jumped over stay unanswered.
    std::optional<Refusal> jump(std::string_view key);

    /// Shown items that are required and have no answer, in order; empty: it can be finished.
    [[nodiscard]] std::vector<Refusal> missing() const;
    /// Answers to the items that are shown; those without any are "skipped". Call it only where
    /// missing() is empty.
    [[nodiscard]] AnswerMap result() const;
    [[nodiscard]] const Draft& draft() const { return m_draft; }
    void set_respondent(std::string respondent) { m_draft.respondent = std::move(respondent); }

private:
    void show_items();

    const Definition* m_definition;
    const Landscape* m_landscape;
    Draft m_draft;
    std::vector<Item> m_items;
    std::size_t m_at = 0; ///< index into m_items; its size: the end
    std::vector<std::string> m_changes;
};

/// What is wrong with an answer to a question, in `language`; nothing where it fits.
std::optional<Refusal> check_answer(const Definition& definition, const Landscape& landscape,
                                    const Item& item, const Answer& answer,
                                    std::string_view language);

/// The items that the definition shows for these answers, in order.
std::vector<Item> shown_items(const Definition& definition, const Landscape& landscape,
                              const AnswerMap& answers);

} // namespace assess
