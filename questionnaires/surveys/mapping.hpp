// Mappings: what the columns and values of a survey's export mean. A plain value, read from JSON
// ("assess/mapping/1"); README.md describes every field.
#pragma once

#include "model/assessment/answers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// How the columns of a block hold their answers.
enum class BlockKind : std::uint8_t {
    OptionColumns, ///< one column an option, holding the option's text or nothing
    List,          ///< several answers in one cell
    Single,        ///< one answer in a cell
    Flags,         ///< one column an option, holding yes or no
    Depths         ///< one column an option, holding how deeply it is used
};

/// Where the option's text stands.
enum class OptionFrom : std::uint8_t { Cell, Column, Text };

/// What happens to an option that the mapping does not know.
enum class OnUnknown : std::uint8_t { Error, Ignore, Keep };

/// What one option of a survey stands for.
struct MappedOption {
    std::string text;
    std::string tool;    ///< empty: answered, but no tool ("None", "Other")
    std::string pointer; ///< where it stands in the mapping file
};

struct MappedDepth {
    std::string text;
    std::optional<Depth> depth; ///< nothing: the answer says nothing about the tool
};

struct MappedBlock {
    std::string id;
    std::string title;
    BlockKind kind = BlockKind::OptionColumns;
    OptionFrom option_from = OptionFrom::Cell;
    std::vector<std::string> columns; ///< names, with * for any text
    std::string separator = ";";      ///< of List
    Depth depth = Depth::Uses;        ///< of every answer, but for Depths
    OnUnknown unknown = OnUnknown::Error;
    std::vector<MappedOption> options;
    std::vector<MappedDepth> depths;
    std::string pointer;

    /// A block of wishes: its answers say nothing about use, so it is nobody's base.
    [[nodiscard]] bool only_wishes() const {
        return kind != BlockKind::Depths && depth == Depth::Wanted;
    }
};

/// A value (or, with several role columns, a column) and the role that it stands for.
struct MappedRole {
    std::string text;         ///< with * for any text
    std::optional<Role> role; ///< nothing: such people are left out
};

struct RoleMapping {
    std::string column;              ///< empty where the role comes from several columns
    std::vector<MappedRole> values;  ///< of the one column
    std::vector<MappedRole> columns; ///< names of columns that are ticked
    std::optional<Role> both;        ///< of a researcher who is an engineer too
    std::vector<Role> precedence{Role::Hybrid, Role::Researcher, Role::Engineer, Role::Other};
};

struct Mapping {
    std::string file; ///< what diagnostics call it
    std::string json; ///< its text, for the places of problems that show only later
    std::string title;
    std::string source;
    bool built_in = false;
    char delimiter = 0; ///< 0: found from the header
    std::size_t header_rows = 1;
    std::size_t names_row = 1;            ///< the header row that names the columns, 1-based
    std::optional<std::size_t> texts_row; ///< the header row with the questions' texts
    std::optional<std::string> id;
    std::optional<std::string> team;
    std::vector<std::string> missing; ///< cells that mean "no answer", besides the empty one
    RoleMapping role;
    std::vector<MappedOption> options; ///< of all blocks that do not say otherwise
    std::vector<MappedBlock> blocks;
};

/// Names of the mappings inside the program, sorted.
std::vector<std::string_view> built_in_mappings();
/// The JSON of a built-in mapping; empty where there is none of that name.
std::string_view built_in_mapping(std::string_view name);

/// A mapping by the name of a built-in one, or from a file. Throws InputError with every problem.
Mapping load_mapping(const std::string& name_or_file);

/// Parses a mapping. Throws InputError with every problem.
Mapping parse_mapping(std::string_view json, const std::string& file);

} // namespace assess
