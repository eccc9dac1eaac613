#include "reports/tables/tables.hpp"

#include <fmt/format.h>

#include <array>

namespace assess {

std::span<const NamedTable> tables() {
    static const std::array all{groups_table(),        positions_table(), tools_table(),
                                comparisons_table(),   tests_table(),     effects_table(),
                                contributions_table(), findings_table()};
    return all;
}

std::size_t write_table(const NamedTable& table, const GapReport& report, std::ostream& out) {
    Table rows(table.columns(), out);
    table.fill(report, rows);
    return rows.rows();
}

std::string columns_page() {
    std::string page =
        "# The columns of the tables\n\nMade of the field lists of `reports/fields`; "
        "`./dev schemas` writes it.\n";
    for (const auto& table : tables()) {
        page +=
            fmt::format("\n## {}\nA row is {}.\n\n| column | kind | is |\n| --- | --- | --- |\n",
                        table.name, table.row);
        for (const auto& column : table.columns()) {
            page +=
                fmt::format("| `{}` | {} | {} |\n", column.name, id_of(column.kind), column.what);
        }
    }
    return page;
}

} // namespace assess
