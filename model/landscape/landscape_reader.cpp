#include "model/landscape/landscape_reader.hpp"

#include "model/landscape/digest.hpp"
#include "model/landscape/landscape_fields.hpp"
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
        read_text(reader, "name", category.name, known == nullptr);
        if (known == nullptr) {
            reader.require("quadrant");
            reader.require("ring");
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

std::string LandscapeReader::read_id(ObjectReader& reader, Pointers& seen) {
    auto id = reader.required_string("id");
    if (id.empty()) {
        return {};
    }
    if (!is_id(id)) {
        reader.problem("id", in_quotes(id) + " cannot be an id",
                       fmt::format("Use lower-case letters, digits and hyphens, at most {}, and "
                                   "begin with a letter or digit.",
                                   longest_id));
        return {};
    }
    const auto [first, is_new] = seen.emplace(id, reader.pointer());
    if (!is_new) {
        reader.problem(
            "id", fmt::format("the id {} is used twice; first at {}", in_quotes(id), first->second),
            "Give each entry its own id, or join the two.");
        return {};
    }
    return id;
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
                            fmt::format("{} is already a spelling of {}", in_quotes(spelling),
                                        in_quotes(found->second.tool->id)),
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

} // namespace assess
