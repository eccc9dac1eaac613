// Fuzzes questionnaires: a definition that holds together and can be asked to its end, or an
// InputError whose messages are safe to print.
#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Conditions look back, so that the engine never reads what is not there.
void check_condition(const assess::Condition& condition, std::size_t before) {
    using Kind = assess::Condition::Kind;
    const bool combines =
        condition.kind == Kind::All || condition.kind == Kind::Any || condition.kind == Kind::Not;
    require(combines ? !condition.parts.empty() : condition.question < before);
    for (const assess::Condition& part : condition.parts) {
        check_condition(part, before);
    }
}

void check_definition(const assess::Definition& definition) {
    require(!definition.languages.empty() && !definition.sections.empty());
    std::size_t next = 0;
    for (const assess::Section& section : definition.sections) {
        require(section.first == next && section.count > 0);
        if (section.shown_if) {
            check_condition(*section.shown_if, section.first);
        }
        if (section.for_each) {
            require(*section.for_each < section.first);
        }
        next += section.count;
    }
    require(next == definition.questions.size());
    for (std::size_t i = 0; i < definition.questions.size(); ++i) {
        const assess::Question& question = definition.questions[i];
        require(definition.find_question(question.id) == i); // ids are unique
        require(question.text.by_language.size() == definition.languages.size());
        if (question.shown_if) {
            check_condition(*question.shown_if, i);
        }
    }
}

/// The first answer to everything, in the longest way through.
assess::Answer some_answer(const assess::Question& question, const assess::Landscape& landscape) {
    using assess::QuestionKind;
    switch (question.kind) {
    case QuestionKind::Single:
        return assess::ChoiceAnswer{question.choices.front().id};
    case QuestionKind::Multiple:
        return assess::ChoicesAnswer{{question.choices.front().id}};
    case QuestionKind::Scale:
        return assess::StepAnswer{1};
    case QuestionKind::Number:
        return assess::NumberAnswer{question.least};
    case QuestionKind::Text:
        return assess::TextAnswer{"x"};
    case QuestionKind::Tools:
        break;
    }
    assess::ToolsAnswer answer;
    if (question.categories.empty()) {
        answer.tools.push_back({landscape.tools.front().id, true, assess::Depth::Uses});
    }
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const assess::Landscape landscape = assess::built_in_landscape("2021");
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT
    try {
        const auto definition = assess::parse_definition(text, "fuzz.json", landscape);
        check_definition(definition);
        assess::Session session(definition, landscape, "de");
        while (const assess::Item* item = session.current()) {
            const std::string key = item->key;
            const auto refused =
                session.answer(key, some_answer(definition.questions[item->question], landscape));
            // The least number of a question for whole ones may have a fraction.
            require(!refused || refused->reason == "number-not-whole");
            if (refused && session.next()) {
                return 0; // required, and this fuzzer knows no answer
            }
            if (!refused) {
                require(!session.next());
            }
        }
        require(session.missing().empty() && session.result().size() == session.items().size());
    } catch (const assess::InputError& error) {
        for (const assess::Diagnostic& diagnostic : error.diagnostics()) {
            require(to_string(diagnostic).find('\x1b') == std::string::npos);
        }
    }
    return 0;
}
