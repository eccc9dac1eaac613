// From JSON to a landscape, for load.cpp and check.cpp only.
#pragma once

#include "model/json/json_input.hpp"
#include "model/landscape/landscape.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace assess {

/// Reads one JSON value into a landscape: a whole one, or an overlay over what is there.
/// Problems are collected; the landscape is only to be used where there are none.
class LandscapeReader {
public:
    /// `base`: nothing for a whole landscape. Both must outlive the reader.
    LandscapeReader(const Landscape* base, JsonProblems& problems);

    void read(const nlohmann::json& json);
    /// The result: tools sorted by id, spellings indexed, digest computed.
    Landscape take();
    /// Where the file speaks of a tool or category; nothing where only the base has it.
    [[nodiscard]] const std::string* pointer_of_tool(const std::string& id) const;
    [[nodiscard]] const std::string* pointer_of_category(const std::string& id) const;

private:
    using Pointers = std::unordered_map<std::string, std::string>; ///< by id

    bool m_overlay;
    Landscape m_landscape;
    JsonProblems* m_problems;
    Pointers m_tools;
    Pointers m_categories;
    Pointers m_stages;
    std::unordered_map<std::string, ToolIndex> m_tool_by_id;

    void read_head(ObjectReader& root);
    void read_categories(ObjectReader& root);
    void read_stages(ObjectReader& root);
    void read_tools(ObjectReader& root);
    void read_tool(ObjectReader& reader, Tool& tool, bool is_new);
    void read_aliases(ObjectReader& reader, Tool& tool);
    void read_diagonals(ObjectReader& reader, Tool& tool);
    void read_position(ObjectReader& reader, Tool& tool);
    void read_status(ObjectReader& reader, Tool& tool);
    void read_rubric(ObjectReader& reader, Tool& tool);
    void check_spellings();

    /// The id of an entry; empty, with a problem, where it is missing, malformed or a duplicate.
    std::string read_id(ObjectReader& reader, Pointers& seen);
};

} // namespace assess
