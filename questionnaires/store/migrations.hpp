// The versions of the store's tables, and the way from each to the next.
#pragma once

#include "questionnaires/store/connection.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::store {

/// The statements that bring a store from the version before to this one. Never edited once a
/// release has them: a change of the tables is a new entry.
struct Migration {
    int to = 0;
    std::span<const std::string_view> statements;
};

/// In order; the first makes all tables in an empty file and begins at version 0.
std::span<const Migration> migrations();

/// The version that this program writes.
int newest_version();

int version_of(Connection& connection);

/// Applies what is missing, all of it or nothing. Two processes may try at once. A store that is
/// made gets its random key here.
void migrate(Connection& connection);

/// The key of the store's keyed hashes. Throws Error where it is damaged.
std::string key_of(Connection& connection);

/// Copies the store, log included, to a new file beside it ("assess.db.before-version-2") with
/// permissions 0600 and puts it on the disk. Throws Error.
std::filesystem::path back_up(Connection& connection, int before_version);

/// The copies that back_up() made of this store, sorted.
std::vector<std::filesystem::path> backups_of(const std::filesystem::path& file);

} // namespace assess::store
