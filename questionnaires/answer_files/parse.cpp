#include "model/json/json_input.hpp"
#include "model/landscape/landscape_fields.hpp"
#include "model/text/text.hpp"
#include "questionnaires/answer_files/answer_file.hpp"
#include "questionnaires/answer_files/answer_json.hpp"
#include "questionnaires/canonical_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace assess {

namespace {

constexpr std::size_t longest_edition = 200;       ///< characters
constexpr std::size_t most_draft_questions = 2000; ///< questions of a draft

nlohmann::json parse_small(std::string_view text, const std::string& name) {
    if (text.size() > largest_answer_file) {
        throw InputError({{name, 0, 0, {}},
                          fmt::format("the file has {} bytes, and {} is the most", text.size(),
                                      largest_answer_file),
                          "Is it the right file? Answers take a few kilobytes."});
    }
    return parse_json(text, name);
}

std::string read_digest(ObjectReader& reader, std::string_view field) {
    constexpr std::string_view begin = "fnv1a64:";
    constexpr std::size_t digits = 16;
    auto text = reader.required_string(field);
    const bool hex = text.size() == begin.size() + digits && text.starts_with(begin) &&
                     text.find_first_not_of("0123456789abcdef", begin.size()) == std::string::npos;
    if (!text.empty() && !hex) {
        reader.problem(field, fmt::format("{} is no digest", in_quotes(text)),
                       "A digest is fnv1a64: and 16 hexadecimal digits. Save the file again where "
                       "it was made.");
    }
    return text;
}

/// The fields that answer files and drafts share.
struct SharedFields {
    std::string questionnaire;
    int version = 0;
    std::string digest;
    std::string respondent;
    std::string language;
};

SharedFields read_shared_fields(ObjectReader& root, bool respondent_needed) {
    SharedFields head;
    root.require("questionnaire", "Say which one was answered.");
    if (auto reader = root.object("questionnaire")) {
        head.questionnaire = reader->required_string("id");
        if (!head.questionnaire.empty() && !is_id(head.questionnaire)) {
            reader->problem("id", fmt::format("{} is no id", in_quotes(head.questionnaire)),
                            "Ids are lower-case letters, digits and hyphens, such as team.");
        }
        reader->require("version");
        head.version = static_cast<int>(reader->integer("version", 1, most_version).value_or(0));
        head.digest = read_digest(*reader, "digest");
        reader->finish();
    }
    head.respondent = respondent_needed ? root.required_string("respondent")
                                        : root.string("respondent").value_or(std::string());
    if (!head.respondent.empty()) {
        if (const auto refusal = check_respondent(head.respondent, "en")) {
            root.problem("respondent", refusal->what, refusal->hint);
        }
    }
    head.language = root.required_string("language");
    constexpr std::size_t longest_tag = 16;
    if (head.language.size() > longest_tag ||
        !std::all_of(head.language.begin(), head.language.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-';
        })) {
        root.problem("language", fmt::format("{} is no language", in_quotes(head.language)),
                     "Write a tag such as en or de.");
    }
    return head;
}

} // namespace

ReadAnswerFile parse_answer_file(std::string_view json, const std::string& name) {
    auto value = parse_small(json, name);
    JsonProblems problems(json, name);
    ReadAnswerFile read;
    ObjectReader root(value, "", problems);
    root.format("assess/answers/1");
    SharedFields head = read_shared_fields(root, true);
    read.file.questionnaire = std::move(head.questionnaire);
    read.file.version = head.version;
    read.file.questionnaire_digest = std::move(head.digest);
    read.file.respondent = std::move(head.respondent);
    read.file.language = std::move(head.language);
    root.require("landscape", "Say which landscape the questions were asked with.");
    if (auto reader = root.object("landscape")) {
        read.file.edition = reader->required_string("edition");
        if (const auto fault = fault_of(read.file.edition, longest_edition); !fault.empty()) {
            reader->problem("edition", "the edition's name " + fault, "Write it plainly.");
        }
        read.file.landscape_digest = read_digest(*reader, "digest");
        reader->finish();
    }
    read.file.answers = read_answers_field(root);
    const auto checksum = root.string("checksum");
    root.finish();
    problems.throw_if_any();
    value.erase("checksum");
    read.checksum_fits = checksum && *checksum == fnv1a64_digest(canonical_json(value));
    return read;
}

Draft parse_draft(std::string_view json, const std::string& name) {
    const auto value = parse_small(json, name);
    JsonProblems problems(json, name);
    Draft draft;
    ObjectReader root(value, "", problems);
    root.format("assess/draft/1");
    SharedFields head = read_shared_fields(root, false);
    draft.questionnaire = std::move(head.questionnaire);
    draft.version = head.version;
    draft.digest = std::move(head.digest);
    draft.respondent = std::move(head.respondent);
    draft.language = std::move(head.language);
    draft.at = root.string("at").value_or(std::string());
    draft.questions = root.strings("questions");
    if (draft.questions.size() > most_draft_questions) {
        root.problem("questions",
                     fmt::format("the list has {} entries, and {} is the most",
                                 draft.questions.size(), most_draft_questions),
                     "Is it the right file?");
    }
    draft.answers = read_answers_field(root);
    root.finish();
    problems.throw_if_any();
    return draft;
}

} // namespace assess
