// Finds tools as a person types: names, other spellings, categories.
#pragma once

#include "model/landscape/landscape.hpp"
#include "questionnaires/definitions/definition.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::asking {

struct ToolHit {
    ToolIndex tool = 0;
    bool guess = false; ///< only near to what was typed
    friend bool operator==(const ToolHit&, const ToolHit&) = default;
};

struct CategoryCount {
    std::size_t category = 0; ///< index into Landscape::categories
    std::size_t tools = 0;
};

class ToolSearch {
public:
    /// The tools that the question asks for. `landscape` must outlive the search.
    ToolSearch(const Landscape& landscape, const Question& question);

    /// Best first: the very name, names that begin so, other spellings that do, a word of a name
    /// that does, names that contain it, categories that do; without any of these, guesses at
    /// what was meant. None for a text without a letter or a digit. O(tools).
    [[nodiscard]] std::vector<ToolHit> find(std::string_view text, std::size_t most) const;
    /// The tool of exactly that spelling, if the question asks for it.
    [[nodiscard]] std::optional<ToolIndex> exactly(std::string_view text) const;
    [[nodiscard]] std::vector<std::string> closest(std::string_view text) const;

    /// Categories with tools, in the landscape's order.
    [[nodiscard]] const std::vector<CategoryCount>& categories() const { return m_categories; }
    /// By name.
    [[nodiscard]] std::vector<ToolIndex> in_category(std::size_t category) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        ToolIndex tool = 0;
        std::string name;                ///< keys, all of them
        std::vector<std::string> others; ///< id and aliases
        std::vector<std::string> words;  ///< the name from its second word on
    };
    [[nodiscard]] int rank(const Entry& entry, std::string_view key) const;
    [[nodiscard]] bool in_named_category(const Entry& entry, std::string_view key) const;
    [[nodiscard]] bool asked_for(ToolIndex tool) const;

    const Landscape* m_landscape;
    std::vector<Entry> m_entries; ///< by name
    std::vector<CategoryCount> m_categories;
};

} // namespace assess::asking
