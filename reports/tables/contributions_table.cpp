// contributions: how much of the gap each tool makes. The parts add up to the gap.
#include "reports/fields/lists.hpp"
#include "reports/tables/columns.hpp"
#include "reports/tables/tables.hpp"

namespace assess {
namespace table_of_contributions {
namespace {

const std::vector<Column>& columns() {
    static const auto columns =
        Columns()
            .of(fields::pair_fields(), {{"first"}, {"second"}})
            .of(fields::gap_part_fields(), {{"tool"},
                                            {"name"},
                                            {"share_first"},
                                            {"share_second"},
                                            {"x"},
                                            {"y"},
                                            {"orchestration"},
                                            {"orchestration_lower", "orchestration_interval/lower"},
                                            {"orchestration_upper", "orchestration_interval/upper"},
                                            {"building"},
                                            {"building_lower", "building_interval/lower"},
                                            {"building_upper", "building_interval/upper"}})
            .own("interval_reason", ColumnKind::Text, "Why an interval is missing.");
    return columns.all();
}

fields::Json row_of(const Comparison& comparison, const ToolContribution& part,
                    const GapReport& report) {
    auto row = fields::pair_fields().json(comparison, report);
    row.update(fields::gap_part_fields().json({&comparison, &part}, report));
    const auto& reason = row["orchestration_interval_reason"];
    row["interval_reason"] = reason.is_null() ? row["building_interval_reason"] : reason;
    return row;
}

void fill(const GapReport& report, Table& table) {
    for (const auto& comparison : report.comparisons) {
        for (const auto& part : comparison.by_tool) {
            table.row(row_of(comparison, part, report));
        }
        if (comparison.by_few) {
            auto row = row_of(comparison, *comparison.by_few, report);
            row["tool"] = nullptr;
            row["name"] = "tools of few people";
            table.row(row);
        }
    }
}

} // namespace
} // namespace table_of_contributions

NamedTable contributions_table() {
    return {"contributions", "a tool's part of the gap between two groups",
            table_of_contributions::columns, table_of_contributions::fill};
}

} // namespace assess
