#include "assess/explain/saved_report.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/json/json_input.hpp"
#include "model/privacy/promise.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess {
namespace {

using nlohmann::json;

/// Words of a name, whatever stands between them.
std::string plain(std::string_view name) {
    std::string words;
    for (const char c : name) {
        const bool between = c == ' ' || c == ',' || c == ':' || c == '/' || c == '(' || c == ')';
        if (!between) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    while (!words.empty() && words.back() == ' ') {
        words.pop_back();
    }
    return words;
}

std::string name_of_finding(const json& finding) {
    return finding["id"].get<std::string>() + " " + finding["subject"].get<std::string>();
}

[[noreturn]] void refuse_report(const std::string& file, std::string_view what) {
    throw InputError(Diagnostic{{.file = file, .line = 0, .column = 0, .where = {}},
                                fmt::format("{}", what),
                                "Give a report that this program saved: assess report INPUT "
                                "--format json --out report.json"});
}

bool is_finding(const json& value) {
    const auto text = [&](const char* key) {
        return value.contains(key) && value[key].is_string();
    };
    const auto list = [&](const char* key) {
        return value.contains(key) && value[key].is_array() &&
               std::ranges::all_of(value[key], [](const json& each) { return each.is_string(); });
    };
    return value.is_object() && text("id") && text("subject") && text("state") &&
           text("severity") && text("says") && text("flips_when") && list("evidence") &&
           list("actions") && value.contains("magnitude");
}

bool is_group(const json& value) {
    return value.is_object() && value.contains("id") && value["id"].is_string() &&
           value.contains("name") && value["name"].is_string();
}

bool is_report(const json& value) {
    const auto all_are = [&](const char* key, bool (*fits)(const json&)) {
        return value.contains(key) && value[key].is_array() &&
               std::ranges::all_of(value[key], fits);
    };
    return all_are("findings", is_finding) && all_are("groups", is_group) &&
           value.contains("policy") && value["policy"].is_object() && value.contains("seed") &&
           value["seed"].is_number_unsigned() && value.contains("grouping") &&
           value["grouping"].is_string() && value.contains("landscape") &&
           value["landscape"].is_object() && value["landscape"].contains("edition") &&
           value["landscape"]["edition"].is_string() && value["landscape"].contains("digest") &&
           value["landscape"]["digest"].is_string() && value.contains("comparisons") &&
           value["comparisons"].is_array();
}

std::optional<std::pair<std::string, std::string>> compared_pair(const json& report) {
    if (report["comparisons"].empty()) {
        return std::nullopt;
    }
    const auto& first = report["comparisons"][0];
    if (!first.is_object() || !first.contains("between") || !first["between"].is_array() ||
        first["between"].size() != 2 || !first["between"][0].is_string() ||
        !first["between"][1].is_string()) {
        return std::nullopt;
    }
    return std::pair(first["between"][0].get<std::string>(),
                     first["between"][1].get<std::string>());
}

} // namespace

SavedReport read_saved_report(std::string_view text, const std::string& file) {
    SavedReport report;
    report.json = parse_json(text, file);
    const auto& json = report.json;
    if (!json.is_object() || !json.contains("format") || json["format"] != "assess/gap-report/1") {
        refuse_report(file, R"(this is no gap report: it has no "format": "assess/gap-report/1")");
    }
    if (!is_report(json)) {
        refuse_report(
            file, "this gap report has lost parts: findings, groups, policy, seed or landscape");
    }
    report.policy = parse_policy(json["policy"].dump(), file);
    report.settings.seed = json["seed"].get<std::uint64_t>();
    report.settings.grouping = json["grouping"] == "team" ? Grouping::Team : Grouping::Role;
    report.settings.between = compared_pair(json);
    report.edition = json["landscape"]["edition"].get<std::string>();
    report.digest = json["landscape"]["digest"].get<std::string>();
    if (json.contains("privacy") && json["privacy"].is_object()) {
        // Whatever else it says there, a promise is kept rather than not.
        const auto& privacy = json["privacy"];
        report.confidential =
            privacy.contains("promise") && privacy["promise"] != id_of(Promise::LeadEntered);
    }
    return report;
}

const nlohmann::json& finding_named(const SavedReport& report, const std::string& name) {
    const auto wanted = plain(name);
    std::vector<std::string> names;
    std::vector<const json*> of_rule;
    for (const auto& finding : report.json["findings"]) {
        if (name_of_finding(finding) == wanted || plain(name_of_finding(finding)) == wanted) {
            return finding;
        }
        names.push_back(name_of_finding(finding));
        if (finding["id"] == wanted) {
            of_rule.push_back(&finding);
        }
    }
    if (of_rule.size() == 1) {
        return *of_rule.front();
    }
    if (!of_rule.empty()) {
        std::vector<std::string> choices;
        for (const auto* finding : of_rule) {
            choices.push_back(name_of_finding(*finding));
        }
        throw InputError(Diagnostic{{},
                                    fmt::format("the rule {} has {} findings in this report",
                                                in_quotes(name), choices.size()),
                                    fmt::format("Name one: {}.", listed(choices))});
    }
    const auto near = closest_names(wanted, names);
    throw InputError(Diagnostic{{},
                                fmt::format("the report has no finding {}", in_quotes(name)),
                                fmt::format("{}: {}.", near.empty() ? "It has" : "Closest",
                                            listed(near.empty() ? names : near))});
}

} // namespace assess
