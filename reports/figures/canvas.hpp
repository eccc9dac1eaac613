// A grid of characters to draw on.
#pragma once

#include "reports/layout/ink.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::reports {

/// What stands in a cell; labels avoid some of it and may cover the rest.
enum class Layer : unsigned char { Empty, Hint, Axis, Outline, Name, Mark, Label };

/// Cells of one terminal column each. Everything outside the grid is ignored.
class Canvas {
public:
    Canvas(std::size_t columns, std::size_t rows);

    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    /// Empty outside the grid.
    [[nodiscard]] Layer layer(std::ptrdiff_t column, std::ptrdiff_t row) const;
    [[nodiscard]] bool contains(std::ptrdiff_t column, std::ptrdiff_t row) const;

    /// One character of one column.
    void put(std::ptrdiff_t column, std::ptrdiff_t row, std::string_view glyph, Layer layer,
             Tone tone = Tone::Plain);
    /// Text from a cell to the right; wide characters take two cells.
    void write(std::ptrdiff_t column, std::ptrdiff_t row, std::string_view text, Layer layer,
               Tone tone = Tone::Plain);
    /// A row as text, without trimming.
    [[nodiscard]] std::string line(std::size_t row, const Ink& ink) const;

private:
    struct Cell {
        std::string glyph = " ";
        Layer layer = Layer::Empty;
        Tone tone = Tone::Plain;
    };
    [[nodiscard]] const Cell& at(std::size_t column, std::size_t row) const;

    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<Cell> m_cells;
};

} // namespace assess::reports
