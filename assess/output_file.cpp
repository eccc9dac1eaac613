#include "assess/output_file.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace assess {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int code, const std::string& hint) {
    throw Error(
        fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(code)),
        hint);
}

/// A file descriptor that closes itself; close() reports what a late write error says.
class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_value >= 0) {
            ::close(m_value);
        }
    }
    [[nodiscard]] int get() const { return m_value; }
    int close() { return ::close(std::exchange(m_value, -1)) == 0 ? 0 : errno; }

private:
    int m_value;
};

int write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

void write_directly(const std::filesystem::path& path, std::string_view content) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) {
        fail(path, errno, "Choose a file that you may write to.");
    }
    int error = write_all(file.get(), content);
    const int close_error = file.close();
    error = error != 0 ? error : close_error;
    if (error != 0) {
        fail(path, error, "What arrived there may be a part. Choose another place and try again.");
    }
}

mode_t permissions_for(const struct stat* old) {
    if (old != nullptr) {
        return old->st_mode & 07777;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// A whole file beside its later name, flushed to the disk; gone again unless it is given away.
class Temporary {
public:
    /// `path` is the user's name for `target`.
    Temporary(const std::filesystem::path& path, const std::filesystem::path& target,
              std::string_view content, mode_t permissions)
        : m_name(target.string() + ".XXXXXX") {
        Descriptor file(::mkostemp(m_name.data(), O_CLOEXEC));
        if (file.get() < 0) {
            fail(path, errno, "Choose a folder that exists and that you may write to.");
        }
        int error = write_all(file.get(), content);
        if (error == 0 && ::fchmod(file.get(), permissions) != 0) {
            error = errno;
        }
        if (error == 0 && ::fsync(file.get()) != 0) {
            error = errno;
        }
        const int close_error = file.close();
        error = error != 0 ? error : close_error;
        if (error != 0) {
            ::unlink(m_name.c_str());
            fail(path, error, keep_hint);
        }
    }
    ~Temporary() {
        if (!m_name.empty()) {
            ::unlink(m_name.c_str());
        }
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    /// Puts it in the place of whatever has that name. An errno, or 0.
    int replace(const std::filesystem::path& target) {
        if (::rename(m_name.c_str(), target.c_str()) != 0) {
            return errno;
        }
        m_name.clear();
        return 0;
    }
    /// Gives it that name where nothing has it: EEXIST else.
    int appear(const std::filesystem::path& target) {
        if (::link(m_name.c_str(), target.c_str()) == 0) {
            return 0;
        }
        if (errno == EEXIST) {
            return EEXIST;
        }
        // A file system without hard links.
        if (::renameat2(AT_FDCWD, m_name.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) ==
            0) {
            m_name.clear();
            return 0;
        }
        return errno;
    }

    static constexpr const char* keep_hint =
        "The old file, if there was one, is as it was. Free some space or choose another place.";

private:
    std::string m_name;
};

constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

void write_with(const std::filesystem::path& path, std::string_view content,
                std::optional<mode_t> permissions) {
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) {
        throw InputError(
            Diagnostic{{path.string(), 0, 0, ""},
                       "this is a folder, not a file",
                       "Name a file in it, such as " + (path / "report.txt").string() + "."});
    }
    if (exists && !S_ISREG(old.st_mode)) {
        write_directly(path, content);
        return;
    }
    // A link stays a link: the file it leads to is what gets replaced.
    std::error_code ignored;
    const auto canonical = exists ? std::filesystem::canonical(path, ignored) : path;
    const auto target = ignored ? path : canonical;
    Temporary temporary(path, target, content,
                        permissions.value_or(permissions_for(exists ? &old : nullptr)));
    if (const int error = temporary.replace(target); error != 0) {
        fail(path, error, Temporary::keep_hint);
    }
}

} // namespace

void write_file(const std::filesystem::path& path, std::string_view content) {
    write_with(path, content, std::nullopt);
}

void write_private_file(const std::filesystem::path& path, std::string_view content) {
    write_with(path, content, owner_only);
}

bool create_private_file(const std::filesystem::path& path, std::string_view content) {
    struct stat old {};
    if (::lstat(path.c_str(), &old) == 0) {
        if (S_ISREG(old.st_mode) || S_ISLNK(old.st_mode)) {
            return false;
        }
        write_with(path, content, owner_only); // a pipe, a device; a folder is refused there
        return true;
    }
    Temporary temporary(path, path, content, owner_only);
    const int error = temporary.appear(path);
    if (error != 0 && error != EEXIST) {
        fail(path, error, Temporary::keep_hint);
    }
    return error == 0;
}

} // namespace assess
