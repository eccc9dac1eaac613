#include "reports/tables/table.hpp"

#include "reports/layout/csv_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <stdexcept>

namespace assess {
namespace table_cells {
namespace {

using Json = nlohmann::ordered_json;

/// What stands at a path; null where nothing does.
const Json* found(const Json& row, const std::vector<std::string>& path) {
    const auto* value = &row;
    for (const auto& step : path) {
        const auto member = value->find(step);
        if (member == value->end()) {
            return nullptr;
        }
        value = &*member;
    }
    return value;
}

std::string number_cell(double value) {
    return std::isfinite(value) ? fmt::format("{}", value == 0 ? 0.0 : value) : ""; // no -0
}

std::string text_cell(const Json& value) {
    if (!value.is_array()) {
        return reports::csv_words(value.get_ref<const std::string&>());
    }
    std::string list;
    for (const auto& each : value) {
        list += (list.empty() ? "" : ";") + each.get_ref<const std::string&>();
    }
    return reports::csv_words(list);
}

std::string cell(const Column& column, const Json& value) {
    if (column.kind == ColumnKind::Text && (value.is_string() || value.is_array())) {
        return text_cell(value);
    }
    if (column.kind == ColumnKind::Integer && value.is_number_unsigned()) {
        return fmt::format("{}", value.get<std::uint64_t>());
    }
    if (column.kind == ColumnKind::Number && value.is_number_float()) {
        return number_cell(value.get<double>());
    }
    if (column.kind == ColumnKind::Boolean && value.is_boolean()) {
        return value.get<bool>() ? "true" : "false";
    }
    throw std::logic_error("a cell of another kind than its column " + column.name);
}

} // namespace
} // namespace table_cells

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

void Table::row(const nlohmann::ordered_json& values) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_out << (i > 0 ? "," : "");
        const auto* const value = table_cells::found(values, m_columns[i].path);
        if (value != nullptr && !value->is_null()) {
            m_out << table_cells::cell(m_columns[i], *value);
        }
    }
    m_out << '\n';
    ++m_rows;
}

} // namespace assess
