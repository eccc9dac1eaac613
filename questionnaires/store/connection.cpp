#include "questionnaires/store/connection.hpp"

#include <fmt/format.h>

#include <exception>
#include <soci/sqlite3/soci-sqlite3.h>

namespace assess::store {
namespace {

/// Another process may hold the right to write for this long before we give up.
constexpr int busy_seconds = 30;

/// SQLite's file URI. SOCI cuts its connection string at spaces, quotes and equals signs; all of
/// them are escaped here, so that a path can hold any character.
std::string uri_of(const std::filesystem::path& file, std::string_view parameters) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
        uri += plain ? std::string(1, c)
                     : fmt::format("%{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return fmt::format("{}?{}", uri, parameters);
}

std::string connection_string(const std::filesystem::path& file, Opening opening) {
    const auto* const parameters =
        opening == Opening::ReadWrite ? "mode=rw" : "mode=ro&immutable=1";
    return fmt::format("dbname={} timeout={}", uri_of(file, parameters), busy_seconds);
}

/// Before the first connection: file URIs are understood, whatever SQLite was built with.
void allow_uris() {
    static const int once = sqlite_api::sqlite3_config(SQLITE_CONFIG_URI, 1);
    static_cast<void>(once);
}

Error error_of(const std::filesystem::path& file, int code) {
    const std::string name = file.string();
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error(fmt::format("{}: another process has been writing to the store for {} seconds",
                                 name, busy_seconds),
                     "Wait until it is done, then try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(file, {});
    case SQLITE_FULL:
        return Error(fmt::format("{}: the store cannot grow: the disk is full", name),
                     "What was stored before is safe; this was not stored. Free some space, then "
                     "try again.");
    case SQLITE_IOERR:
        return Error(fmt::format("{}: the store cannot be read or written: disk error, disk full "
                                 "or file size limit",
                                 name),
                     "What was stored before is safe; this was not stored. Look after the disk, "
                     "then try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return Error(fmt::format("{}: the store cannot be written", name),
                     "Make sure that you may write the file and its folder.");
    case SQLITE_NOMEM:
        return Error(fmt::format("{}: there is not enough memory for the store", name),
                     "Close other programs, then try again.");
    default:
        return Error(
            fmt::format("{}: the store failed: {}", name, sqlite_api::sqlite3_errstr(code)),
            "Nothing of this command's last step was stored. Try again; if it happens again, "
            "please report it.");
    }
}

} // namespace

Error damaged(const std::filesystem::path& file, std::string_view detail) {
    return Error(fmt::format("{}: the store is damaged{}{}", file.string(),
                             detail.empty() ? "" : ": ", detail),
                 "It was not changed. Keep this file and use your last copy of it.");
}

Connection::Connection(std::filesystem::path file, Opening opening) : m_file(std::move(file)) {
    allow_uris();
    guarded(*this, [&] {
        m_session.open(soci::sqlite3, connection_string(m_file, opening));
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA synchronous = FULL");  // every commit waits for the disk
        run("PRAGMA secure_delete = ON");  // what is deleted is overwritten
        run("PRAGMA temp_store = MEMORY"); // no copies of answers in a folder for temporary files
        run("PRAGMA trusted_schema = OFF");
        run("PRAGMA cell_size_check = ON");
    });
}

void Connection::set_checkpoint_on_close(bool on) {
    auto* const backend = static_cast<soci::sqlite3_session_backend*>(m_session.get_backend());
    sqlite_api::sqlite3_db_config(backend->conn_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1,
                                  nullptr);
}

void Connection::run(const std::string& statement) {
    m_session << statement;
}

std::string Connection::text(const std::string& query) {
    std::string value;
    m_session << query, soci::into(value);
    return value;
}

long long Connection::number(const std::string& query) {
    long long value = 0;
    m_session << query, soci::into(value);
    return value;
}

void Connection::rethrow_as_error() const {
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        throw error_of(m_file, error.result());
    } catch (const soci::soci_error&) {
        // A value of another type than its column's: nothing of ours writes that.
        throw damaged(m_file, "a value is not of its kind");
    }
}

Transaction::Transaction(Connection& connection) : m_connection(connection) {
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (m_open) {
        try {
            m_connection.run("ROLLBACK");
        } catch (const std::exception&) { // NOLINT: SQLite has rolled back by itself
        }
    }
}

void Transaction::commit() {
    m_connection.run("COMMIT");
    m_open = false;
}

} // namespace assess::store
