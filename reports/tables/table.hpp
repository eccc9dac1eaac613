// One tidy table as CSV: a row is an observation, a column a variable of one kind.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
    std::string name;
    ColumnKind kind = ColumnKind::Text;
    std::string what;              ///< its meaning and range, for the documentation
    std::vector<std::string> path; ///< of its cell in the JSON of a row: "centroid", "x"
};

/// Writes the header, then row by row. RFC 4180 with LF line ends, every row on one line; words
/// that a spreadsheet would compute get an apostrophe in front (csv_words).
class Table {
public:
    Table(std::span<const Column> columns, std::ostream& out);

    /// A cell is empty where the row has nothing at its column's path, or null; a list of words
    /// has semicolons between them. Throws std::logic_error for a value of another kind than the
    /// column's.
    void row(const nlohmann::ordered_json& values);
    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    std::span<const Column> m_columns;
    std::ostream& m_out;
    std::size_t m_rows = 0;
};

} // namespace assess
