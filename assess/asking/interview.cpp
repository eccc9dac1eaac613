#include "assess/asking/interview.hpp"

#include "assess/asking/answer_places.hpp"
#include "assess/output_file.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/answer_files/answer_file.hpp"

#include <utility>

namespace assess::asking {

Interview::Interview(const Context& context, Session session, Places places)
    : m_context(&context), m_session(std::move(session)), m_places(std::move(places)) {}

void Interview::save_draft() {
    write_private_file(m_places.draft, to_json_text(m_session.draft()));
}

void Interview::changed() {
    if (!m_keep_drafts) {
        return;
    }
    try {
        save_draft();
        m_trouble.clear();
    } catch (const Error& error) { // a full disk must not end the interview
        m_trouble = error.what();
    }
}

std::optional<Refusal> Interview::answer(const std::string& key, Answer answer) {
    auto refusal = m_session.answer(key, std::move(answer));
    if (!refusal) {
        changed();
    }
    return refusal;
}

std::optional<Refusal> Interview::next() {
    auto refusal = m_session.next();
    if (!refusal && begun()) {
        changed();
    }
    return refusal;
}

std::optional<Refusal> Interview::jump(const std::string& key) {
    return m_session.jump(key);
}

void Interview::back() {
    m_session.back();
}

bool Interview::finish() {
    const auto& definition = m_context->definition;
    const auto& draft = m_session.draft();
    const AnswerFile file{definition.id,
                          definition.version,
                          definition.digest,
                          m_context->landscape.edition,
                          m_context->landscape.digest,
                          draft.respondent,
                          draft.language,
                          m_session.result()};
    const auto text = to_json_text(file);
    bool replaced = false;
    if (m_places.replace) {
        write_private_file(m_places.answers, text);
    } else if (!create_private_file(m_places.answers, text)) {
        if (look_at(m_places.answers, definition.id, draft.respondent) == Holds::SomethingElse) {
            refuse_overwriting(m_places.answers);
        }
        write_private_file(m_places.answers, text);
        replaced = true;
    }
    std::error_code ignored; // a draft that stays is offered again; nothing is lost
    std::filesystem::remove(m_places.draft, ignored);
    return replaced;
}

} // namespace assess::asking
