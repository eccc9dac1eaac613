// How answers are kept, and how a draft of another time is made to fit. Internal to this folder.
#pragma once

#include "questionnaires/engine/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// The answer as it is kept: choices in the definition's order, tools by id and then by name,
/// texts without white space at both ends.
Answer as_kept(const Question& question, Answer answer);

/// Of the definition's languages the nearest to the one wanted ("de" to "de-AT"); else the first.
std::string nearest_language(const Definition& definition, std::string_view wanted);

/// Drops from a draft what does not fit the definition and landscape, of lists only the parts
/// that do not fit. Returns what changed, one sentence each, in the draft's language. Throws
/// InputError for a draft of another questionnaire.
std::vector<std::string> fit_draft(const Definition& definition, const Landscape& landscape,
                                   Draft& draft);

} // namespace assess
