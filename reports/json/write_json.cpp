#include "reports/json/write_json.hpp"

#include "reports/content/statements.hpp"
#include "reports/json/json_parts.hpp"
#include "reports/json/json_text.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace assess {
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

ordered_json report_json(const GapReport& report) {
    ordered_json json;
    json["format"] = "assess/gap-report/1";
    json["program"] = {{"name", "assess"}, {"version", reports::program_version()}};
    json["answer"] = report.answer;
    json["landscape"] = {{"edition", report.landscape.edition},
                         {"title", report.landscape.title},
                         {"source", report.landscape.source},
                         {"digest", report.landscape.digest}};
    json["seed"] = report.seed;
    json["grouping"] = report.grouping == Grouping::Role ? "role" : "team";
    to_json(json["policy"], report.policy);
    if (report.answers.promise.kind == Promise::Confidential) {
        json["privacy"] = {{"promise", id_of(report.answers.promise.kind)},
                           {"least_people", report.answers.promise.least_people},
                           {"least_texts", report.answers.promise.least_texts}};
    }
    json["answers"] = answers_json(report.answers, report.respondents);
    json["groups"] = ordered_json::array();
    for (const auto& group : report.groups) {
        json["groups"].push_back(reports::json_of(group, report.landscape));
    }
    json["comparisons"] = ordered_json::array();
    for (const auto& comparison : report.comparisons) {
        json["comparisons"].push_back(reports::json_of(comparison, report));
    }
    if (report.comparisons.empty()) {
        json["comparisons_reason"] =
            report.no_comparison.empty() ? "it was not computed" : report.no_comparison;
    } else {
        json["comparisons_reason"] = nullptr;
    }
    reports::put_said(json, report);
    json["findings"] = ordered_json::array();
    for (const auto& finding : report.findings) {
        json["findings"].push_back(reports::json_of(finding, report.landscape));
    }
    json["warnings"] = report.warnings;
    return json;
}

} // namespace

void write_json(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    out << reports::json_text(report_json(report));
}

} // namespace assess
