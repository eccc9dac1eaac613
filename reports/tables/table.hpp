// One tidy table as CSV: a row is an observation, a column a variable of one kind.
#pragma once

#include "model/statistics/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

namespace assess {

/// What the cells of a column hold. Any of them may be empty: not available, or not told.
enum class ColumnKind : std::uint8_t {
    Text,
    Integer, ///< a count
    Number,  ///< the shortest decimal that reads back as the same double
    Boolean  ///< true or false
};

/// "text", "integer", "number", "true or false".
std::string_view id_of(ColumnKind kind);

struct Column {
    std::string_view name;
    ColumnKind kind;
    std::string_view what; ///< its meaning and range, for the documentation
};

/// Writes the header, then row by row and cell by cell. RFC 4180 with LF line ends, every row on
/// one line; words that a spreadsheet would compute get an apostrophe in front (csv_words).
class Table {
public:
    Table(std::span<const Column> columns, std::ostream& out);

    /// The next cell of the row. Throws std::logic_error where the column is of another kind.
    Table& text(std::string_view words);
    Table& count(std::uint64_t number);
    Table& number(double value); ///< empty where it is not finite
    Table& number(const std::optional<double>& value);
    Table& flag(bool value);
    /// So many empty cells.
    Table& empty(std::size_t cells = 1);

    /// Ends the row. Throws std::logic_error where cells are missing.
    void end();
    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    void next(std::optional<ColumnKind> kind);

    std::span<const Column> m_columns;
    std::ostream& m_out;
    std::size_t m_at = 0;
    std::size_t m_rows = 0;
};

} // namespace assess
