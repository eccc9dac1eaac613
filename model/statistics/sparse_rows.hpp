// A matrix by rows of which only the entries that are not zero are kept (compressed sparse rows).
// Here: one row a person, one column a tool. 12 bytes an entry, 8 a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace assess {

struct SparseRows {
    std::vector<std::size_t> begins{0}; ///< entries of row i: begins[i] up to begins[i + 1]
    std::vector<std::uint32_t> columns; ///< rising within a row
    std::vector<double> values;

    [[nodiscard]] std::size_t rows() const { return begins.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> row_columns(std::size_t row) const {
        return std::span(columns).subspan(begins[row], begins[row + 1] - begins[row]);
    }
    [[nodiscard]] std::span<const double> row_values(std::size_t row) const {
        return std::span(values).subspan(begins[row], begins[row + 1] - begins[row]);
    }
    void add_entry(std::uint32_t column, double value) {
        columns.push_back(column);
        values.push_back(value);
    }
    void end_row() { begins.push_back(columns.size()); }
};

} // namespace assess
