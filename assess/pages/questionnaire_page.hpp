// A questionnaire as a page: what is asked, how it is answered and when.
#pragma once

#include "model/facts/message.hpp"
#include "questionnaires/definitions/definition.hpp"
#include "reports/document/document.hpp"
#include "reports/wording/wording.hpp"

#include <string_view>

namespace assess {

/// "12 questions in 3 sections, in en and de, about 5 minutes".
Message size_of(const Definition& definition);

/// Every question in the questionnaire's own language; the words around them are the wording's.
reports::Document questionnaire_page(const Definition& definition, std::string_view language,
                                     const reports::Wording& wording);

} // namespace assess
