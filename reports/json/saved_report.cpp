#include "reports/json/saved_report.hpp"

#include "model/assessment/promise.hpp"
#include "model/diagnostics/diagnostic.hpp"
#include "model/json/json_input.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace assess::reports {
namespace saved_report {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& file, std::string_view what) {
    throw InputError(Diagnostic{{.file = file, .line = 0, .column = 0, .where = {}},
                                std::string(what),
                                "Give a report that this program saved: assess report INPUT "
                                "--format json --out report.json"});
}

/// What a report has lost.
struct Lost {};

const json& at(const json& object, const char* key) {
    if (!object.is_object() || !object.contains(key)) {
        throw Lost();
    }
    return object[key];
}

std::string text(const json& object, const char* key) {
    const auto& value = at(object, key);
    if (!value.is_string()) {
        throw Lost();
    }
    return value.get<std::string>();
}

const json& list(const json& object, const char* key) {
    const auto& value = at(object, key);
    if (!value.is_array()) {
        throw Lost();
    }
    return value;
}

std::vector<std::string> texts(const json& object, const char* key) {
    std::vector<std::string> all;
    for (const auto& value : list(object, key)) {
        if (!value.is_string()) {
            throw Lost();
        }
        all.push_back(value.get<std::string>());
    }
    return all;
}

/// Nothing where there is no number.
std::optional<double> number(const json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_number()) {
        return std::nullopt;
    }
    return object[key].get<double>();
}

template <typename Enum, std::size_t n>
Enum one_of(const json& object, const char* key, const std::array<Enum, n>& all) {
    const auto id = text(object, key);
    const auto* found = std::ranges::find_if(all, [&](Enum each) { return id_of(each) == id; });
    if (found == all.end()) {
        throw Lost();
    }
    return *found;
}

/// A number of people, which is whole and not below 0.
std::optional<double> people(const json& object, const char* key) {
    const auto value = number(object, key);
    return value && *value >= 0 && *value < 1e15 ? value : std::nullopt;
}

SavedGroup group_in(const json& value) {
    return {text(value, "id"), text(value, "name"), people(value, "listed"), people(value, "n"),
            people(value, "placed")};
}

/// Nothing where the report has no gap with its arithmetic on the diagonal.
std::optional<SavedGap> gap_in(const json& report, const std::string& diagonal) {
    const auto& comparisons = list(report, "comparisons");
    if (comparisons.empty() || !comparisons[0].is_object() || !comparisons[0].contains("gap") ||
        !comparisons[0]["gap"].is_object() || !comparisons[0]["gap"].contains(diagonal)) {
        return std::nullopt;
    }
    const auto& gap = comparisons[0]["gap"][diagonal];
    std::array<double, 7> values{};
    constexpr std::array keys{"estimate",
                              "sampling_variance",
                              "landscape_variance",
                              "degrees_of_freedom",
                              "level",
                              "lower",
                              "upper"};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto value = number(gap, keys.at(i));
        if (!value) {
            return std::nullopt;
        }
        values.at(i) = *value;
    }
    const SavedGap saved{values[0], values[1], values[2], values[3],
                         values[4], values[5], values[6]};
    const bool sound = saved.degrees_of_freedom > 0 && saved.level > 0 && saved.level < 1 &&
                       saved.sampling_variance >= 0 && saved.landscape_variance >= 0;
    return sound ? std::optional(saved) : std::nullopt;
}

std::optional<SavedMagnitude> magnitude_in(const json& value) {
    if (!value.is_object() || !value.contains("name") || !value["name"].is_string()) {
        return std::nullopt;
    }
    return SavedMagnitude{text(value, "name"),       number(value, "estimate"),
                          people(value, "n"),        number(value, "level"),
                          number(value, "lower"),    number(value, "upper"),
                          number(value, "threshold")};
}

SavedFinding finding_in(const json& value, const json& report) {
    constexpr std::array states{State::Present, State::Possible, State::Undetermined,
                                State::Absent};
    constexpr std::array severities{Severity::None, Severity::Info, Severity::Notable,
                                    Severity::Serious};
    SavedFinding finding;
    finding.id = text(value, "id");
    finding.subject = text(value, "subject");
    finding.state = one_of(value, "state", states);
    finding.severity = one_of(value, "severity", severities);
    finding.says = text(value, "says");
    finding.evidence = texts(value, "evidence");
    finding.flips_when = text(value, "flips_when");
    finding.groups = value.contains("groups") ? texts(value, "groups") : finding.groups;
    finding.magnitude = magnitude_in(at(value, "magnitude"));
    if (value.contains("magnitude_reason") && value["magnitude_reason"].is_string()) {
        finding.no_magnitude = text(value, "magnitude_reason");
    }
    finding.flip_share = number(value, "flip_share");
    finding.gap = gap_in(report, finding.subject);
    return finding;
}

std::optional<std::pair<std::string, std::string>> compared_pair(const json& report) {
    const auto& comparisons = list(report, "comparisons");
    if (comparisons.empty() || !comparisons[0].is_object() || !comparisons[0].contains("between")) {
        return std::nullopt;
    }
    const auto ids = texts(comparisons[0], "between");
    return ids.size() == 2 ? std::optional(std::pair(ids[0], ids[1])) : std::nullopt;
}

SavedReport report_in(const json& value, const std::string& file) {
    SavedReport report;
    const auto& seed = at(value, "seed");
    if (!seed.is_number_unsigned() || !at(value, "policy").is_object()) {
        throw Lost();
    }
    report.policy = parse_policy(value["policy"].dump(), file);
    report.settings.seed = seed.get<std::uint64_t>();
    report.settings.grouping = text(value, "grouping") == "team" ? Grouping::Team : Grouping::Role;
    report.settings.between = compared_pair(value);
    report.edition = text(at(value, "landscape"), "edition");
    report.digest = text(at(value, "landscape"), "digest");
    if (value.contains("privacy") && value["privacy"].is_object()) {
        // Whatever else it says there, a promise is kept rather than not.
        const auto& privacy = value["privacy"];
        report.confidential =
            privacy.contains("promise") && privacy["promise"] != id_of(Promise::LeadEntered);
    }
    for (const auto& group : list(value, "groups")) {
        report.groups.push_back(group_in(group));
    }
    for (const auto& finding : list(value, "findings")) {
        report.findings.push_back(finding_in(finding, value));
    }
    return report;
}

} // namespace
} // namespace saved_report

SavedReport read_saved_report(std::string_view text, const std::string& file) {
    const auto json = parse_json(text, file);
    if (!json.is_object() || !json.contains("format") || json["format"] != "assess/gap-report/1") {
        saved_report::refuse(file,
                             R"(this is no gap report: it has no "format": "assess/gap-report/1")");
    }
    try {
        return saved_report::report_in(json, file);
    } catch (const saved_report::Lost&) {
        saved_report::refuse(
            file, "this gap report has lost parts: findings, groups, policy, seed or landscape");
    }
}

} // namespace assess::reports
