// A recommendation as JSON.
#include "reports/content/closing_words.hpp"
#include "reports/json/json_parts.hpp"
#include "reports/json/json_quantity.hpp"
#include "reports/json/json_text.hpp"
#include "reports/what_if/what_if_writers.hpp"
#include "reports/wording/wording.hpp"

#include <nlohmann/json.hpp>

namespace assess {
namespace reports::recommendation_json {
namespace {

using nlohmann::ordered_json;

void put_today(ordered_json& json, const GapReport& report) {
    json["between"] = nullptr;
    json["between_reason"] = reports::english(report.no_comparison.empty() ? Message{"not-computed"}
                                                                           : report.no_comparison);
    json["today"] = ordered_json::object();
    for (const auto diagonal : diagonals) {
        reports::put_unavailable(json["today"], std::string(id_of(diagonal)),
                                 json["between_reason"].get<std::string>());
    }
    for (const auto& comparison : report.comparisons) {
        json["between"] = {report.groups[comparison.first].id, report.groups[comparison.second].id};
        json["between_reason"] = nullptr;
        for (const auto diagonal : diagonals) {
            reports::put_converted(
                json["today"], std::string(id_of(diagonal)),
                comparison.diagonal.at(static_cast<std::size_t>(diagonal)),
                [](const DiagonalGap& gap) { return reports::estimate_json(gap.gap); });
        }
    }
}

void write(const GapReport& report, std::ostream& out) {
    const auto& closing = report.closing.value();
    ordered_json json;
    reports::put_head(json, "assess/recommendation/1",
                      reports::english(reports::closing_lede(report, closing)), report);
    put_today(json, report);
    json["findings"] = ordered_json::array();
    for (const auto& finding : report.findings) {
        json["findings"].push_back({{"id", finding.id},
                                    {"subject", finding.subject},
                                    {"state", id_of(finding.state)},
                                    {"severity", id_of(finding.severity)},
                                    {"says", reports::english(finding.says)}});
    }
    json["recommendation"] = reports::json_of(closing, report);
    out << reports::json_text(json);
}

} // namespace
} // namespace reports::recommendation_json

void write_recommendation_json(const GapReport& report, const WriterSettings& /*settings*/,
                               std::ostream& out) {
    reports::recommendation_json::write(report, out);
}

} // namespace assess
