// How one tool is read.
#include "model/landscape/landscape_fields.hpp"
#include "model/landscape/landscape_reader.hpp"
#include "model/landscape/rubric.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace assess {

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
    read_aliases(reader, tool);
    read_links(reader, "categories", "category", m_landscape.categories, tool.categories);
    const auto* list = reader.raw("categories");
    if (list == nullptr ? is_new : list->is_array() && list->empty()) {
        reader.problem("categories", "this tool has no category",
                       "Name at least one: " + listed(ids_of(m_landscape.categories)) + ".");
    }
    read_position(reader, tool);
    read_diagonals(reader, tool);
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

void LandscapeReader::read_aliases(ObjectReader& reader, Tool& tool) {
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
}

void LandscapeReader::read_diagonals(ObjectReader& reader, Tool& tool) {
    if (reader.has("diagonals")) {
        tool.on.clear();
    }
    const std::vector<std::string> ids{std::string(id_of(Diagonal::Orchestration)),
                                       std::string(id_of(Diagonal::Building))};
    reader.each_string("diagonals", [&](const std::string& id, const std::string& pointer) {
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end()) {
            m_problems->add(pointer, "there is no diagonal " + in_quotes(id), suggestion(id, ids));
            return;
        }
        const auto diagonal = diagonals[static_cast<std::size_t>(found - ids.begin())];
        if (std::find(tool.on.begin(), tool.on.end(), diagonal) == tool.on.end()) {
            tool.on.push_back(diagonal);
        }
    });
    std::sort(tool.on.begin(), tool.on.end());
}

void LandscapeReader::read_position(ObjectReader& reader, Tool& tool) {
    auto position = reader.object("position");
    if (!position) {
        return;
    }
    auto placement = tool.placement.value_or(Placement{});
    const bool is_new = !tool.placement;
    const Point before = placement.point;
    const auto coordinate = [&](std::string_view name, double lowest, double& target) {
        const auto value =
            is_new ? position->required_number(name, lowest, 1) : position->number(name, lowest, 1);
        target = value.value_or(target);
    };
    coordinate("x", -1, placement.point.x);
    coordinate("y", -1, placement.point.y);
    coordinate("tolerance", 0, placement.tolerance);
    read_text(*position, "source", placement.source);
    read_text(*position, "rationale", placement.rationale);
    // Whoever reads the new place must not take it for the old source's.
    if (!is_new && placement.point != before && !position->has("source")) {
        placement.source += "; moved by an overlay";
    }
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
    fields.require("kind", "Write \"renamed\", \"acquired\" or \"retired\".");
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
    if (!tool.rubric) {
        fields->require("artifact");
    }
    std::vector<std::string_view> artifacts;
    for (const auto& choice : artifact_scale()) {
        artifacts.push_back(choice.id);
    }
    if (const auto artifact = fields->choice("artifact", artifacts)) {
        facts.artifact = artifacts[*artifact];
    }
    if (fields->has("covers")) {
        facts.covers.clear();
    }
    fields->each_string("covers", [&](const std::string& id, const std::string& pointer) {
        if (process_index(id)) {
            facts.covers.push_back(id);
            return;
        }
        std::vector<std::string> ids;
        for (const auto& choice : lifecycle_processes()) {
            ids.emplace_back(choice.id);
        }
        m_problems->add(pointer, "there is no process " + in_quotes(id), suggestion(id, ids));
    });
    fields->finish();
    tool.rubric = std::move(facts);
}

} // namespace assess
