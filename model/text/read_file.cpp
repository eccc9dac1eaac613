#include "model/text/read_file.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <system_error>

namespace assess {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20U;

struct Closer {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

[[noreturn]] void refuse_unreadable(const std::filesystem::path& path, int code) {
    throw Error(
        fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(code)),
        "Check its permissions, and that it is not being changed.");
}

} // namespace

std::string read_file(const std::filesystem::path& path) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (status.type() == std::filesystem::file_type::not_found) {
        throw InputError(Diagnostic{{path.string(), 0, 0, ""},
                                    "there is no such file",
                                    "Check the name, and the folder you are in."});
    }
    if (std::filesystem::is_directory(status)) {
        throw InputError(Diagnostic{
            {path.string(), 0, 0, ""}, "this is a folder, not a file", "Name a file in it."});
    }
    const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        refuse_unreadable(path, errno);
    }
    std::string content;
    std::size_t size = 0;
    constexpr std::size_t step = std::size_t{1} << 16U;
    do {
        content.resize(size + step);
        size += std::fread(content.data() + size, 1, step, file.get());
    } while (size == content.size() && size <= most_bytes);
    if (std::ferror(file.get()) != 0) {
        refuse_unreadable(path, errno);
    }
    if (size > most_bytes) {
        throw InputError(Diagnostic{{path.string(), 0, 0, ""},
                                    "the file is larger than 64 MB",
                                    "Such a file is some kilobytes long. Is it the right one?"});
    }
    content.resize(size);
    return content;
}

} // namespace assess
