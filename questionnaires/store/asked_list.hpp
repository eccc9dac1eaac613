// The list of who is asked: a CSV file with the columns respondent and role.
#pragma once

#include "questionnaires/store/store.hpp"

#include <filesystem>
#include <vector>

namespace assess {

/// In the order of the file. Other columns are not read. Throws InputError with every problem: a
/// column that is missing, an unknown role, a person who is there twice. Throws Error where the
/// file cannot be read.
std::vector<AskedPerson> read_asked_list(const std::filesystem::path& file);

} // namespace assess
