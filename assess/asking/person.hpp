// One person's questionnaire from the first page to the saved file.
#pragma once

#include "assess/asking/answer_places.hpp"
#include "assess/asking/talk.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assess::asking {

/// Who answers, and where it goes.
struct Person {
    Session session; ///< fresh, or from a draft
    Places places;
    std::vector<std::string> suggested; ///< tools, ids
    bool brief = false;                 ///< as Interview::brief
};

/// Asks and saves. Says nothing of a finished one; of one that was stopped it says where the draft
/// is and how to go on.
Ending ask_person(const Context& context, Talk& talk, Person person,
                  std::vector<std::string> notes = {});

/// A session for a new respondent.
Session new_session(const Context& context, std::string respondent);
/// A session that goes on with a draft.
Session session_from(const Context& context, Draft draft);

/// Throws InputError for a pseudonym that is blank, too long or has control characters.
std::string checked_respondent(std::string_view respondent);

} // namespace assess::asking
