#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace assess::reports {
namespace {

using nlohmann::ordered_json;

ordered_json covariance_json(const Covariance& covariance) {
    return {{"xx", covariance.xx}, {"xy", covariance.xy}, {"yy", covariance.yy}};
}

ordered_json quadrants_json(const std::array<double, 4>& shares) {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < quadrants.size(); ++i) {
        json[std::string(id_of(quadrants[i]))] = shares[i];
    }
    return json;
}

ordered_json categories_json(const std::vector<double>& shares, const Landscape& landscape) {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < std::min(shares.size(), landscape.categories.size()); ++i) {
        json[landscape.categories[i].id] = shares[i];
    }
    return json;
}

ordered_json depths_json(const ToolUse& use) {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < depth_count; ++i) {
        json[std::string(id_of(static_cast<Depth>(i)))] = use.by_depth[i];
    }
    return json;
}

constexpr const char* few_at_a_depth =
    "fewer people than may be told use it at one of the depths, kept confidential";

/// The tools that anybody of the group says anything about.
ordered_json tools_json(const Group& group, const Landscape& landscape) {
    ordered_json json = ordered_json::array();
    for (ToolIndex index = 0; index < group.tools.size(); ++index) {
        const auto& use = group.tools[index];
        const bool named = std::any_of(use.by_depth.begin(), use.by_depth.end(),
                                       [](std::size_t people) { return people > 0; });
        if (use.users == 0 && !named && !use.few) {
            continue;
        }
        const auto& tool = landscape.tools[index];
        if (use.few) {
            json.push_back({{"tool", tool.id},
                            {"name", tool.name},
                            {"placed", tool.placement.has_value()},
                            {"few", fmt::format("fewer than {} people, kept confidential",
                                                group.least_told)}});
            continue;
        }
        ordered_json one{{"tool", tool.id},
                         {"name", tool.name},
                         {"placed", tool.placement.has_value()},
                         {"users", use.users},
                         {"base", use.base}};
        // A confidential report tells no depths where one of them is a few people's.
        const bool depths = named || use.users == 0;
        const auto add = [&](const char* key, bool told, const ordered_json& value) {
            one[key] = told ? value : ordered_json();
            one[std::string(key) + "_reason"] =
                told ? ordered_json() : ordered_json(few_at_a_depth);
        };
        add("regular", depths || use.regular > 0, use.regular);
        add("weight", depths, use.weight);
        one["share"] = use.share;
        add("by_depth", depths, depths_json(use));
        json.push_back(std::move(one));
    }
    return json;
}

} // namespace

ordered_json point_json(const Point& point) {
    return {{"x", point.x}, {"y", point.y}};
}

ordered_json place_json(const Point& point) {
    return {{"x", point.x},
            {"y", point.y},
            {"orchestration", along(Diagonal::Orchestration, point)},
            {"building", along(Diagonal::Building, point)}};
}

void put(ordered_json& object, const std::string& name, double value) {
    if (std::isfinite(value)) {
        object[name] = value;
        object[name + "_reason"] = nullptr;
    } else {
        put_unavailable(object, name, "the value is not a finite number");
    }
}

void put_unavailable(ordered_json& object, const std::string& name, const std::string& reason) {
    object[name] = nullptr;
    object[name + "_reason"] = reason.empty() ? "it was not computed" : reason;
}

ordered_json json_of(const Group& group, const Landscape& landscape) {
    ordered_json json;
    json["id"] = group.id;
    json["name"] = group.name;
    if (group.role) {
        json["role"] = id_of(*group.role);
    } else {
        json["role"] = nullptr;
    }
    json["listed"] = group.listed;
    json["n"] = group.n;
    json["placed"] = group.placed;
    put_converted(json, "centroid", group.centroid, place_json);
    put_converted(json, "covariance", group.covariance, covariance_json);
    put_quantity(json, "standard_distance", group.standard_distance);
    put_converted(json, "spatial_median", group.spatial_median, point_json);
    put_quantity(json, "mean_distance_to_median", group.mean_distance_to_median);
    put_converted(json, "quadrant_share", group.quadrant_share, quadrants_json);
    put_converted(
        json, "category_share", group.category_share,
        [&](const std::vector<double>& shares) { return categories_json(shares, landscape); });
    json["tools"] = tools_json(group, landscape);
    return json;
}

} // namespace assess::reports
