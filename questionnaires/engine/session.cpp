#include "questionnaires/engine/session.hpp"

#include "questionnaires/engine/keep.hpp"
#include "questionnaires/engine/text_rules.hpp"

#include <algorithm>
#include <utility>

namespace assess {

namespace {

Draft stamped(Draft draft, const Definition& definition) {
    draft.questionnaire = definition.id;
    draft.version = definition.version;
    draft.digest = definition.digest;
    draft.questions.clear();
    for (const Question& question : definition.questions) {
        draft.questions.push_back(question.id);
    }
    return draft;
}

} // namespace

Session::Session(const Definition& definition, const Landscape& landscape,
                 const std::string& language)
    : m_definition(&definition), m_landscape(&landscape), m_draft(stamped({}, definition)),
      m_items(shown_items(definition, landscape, {})) {
    m_draft.language = nearest_language(definition, language);
    go_to(0);
}

Session::Session(const Definition& definition, const Landscape& landscape, Draft draft)
    : m_definition(&definition), m_landscape(&landscape) {
    const bool changed = draft.digest != definition.digest;
    m_changes = fit_draft(definition, landscape, draft);
    m_draft = stamped(std::move(draft), definition);
    m_items = shown_items(definition, landscape, m_draft.answers);
    if (m_draft.at.empty() && !changed) {
        go_to(m_items.size());
        return;
    }
    // Where the current item is gone, or new ones came after the end, it goes on at the first
    // that has no answer.
    const auto at = index_of(m_draft.at);
    go_to(at < m_items.size() ? at : first_unanswered());
}

const Item* Session::current() const {
    return m_at < m_items.size() ? &m_items[m_at] : nullptr;
}

const Answer* Session::answer_to(std::string_view key) const {
    const auto found = m_draft.answers.find(key);
    return found == m_draft.answers.end() ? nullptr : &found->second;
}

HowFar Session::how_far() const {
    const auto done = std::count_if(m_items.begin(), m_items.end(), [&](const Item& item) {
        return answer_to(item.key) != nullptr;
    });
    return {static_cast<std::size_t>(done), m_items.size()};
}

std::optional<Refusal> Session::answer(std::string_view key, Answer answer) {
    const auto index = index_of(key);
    if (index == m_items.size()) {
        return refusal(std::string(key), "not-shown");
    }
    const Item& item = m_items[index];
    if (auto refused = check_answer(*m_definition, *m_landscape, item, answer, language())) {
        return refused;
    }
    m_draft.answers.insert_or_assign(
        item.key, as_kept(m_definition->questions[item.question], std::move(answer)));
    const bool at_end = m_at == m_items.size();
    const auto answered = item.key; // of the items that are replaced now
    m_items = shown_items(*m_definition, *m_landscape, m_draft.answers);
    const auto at = index_of(m_draft.at);
    go_to(at_end || at < m_items.size() ? at : index_of(answered));
    return std::nullopt;
}

std::optional<Refusal> Session::next() {
    const Item* item = current();
    if (item == nullptr) {
        return std::nullopt;
    }
    if (!is_answered(*item)) {
        if (m_definition->questions[item->question].required) {
            return refusal(item->key, "needs-answer");
        }
        m_draft.answers.emplace(item->key, NoAnswer::Skipped);
    }
    go_to(m_at + 1);
    return std::nullopt;
}

void Session::back() {
    if (m_at > 0) {
        go_to(m_at - 1);
    }
}

std::optional<Refusal> Session::jump(std::string_view key) {
    const auto index = index_of(key);
    if (index == m_items.size()) {
        return refusal(std::string(key), "not-shown");
    }
    go_to(index);
    return std::nullopt;
}

std::vector<Refusal> Session::missing() const {
    std::vector<Refusal> missing;
    for (const Item& item : m_items) {
        if (m_definition->questions[item.question].required && !is_answered(item)) {
            missing.push_back(refusal(item.key, "needs-answer"));
        }
    }
    return missing;
}

AnswerMap Session::result() const {
    AnswerMap result;
    for (const Item& item : m_items) {
        const Answer* given = answer_to(item.key);
        result.emplace(item.key, given == nullptr ? Answer(NoAnswer::Skipped) : *given);
    }
    return result;
}

void Session::set_language(std::string_view language) {
    m_draft.language = nearest_language(*m_definition, language);
}

bool Session::is_answered(const Item& item) const {
    return answer_to(item.key) != nullptr;
}

std::size_t Session::index_of(std::string_view key) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item& item) { return item.key == key; });
    return static_cast<std::size_t>(found - m_items.begin());
}

std::size_t Session::first_unanswered() const {
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item& item) { return !is_answered(item); });
    return static_cast<std::size_t>(found - m_items.begin());
}

Refusal Session::refusal(const std::string& key, std::string_view reason) const {
    return refuse(key, reason, language());
}

void Session::go_to(std::size_t index) {
    m_at = index;
    m_draft.at = index < m_items.size() ? m_items[index].key : std::string();
}

} // namespace assess
