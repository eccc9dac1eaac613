#include "model/landscape/landscape.hpp"

#include "model/text/closeness.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace assess {

namespace {

/// Key under which a tool is found. Names of signs only ("?!") have no spelling key and are then
/// the same only where they are written the same; '\n' keeps them apart from all real keys.
std::string lookup_key(std::string_view spelling) {
    auto key = spelling_key(spelling);
    return key.empty() ? "\n" + std::string(trimmed(spelling)) : key;
}

/// Lower-case letters, digits and hyphens only: "Our C++ Farm!" -> "our-cplusplus-farm".
std::string slug(std::string_view name) {
    constexpr std::size_t longest = 64;
    std::string id;
    bool gap = false;
    for (std::size_t at = 0; at < name.size() && id.size() < longest; ++at) {
        const auto c = name[at];
        const auto key = c == '+' ? "plus" : c == '#' ? "sharp" : spelling_key(name.substr(at, 1));
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        if (key.empty() || !ascii) {
            gap = gap || ascii; // other scripts have no place in an id
            continue;
        }
        if (gap && !id.empty()) {
            id += '-';
        }
        gap = false;
        id += key;
    }
    return id.empty() ? "tool" : id;
}

template <typename Entry>
std::optional<std::size_t> index_by_id(const std::vector<Entry>& entries, std::string_view id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    if (found == entries.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - entries.begin());
}

} // namespace

std::optional<ToolIndex> Landscape::find(std::string_view spelling) const {
    const auto found = m_by_spelling.find(lookup_key(spelling));
    return found == m_by_spelling.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Landscape::find_category(std::string_view id) const {
    return index_by_id(categories, id);
}

std::optional<std::size_t> Landscape::find_stage(std::string_view id) const {
    return index_by_id(stages, id);
}

std::vector<std::string> Landscape::closest(std::string_view spelling, std::size_t most) const {
    constexpr std::size_t enough = 256; // a longer word is close to no name
    const auto key = spelling_key(spelling.substr(0, enough));
    // The best score of each tool over its spellings; ties in the tools' order.
    std::vector<std::pair<std::size_t, ToolIndex>> near;
    for (const auto& [name_key, tool] : m_spellings) {
        const auto score = closeness(key, name_key);
        if (!score) {
            continue;
        }
        if (!near.empty() && near.back().second == tool) {
            near.back().first = std::min(near.back().first, *score);
        } else {
            near.emplace_back(*score, tool);
        }
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i) {
        names.push_back(tools[near[i].second].name);
    }
    return names;
}

ToolIndex Landscape::add_unplaced(std::string_view spelling) {
    if (const auto known = find(spelling)) {
        return *known;
    }
    Tool tool;
    tool.name = trimmed(spelling);
    if (tool.name.empty()) {
        throw std::invalid_argument("a tool needs a name");
    }
    const auto base = slug(tool.name);
    tool.id = base;
    for (std::size_t count = 2; m_ids.contains(tool.id); ++count) {
        tool.id = fmt::format("{}-{}", base, count);
    }
    tool.from_answers = true;
    const auto index = static_cast<ToolIndex>(tools.size());
    m_by_spelling.emplace(lookup_key(spelling), index);
    m_by_spelling.emplace(lookup_key(tool.id), index);
    m_ids.insert(tool.id);
    tools.push_back(std::move(tool));
    return index;
}

void Landscape::index_spellings() {
    m_by_spelling.clear();
    m_spellings.clear();
    m_ids.clear();
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const auto index = static_cast<ToolIndex>(i);
        const auto& tool = tools[i];
        m_ids.insert(tool.id);
        const auto add = [&](std::string_view spelling) {
            auto key = lookup_key(spelling);
            if (m_by_spelling.try_emplace(key, index).second && !tool.from_answers) {
                m_spellings.emplace_back(std::move(key), index);
            }
        };
        add(tool.id);
        add(tool.name);
        for (const auto& alias : tool.aliases) {
            add(alias);
        }
    }
}

std::string_view id_of(Ring ring) {
    switch (ring) {
    case Ring::Adopt:
        return "adopt";
    case Ring::Trial:
        return "trial";
    case Ring::Assess:
        return "assess";
    case Ring::Hold:
        break;
    }
    return "hold";
}

std::string_view id_of(ToolStatus status) {
    switch (status) {
    case ToolStatus::Active:
        return "active";
    case ToolStatus::Renamed:
        return "renamed";
    case ToolStatus::Acquired:
        return "acquired";
    case ToolStatus::Retired:
        break;
    }
    return "retired";
}

} // namespace assess
