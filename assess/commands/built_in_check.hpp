// Checks at setup that need a questionnaire: possible where that is inside the program.
#pragma once

#include "assess/options.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <functional>
#include <string>

namespace assess {

/// Runs `check` on the questionnaire, and adds what it throws as an InputError. Nothing where it is
/// a file, which is read and checked later.
void check_if_built_in(const std::string& questionnaire, Diagnostics& problems,
                       const std::function<void(const Definition&)>& check);

} // namespace assess
