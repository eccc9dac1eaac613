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
    std::string reason = {}; ///< the key of `what` in words/engine.json, for programs and tests
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
    /// Ids of the definition's questions when it was saved, so that a newer definition can say
    /// which are new; empty: not known.
    std::vector<std::string> questions = {};
    friend bool operator==(const Draft&, const Draft&) = default;
};

class Session {
public:
    /// Starts at the first item. `definition` and `landscape` must outlive the session. A language
    /// that the definition lacks becomes the nearest that it has ("de-AT": "de"; else its first).
    Session(const Definition& definition, const Landscape& landscape, const std::string& language);
    /// Goes on with a draft. An answer that does not fit the definition any more is dropped;
    /// changes() then says so, and what else changed where the draft is of another version. Throws
    /// InputError for a draft of another questionnaire.
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

    /// Answers a shown item; the session stays where it is, unless that item is hidden now: then
    /// it goes to the one answered. Nothing changes when it is refused.
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
    /// A pseudonym that check_respondent accepts.
    void set_respondent(std::string respondent) { m_draft.respondent = std::move(respondent); }
    /// What is asked from now on in another language.
    void set_language(std::string_view language);

private:
    [[nodiscard]] bool is_answered(const Item& item) const;
    [[nodiscard]] std::size_t index_of(std::string_view key) const;
    [[nodiscard]] std::size_t first_unanswered() const;
    [[nodiscard]] Refusal refusal(const std::string& key, std::string_view reason) const;
    void go_to(std::size_t index);

    const Definition* m_definition;
    const Landscape* m_landscape;
    Draft m_draft;
    std::vector<Item> m_items;
    std::size_t m_at = 0; ///< index into m_items; its size: the end
    std::vector<std::string> m_changes;
};

/// What is wrong with an answer to a question, in `language`; nothing where it fits. The order of
/// tools and choices does not matter.
std::optional<Refusal> check_answer(const Definition& definition, const Landscape& landscape,
                                    const Item& item, const Answer& answer,
                                    std::string_view language);

/// The items that the definition shows for these answers, in order.
std::vector<Item> shown_items(const Definition& definition, const Landscape& landscape,
                              const AnswerMap& answers);

/// The item of a key, shown or not; nothing where the definition has no such item. A tool that the
/// key names as lacking, but that the landscape has, is the landscape's; so the item's key may be
/// another.
std::optional<Item> item_of_key(const Definition& definition, const Landscape& landscape,
                                std::string_view key);

/// Answers from a file, in the forms that the definition's questions ask for: JSON has one kind of
/// text and of number, and an empty list of anything. A tool that was typed by name, but that the
/// landscape has, becomes the landscape's, in the answers and in their keys. What fits nothing
/// stays as it is. Call it with everything that parse_answer_file() returns; a Session and
/// check_against() do so themselves.
AnswerMap answers_as_asked(const Definition& definition, const Landscape& landscape,
                           const AnswerMap& answers);

/// What is wrong with a pseudonym; nothing where it fits: 1 to 64 characters, not blank, no
/// control characters.
std::optional<Refusal> check_respondent(std::string_view respondent, std::string_view language);

/// Daily, weekly, monthly, rarely, uses.
bool is_in_use(Depth depth);

} // namespace assess
