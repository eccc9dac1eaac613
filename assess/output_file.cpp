#include "assess/output_file.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
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

/// `target` is what `path`, the user's name for it, leads to.
void write_in_one_step(const std::filesystem::path& path, const std::filesystem::path& target,
                       std::string_view content, mode_t permissions) {
    std::string pattern = target.string() + ".XXXXXX";
    Descriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
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
    if (error == 0 && ::rename(pattern.c_str(), target.c_str()) != 0) {
        error = errno;
    }
    if (error != 0) {
        ::unlink(pattern.c_str());
        fail(path, error,
             "The old file, if there was one, is as it was. Free some space or choose "
             "another place.");
    }
}

} // namespace

void write_file(const std::filesystem::path& path, std::string_view content) {
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
    const auto target = exists ? std::filesystem::canonical(path, ignored) : path;
    write_in_one_step(path, ignored ? path : target, content,
                      permissions_for(exists ? &old : nullptr));
}

} // namespace assess
