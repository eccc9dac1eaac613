// Reads a small file whole: landscapes, policies, mappings.
#pragma once

#include <filesystem>
#include <string>

namespace assess {

/// The file's bytes. Throws InputError where it is missing, a folder or larger than 64 MB, and
/// Error where it cannot be read.
std::string read_file(const std::filesystem::path& path);

} // namespace assess
