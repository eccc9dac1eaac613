#include "questionnaires/store/store.hpp"

#include "questionnaires/store/file_check.hpp"
#include "questionnaires/store/keyed_hash.hpp"
#include "questionnaires/store/migrations.hpp"
#include "questionnaires/store/parts.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace assess {
namespace {

namespace fs = std::filesystem;

std::string message_of(int error) {
    return std::generic_category().message(error);
}

/// A file beside the store while it is being made; removed at the end.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& beside) : m_name(beside.string() + ".new-XXXXXX") {
        const int descriptor = ::mkostemp(m_name.data(), O_CLOEXEC); // permissions 0600
        if (descriptor < 0) {
            throw Error(fmt::format("cannot make {}: {}", beside.string(), message_of(errno)),
                        "Choose a folder that exists and that you may write to.");
        }
        ::close(descriptor);
    }
    ~TemporaryFile() {
        for (const auto* const ending : {"", "-wal", "-shm"}) {
            ::unlink((m_name + ending).c_str());
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    std::string m_name;
};

void fill_new_store(const fs::path& file, std::string_view now) {
    store::Connection connection(file, store::Opening::ReadWrite);
    store::guarded(connection, [&] {
        connection.run(fmt::format("PRAGMA application_id = {}", store::application_id));
        connection.run("PRAGMA journal_mode = WAL");
        store::migrate(connection);
        const std::string created(now);
        connection.sql() << "INSERT INTO store (name, value) VALUES ('created', :now)",
            soci::use(store::lasting(created));
    });
}

void sync_folder_of(const fs::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor); // some file systems refuse it; the store is whole all the same
        ::close(descriptor);
    }
}

[[noreturn]] void refuse_existing(const fs::path& file) {
    throw InputError(Diagnostic{{file.string(), 0, 0, {}},
                                "there is a file of that name already; it was not changed",
                                "Use it, or choose another name: assess init OTHER.db"});
}

/// Gives the file its name without ever replacing another.
void put_in_place(const std::string& from, const fs::path& file) {
    if (::link(from.c_str(), file.c_str()) == 0) {
        return; // the temporary name goes with TemporaryFile
    }
    const int link_error = errno;
    if (link_error == EEXIST) {
        refuse_existing(file);
    }
    // A file system without hard links.
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0) {
        return;
    }
    if (errno == EEXIST) {
        refuse_existing(file);
    }
    throw Error(fmt::format("cannot make {}: {}", file.string(), message_of(errno)),
                "Choose another folder.");
}

store::Opening opening_for(const fs::path& file, Store::Access access) {
    if (store::is_writable(file)) {
        return store::Opening::ReadWrite;
    }
    const int error = errno;
    if (access == Store::Access::Write) {
        throw Error(
            fmt::format("{}: the store cannot be written: {}", file.string(), message_of(error)),
            "Nothing was stored. Make sure that you may write the file and its folder.");
    }
    if (store::has_log(file)) {
        throw Error(fmt::format("{}: the store was not closed properly, and its last changes "
                                "are in {}-wal, which must be written to be read",
                                file.string(), file.string()),
                    "Copy both files to a folder that you may write to, and use the copy.");
    }
    return store::Opening::ReadOnlyDisk;
}

void check_soundness(store::Connection& connection) {
    // Reads every page, so its cost grows with the file.
    const auto verdict = connection.text("PRAGMA quick_check(1)");
    if (verdict != "ok") {
        throw store::damaged(connection.file(), verdict.substr(0, verdict.find('\n')));
    }
}

void bring_up_to_date(store::Connection& connection, store::Opening opening) {
    const int version = store::version_of(connection);
    if (version > store::newest_version()) {
        throw InputError(
            Diagnostic{{connection.file().string(), 0, 0, {}},
                       fmt::format("the store was written by a newer assess (version {} of the "
                                   "tables; this program knows {})",
                                   version, store::newest_version()),
                       "Nothing was changed. Install the newer assess to use it."});
    }
    if (version == store::newest_version()) {
        return;
    }
    if (opening != store::Opening::ReadWrite) {
        throw Error(fmt::format("{}: the store is of an earlier version and cannot be brought up "
                                "to date where it is",
                                connection.file().string()),
                    "Copy it to a folder that you may write to, and use the copy.");
    }
    store::back_up(connection, store::newest_version());
    store::migrate(connection);
}

} // namespace

std::string_view id_of(Route route) {
    return route == Route::AnswerFile ? "answer-file" : "roster";
}

void Store::create(const fs::path& file, std::string_view now) {
    std::error_code ignored;
    if (fs::symlink_status(file, ignored).type() != fs::file_type::not_found) {
        refuse_existing(file);
    }
    const TemporaryFile temporary(file);
    fill_new_store(temporary.name(), now);
    put_in_place(temporary.name(), file);
    sync_folder_of(file);
}

Store::Store(const fs::path& file, Access access) {
    store::check_header(file);
    const auto opening = opening_for(file, access);
    m_parts = std::make_unique<Parts>(file, opening);
    auto& connection = m_parts->connection;
    // What is in a log from before must not reach a file that turns out to be damaged.
    const bool has_log = store::has_log(file);
    store::guarded(connection, [&] {
        connection.set_checkpoint_on_close(!has_log);
        check_soundness(connection);
        bring_up_to_date(connection, opening);
        m_parts->key = store::key_of(connection);
        connection.set_checkpoint_on_close(true);
    });
    if (access == Access::Write && connection.number("SELECT count(*) FROM store WHERE name = "
                                                     "'erasing'") > 0) {
        try {
            m_parts->erase_traces();
        } catch (const Error&) { // NOLINT: still in use elsewhere; the next one will do it
        }
    }
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

} // namespace assess
