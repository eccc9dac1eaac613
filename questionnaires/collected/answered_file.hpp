// One answer file by itself, without a round: with the definition that it answers.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assess {

struct AnsweredFile {
    Definition definition;
    AnswerFile file; ///< the answers in the forms that the definition asks for
};

/// Reads an answer file and finds its definition: `questionnaire`, an id or a file, where given,
/// else the built-in one of the id that the answers name. Throws InputError with every problem: a
/// file that was changed after it was saved, answers to another questionnaire or to another state
/// of it, answers that do not fit. `name` is what problems call the file.
AnsweredFile read_answered_file(std::string_view json, const std::string& name,
                                const std::optional<std::string>& questionnaire,
                                const Landscape& landscape);

/// True where a text that is JSON looks like an answer file or a draft, and like no roster.
/// Looks for the formats' names: for a message or a choice of reader, not for a check.
bool looks_like_answers(std::string_view json);

} // namespace assess
