// One connection to a store's file, with the settings that the store's guarantees rest on, and
// transactions. Only the sources of this folder include it: nobody else sees SQL.
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <filesystem>
#include <soci/soci.h>
#include <string>
#include <string_view>

namespace assess::store {

enum class Opening : std::uint8_t {
    ReadWrite,
    ReadOnlyDisk ///< nobody can write it and it has no log: read it without locks
};

class Connection {
public:
    /// Throws Error.
    Connection(std::filesystem::path file, Opening opening);

    [[nodiscard]] soci::session& sql() { return m_session; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    /// Whether closing the last connection moves the log into the file, as it does by default.
    /// Off while it is not known that the file is sound: then nothing is changed.
    void set_checkpoint_on_close(bool on);

    /// One statement without parameters.
    void run(const std::string& statement);
    /// The first column of the first row.
    [[nodiscard]] std::string text(const std::string& query);
    [[nodiscard]] long long number(const std::string& query);

    /// The current exception, which SOCI threw, as an Error for the user. SOCI's own text is not
    /// used: it holds the values that were bound, and those are answers.
    [[noreturn]] void rethrow_as_error() const;

private:
    std::filesystem::path m_file;
    soci::session m_session;
};

/// Runs work on the connection and turns SOCI's exceptions into Error.
template <typename Work>
auto guarded(const Connection& connection, Work&& work) {
    try {
        return work();
    } catch (const soci::soci_error&) {
        connection.rethrow_as_error();
    }
}

/// A value for soci::use() that outlives the statement. SOCI reads it only when the statement runs,
/// at the end of the full expression, and a temporary is gone by then: those do not compile.
template <typename Value>
const Value& lasting(const Value& value) {
    return value;
}
template <typename Value>
void lasting(const Value&& value) = delete;

/// A transaction that takes the right to write at once, so that it never has to give up halfway
/// because another process wrote first. Rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// When it returns, the changes are on the disk.
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

/// What to say of a store that SQLite finds damaged.
Error damaged(const std::filesystem::path& file, std::string_view detail);

} // namespace assess::store
