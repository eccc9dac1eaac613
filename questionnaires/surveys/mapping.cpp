#include "questionnaires/surveys/mapping.hpp"

#include "model/json/json_input.hpp"
#include "model/text/embedded.hpp"
#include "model/text/read_file.hpp"
#include "model/text/text.hpp"
#include "questionnaires/surveys/matching.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <span>

namespace assess {

std::span<const EmbeddedFile> embedded_mappings();

namespace {

constexpr std::array<std::string_view, 5> block_kinds{"option-columns", "list", "single", "flags",
                                                      "depths"};
constexpr std::array<std::string_view, 3> option_places{"cell", "column", "text"};
constexpr std::array<std::string_view, 3> unknown_ways{"error", "ignore", "keep"};
constexpr std::array<std::string_view, 4> role_ids{"researcher", "engineer", "hybrid", "other"};
constexpr std::array<std::string_view, 3> delimiters{",", ";", "\t"};

/// The role of an id, or nothing (left out) for null.
std::optional<Role> role_of_value(const nlohmann::json& value, const std::string& pointer,
                                  JsonProblems& problems) {
    static const std::vector<std::string> names(role_ids.begin(), role_ids.end());
    if (value.is_null()) {
        return std::nullopt;
    }
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    const auto* const found = std::find(role_ids.begin(), role_ids.end(), text);
    if (found == role_ids.end()) {
        problems.add(pointer,
                     value.is_string()
                         ? fmt::format("{} is no role", in_quotes(text))
                         : fmt::format("a role must be text or null, but is {}", kind_of(value)),
                     "Write researcher, engineer, hybrid or other; null leaves such people out.");
        return std::nullopt;
    }
    return roles.at(static_cast<std::size_t>(found - role_ids.begin()));
}

std::vector<MappedOption> read_options(ObjectReader& reader) {
    std::vector<MappedOption> options;
    std::map<std::string, std::string> seen; // key -> tool
    reader.members("options", [&](const std::string& text, const nlohmann::json& value,
                                  const std::string& pointer) {
        if (!value.is_null() && (!value.is_string() || value.get<std::string>().empty())) {
            reader.problems().add(
                pointer, fmt::format("the option must be a tool, but is {}", kind_of(value)),
                "Write a tool's id, or null where the option is no tool.");
            return;
        }
        std::string tool = value.is_null() ? std::string() : value.get<std::string>();
        const auto [known, is_new] = seen.emplace(option_key(text), tool);
        if (!is_new && known->second != tool) {
            reader.problems().add_at_key(
                pointer, fmt::format("{} is mapped twice, to different tools", in_quotes(text)),
                "Capitals, spaces and punctuation make no difference. Keep one of them.");
        }
        options.push_back({text, std::move(tool), pointer});
    });
    return options;
}

class BlockReader {
public:
    BlockReader(ObjectReader& reader, const Mapping& mapping)
        : m_reader(reader), m_mapping(mapping) {}

    MappedBlock read() {
        MappedBlock block;
        block.pointer = m_reader.pointer();
        block.id = m_reader.required_string("id");
        block.title = m_reader.string("title").value_or(block.id);
        const auto kind = m_reader.choice("kind", block_kinds);
        if (kind) {
            block.kind = static_cast<BlockKind>(*kind);
        } else if (!m_reader.has("kind")) {
            m_reader.problem("kind", "the block has no 'kind'",
                             "Use option-columns, list, single, flags or depths.");
        }
        read_columns(block);
        read_option_place(block);
        read_depths(block);
        if (const auto separator = m_reader.string("separator")) {
            if (separator->empty() || block.kind != BlockKind::List) {
                m_reader.problem("separator", "only a list has a separator, and not an empty one",
                                 "Leave it out.");
            }
            block.separator = *separator;
        }
        if (const auto unknown = m_reader.choice("unknown", unknown_ways)) {
            block.unknown = static_cast<OnUnknown>(*unknown);
        }
        block.options = read_options(m_reader);
        m_reader.finish();
        return block;
    }

private:
    void read_columns(MappedBlock& block) {
        m_reader.each_string("columns", [&](const std::string& name, const std::string& pointer) {
            if (plain_text(name).empty()) {
                m_reader.problems().add(pointer, "a column's name is empty", "Name the column.");
            } else {
                block.columns.push_back(name);
            }
        });
        if (block.columns.empty() && m_reader.is_object() && !m_reader.has("columns")) {
            m_reader.problem("columns", "the block names no columns",
                             "Write \"columns\": [\"Q7_*\"]; * stands for any text.");
        }
    }

    void read_option_place(MappedBlock& block) {
        const bool by_column = block.kind == BlockKind::Flags || block.kind == BlockKind::Depths;
        block.option_from = by_column ? OptionFrom::Column : OptionFrom::Cell;
        if (const auto place = m_reader.choice("option_from", option_places)) {
            block.option_from = static_cast<OptionFrom>(*place);
            if (by_column && block.option_from == OptionFrom::Cell) {
                m_reader.problem("option_from",
                                 "the cells of this kind of block do not name the option",
                                 "Use column or text.");
            } else if (!by_column && block.kind != BlockKind::OptionColumns &&
                       block.option_from != OptionFrom::Cell) {
                m_reader.problem("option_from",
                                 "a list or a single choice has its options in the "
                                 "cells",
                                 "Leave it out.");
            }
            if (block.option_from == OptionFrom::Text && !m_mapping.texts_row) {
                m_reader.problem("option_from", "the mapping has no 'texts_row' to take it from",
                                 "Say which header row has the questions' texts.");
            }
        }
    }

    void read_depths(MappedBlock& block) {
        if (const auto depth = m_reader.string("depth")) {
            if (block.kind == BlockKind::Depths) {
                m_reader.problem("depth", "the cells of this block say the depth", "Leave it out.");
            } else if (const auto known = depth_from_id(*depth)) {
                block.depth = *known;
            } else {
                unknown_depth(pointer_to(m_reader.pointer(), "depth"), *depth);
            }
        }
        const bool given =
            m_reader.members("depths", [&](const std::string& text, const nlohmann::json& value,
                                           const std::string& pointer) {
                std::optional<Depth> depth;
                if (!value.is_null()) {
                    const std::string id = value.is_string() ? value.get<std::string>() : "";
                    depth = depth_from_id(id);
                    if (!depth) {
                        unknown_depth(pointer, id);
                    }
                }
                block.depths.push_back({text, depth});
            });
        if (given != (block.kind == BlockKind::Depths)) {
            m_reader.problem("depths",
                             given ? "only a block of kind 'depths' has a table of depths"
                                   : "a block of kind 'depths' needs a table of depths",
                             "Write \"depths\": {\"in production\": \"daily\"} there, and only "
                             "there.");
        }
    }

    void unknown_depth(const std::string& pointer, const std::string& text) {
        m_reader.problems().add(pointer, fmt::format("{} is no depth", in_quotes(text)),
                                "Use daily, weekly, monthly, rarely, uses, evaluating, wanted, "
                                "stopped, never, dont-know or not-applicable.");
    }

    ObjectReader& m_reader;
    const Mapping& m_mapping;
};

RoleMapping read_role(ObjectReader& reader) {
    RoleMapping role;
    JsonProblems& problems = reader.problems();
    const auto read_table = [&](std::string_view name, std::vector<MappedRole>& table) {
        return reader.members(name, [&](const std::string& text, const nlohmann::json& value,
                                        const std::string& pointer) {
            table.push_back({text, role_of_value(value, pointer, problems)});
        });
    };
    role.column = reader.string("column").value_or("");
    const bool has_values = read_table("values", role.values);
    const bool has_columns = read_table("columns", role.columns);
    if (has_columns == !role.column.empty() || has_values != !role.column.empty()) {
        problems.add(reader.pointer(), "the role comes from one column or from several",
                     "Give 'column' with 'values', or 'columns' alone.");
    }
    if (const auto both = reader.choice("researcher_and_engineer", role_ids)) {
        role.both = roles.at(*both);
    }
    if (reader.has("precedence")) {
        role.precedence.clear();
        reader.each_string("precedence", [&](const std::string& text, const std::string& pointer) {
            if (const auto one = role_of_value(text, pointer, problems)) {
                role.precedence.push_back(*one);
            }
        });
    }
    // What the list does not name comes last, in the usual order.
    for (const Role one : RoleMapping().precedence) {
        if (std::find(role.precedence.begin(), role.precedence.end(), one) ==
            role.precedence.end()) {
            role.precedence.push_back(one);
        }
    }
    reader.finish();
    return role;
}

void read_rows(ObjectReader& root, Mapping& mapping) {
    constexpr std::int64_t most_header_rows = 10;
    const auto rows = root.integer("header_rows", 1, most_header_rows).value_or(1);
    mapping.header_rows = static_cast<std::size_t>(rows);
    mapping.names_row = static_cast<std::size_t>(root.integer("names_row", 1, rows).value_or(1));
    if (const auto texts = root.integer("texts_row", 1, rows)) {
        mapping.texts_row = static_cast<std::size_t>(*texts);
    }
    if (const auto delimiter = root.choice("delimiter", delimiters)) {
        mapping.delimiter = delimiters.at(*delimiter).front();
    }
    mapping.id = root.string("id");
    mapping.team = root.string("team");
    mapping.missing = root.strings("missing");
}

void check_blocks(const Mapping& mapping, ObjectReader& root) {
    std::set<std::string> ids;
    std::size_t asking_for_use = 0;
    for (const MappedBlock& block : mapping.blocks) {
        asking_for_use += block.only_wishes() ? 0U : 1U;
        if (!block.id.empty() && !ids.insert(block.id).second) {
            root.problems().add(pointer_to(block.pointer, "id"),
                                fmt::format("two blocks have the id {}", in_quotes(block.id)),
                                "Give each block its own.");
        }
    }
    if (mapping.blocks.empty()) {
        root.problem("blocks", "the mapping has no blocks",
                     "A block says which columns ask for tools.");
    } else if (asking_for_use == 0 && root.problems().empty()) {
        root.problem("blocks", "every block is of wishes, so nobody is asked what they use",
                     "Map a block of tools that people use.");
    } else if (asking_for_use > Answers::most_blocks) {
        root.problem("blocks",
                     fmt::format("the mapping has {} blocks, and {} is the most", asking_for_use,
                                 Answers::most_blocks),
                     "Join some of them.");
    }
}

} // namespace

std::vector<std::string_view> built_in_mappings() {
    std::vector<std::string_view> names;
    for (const EmbeddedFile& file : embedded_mappings()) {
        names.push_back(file.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string_view built_in_mapping(std::string_view name) {
    return find_embedded(embedded_mappings(), name).value_or(std::string_view());
}

Mapping parse_mapping(std::string_view json, const std::string& file) {
    const nlohmann::json value = parse_json(json, file);
    JsonProblems problems(json, file);
    Mapping mapping;
    mapping.file = file;
    mapping.json = json;
    ObjectReader root(value, "", problems);
    root.format("assess/mapping/1");
    mapping.title = root.required_string("title");
    mapping.source = root.string("source").value_or("");
    root.strings("notes");
    read_rows(root, mapping);
    mapping.options = read_options(root);
    if (auto role = root.object("role")) {
        mapping.role = read_role(*role);
    } else if (root.is_object() && !root.has("role")) {
        root.problem("role", "the mapping does not say where the role comes from",
                     "Write \"role\": {\"column\": \"Q5\", \"values\": {\"Data Scientist\": "
                     "\"researcher\"}}.");
    }
    root.objects("blocks", [&](ObjectReader& block) {
        mapping.blocks.push_back(BlockReader(block, mapping).read());
    });
    root.finish();
    if (root.is_object()) {
        check_blocks(mapping, root);
    }
    problems.throw_if_any();
    return mapping;
}

Mapping load_mapping(const std::string& name_or_file) {
    if (const auto json = find_embedded(embedded_mappings(), name_or_file)) {
        Mapping mapping = parse_mapping(*json, fmt::format("mapping {}", name_or_file));
        mapping.built_in = true;
        return mapping;
    }
    const bool looks_like_a_path = name_or_file.find_first_of("/.") != std::string::npos;
    if (!looks_like_a_path && !std::filesystem::exists(name_or_file)) {
        std::vector<std::string> names;
        for (const std::string_view name : built_in_mappings()) {
            names.emplace_back(name);
        }
        throw InputError({{},
                          fmt::format("there is no mapping {}", in_quotes(name_or_file)),
                          fmt::format("Built in are {}; or name a file.", listed(names, "and"))});
    }
    return parse_mapping(read_file(name_or_file), name_or_file);
}

} // namespace assess
