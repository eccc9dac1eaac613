// findings: every rule's verdict on every subject, absent ones too.
#include "reports/fields/lists.hpp"
#include "reports/tables/columns.hpp"
#include "reports/tables/tables.hpp"

namespace assess {
namespace table_of_findings {
namespace {

const std::vector<Column>& columns() {
    static const auto columns =
        Columns().of(fields::finding_fields(), {{"rule", "id"},
                                                {"subject"},
                                                {"state"},
                                                {"severity"},
                                                {"says"},
                                                {"measure", "magnitude/name"},
                                                {"value", "magnitude/estimate"},
                                                {"lower", "magnitude/lower"},
                                                {"upper", "magnitude/upper"},
                                                {"level", "magnitude/level"},
                                                {"n", "magnitude/n"},
                                                {"notable_from", "magnitude/threshold"},
                                                {"serious_from", "magnitude/serious"},
                                                {"value_reason", "magnitude_reason"},
                                                {"interval_reason", "magnitude/interval_reason"},
                                                {"fragile"},
                                                {"flip_share"},
                                                {"fragile_reason"},
                                                {"tools"},
                                                {"groups"}});
    return columns.all();
}

void fill(const GapReport& report, Table& table) {
    for (const auto& finding : report.findings) {
        table.row(fields::finding_fields().json(finding, report));
    }
}

} // namespace
} // namespace table_of_findings

NamedTable findings_table() {
    return {"findings", "a rule's verdict on a subject", table_of_findings::columns,
            table_of_findings::fill};
}

} // namespace assess
