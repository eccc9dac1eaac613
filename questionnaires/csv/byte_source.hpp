// Where the bytes of an input come from, in chunks, so that no file is ever held whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace assess {

/// Fills the front of the span and returns how many bytes it wrote; 0 means the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

/// The bytes of a text, for tests and for what is in memory already. The text must outlive it.
ByteSource bytes_of(std::string_view text);

/// A file opened for reading from front to end; pipes are welcome.
class InputFile {
public:
    /// Throws InputError where there is no such file or it is a folder, Error where it cannot
    /// be opened.
    explicit InputFile(const std::filesystem::path& path);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Bytes of a regular file; 0 for a pipe.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The first bytes (up to 4 KB), which the next read() still delivers.
    std::string_view peek();
    /// As a ByteSource. Throws Error where reading fails.
    std::size_t read(std::span<char> into);
    /// Everything that is left. Throws InputError beyond `most` bytes.
    std::string read_all(std::size_t most);

private:
    std::size_t read_some(std::span<char> into);

    std::string m_name;
    int m_descriptor = -1;
    std::size_t m_size = 0;
    std::string m_peeked;
};

} // namespace assess
