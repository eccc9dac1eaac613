#include "model/explanation/saved_report.hpp"

#include "model/diagnostics/diagnostic.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>

#include <string_view>

namespace assess {
namespace {

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

std::string name_of_finding(const SavedFinding& finding) {
    return finding.id + " " + finding.subject;
}

} // namespace

const SavedFinding& finding_named(const SavedReport& report, const std::string& name) {
    const auto wanted = plain(name);
    std::vector<std::string> names;
    std::vector<const SavedFinding*> of_rule;
    for (const auto& finding : report.findings) {
        names.push_back(name_of_finding(finding));
        if (names.back() == wanted || plain(names.back()) == wanted) {
            return finding;
        }
        if (finding.id == wanted) {
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
