// Files that are part of the program: built-in landscapes, mappings and schemas.
// assess_embed() in model/embed.cmake turns them into a source file at build time.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace assess {

struct EmbeddedFile {
    std::string_view name; ///< the file's name without folder and last ending: "current"
    std::string_view text;
};

inline std::optional<std::string_view> find_embedded(std::span<const EmbeddedFile> files,
                                                     std::string_view name) {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EmbeddedFile& file) { return file.name == name; });
    return found == files.end() ? std::nullopt : std::optional(found->text);
}

} // namespace assess
