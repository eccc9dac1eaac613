// Columns of tables, out of field lists: what a column means and holds is said where its field is.
#pragma once

#include "reports/fields/field_list.hpp"
#include "reports/tables/table.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace assess {

/// A field as a column.
struct ColumnOfField {
    std::string_view name;
    std::string_view path = {}; ///< of the field in the list's JSON, "centroid/x"; else the name
};

/// Columns in their order.
class Columns {
public:
    /// Fields of a list, nested ones included. Throws std::logic_error for one that is not there.
    template <typename T>
    Columns& of(const fields::FieldList<T>& list, std::initializer_list<ColumnOfField> columns) {
        auto definitions = fields::Json::object();
        const auto schema = list.schema(definitions);
        for (const auto& column : columns) {
            add(column, schema, definitions);
        }
        return *this;
    }
    /// A column that is no field of a document.
    Columns& own(std::string_view name, ColumnKind kind, std::string_view what);

    [[nodiscard]] const std::vector<Column>& all() const { return m_columns; }

private:
    void add(const ColumnOfField& column, const fields::Json& schema,
             const fields::Json& definitions);

    std::vector<Column> m_columns;
};

} // namespace assess
