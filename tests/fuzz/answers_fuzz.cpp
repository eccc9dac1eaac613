// Fuzzes answer files and drafts, told apart by their format: refused with messages that are safe
// to print, or checked, and a session that resumes from them keeps its invariants.
#include "model/landscape/load.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

namespace {

/// Every kind of question, conditions, and questions for each tool.
constexpr std::string_view definition_json = R"({
"format": "assess/questionnaire/1", "id": "fuzz", "version": 1, "purpose": "team",
"languages": ["en", "de"], "title": "T", "sections": [
{"id": "a", "title": "A", "questions": [
 {"id": "role", "kind": "single", "text": "?", "required": true, "choices": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}]},
 {"id": "parts", "kind": "multiple", "text": "?", "dont_know": true, "choices": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}]},
 {"id": "tools", "kind": "tools", "text": "?", "depth": true, "other_tools": true},
 {"id": "days", "kind": "number", "text": "?", "least": -5, "most": 5, "whole": false},
 {"id": "note", "kind": "text", "text": "?", "longest": 20, "shown_if": {"any": [{"question": "parts", "has": ["x"]}, {"question": "days", "at_least": 2}]}}]},
{"id": "b", "title": "B", "for_each": {"question": "tools", "most": 3}, "shown_if": {"not": {"question": "role", "is": ["y"]}}, "questions": [
 {"id": "gives", "kind": "scale", "text": "?", "required": true, "not_applicable": true, "steps": ["1", "2", "3", "4", "5"]},
 {"id": "why", "kind": "text", "text": "?", "shown_if": {"question": "gives", "at_most": 2}}]}]})";

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_messages(const assess::Diagnostics& diagnostics) {
    for (const assess::Diagnostic& diagnostic : diagnostics) {
        require(to_string(diagnostic).find('\x1b') == std::string::npos);
    }
}

/// An exception here would be a finding, not a refusal: noexcept ends the program.
void check_session(assess::Session& session, const assess::Landscape& landscape) noexcept {
    const auto& definition = session.definition();
    require(session.items() == assess::shown_items(definition, landscape, session.draft().answers));
    const auto result = session.result();
    require(result.size() == session.items().size());
    for (const auto& [key, answer] : session.draft().answers) {
        const auto item = assess::item_of_key(definition, landscape, key);
        require(item && item->key == key);
        require(!assess::check_answer(definition, landscape, *item, answer, "en"));
    }
    // What was saved comes back as it was.
    const assess::Session again(definition, landscape,
                                assess::parse_draft(to_json_text(session.draft()), "again.json"));
    require(again.draft() == session.draft() && again.changes().empty());
    // And it can be walked through.
    std::size_t steps = 0;
    while (session.current() != nullptr && !session.next()) {
        require(++steps <= session.items().size());
    }
    while (session.current() != &session.items().front()) {
        session.back();
        require(++steps <= 2 * session.items().size() + 1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const assess::Landscape landscape = assess::built_in_landscape("2021");
    static const assess::Definition definition =
        assess::parse_definition(definition_json, "fuzz.json", landscape);
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    try {
        assess::Draft draft;
        if (text.find("assess/draft/1") != std::string_view::npos) {
            draft = assess::parse_draft(text, "draft.json");
        } else {
            const auto read = assess::parse_answer_file(text, "answers.json");
            const auto problems =
                assess::check_against(read.file, "answers.json", definition, landscape);
            check_messages(problems);
            const auto saved = assess::parse_answer_file(to_json_text(read.file), "saved.json");
            require(saved.checksum_fits && saved.file == read.file);
            draft.language = read.file.language;
            draft.respondent = read.file.respondent;
            draft.answers = read.file.answers;
            if (problems.empty()) { // then every answer is taken, and nothing is missing
                draft.questionnaire = definition.id;
                const assess::Session session(definition, landscape, draft);
                require(session.missing().empty());
                for (const auto& [key, answer] :
                     assess::answers_as_asked(definition, landscape, read.file.answers)) {
                    require(session.result().contains(key));
                }
            }
        }
        draft.questionnaire = definition.id;
        assess::Session session(definition, landscape, draft);
        check_session(session, landscape);
    } catch (const assess::InputError& error) {
        check_messages(error.diagnostics());
    }
    return 0;
}
