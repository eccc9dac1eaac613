// Scores, the lifecycle and what is hidden, in JSON.
#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess::reports {
namespace {

using nlohmann::ordered_json;

void put_count(ordered_json& json, const std::string& name, const Quantity<std::size_t>& count) {
    put_converted(json, name, count, [](std::size_t value) { return ordered_json(value); });
}

ordered_json tool_ids(const std::vector<ToolIndex>& tools, const Landscape& landscape) {
    auto json = ordered_json::array();
    for (const auto tool : tools) {
        json.push_back(landscape.tools[tool].id);
    }
    return json;
}

ordered_json mean_json(const Estimate& mean) {
    ordered_json json;
    json["estimate"] = mean.value;
    json["lower"] = mean.lower ? ordered_json(*mean.lower) : ordered_json(nullptr);
    json["upper"] = mean.upper ? ordered_json(*mean.upper) : ordered_json(nullptr);
    json["interval_reason"] =
        mean.has_interval() ? ordered_json(nullptr) : ordered_json(mean.reason);
    json["level"] = mean.level;
    return json;
}

ordered_json score_json(const GroupScore& score) {
    ordered_json json;
    json["n"] = score.n;
    json["base"] = score.base;
    json["counts"] = score.counts;
    put_converted(json, "mean", score.mean, mean_json);
    put_quantity(json, "agreement", score.agreement);
    return json;
}

ordered_json work_json(const StageWork& work, const Landscape& landscape) {
    ordered_json json;
    json["base"] = work.base;
    put_count(json, "people", work.people);
    put_count(json, "covered", work.covered);
    json["tools"] = tool_ids(work.tools, landscape);
    return json;
}

ordered_json scores_json(const GapReport& report) {
    auto json = ordered_json::array();
    for (const auto& scores : report.scores) {
        const auto& item = report.answers.score_items[scores.item];
        ordered_json entry;
        entry["kind"] = id_of(item.kind);
        entry["id"] = item.id;
        entry["tool"] =
            item.tool ? ordered_json(report.landscape.tools[*item.tool].id) : ordered_json(nullptr);
        entry["persona"] =
            item.persona ? ordered_json(id_of(*item.persona)) : ordered_json(nullptr);
        entry["text"] = item.text;
        entry["steps"] = item.steps;
        entry["groups"] = ordered_json::array();
        for (std::size_t g = 0; g < scores.groups.size(); ++g) {
            ordered_json of_group;
            of_group["group"] = report.groups[g].id;
            put_converted(of_group, "score", scores.groups[g], score_json);
            entry["groups"].push_back(std::move(of_group));
        }
        json.push_back(std::move(entry));
    }
    return json;
}

ordered_json lifecycle_json(const GapReport& report) {
    const auto& landscape = report.landscape;
    ordered_json json{{"stages", ordered_json::array()}, {"hand_offs", ordered_json::array()}};
    for (const auto& row : report.lifecycle.stages) {
        ordered_json entry;
        entry["stage"] = landscape.stages[row.stage].id;
        entry["everybody"] = work_json(row.everybody, landscape);
        entry["groups"] = ordered_json::array();
        for (std::size_t g = 0; g < row.groups.size(); ++g) {
            ordered_json of_group;
            of_group["group"] = report.groups[g].id;
            put_converted(of_group, "work", row.groups[g],
                          [&](const StageWork& work) { return work_json(work, landscape); });
            entry["groups"].push_back(std::move(of_group));
        }
        json["stages"].push_back(std::move(entry));
    }
    for (const auto& hand_off : report.lifecycle.hand_offs) {
        ordered_json entry;
        entry["from"] = landscape.stages[hand_off.from].id;
        entry["to"] = landscape.stages[hand_off.to].id;
        put_count(entry, "both", hand_off.both);
        entry["tools"] = tool_ids(hand_off.tools, landscape);
        json["hand_offs"].push_back(std::move(entry));
    }
    return json;
}

} // namespace

void put_said(ordered_json& json, const GapReport& report) {
    if (!report.hidden_groups.empty()) {
        json["hidden_groups"] = ordered_json::array();
        for (const auto& hidden : report.hidden_groups) {
            json["hidden_groups"].push_back(
                {{"id", hidden.id}, {"name", hidden.name}, {"reason", english(hidden.reason)}});
        }
    }
    if (!report.lifecycle.stages.empty()) {
        json["lifecycle"] = lifecycle_json(report);
    }
    if (!report.scores.empty()) {
        json["scores"] = scores_json(report);
    }
    if (!report.answers.comments.empty()) {
        json["comments"] = report.answers.comments;
    }
}

} // namespace assess::reports
