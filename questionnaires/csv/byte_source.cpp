#include "questionnaires/csv/byte_source.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace assess {

namespace {

constexpr std::size_t peek_size = 4096;

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

} // namespace

ByteSource bytes_of(std::string_view text) {
    return [text](std::span<char> into) mutable {
        const std::size_t count = std::min(into.size(), text.size());
        std::copy_n(text.data(), count, into.data());
        text.remove_prefix(count);
        return count;
    };
}

InputFile::InputFile(const std::filesystem::path& path) : m_name(path.string()) {
    if (m_name.empty()) {
        throw InputError({{}, "no input file was named", "Give the file with the answers."});
    }
    m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY); // NOLINT: POSIX call
    if (m_descriptor < 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR) {
            throw InputError({{m_name, 0, 0, {}},
                              "there is no such file",
                              "Check the spelling, and the folder that the command runs in."});
        }
        throw Error(fmt::format("{}: the file cannot be opened: {}", m_name, reason_of(error)),
                    "Make sure that you may read the file.");
    }
    struct stat status {};
    const bool known = ::fstat(m_descriptor, &status) == 0;
    m_size = known && S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    if (known && S_ISDIR(status.st_mode)) {
        ::close(m_descriptor);
        throw InputError({{m_name, 0, 0, {}},
                          "this is a folder, not a file",
                          "Name the file with the answers inside it."});
    }
}

InputFile::~InputFile() {
    ::close(m_descriptor);
}

std::size_t InputFile::read_some(std::span<char> into) {
    for (;;) {
        const ssize_t count = ::read(m_descriptor, into.data(), into.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (const int error = errno; error != EINTR) {
            throw Error(fmt::format("{}: reading failed: {}", m_name, reason_of(error)),
                        "Nothing was changed. Try again, or copy the file to another disk.");
        }
    }
}

std::string_view InputFile::peek() {
    if (m_peeked.empty()) {
        m_peeked.resize(peek_size);
        std::size_t filled = 0;
        while (filled < peek_size) {
            const std::size_t count = read_some(std::span(m_peeked).subspan(filled));
            if (count == 0) {
                break;
            }
            filled += count;
        }
        m_peeked.resize(filled);
    }
    return m_peeked;
}

std::size_t InputFile::read(std::span<char> into) {
    if (!m_peeked.empty()) {
        const std::size_t count = std::min(into.size(), m_peeked.size());
        std::copy_n(m_peeked.data(), count, into.data());
        m_peeked.erase(0, count);
        return count;
    }
    return read_some(into);
}

std::string InputFile::read_all(std::size_t most) {
    std::string text;
    constexpr std::size_t step = std::size_t{64} * 1024;
    for (;;) {
        const std::size_t size = text.size();
        text.resize(size + step);
        const std::size_t count = read(std::span(text).subspan(size));
        text.resize(size + count);
        if (count == 0) {
            return text;
        }
        if (text.size() > most) {
            throw InputError({{m_name, 0, 0, {}},
                              fmt::format("the file is larger than {} MB, the most that a JSON "
                                          "file may have",
                                          most >> 20U),
                              "Use a CSV file for this many answers."});
        }
    }
}

} // namespace assess
