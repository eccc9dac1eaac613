// Answer files: what one person answered, as the terminal and the browser save it and the lead
// gets it ("assess/answers/1"); and drafts ("assess/draft/1"). README.md describes the fields.
#pragma once

#include "model/diagnostics/diagnostic.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "questionnaires/engine/answer.hpp"
#include "questionnaires/engine/session.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace assess {

struct AnswerFile {
    std::string questionnaire; ///< Definition::id
    int version = 0;
    std::string questionnaire_digest;
    std::string edition; ///< of the landscape that the questions were asked with
    std::string landscape_digest;
    std::string respondent; ///< a pseudonym
    std::string language;
    AnswerMap answers; ///< Session::result()
    friend bool operator==(const AnswerFile&, const AnswerFile&) = default;
};

/// JSON with a checksum over everything else: "fnv1a64:" and 16 hex digits over the object without
/// the checksum, with keys sorted by code point and without white space. It finds damage and edits
/// by hand, not forgery.
std::string to_json_text(const AnswerFile& file);
std::string to_json_text(const Draft& draft);

/// Files larger than this are refused unread.
inline constexpr std::size_t largest_answer_file = 4'000'000; ///< bytes
/// Answers of one file; a draft holds those to hidden questions, too.
inline constexpr std::size_t most_answers = 10'000;

struct ReadAnswerFile {
    AnswerFile file;
    /// It is as it was saved. False, too, where the file has no checksum.
    bool checksum_fits = false;
};

/// Reads an answer file, or a draft. What the answers say is not checked against a definition
/// here: check_against() does. Nor are they in the definition's forms: JSON has one kind of text
/// (read as TextAnswer, where it may be a choice), of number (NumberAnswer, or a step) and of
/// empty list (ChoicesAnswer, or no tools). answers_as_asked() (engine/session.hpp) settles that;
/// a Session does so itself. Throws InputError with every problem.
ReadAnswerFile parse_answer_file(std::string_view json, const std::string& name);
Draft parse_draft(std::string_view json, const std::string& name);

/// All that does not fit between an answer file and a definition: answers to items that are not
/// shown, required ones that are missing, values that are none. Places name the item's key. Whether
/// versions and digests are the same is not looked at. In English: it is for who collects files.
Diagnostics check_against(const AnswerFile& file, const std::string& name,
                          const Definition& definition, const Landscape& landscape);

} // namespace assess
