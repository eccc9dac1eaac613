// Forgetting a person: the rows, and then every byte of them.
#include "questionnaires/store/keyed_hash.hpp"
#include "questionnaires/store/migrations.hpp"
#include "questionnaires/store/parts.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace assess {
namespace {

long long count(store::Connection& connection, const std::string& query, long long respondent) {
    long long value = 0;
    connection.sql() << query, soci::use(store::lasting(respondent)), soci::into(value);
    return value;
}

} // namespace

void Store::Parts::erase_traces() {
    store::guarded(connection, [&] {
        // secure_delete overwrites what is deleted, but rows that SQLite moved between pages
        // before may have left copies in unused parts of pages. VACUUM writes every page anew.
        connection.run("VACUUM");
        // The log holds the pages as they were. Emptied, or reported as still in use.
        int busy = 1;
        int log_pages = 0;
        int moved_pages = 0;
        connection.sql() << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy),
            soci::into(log_pages), soci::into(moved_pages);
        if (busy != 0) {
            throw Error(
                fmt::format("{}: the answers are deleted, but another process is still reading, "
                            "so their bytes stay in {}-wal until it is done",
                            connection.file().string(), connection.file().string()),
                "Wait until it is done, then run the command again.");
        }
        connection.run("DELETE FROM store WHERE name = 'erasing'");
        connection.sql() << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy),
            soci::into(log_pages), soci::into(moved_pages);
    });
}

Forgotten Store::forget(std::string_view respondent) {
    auto& connection = m_parts->connection;
    Forgotten forgotten;
    store::guarded(connection, [&] {
        auto& sql = connection.sql();
        store::Transaction transaction(connection);
        const std::array names{std::pair(std::string(respondent), false),
                               std::pair(store::keyed_hash(m_parts->key, respondent), true)};
        bool known = false;
        for (const auto& [name, hashed] : names) {
            const auto id = m_parts->find_respondent(name, hashed);
            if (!id) {
                continue;
            }
            known = true;
            forgotten.submissions += static_cast<std::size_t>(count(
                connection, "SELECT count(*) FROM submissions WHERE respondent_id = :id", *id));
            forgotten.rounds += static_cast<std::size_t>(count(
                connection,
                "SELECT count(DISTINCT round_id) FROM submissions WHERE respondent_id = :id", *id));
            forgotten.was_asked |=
                count(connection, "SELECT count(*) FROM asked WHERE respondent_id = :id", *id) > 0;
            sql << "DELETE FROM submissions WHERE respondent_id = :id",
                soci::use(store::lasting(*id));
            sql << "DELETE FROM asked WHERE respondent_id = :id", soci::use(store::lasting(*id));
            sql << "DELETE FROM respondents WHERE id = :id", soci::use(store::lasting(*id));
        }
        if (known) {
            // Should this process end before the bytes are gone, the next one goes on from here.
            sql << "DELETE FROM store WHERE name = 'erasing'";
            sql << "INSERT INTO store (name, value) VALUES ('erasing', '1')";
            forgotten.backups = store::backups_of(connection.file());
        }
        transaction.commit();
        return known;
    });
    if (forgotten.submissions > 0 || forgotten.was_asked) {
        m_parts->erase_traces();
    }
    return forgotten;
}

} // namespace assess
