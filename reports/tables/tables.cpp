#include "reports/tables/tables.hpp"

#include <array>

namespace assess {

std::span<const NamedTable> tables() {
    static const std::array all{groups_table(),        positions_table(), tools_table(),
                                comparisons_table(),   tests_table(),     effects_table(),
                                contributions_table(), findings_table()};
    return all;
}

std::size_t write_table(const NamedTable& table, const GapReport& report, std::ostream& out) {
    Table rows(table.columns, out);
    table.fill(report, rows);
    return rows.rows();
}

} // namespace assess
