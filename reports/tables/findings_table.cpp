// findings: every rule's verdict on every subject, absent ones too.
#include "reports/content/statements.hpp"
#include "reports/tables/tables.hpp"
#include "reports/wording/wording.hpp"

#include <array>
#include <string>

namespace assess {
namespace table_of_findings {
namespace {

using enum ColumnKind;

constexpr std::array columns{
    Column{"rule", Text, "id of the rule"},
    Column{"subject", Text, "what it was asked about: a diagonal, a group, a tool, ..."},
    Column{"state", Text, "present, possible, undetermined or absent"},
    Column{"severity", Text, "serious, notable, info or none"},
    Column{"says", Text, "the verdict in a sentence"},
    Column{"measure", Text, "what the rule decided by"},
    Column{"value", Number, "on that measure's scale"},
    Column{"lower", Number, "end of its interval"},
    Column{"upper", Number, "the other end"},
    Column{"level", Number, "of the interval"},
    Column{"n", Integer, "people it rests on"},
    Column{"notable_from", Number, "threshold on the scale"},
    Column{"serious_from", Number, "the same; empty: the rule has none"},
    Column{"value_reason", Text, "why there is no number"},
    Column{"interval_reason", Text, "why there is no interval"},
    Column{"fragile", Boolean, "whether it flips within the tolerance of the tools' places"},
    Column{"flip_share", Number, "of the draws of these places in which it flips"},
    Column{"fragile_reason", Text, "why that was not judged"},
    Column{"tools", Text, "ids of the tools behind it, with a semicolon between them"},
    Column{"groups", Text, "ids of the groups it speaks of, likewise"},
};

std::string joined(std::string list, std::string_view one) {
    list += list.empty() ? "" : ";";
    return list += one;
}

void add_magnitude(Table& table, const Finding& finding) {
    if (!finding.magnitude) {
        table.empty(8).text(finding.magnitude.reason()).empty();
        return;
    }
    const auto& magnitude = *finding.magnitude;
    const auto& estimate = magnitude.estimate;
    table.text(reports::english(magnitude.name)).number(estimate.value).number(estimate.lower);
    table.number(estimate.upper).number(estimate.level).count(estimate.n);
    table.number(magnitude.threshold).number(magnitude.serious).empty();
    table.text(estimate.has_interval() ? std::string_view() : estimate.reason);
}

void fill(const GapReport& report, Table& table) {
    for (const auto& finding : report.findings) {
        table.text(finding.id).text(finding.subject).text(id_of(finding.state));
        table.text(id_of(finding.severity)).text(reports::english(finding.says));
        add_magnitude(table, finding);
        if (finding.fragile) {
            table.flag(*finding.fragile);
        } else {
            table.empty();
        }
        table.number(finding.flip_share ? std::optional(*finding.flip_share) : std::nullopt);
        table.text(finding.fragile ? std::string_view() : finding.fragile.reason());
        std::string tools;
        for (const auto tool : finding.tools) {
            tools = joined(std::move(tools), report.landscape.tools[tool].id);
        }
        std::string groups;
        for (const auto& group : finding.groups) {
            groups = joined(std::move(groups), group);
        }
        table.text(tools).text(groups).end();
    }
}

} // namespace
} // namespace table_of_findings

NamedTable findings_table() {
    return {"findings", "a rule's verdict on a subject", table_of_findings::columns,
            table_of_findings::fill};
}

} // namespace assess
