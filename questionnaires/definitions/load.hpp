// Definitions from JSON, and those inside the program.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Parses a definition and checks all of it: ids, kinds, conditions that look ahead, records that
/// do not fit their kind, texts that a language lacks, categories, stages and roles that are not
/// there. `landscape` knows the categories and stages. Throws InputError with every problem.
Definition parse_definition(std::string_view json, const std::string& file,
                            const Landscape& landscape);

/// Ids of the definitions inside the program, in the order in which to offer them.
std::vector<std::string_view> built_in_definitions();
/// The JSON of a built-in definition; empty where there is none of that id.
std::string_view built_in_definition(std::string_view id);

/// A definition by the id of a built-in one, or from a file. Throws InputError, Error.
Definition load_definition(const std::string& id_or_file, const Landscape& landscape);
/// Its text as JSON, whichever it is.
std::string definition_text(const std::string& id_or_file);

} // namespace assess
