#include "reports/figures/canvas.hpp"

#include "model/text/text.hpp"
#include "model/text/utf8.hpp"

#include <algorithm>

namespace assess::reports {

Canvas::Canvas(std::size_t columns, std::size_t rows)
    : m_columns(columns), m_rows(rows), m_cells(columns * rows) {}

const Canvas::Cell& Canvas::at(std::size_t column, std::size_t row) const {
    return m_cells[row * m_columns + column];
}

bool Canvas::contains(std::ptrdiff_t column, std::ptrdiff_t row) const {
    return column >= 0 && row >= 0 && static_cast<std::size_t>(column) < m_columns &&
           static_cast<std::size_t>(row) < m_rows;
}

Layer Canvas::layer(std::ptrdiff_t column, std::ptrdiff_t row) const {
    if (!contains(column, row)) {
        return Layer::Empty;
    }
    return at(static_cast<std::size_t>(column), static_cast<std::size_t>(row)).layer;
}

void Canvas::put(std::ptrdiff_t column, std::ptrdiff_t row, std::string_view glyph, Layer layer,
                 Tone tone) {
    if (contains(column, row)) {
        m_cells[static_cast<std::size_t>(row) * m_columns + static_cast<std::size_t>(column)] = {
            std::string(glyph), layer, tone};
    }
}

void Canvas::write(std::ptrdiff_t column, std::ptrdiff_t row, std::string_view text, Layer layer,
                   Tone tone) {
    for (std::size_t at = 0; at < text.size();) {
        const auto length = std::max<std::size_t>(code_point_at(text, at).length, 1);
        const auto character = text.substr(at, length);
        at += length;
        const auto width = display_width(character);
        if (width == 0) {
            continue; // a combining mark has no cell of its own
        }
        put(column, row, character, layer, tone);
        if (width == 2) {
            put(column + 1, row, "", layer, tone);
        }
        column += static_cast<std::ptrdiff_t>(width);
    }
}

std::string Canvas::line(std::size_t row, const Ink& ink) const {
    std::string all;
    std::string run;
    Tone tone = Tone::Plain;
    for (std::size_t column = 0; column < m_columns; ++column) {
        const auto& cell = at(column, row);
        if (cell.tone != tone) {
            all += ink.toned(tone, run);
            run.clear();
            tone = cell.tone;
        }
        run += cell.glyph;
    }
    return all + ink.toned(tone, run);
}

} // namespace assess::reports
