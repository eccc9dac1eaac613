#include "reports/tables/table.hpp"

#include "reports/csv/csv_row.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <string>

namespace assess {

std::string_view id_of(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::Text:
        return "text";
    case ColumnKind::Integer:
        return "integer";
    case ColumnKind::Number:
        return "number";
    case ColumnKind::Boolean:
        break;
    }
    return "true or false";
}

Table::Table(std::span<const Column> columns, std::ostream& out) : m_columns(columns), m_out(out) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        m_out << (i > 0 ? "," : "") << columns[i].name;
    }
    m_out << '\n';
}

void Table::next(std::optional<ColumnKind> kind) {
    if (m_at == m_columns.size()) {
        throw std::logic_error("a row has more cells than the table has columns");
    }
    if (kind && *kind != m_columns[m_at].kind) {
        throw std::logic_error("a cell of another kind than its column " +
                               std::string(m_columns[m_at].name));
    }
    m_out << (m_at > 0 ? "," : "");
    ++m_at;
}

Table& Table::text(std::string_view words) {
    next(ColumnKind::Text);
    m_out << reports::csv_words(words);
    return *this;
}

Table& Table::count(std::uint64_t number) {
    next(ColumnKind::Integer);
    m_out << fmt::format("{}", number);
    return *this;
}

Table& Table::number(double value) {
    next(ColumnKind::Number);
    if (std::isfinite(value)) {
        m_out << fmt::format("{}", value == 0 ? 0.0 : value); // no -0
    }
    return *this;
}

Table& Table::number(const std::optional<double>& value) {
    return value ? number(*value) : empty();
}

Table& Table::flag(bool value) {
    next(ColumnKind::Boolean);
    m_out << (value ? "true" : "false");
    return *this;
}

Table& Table::empty(std::size_t cells) {
    for (std::size_t i = 0; i < cells; ++i) {
        next({});
    }
    return *this;
}

void Table::end() {
    if (m_at != m_columns.size()) {
        throw std::logic_error("a row ends before the column " + std::string(m_columns[m_at].name));
    }
    m_out << '\n';
    m_at = 0;
    ++m_rows;
}

} // namespace assess
