// What the readers of categories, stages and tools share: texts, ids and words of a scale.
#pragma once

#include "model/json/json_input.hpp"
#include "model/text/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

inline constexpr std::size_t longest_id = 64;
inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_text = 2000;

/// Lower-case letters, digits and hyphens, not beginning with a hyphen, at most longest_id.
bool is_id(std::string_view text);

/// Why a text cannot be printed as a name or sentence; empty where it can.
std::string fault_of(std::string_view text, std::size_t longest);

/// A text that the file may give, without control characters; else `target` stays as it is.
void read_text(ObjectReader& reader, std::string_view name, std::string& target,
               bool required = false);

template <typename Entry>
std::vector<std::string> ids_of(const std::vector<Entry>& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) {
        ids.push_back(entry.id);
    }
    return ids;
}

template <typename Entry>
Entry* find_by_id(std::vector<Entry>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

/// The value whose id the field gives, of those listed.
template <typename Enum, std::size_t count>
std::optional<Enum> read_enum(ObjectReader& reader, std::string_view name,
                              const std::array<Enum, count>& values) {
    std::array<std::string_view, count> ids;
    std::transform(values.begin(), values.end(), ids.begin(),
                   [](Enum value) { return id_of(value); });
    const auto index = reader.choice(name, ids);
    return index ? std::optional(values[*index]) : std::nullopt;
}

/// The entries that a list of ids names, each once; else `target` stays as it is.
template <typename Entry>
void read_links(ObjectReader& reader, std::string_view name, std::string_view kind,
                const std::vector<Entry>& entries, std::vector<std::size_t>& target) {
    if (reader.has(name)) {
        target.clear();
    }
    reader.each_string(name, [&](const std::string& id, const std::string& pointer) {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry& entry) { return entry.id == id; });
        if (found == entries.end()) {
            reader.problems().add(pointer, "there is no " + std::string(kind) + " " + in_quotes(id),
                                  suggestion(id, ids_of(entries)));
            return;
        }
        const auto index = static_cast<std::size_t>(found - entries.begin());
        if (std::find(target.begin(), target.end(), index) == target.end()) {
            target.push_back(index);
        }
    });
}

} // namespace assess
