#include "model/landscape/save.hpp"

#include <nlohmann/json.hpp>

namespace assess {
namespace {

using OrderedJson = nlohmann::ordered_json;

template <typename Entry>
OrderedJson id_list(const std::vector<std::size_t>& indices, const std::vector<Entry>& entries) {
    auto json = OrderedJson::array();
    for (const auto index : indices) {
        json.push_back(entries[index].id);
    }
    return json;
}

OrderedJson as_json(const Category& category) {
    return {{"id", category.id},
            {"name", category.name},
            {"quadrant", id_of(category.quadrant)},
            {"ring", id_of(category.ring)},
            {"gives", category.gives}};
}

OrderedJson as_json(const Stage& stage, const Landscape& landscape) {
    return {{"id", stage.id},
            {"name", stage.name},
            {"loop", stage.loop},
            {"next", id_list(stage.next, landscape.stages)}};
}

OrderedJson as_json(const Placement& placement) {
    return {{"x", placement.point.x},
            {"y", placement.point.y},
            {"tolerance", placement.tolerance},
            {"source", placement.source},
            {"rationale", placement.rationale}};
}

OrderedJson as_json(const Status& status) {
    if (status.kind == ToolStatus::Active && !status.year && status.note.empty()) {
        return "active";
    }
    OrderedJson json{{"kind", id_of(status.kind)}};
    if (status.year) {
        json["year"] = *status.year;
    }
    if (!status.note.empty()) {
        json["note"] = status.note;
    }
    return json;
}

OrderedJson as_json(const Tool& tool, const Landscape& landscape) {
    OrderedJson json{{"id", tool.id},
                     {"name", tool.name},
                     {"aliases", tool.aliases},
                     {"categories", id_list(tool.categories, landscape.categories)}};
    if (tool.placement) {
        json["position"] = as_json(*tool.placement);
    }
    json["diagonals"] = OrderedJson::array();
    for (const auto diagonal : tool.on) {
        json["diagonals"].push_back(id_of(diagonal));
    }
    json["stages"] = id_list(tool.stages, landscape.stages);
    json["status"] = as_json(tool.status);
    if (!tool.homepage.empty()) {
        json["homepage"] = tool.homepage;
    }
    if (tool.rubric) {
        json["rubric"] = {{"artifact", tool.rubric->artifact}, {"covers", tool.rubric->covers}};
    }
    return json;
}

} // namespace

std::string landscape_as_json(const Landscape& landscape) {
    OrderedJson json{{"format", "assess/landscape/1"},     {"edition", landscape.edition},
                     {"title", landscape.title},           {"source", landscape.source},
                     {"categories", OrderedJson::array()}, {"stages", OrderedJson::array()},
                     {"tools", OrderedJson::array()}};
    for (const auto& category : landscape.categories) {
        json["categories"].push_back(as_json(category));
    }
    for (const auto& stage : landscape.stages) {
        json["stages"].push_back(as_json(stage, landscape));
    }
    for (const auto& tool : landscape.tools) {
        if (!tool.from_answers) {
            json["tools"].push_back(as_json(tool, landscape));
        }
    }
    return json.dump(2) + "\n";
}

std::string overlay_as_json(std::span<const Tool> tools, const Landscape& landscape) {
    OrderedJson json{{"format", "assess/landscape/1"}, {"tools", OrderedJson::array()}};
    for (const auto& tool : tools) {
        json["tools"].push_back(as_json(tool, landscape));
    }
    return json.dump(2) + "\n";
}

} // namespace assess
