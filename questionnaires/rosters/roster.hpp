// Rosters: lists of people with their roles and tools, typed by hand or written by a script.
// The layouts are described in README.md.
#pragma once

#include "model/assessment/answers.hpp"
#include "model/landscape/landscape.hpp"
#include "questionnaires/csv/byte_source.hpp"

#include <string>
#include <string_view>

namespace assess {

/// A CSV roster, one row a person or one row a use. `name` is what diagnostics call the input.
/// Unknown tools are problems, or with `keep_unknown` are added to the landscape without a place.
/// Throws InputError with every problem.
Answers read_roster_csv(ByteSource source, const std::string& name, bool keep_unknown,
                        Landscape& landscape);

/// A JSON roster, "assess/roster/1".
Answers read_roster_json(std::string_view text, const std::string& name, bool keep_unknown,
                         Landscape& landscape);

} // namespace assess
