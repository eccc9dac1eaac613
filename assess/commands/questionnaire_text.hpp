// A questionnaire in words, for whoever decides whether to use it.
#pragma once

#include "questionnaires/definitions/definition.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace assess {

/// "13 questions in 6 sections, in en and de, about 10 minutes".
std::string size_in_words(const Definition& definition);

/// Everything that is asked, in one language: questions, help, choices, conditions.
void print_questionnaire(const Definition& definition, std::string_view language, std::size_t width,
                         std::ostream& out);

} // namespace assess
