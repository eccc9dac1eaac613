#include "assess/commands/built_in_check.hpp"

#include "model/landscape/load.hpp"
#include "questionnaires/definitions/load.hpp"

namespace assess {

void check_if_built_in(const std::string& questionnaire, Diagnostics& problems,
                       const std::function<void(const Definition&)>& check) {
    if (!built_in_definition(questionnaire).empty()) {
        add_problems(problems,
                     [&] { check(load_definition(questionnaire, built_in_landscape("current"))); });
    }
}

} // namespace assess
