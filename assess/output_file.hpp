// Writes a whole file or nothing.
#pragma once

#include <filesystem>
#include <string_view>

namespace assess {

/// Writes `content` to a temporary file beside `path`, flushes it to the disk and puts it in the
/// place of `path` in one step: whoever reads sees the old file or the new one, never a part.
/// The old file's permissions are kept. What is no regular file (a pipe, a device) is written to
/// directly. Throws Error with the reason; the old file is whole then and no temporary is left.
void write_file(const std::filesystem::path& path, std::string_view content);

/// The same, and only its owner may read it, whatever the old file's permissions were.
void write_private_file(const std::filesystem::path& path, std::string_view content);

/// A new file that only its owner may read. False, and nothing is written, where there is a file
/// of that name already, even one that appears meanwhile. Throws as write_file does.
bool create_private_file(const std::filesystem::path& path, std::string_view content);

} // namespace assess
