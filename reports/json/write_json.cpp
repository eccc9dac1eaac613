#include "reports/json/write_json.hpp"

#include "model/text/utf8.hpp"
#include "reports/content/statements.hpp"
#include "reports/json/json_parts.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>

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

/// Controls of the upper range and marks that reorder or hide text; JSON itself escapes the lower
/// range only.
bool must_escape(char32_t code) {
    return (code >= 0x7F && code < 0xA0) || code == 0x061C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           code == 0xFEFF || code >= 0xE0000;
}

/// Outside its strings JSON is plain ASCII, so every character found here is inside one.
std::string with_escapes(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x7F) {
            safe += text[at++];
            continue;
        }
        const auto [code, bytes] = code_point_at(text, at);
        const auto length = std::max<std::size_t>(bytes, 1);
        if (!must_escape(code)) {
            safe += text.substr(at, length);
        } else if (code < 0x10000) {
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
        } else {
            const auto offset = static_cast<unsigned>(code) - 0x10000U;
            safe += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (offset >> 10U),
                                0xDC00U + (offset & 0x3FFU));
        }
        at += length;
    }
    return safe;
}

} // namespace

void write_json(const GapReport& report, const WriterSettings& /*settings*/, std::ostream& out) {
    constexpr int indent = 2;
    out << with_escapes(
               report_json(report).dump(indent, ' ', false, ordered_json::error_handler_t::replace))
        << '\n';
}

} // namespace assess
