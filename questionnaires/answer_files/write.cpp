#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/answer_files/answer_json.hpp"
#include "questionnaires/canonical_json.hpp"

#include <nlohmann/json.hpp>

namespace assess {

namespace {

std::string readable(const nlohmann::json& value) {
    constexpr int indent = 2;
    // Bytes that are no UTF-8 become U+FFFD, here and in the checksum alike.
    return value.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace

std::string to_json_text(const AnswerFile& file) {
    nlohmann::json json{
        {"format", "assess/answers/1"},
        {"questionnaire",
         {{"id", file.questionnaire},
          {"version", file.version},
          {"digest", file.questionnaire_digest}}},
        {"landscape", {{"edition", file.edition}, {"digest", file.landscape_digest}}},
        {"respondent", file.respondent},
        {"language", file.language},
        {"answers", to_json(file.answers)}};
    json["checksum"] = fnv1a64_digest(canonical_json(json));
    return readable(json);
}

std::string to_json_text(const Draft& draft) {
    nlohmann::json json{
        {"format", "assess/draft/1"},
        {"questionnaire",
         {{"id", draft.questionnaire}, {"version", draft.version}, {"digest", draft.digest}}},
        {"respondent", draft.respondent},
        {"language", draft.language},
        {"at", draft.at},
        {"answers", to_json(draft.answers)}};
    if (!draft.questions.empty()) {
        json["questions"] = draft.questions;
    }
    return readable(json);
}

} // namespace assess
