// The questionnaire as one page for a browser: a self-contained HTML file that works without a
// network. The page asks by the same rules as questionnaires/engine; README.md says how it is made.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <string>
#include <string_view>

namespace assess {

struct FormSettings {
    std::string language; ///< one of the definition's; empty: the reader's browser decides
    std::string round;    ///< what the round is called, shown above the title; may be empty
};

/// The page. `definition` was parsed from `definition_json`. Nothing in the texts of either or of
/// the landscape can become markup or code. The same input gives the same bytes. O(size).
std::string make_form(const Definition& definition, std::string_view definition_json,
                      const Landscape& landscape, const FormSettings& settings);

} // namespace assess
