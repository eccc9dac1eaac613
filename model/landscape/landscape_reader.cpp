#include "model/landscape/landscape_reader.hpp"

#include "model/landscape/digest.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace assess {

namespace {

constexpr std::string_view format = "assess/landscape/1";
constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_text = 2000;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_id(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= longest_id && plain(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

/// Why a text cannot be printed as a name or sentence; empty where it can.
std::string fault_of(std::string_view text, std::size_t longest) {
    if (has_control_character(text)) {
        return "has a control character, such as a line break or tab";
    }
    const auto length = characters(text);
    return length > longest ? fmt::format("has {} characters; at most {} are read", length, longest)
                            : std::string{};
}

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

template <typename Enum, std::size_t count>
std::optional<Enum> read_enum(ObjectReader& reader, std::string_view name,
                              const std::array<Enum, count>& values) {
    std::array<std::string_view, count> ids;
    std::transform(values.begin(), values.end(), ids.begin(),
                   [](Enum value) { return id_of(value); });
    const auto index = reader.choice(name, ids);
    return index ? std::optional(values[*index]) : std::nullopt;
}

const std::string* pointer_in(const std::unordered_map<std::string, std::string>& pointers,
                              const std::string& id) {
    const auto found = pointers.find(id);
    return found == pointers.end() ? nullptr : &found->second;
}

} // namespace

LandscapeReader::LandscapeReader(const Landscape* base, JsonProblems& problems)
    : m_overlay(base != nullptr), m_landscape(base != nullptr ? *base : Landscape{}),
      m_problems(&problems) {
    for (std::size_t i = 0; i < m_landscape.tools.size(); ++i) {
        m_tool_by_id.emplace(m_landscape.tools[i].id, static_cast<ToolIndex>(i));
    }
}

const std::string* LandscapeReader::pointer_of_tool(const std::string& id) const {
    return pointer_in(m_tools, id);
}

const std::string* LandscapeReader::pointer_of_category(const std::string& id) const {
    return pointer_in(m_categories, id);
}

void LandscapeReader::read(const nlohmann::json& json) {
    ObjectReader root(json, "", *m_problems);
    if (!root.is_object()) {
        return;
    }
    root.ignore({"$schema", "comment"});
    root.format(format);
    read_head(root);
    read_categories(root);
    read_stages(root);
    read_tools(root);
    root.finish();
    check_spellings();
}

Landscape LandscapeReader::take() {
    auto& tools = m_landscape.tools;
    std::sort(tools.begin(), tools.end(), [](const Tool& a, const Tool& b) {
        return std::tie(a.from_answers, a.id) < std::tie(b.from_answers, b.id);
    });
    m_landscape.index_spellings();
    m_landscape.digest = digest_of(m_landscape);
    return std::move(m_landscape);
}

void LandscapeReader::read_head(ObjectReader& root) {
    const auto before = m_landscape.edition;
    read_text(root, "edition", m_landscape.edition, !m_overlay);
    if (m_overlay && !root.has("edition")) {
        m_landscape.edition = before + "+overlay";
    }
    read_text(root, "title", m_landscape.title);
    read_text(root, "source", m_landscape.source);
}

void LandscapeReader::read_categories(ObjectReader& root) {
    const bool given = root.objects("categories", [&](ObjectReader& reader) {
        const auto id = read_id(reader, m_categories);
        auto* known = find_by_id(m_landscape.categories, id);
        Category category = known != nullptr ? *known : Category{};
        category.id = id;
        const bool is_new = known == nullptr;
        read_text(reader, "name", category.name, is_new);
        if (is_new) {
            std::ignore = reader.has("quadrant") || (reader.required_string("quadrant"), false);
            std::ignore = reader.has("ring") || (reader.required_string("ring"), false);
        }
        category.quadrant = read_enum(reader, "quadrant", quadrants).value_or(category.quadrant);
        category.ring = read_enum(reader, "ring",
                                  std::array{Ring::Adopt, Ring::Trial, Ring::Assess, Ring::Hold})
                            .value_or(category.ring);
        read_text(reader, "gives", category.gives);
        reader.finish();
        if (known != nullptr) {
            *known = std::move(category);
        } else if (!id.empty()) {
            m_landscape.categories.push_back(std::move(category));
        }
    });
    if (!given && !m_overlay && !root.has("categories")) {
        root.problem("categories", "the landscape has no categories",
                     "Add \"categories\": [{\"id\", \"name\", \"quadrant\", \"ring\"}, ...].");
    }
}

void LandscapeReader::read_stages(ObjectReader& root) {
    std::vector<std::pair<ObjectReader, std::string>> later; // "next" may name a later stage
    root.objects("stages", [&](ObjectReader& reader) {
        const auto id = read_id(reader, m_stages);
        auto* known = find_by_id(m_landscape.stages, id);
        Stage stage = known != nullptr ? *known : Stage{};
        stage.id = id;
        read_text(reader, "name", stage.name, known == nullptr);
        constexpr std::array<std::string_view, 3> loops{"software", "model", "both"};
        if (const auto loop = reader.choice("loop", loops)) {
            stage.loop = loops[*loop];
        } else if (stage.loop.empty()) {
            stage.loop = "both";
        }
        if (known != nullptr) {
            *known = std::move(stage);
        } else if (!id.empty()) {
            m_landscape.stages.push_back(std::move(stage));
        }
        later.emplace_back(reader, id);
    });
    for (auto& [reader, id] : later) {
        Stage nowhere;
        auto* stage = find_by_id(m_landscape.stages, id);
        read_links(reader, "next", "stage", m_landscape.stages,
                   (stage != nullptr ? *stage : nowhere).next);
        reader.finish();
    }
}

void LandscapeReader::read_tools(ObjectReader& root) {
    const bool given = root.objects("tools", [&](ObjectReader& reader) {
        const auto id = read_id(reader, m_tools);
        const auto known = m_tool_by_id.find(id);
        if (known != m_tool_by_id.end()) {
            read_tool(reader, m_landscape.tools[known->second], false);
            return;
        }
        Tool tool;
        tool.id = id;
        read_tool(reader, tool, true);
        if (!id.empty()) {
            m_tool_by_id.emplace(id, static_cast<ToolIndex>(m_landscape.tools.size()));
            m_landscape.tools.push_back(std::move(tool));
        }
    });
    const bool empty = given && root.raw("tools")->empty();
    if (!m_overlay && (empty || !root.has("tools"))) {
        root.problem("tools", "the landscape has no tools",
                     "Add \"tools\": [{\"id\", \"name\", \"categories\", \"position\"}, ...].");
    }
}

void LandscapeReader::read_tool(ObjectReader& reader, Tool& tool, bool is_new) {
    if (!reader.is_object()) {
        return;
    }
    read_text(reader, "name", tool.name, is_new);
    if (reader.has("aliases")) {
        tool.aliases.clear();
    }
    reader.each_string("aliases", [&](const std::string& alias, const std::string& pointer) {
        if (const auto fault = fault_of(alias, longest_name); !fault.empty()) {
            m_problems->add(pointer, "this alias " + fault, "Shorten or remove it.");
        } else if (spelling_key(alias).empty()) {
            m_problems->add(pointer, "this alias has no letter or digit", "Remove it.");
        } else {
            tool.aliases.emplace_back(trimmed(alias));
        }
    });
    const bool has_categories = reader.has("categories");
    read_links(reader, "categories", "category", m_landscape.categories, tool.categories);
    const auto* list = reader.raw("categories");
    if ((is_new && !has_categories) || (list != nullptr && list->is_array() && list->empty())) {
        reader.problem("categories", "this tool has no category",
                       "Name at least one: " + listed(ids_of(m_landscape.categories)) + ".");
    }
    read_position(reader, tool);
    if (reader.has("diagonals")) {
        tool.on.clear();
    }
    const std::vector<std::string> diagonal_ids{std::string(id_of(Diagonal::Orchestration)),
                                                std::string(id_of(Diagonal::Building))};
    reader.each_string("diagonals", [&](const std::string& id, const std::string& pointer) {
        const auto found = std::find(diagonal_ids.begin(), diagonal_ids.end(), id);
        if (found == diagonal_ids.end()) {
            m_problems->add(pointer, "there is no diagonal " + assess::quoted(id),
                            suggestion(id, diagonal_ids));
            return;
        }
        const auto diagonal = diagonals[static_cast<std::size_t>(found - diagonal_ids.begin())];
        if (std::find(tool.on.begin(), tool.on.end(), diagonal) == tool.on.end()) {
            tool.on.push_back(diagonal);
        }
    });
    std::sort(tool.on.begin(), tool.on.end());
    read_links(reader, "stages", "stage", m_landscape.stages, tool.stages);
    read_status(reader, tool);
    read_rubric(reader, tool);
    read_text(reader, "homepage", tool.homepage);
    if (reader.has("homepage") && !tool.homepage.empty() &&
        !(tool.homepage.starts_with("https://") || tool.homepage.starts_with("http://"))) {
        reader.problem("homepage", "this is no address of a web page",
                       "Begin it with https:// or http://.");
    }
    reader.ignore({"comment"});
    reader.finish();
}

void LandscapeReader::read_position(ObjectReader& reader, Tool& tool) {
    auto position = reader.object("position");
    if (!position) {
        return;
    }
    auto placement = tool.placement.value_or(Placement{});
    const bool is_new = !tool.placement;
    const auto coordinate = [&](std::string_view name, double lowest, double& target) {
        const auto value =
            is_new ? position->required_number(name, lowest, 1) : position->number(name, lowest, 1);
        target = value.value_or(target);
    };
    coordinate("x", -1, placement.point.x());
    coordinate("y", -1, placement.point.y());
    coordinate("tolerance", 0, placement.tolerance);
    read_text(*position, "source", placement.source);
    read_text(*position, "rationale", placement.rationale);
    position->finish();
    tool.placement = std::move(placement);
}

void LandscapeReader::read_status(ObjectReader& reader, Tool& tool) {
    const auto* value = reader.raw("status");
    if (value == nullptr) {
        return;
    }
    if (value->is_string()) {
        reader.choice("status", {"active"});
        tool.status = Status{};
        return;
    }
    if (!value->is_object()) {
        reader.problem("status", "a status is \"active\" or an object",
                       "Write {\"kind\": \"retired\", \"year\": 2023, \"note\": \"...\"}.");
        return;
    }
    auto fields = *reader.object("status");
    constexpr std::array kinds{ToolStatus::Active, ToolStatus::Renamed, ToolStatus::Acquired,
                               ToolStatus::Retired};
    Status status;
    if (!fields.has("kind")) {
        fields.required_string("kind");
    }
    status.kind = read_enum(fields, "kind", kinds).value_or(ToolStatus::Active);
    if (const auto year = fields.integer("year", 1950, 2199)) {
        status.year = static_cast<int>(*year);
    }
    read_text(fields, "note", status.note);
    fields.finish();
    tool.status = std::move(status);
}

void LandscapeReader::read_rubric(ObjectReader& reader, Tool& tool) {
    auto fields = reader.object("rubric");
    if (!fields) {
        return;
    }
    auto facts = tool.rubric.value_or(RubricFacts{});
    read_text(*fields, "artifact", facts.artifact, !tool.rubric);
    if (fields->has("covers")) {
        facts.covers.clear();
    }
    fields->each_string(
        "covers", [&](const std::string& id, const std::string&) { facts.covers.push_back(id); });
    fields->finish();
    tool.rubric = std::move(facts);
}

void LandscapeReader::check_spellings() {
    struct Claim {
        const Tool* tool;
        bool in_file;
    };
    std::unordered_map<std::string, Claim> claims;
    const auto claim = [&](const Tool& tool, const std::string& spelling, const std::string& at) {
        const auto [found, is_new] =
            claims.try_emplace(spelling_key(spelling), Claim{&tool, !at.empty()});
        if (!is_new && found->second.tool != &tool && !at.empty()) {
            m_problems->add(at,
                            fmt::format("{} is already a spelling of {}", assess::quoted(spelling),
                                        assess::quoted(found->second.tool->id)),
                            "Capitals, spaces and punctuation make no difference. Remove it from "
                            "one of the two tools.");
        }
    };
    // First the tools that only the base has, so that problems fall on what the file says.
    for (const bool in_file : {false, true}) {
        for (const auto& tool : m_landscape.tools) {
            const auto* pointer = pointer_of_tool(tool.id);
            if ((pointer != nullptr) != in_file) {
                continue;
            }
            const auto at = pointer != nullptr ? *pointer : std::string{};
            claim(tool, tool.id, in_file ? at + "/id" : at);
            claim(tool, tool.name, in_file ? at + "/name" : at);
            for (std::size_t i = 0; i < tool.aliases.size(); ++i) {
                claim(tool, tool.aliases[i], in_file ? pointer_to(at + "/aliases", i) : at);
            }
        }
    }
}

std::string LandscapeReader::read_id(ObjectReader& reader, Pointers& seen) {
    auto id = reader.required_string("id");
    if (id.empty()) {
        return {};
    }
    if (!is_id(id)) {
        reader.problem("id", assess::quoted(id) + " cannot be an id",
                       fmt::format("Use lower-case letters, digits and hyphens, at most {}, and "
                                   "begin with a letter or digit.",
                                   longest_id));
        return {};
    }
    const auto [first, is_new] = seen.emplace(id, reader.pointer());
    if (!is_new) {
        reader.problem(
            "id",
            fmt::format("the id {} is used twice; first at {}", assess::quoted(id), first->second),
            "Give each entry its own id, or join the two.");
        return {};
    }
    return id;
}

void LandscapeReader::read_text(ObjectReader& reader, std::string_view name, std::string& target,
                                bool required) {
    const bool given = reader.has(name);
    auto text = required ? reader.required_string(name) : reader.string(name).value_or("");
    if (!given || text.empty()) {
        return;
    }
    const bool is_name = name == "name" || name == "edition" || name == "artifact";
    if (const auto fault = fault_of(text, is_name ? longest_name : longest_text); !fault.empty()) {
        reader.problem(name, assess::quoted(name) + " " + fault,
                       "Shorten it, or write it plainly.");
        return;
    }
    target = trimmed(text);
}

template <typename Entry>
void LandscapeReader::read_links(ObjectReader& reader, std::string_view name, std::string_view kind,
                                 const std::vector<Entry>& entries,
                                 std::vector<std::size_t>& target) {
    if (reader.has(name)) {
        target.clear();
    }
    reader.each_string(name, [&](const std::string& id, const std::string& pointer) {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry& entry) { return entry.id == id; });
        if (found == entries.end()) {
            m_problems->add(pointer, fmt::format("there is no {} {}", kind, assess::quoted(id)),
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
