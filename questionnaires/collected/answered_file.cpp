#include "questionnaires/collected/answered_file.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"
#include "questionnaires/definitions/load.hpp"
#include "questionnaires/engine/session.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace assess {

namespace {

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

Definition definition_for(const AnswerFile& file, const std::string& name,
                          const std::optional<std::string>& questionnaire,
                          const Landscape& landscape) {
    if (questionnaire) {
        return load_definition(*questionnaire, landscape);
    }
    if (built_in_definition(file.questionnaire).empty()) {
        throw InputError({{name, 0, 0, "/questionnaire/id"},
                          fmt::format("these are answers to the questionnaire {}, which is not "
                                      "built in",
                                      in_quotes(file.questionnaire)),
                          "Open a round with that questionnaire and submit the file to it: see "
                          "'assess help round' and 'assess help submit'."});
    }
    return load_definition(file.questionnaire, landscape);
}

/// Answers to another state of the questionnaire may fit and yet mean something else.
void refuse_other_states(const AnswerFile& file, const std::string& name,
                         const Definition& definition) {
    if (file.questionnaire != definition.id || file.questionnaire_digest == definition.digest) {
        return; // another questionnaire is a problem that check_against() tells
    }
    throw InputError(
        {{name, 0, 0, "/questionnaire"},
         file.version == definition.version
             ? fmt::format("the questionnaire {} has been changed since these answers were given",
                           in_quotes(definition.id))
             : fmt::format("these are answers to version {} of the questionnaire {}, and this is "
                           "version {}",
                           file.version, in_quotes(definition.id), definition.version),
         "Submit the file to a round of that questionnaire: 'assess submit' makes older answers "
         "fit, and says what it changed. Or have it answered again."});
}

} // namespace

AnsweredFile read_answered_file(std::string_view json, const std::string& name,
                                const std::optional<std::string>& questionnaire,
                                const Landscape& landscape) {
    if (has(json, "\"assess/draft/1\"") && !has(json, "\"assess/answers/1\"")) {
        throw InputError({{name, 0, 0, {}},
                          "this is a draft: its answers are not finished",
                          fmt::format("Finish it: assess ask --resume {}", printable(name))});
    }
    auto [file, checksum_fits] = parse_answer_file(json, name);
    if (!checksum_fits) {
        throw InputError(
            {{name, 0, 0, {}},
             "the file is not as it was saved: it was edited, or damaged on its way",
             "Ask for the file again. To change an answer, answer again and save again."});
    }
    auto definition = definition_for(file, name, questionnaire, landscape);
    refuse_other_states(file, name, definition);
    if (auto problems = check_against(file, name, definition, landscape); !problems.empty()) {
        throw InputError(std::move(problems));
    }
    file.answers = answers_as_asked(definition, landscape, file.answers);
    return {std::move(definition), std::move(file)};
}

bool looks_like_answers(std::string_view json) {
    return !has(json, "\"assess/roster/1\"") &&
           (has(json, "\"assess/answers/1\"") || has(json, "\"assess/draft/1\""));
}

} // namespace assess
