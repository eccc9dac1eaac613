#include "reports/json/write_json.hpp"

#include "reports/json/json_parts.hpp"
#include "reports/json/json_text.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace assess {
namespace reports::gap_report_json {
namespace {

using nlohmann::ordered_json;

ordered_json report_json(const GapReport& report) {
    ordered_json json;
    reports::put_head(json, "assess/gap-report/1", reports::english(report.answer), report);
    json["groups"] = ordered_json::array();
    for (const auto& group : report.groups) {
        json["groups"].push_back(reports::json_of(group, report.landscape));
    }
    json["comparisons"] = ordered_json::array();
    for (const auto& comparison : report.comparisons) {
        json["comparisons"].push_back(reports::json_of(comparison, report));
    }
    if (report.comparisons.empty()) {
        json["comparisons_reason"] = report.no_comparison.empty()
                                         ? "it was not computed"
                                         : reports::english(report.no_comparison);
    } else {
        json["comparisons_reason"] = nullptr;
    }
    reports::put_said(json, report);
    json["findings"] = ordered_json::array();
    for (const auto& finding : report.findings) {
        json["findings"].push_back(reports::json_of(finding, report.landscape));
    }
    if (report.closing) {
        json["closing"] = reports::json_of(*report.closing, report);
        json["closing_reason"] = nullptr;
    } else {
        reports::put_unavailable(json, "closing", "it was not asked for");
    }
    json["warnings"] = reports::english(report.warnings);
    return json;
}

void write(const GapReport& report, std::ostream& out) {
    out << reports::json_text(report_json(report));
}

} // namespace
} // namespace reports::gap_report_json

void write_json(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    reports::gap_report_json::write(report, out);
}

} // namespace assess
