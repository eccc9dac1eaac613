// Looks at a store's file before SQLite does, so that nothing foreign is ever touched.
#pragma once

#include <cstdint>
#include <filesystem>

namespace assess::store {

/// Marks our files in SQLite's header: "ASSE".
inline constexpr std::int32_t application_id = 0x41535345;

/// Throws InputError where there is no such file, it is no SQLite file, or it is one of another
/// program; Error where it cannot be read.
void check_header(const std::filesystem::path& file);

/// The process may write the file and make others beside it, which SQLite's log needs. When not,
/// errno says why.
bool is_writable(const std::filesystem::path& file);

/// There are changes in the log beside the store that may not be in the file yet.
bool has_log(const std::filesystem::path& file);

} // namespace assess::store
