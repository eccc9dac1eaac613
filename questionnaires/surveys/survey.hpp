// Survey exports, read through a mapping that says what each column means.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/csv/byte_source.hpp"
#include "questionnaires/surveys/mapping.hpp"

#include <string>

namespace assess {

/// Reads a survey's CSV export. `name` is what diagnostics call the input. Unknown options are
/// treated as their block says; with `keep_unknown` those that would be errors are added to the
/// landscape without a place. Throws InputError with every problem.
/// Memory is one row and the people who stay; a cell costs one comparison where its column holds
/// one option, and one look-up where it holds a list.
Answers read_survey_csv(ByteSource source, const std::string& name, const Mapping& mapping,
                        bool keep_unknown, Landscape& landscape);

} // namespace assess
