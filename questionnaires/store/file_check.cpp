#include "questionnaires/store/file_check.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "questionnaires/store/connection.hpp"
#include "questionnaires/store/store.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace assess {
namespace store {
namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t header_size = 100;
// sqlite.org/fileformat2.html, section 1.3
constexpr std::size_t page_size_at = 16;
constexpr std::size_t page_count_at = 28;
constexpr std::size_t application_id_at = 68;

using Header = std::array<char, header_size>;

struct Head {
    int error = 0; ///< errno of opening it, or 0
    bool folder = false;
    std::size_t size = 0; ///< bytes of the header that are there
    std::uint64_t file_size = 0;
    Header bytes{};
};

Head read_head(const std::filesystem::path& file) {
    Head head;
    // Not blocking: a pipe without a writer would wait for ever.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        head.error = errno;
        return head;
    }
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        const auto count = ::pread(descriptor, head.bytes.data(), head.bytes.size(), 0);
        head.error = count < 0 ? errno : 0;
        head.size = count < 0 ? 0 : static_cast<std::size_t>(count);
        head.file_size = static_cast<std::uint64_t>(status.st_size);
    } else {
        head.folder = S_ISDIR(status.st_mode);
    }
    ::close(descriptor);
    return head;
}

bool has_magic(const Head& head) {
    return head.size >= magic.size() && std::string_view(head.bytes.data(), magic.size()) == magic;
}

std::uint32_t big_endian(const Header& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// Pages that the header counts are missing at the end. SQLite would read them as zeros.
bool is_cut(const Head& head) {
    const std::uint64_t size = big_endian(head.bytes, page_size_at) >> 16U; // two bytes
    const std::uint64_t page_size = size == 1 ? 65'536 : size;
    return head.file_size < page_size * big_endian(head.bytes, page_count_at);
}

/// While a log is there, or is just being moved into the file, the end may be missing rightly.
bool stays_cut(const std::filesystem::path& file) {
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        const bool log = has_log(file);
        if (log || !is_cut(read_head(file))) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

[[noreturn]] void refuse_store(const std::filesystem::path& file, std::string what,
                               std::string hint) {
    throw InputError(Diagnostic{{file.string(), 0, 0, {}}, std::move(what), std::move(hint)});
}

constexpr std::string_view another = "Nothing was changed. Name the store with --store FILE, or "
                                     "make a new one: assess init";

} // namespace

void check_header(const std::filesystem::path& file) {
    const auto head = read_head(file);
    if (head.error == ENOENT || head.error == ENOTDIR) {
        refuse_store(
            file, "there is no such store",
            "Make one with 'assess init', or name yours with --store FILE or ASSESS_STORE.");
    }
    if (head.error != 0) {
        throw Error(fmt::format("{}: the store cannot be read: {}", file.string(),
                                std::generic_category().message(head.error)),
                    "Make sure that you may read the file.");
    }
    if (head.folder) {
        refuse_store(file, "this is a folder, not a store",
                     "Name the store's file in it, such as " + (file / "assess.db").string() + ".");
    }
    if (!has_magic(head) || head.size < header_size) {
        refuse_store(file,
                     head.size == 0 ? "this is no store of assess: the file is empty"
                                    : "this is no store of assess",
                     std::string(another));
    }
    if (big_endian(head.bytes, application_id_at) != static_cast<std::uint32_t>(application_id)) {
        refuse_store(file, "this is a database of another program, not a store of assess",
                     std::string(another));
    }
    if (is_cut(head) && stays_cut(file)) {
        throw damaged(file, "its end is missing");
    }
}

bool is_writable(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    return ::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) == 0 &&
           ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

bool has_log(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.string() + "-wal", error);
    return !error && size > 0;
}

} // namespace store

bool is_database(const std::filesystem::path& file) {
    return store::has_magic(store::read_head(file));
}

} // namespace assess
