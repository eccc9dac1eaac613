// What every JSON document begins with.
#include "reports/content/statements.hpp"
#include "reports/json/json_parts.hpp"

#include <nlohmann/json.hpp>

namespace assess::reports {
namespace {

using nlohmann::ordered_json;

ordered_json answers_json(const Answers& answers, std::size_t respondents) {
    ordered_json json;
    json["source"] = answers.source;
    json["rows"] = answers.rows;
    json["respondents"] = respondents;
    json["left_out"] = ordered_json::array();
    for (const auto& left_out : answers.left_out) {
        json["left_out"].push_back({{"reason", left_out.reason}, {"count", left_out.count}});
    }
    json["warnings"] = answers.warnings;
    return json;
}

} // namespace

void put_head(ordered_json& json, std::string_view format, const std::string& answer,
              const GapReport& report) {
    json["format"] = format;
    json["program"] = {{"name", "assess"}, {"version", program_version()}};
    json["answer"] = answer;
    json["landscape"] = {{"edition", report.landscape.edition},
                         {"title", report.landscape.title},
                         {"source", report.landscape.source},
                         {"digest", report.landscape.digest}};
    json["seed"] = report.seed;
    json["grouping"] = report.grouping == Grouping::Role ? "role" : "team";
    to_json(json["policy"], report.policy);
    const auto& promise = report.answers.promise;
    if (promise.kind == Promise::Confidential) {
        json["privacy"] = {{"promise", id_of(promise.kind)},
                           {"least_people", promise.least_people},
                           {"least_texts", promise.least_texts}};
    }
    json["answers"] = answers_json(report.answers, report.respondents);
}

} // namespace assess::reports
