#include "questionnaires/definitions/definition.hpp"

#include <algorithm>

namespace assess {

std::string_view LocalText::in(std::string_view language) const {
    for (;;) {
        const auto found = std::find_if(by_language.begin(), by_language.end(),
                                        [&](const auto& one) { return one.first == language; });
        if (found != by_language.end()) {
            return found->second;
        }
        const auto hyphen = language.rfind('-');
        if (hyphen == std::string_view::npos) {
            return by_language.empty() ? std::string_view() : by_language.front().second;
        }
        language = language.substr(0, hyphen);
    }
}

std::string_view id_of(Records records) {
    switch (records) {
    case Records::Nothing:
        return "";
    case Records::Role:
        return "role";
    case Records::Team:
        return "team";
    case Records::Usage:
        return "usage";
    case Records::Stages:
        return "stages";
    case Records::Need:
        return "need";
    case Records::Want:
        return "want";
    case Records::Frustration:
        return "frustration";
    case Records::ToolGives:
        return "tool-gives";
    case Records::ToolAnswers:
        return "tool-answers";
    case Records::ToolFrustrates:
        return "tool-frustrates";
    case Records::Comment:
        return "comment";
    case Records::ToolName:
        return "tool-name";
    case Records::ToolHomepage:
        return "tool-homepage";
    case Records::ToolCategory:
        return "tool-category";
    case Records::Artifact:
        return "artifact";
    case Records::Covers:
        break;
    }
    return "covers";
}

std::string_view id_of(QuestionKind kind) {
    switch (kind) {
    case QuestionKind::Single:
        return "single";
    case QuestionKind::Multiple:
        return "multiple";
    case QuestionKind::Tools:
        return "tools";
    case QuestionKind::Scale:
        return "scale";
    case QuestionKind::Number:
        return "number";
    case QuestionKind::Text:
        break;
    }
    return "text";
}

std::optional<std::size_t> Definition::find_question(std::string_view question_id) const {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& one) { return one.id == question_id; });
    return found == questions.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - questions.begin()));
}

std::optional<std::size_t> Definition::find_record(Records records) const {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& one) { return one.records == records; });
    return found == questions.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - questions.begin()));
}

} // namespace assess
