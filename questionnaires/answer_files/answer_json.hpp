// One answer as JSON and back. Internal to this folder.
#pragma once

#include "model/json/json_input.hpp"
#include "questionnaires/engine/answer.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace assess {

nlohmann::json to_json(const Answer& answer);
nlohmann::json to_json(const AnswerMap& answers);

/// The answers of a file's field "answers"; adds a problem for each that is none.
AnswerMap read_answers_field(ObjectReader& root);

} // namespace assess
