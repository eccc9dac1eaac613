// The tidy tables of `assess table`, each with its columns. They lay out; they compute nothing
// that a reader could call a result.
#pragma once

#include "model/gap_report/gap_report.hpp"
#include "reports/tables/table.hpp"

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

struct NamedTable {
    std::string_view name; ///< as in --which
    std::string_view row;  ///< what a row is, for the help: "one placed or unplaced person"
    const std::vector<Column>& (*columns)();
    void (*fill)(const GapReport&, Table&);
    /// Rows about single people: not to be written under a confidential promise. There fill()
    /// leaves the table without rows.
    bool of_single_people = false;
};

/// All tables; the first is the default.
std::span<const NamedTable> tables();

/// Returns the number of rows.
std::size_t write_table(const NamedTable& table, const GapReport& report, std::ostream& out);

/// All columns of all tables and what they mean, in Markdown.
std::string columns_page();

NamedTable positions_table();
NamedTable groups_table();
NamedTable tools_table();
NamedTable comparisons_table();
NamedTable tests_table();
NamedTable effects_table();
NamedTable contributions_table();
NamedTable findings_table();

} // namespace assess
