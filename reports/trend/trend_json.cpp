// A trend for programs: assess/trend/1, see trend.schema.json.
#include "reports/content/statements.hpp"
#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/json/json_text.hpp"
#include "reports/trend/trend_words.hpp"
#include "reports/trend/trend_writer.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace assess {
namespace reports::trend_json {
namespace {

using nlohmann::ordered_json;

ordered_json said_or_null(const Value& value) {
    const auto said = reports::english().say(value);
    return said.empty() ? ordered_json(nullptr) : ordered_json(said);
}

ordered_json movement_json(const Movement& movement) {
    ordered_json json;
    put_converted(json, "shift", movement.shift, point_json);
    for (const auto diagonal : diagonals) {
        const auto index = static_cast<std::size_t>(diagonal);
        const std::string name(id_of(diagonal));
        put_converted(json, name, movement.along_diagonal.at(index), reports::estimate_json);
        put_quantity(json, name + "_p", movement.p.at(index));
    }
    return json;
}

ordered_json parts_json(const std::vector<MovementPart>& parts) {
    auto json = ordered_json::array();
    for (const auto& part : parts) {
        auto one = movement_json(part.movement);
        one["cause"] = id_of(part.cause);
        json.push_back(std::move(one));
    }
    return json;
}

ordered_json group_movement_json(const GroupMovement& group, bool linked) {
    ordered_json json;
    json["id"] = group.id;
    json["name"] = group.name;
    json["role"] = group.role ? ordered_json(id_of(*group.role)) : ordered_json(nullptr);
    json["placed_before"] = group.placed_before;
    json["placed_after"] = group.placed_after;
    json["placed_on_second"] = group.placed_on_second;
    const auto count = [&](std::size_t people) {
        return linked ? ordered_json(people) : ordered_json(nullptr);
    };
    json["stayed"] = count(group.stayed);
    json["left"] = count(group.left);
    json["joined"] = count(group.joined);
    json["total"] = movement_json(group.total);
    json["parts"] = parts_json(group.parts);
    json["parts_reason"] = said_or_null(why_no_parts(group.total, group.no_parts));
    return json;
}

ordered_json gap_movement_json(const GapMovement& gap) {
    ordered_json json;
    for (const auto& [when, gaps] : {std::pair("before", &gap.before), {"after", &gap.after}}) {
        ordered_json one;
        for (const auto diagonal : diagonals) {
            put_converted(one, std::string(id_of(diagonal)),
                          gaps->at(static_cast<std::size_t>(diagonal)), reports::estimate_json);
        }
        json[when] = std::move(one);
    }
    json["change"] = movement_json(gap.change);
    json["parts"] = parts_json(gap.parts);
    json["parts_reason"] = said_or_null(why_no_parts(gap.change, gap.no_parts));
    return json;
}

ordered_json step_json(const TrendStep& step) {
    ordered_json json;
    json["from"] = step.from;
    json["to"] = step.to;
    json["linked"] = step.linked;
    json["linked_reason"] = said_or_null(step.not_linked);
    json["same_landscape"] = step.same_landscape;
    json["groups"] = ordered_json::array();
    for (const auto& group : step.groups) {
        json["groups"].push_back(group_movement_json(group, step.linked));
    }
    json["gap"] = step.gap ? gap_movement_json(*step.gap) : ordered_json(nullptr);
    json["gap_reason"] = said_or_null(step.no_gap);
    json["findings"] = ordered_json::array();
    for (const auto& change : step.findings) {
        json["findings"].push_back(reports::json_of(change));
    }
    return json;
}

ordered_json assessment_json(const Trend& trend, std::size_t index) {
    const auto& report = trend.reports[index];
    ordered_json json;
    json["name"] = trend.names[index];
    json["date"] = said_or_null(trend.dates[index]);
    json["source"] = report.answers.source;
    json["promise"] = id_of(report.answers.promise.kind);
    json["landscape"] = {{"edition", report.landscape.edition},
                         {"title", report.landscape.title},
                         {"digest", report.landscape.digest}};
    json["respondents"] = report.respondents;
    json["answer"] = reports::english(report.answer);
    json["groups"] = ordered_json::array();
    for (const auto& group : report.groups) {
        ordered_json one;
        one["id"] = group.id;
        one["name"] = group.name;
        one["role"] = group.role ? ordered_json(id_of(*group.role)) : ordered_json(nullptr);
        one["placed"] = group.placed;
        put_converted(one, "centroid", group.centroid, place_json);
        json["groups"].push_back(std::move(one));
    }
    json["warnings"] = reports::english(reports::caveats(report));
    return json;
}

void write(const Trend& trend, std::ostream& out) {
    const auto& last = trend.reports.back();
    ordered_json json;
    json["format"] = "assess/trend/1";
    json["program"] = {{"name", "assess"}, {"version", reports::program_version()}};
    json["answer"] = reports::english(trend.answer);
    json["seed"] = last.seed;
    json["grouping"] = last.grouping == Grouping::Role ? "role" : "team";
    to_json(json["policy"], last.policy);
    json["assessments"] = ordered_json::array();
    for (std::size_t i = 0; i < trend.reports.size(); ++i) {
        json["assessments"].push_back(assessment_json(trend, i));
    }
    json["steps"] = ordered_json::array();
    for (const auto& step : trend.steps) {
        json["steps"].push_back(step_json(step));
    }
    json["whole"] = trend.whole ? step_json(*trend.whole) : ordered_json(nullptr);
    json["warnings"] = reports::english(trend.warnings);
    out << reports::json_text(json);
}

} // namespace
} // namespace reports::trend_json

void write_trend_json(const Trend& trend, const WriterSettings& /*settings*/, std::ostream& out) {
    reports::trend_json::write(trend, out);
}

} // namespace assess
