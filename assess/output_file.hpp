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

} // namespace assess
