#include "questionnaires/store/migrations.hpp"

#include "questionnaires/store/keyed_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace assess::store {
namespace {

// Standard SQL but for AUTOINCREMENT (numbers that are never used again) and the trigger.
constexpr std::array<std::string_view, 9> version_1{
    // 'key' of the keyed hashes, 'key-check' that it is undamaged, 'created' when, 'erasing' while
    // deleted bytes are still in the files.
    "CREATE TABLE store (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",

    "CREATE TABLE rounds ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),"
    " questionnaire TEXT NOT NULL,"
    " questionnaire_version INTEGER NOT NULL,"
    " questionnaire_digest TEXT NOT NULL,"
    " definition TEXT NOT NULL,"
    " edition TEXT NOT NULL,"
    " landscape_digest TEXT NOT NULL,"
    " landscape TEXT NOT NULL,"
    " promise TEXT NOT NULL CHECK (promise IN ('lead-entered', 'confidential')),"
    " least_people INTEGER NOT NULL CHECK (least_people >= 1),"
    " least_texts INTEGER NOT NULL CHECK (least_texts >= 1),"
    " opened TEXT NOT NULL,"
    " closed TEXT NOT NULL,"
    " digest TEXT NOT NULL)",

    "CREATE TABLE respondents ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),"
    " hashed INTEGER NOT NULL CHECK (hashed IN (0, 1)),"
    " UNIQUE (name, hashed))",

    "CREATE TABLE asked ("
    " round_id INTEGER NOT NULL REFERENCES rounds (id),"
    " respondent_id INTEGER NOT NULL REFERENCES respondents (id),"
    " role TEXT NOT NULL CHECK (role IN ('researcher', 'engineer', 'hybrid', 'other')),"
    " PRIMARY KEY (round_id, respondent_id))",

    "CREATE TABLE submissions ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " round_id INTEGER NOT NULL REFERENCES rounds (id),"
    " respondent_id INTEGER NOT NULL REFERENCES respondents (id),"
    " version INTEGER NOT NULL CHECK (version >= 1),"
    " role TEXT NOT NULL CHECK (role IN ('researcher', 'engineer', 'hybrid', 'other')),"
    " team TEXT NOT NULL,"
    " content TEXT NOT NULL,"
    " digest TEXT NOT NULL,"
    " route TEXT NOT NULL CHECK (route IN ('answer-file', 'roster')),"
    " received TEXT NOT NULL,"
    " UNIQUE (round_id, respondent_id, version))",

    "CREATE INDEX submissions_by_respondent ON submissions (respondent_id)",

    // A set outlives the submissions in it: what was shown stays shown. `submissions` are numbers
    // separated by spaces; a set is only ever read whole.
    "CREATE TABLE shown_sets ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " round_id INTEGER NOT NULL REFERENCES rounds (id),"
    " label TEXT NOT NULL,"
    " submissions TEXT NOT NULL,"
    " digest TEXT NOT NULL,"
    " shown TEXT NOT NULL)",

    "CREATE INDEX shown_sets_by_round ON shown_sets (round_id)",

    "CREATE TRIGGER promise_is_kept BEFORE UPDATE OF promise, least_people, least_texts ON rounds "
    "BEGIN SELECT RAISE(ABORT, 'a promise cannot be changed'); END",
};

constexpr std::string_view key_checked = "assess";

void put(Connection& connection, const std::string& name, const std::string& value) {
    connection.sql() << "INSERT INTO store (name, value) VALUES (:name, :value)",
        soci::use(lasting(name)), soci::use(lasting(value));
}

constexpr std::array<Migration, 1> all{{{1, version_1}}};

/// A new file of that name with permissions 0600; false where there is one already.
bool make_private_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        if (const int error = errno; error != EEXIST) {
            throw Error(fmt::format("cannot write {}: {}", file.string(),
                                    std::generic_category().message(error)),
                        "The store is as it was. A copy is made before it is changed: free some "
                        "space, or move the store to a folder that you may write to.");
        }
        return false;
    }
    ::close(descriptor);
    return true;
}

void put_on_disk(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!done) {
        throw Error(fmt::format("the copy {} did not reach the disk", file.string()),
                    "The store is as it was. Look after the disk, then try again.");
    }
}

} // namespace

std::span<const Migration> migrations() {
    return all;
}

int newest_version() {
    return all.back().to;
}

std::string key_of(Connection& connection) {
    std::string key;
    std::string check;
    connection.sql() << "SELECT value FROM store WHERE name = 'key'", soci::into(key);
    connection.sql() << "SELECT value FROM store WHERE name = 'key-check'", soci::into(check);
    if (check != keyed_hash(key, key_checked)) {
        throw damaged(connection.file(), "its key is not what it was");
    }
    return key;
}

int version_of(Connection& connection) {
    return static_cast<int>(connection.number("PRAGMA user_version"));
}

void migrate(Connection& connection) {
    Transaction transaction(connection);
    const int from = version_of(connection); // inside: another process may have done it
    for (const auto& migration : migrations()) {
        if (migration.to <= from) {
            continue;
        }
        for (const auto statement : migration.statements) {
            connection.run(std::string(statement));
        }
        connection.run(fmt::format("PRAGMA user_version = {}", migration.to));
    }
    if (from == 0) {
        const auto key = random_key();
        put(connection, "key", key);
        put(connection, "key-check", keyed_hash(key, key_checked));
    }
    transaction.commit();
}

std::filesystem::path back_up(Connection& connection, int before_version) {
    const auto base =
        fmt::format("{}.before-version-{}", connection.file().string(), before_version);
    std::filesystem::path copy = base;
    for (int i = 2; !make_private_file(copy); ++i) {
        copy = fmt::format("{}-{}", base, i);
    }
    try {
        const auto name = copy.string();
        connection.sql() << "VACUUM INTO :copy", soci::use(lasting(name));
        put_on_disk(copy);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        throw;
    }
    return copy;
}

std::vector<std::filesystem::path> backups_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    const auto start = file.filename().string() + ".before-version-";
    std::vector<std::filesystem::path> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(start)) {
            found.push_back(file.has_parent_path() ? entry.path() : entry.path().filename());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace assess::store
