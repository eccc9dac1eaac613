#include "reports/tables/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>
#include <stdexcept>

namespace assess {
namespace table_columns {
namespace {

using fields::Json;

/// The schema of the value itself: behind references, and without null.
const Json& bare(const Json& schema, const Json& definitions) {
    for (const auto* const choice : {"anyOf", "allOf"}) {
        if (schema.contains(choice)) {
            return bare(schema[choice][0], definitions);
        }
    }
    if (schema.contains("$ref")) {
        const auto reference = schema["$ref"].get<std::string>();
        return bare(definitions.at(reference.substr(reference.rfind('/') + 1)), definitions);
    }
    return schema;
}

ColumnKind kind_of(const Json& schema) {
    const auto type = schema.value("type", Json("string"));
    const auto name = (type.is_array() ? type[0] : type).get<std::string>();
    if (name == "integer") {
        return ColumnKind::Integer;
    }
    if (name == "number") {
        return ColumnKind::Number;
    }
    return name == "boolean" ? ColumnKind::Boolean : ColumnKind::Text;
}

/// What a schema says of a number's bounds, and of ids out of a closed set.
std::string range_of(const Json& schema) {
    if (schema.contains("minimum") && schema.contains("maximum")) {
        return fmt::format(" From {} to {}.", schema["minimum"].dump(), schema["maximum"].dump());
    }
    if (!schema.contains("enum")) {
        return {};
    }
    std::vector<std::string> ids;
    for (const auto& id : schema["enum"]) {
        if (id.is_string()) {
            ids.push_back(id);
        }
    }
    return fmt::format(" One of: {}.", fmt::join(ids, ", "));
}

} // namespace
} // namespace table_columns

Columns& Columns::own(std::string_view name, ColumnKind kind, std::string_view what) {
    m_columns.push_back({std::string(name), kind, std::string(what), {std::string(name)}});
    return *this;
}

void Columns::add(const ColumnOfField& column, const fields::Json& schema,
                  const fields::Json& definitions) {
    Column made{std::string(column.name), ColumnKind::Text, {}, {}};
    const auto* value = &table_columns::bare(schema, definitions);
    std::istringstream path(std::string(column.path.empty() ? column.name : column.path));
    for (std::string step; std::getline(path, step, '/'); made.path.push_back(step)) {
        if (!value->contains("properties") || !value->at("properties").contains(step)) {
            throw std::logic_error("there is no field " + step);
        }
        const auto& field = value->at("properties").at(step);
        value = &table_columns::bare(field, definitions);
        // What it means here, else what it means everywhere, else what holds it by ids means.
        const auto of_holder = made.what + " Here: " + step + ".";
        made.what = field.value("description", value->value("description", of_holder));
    }
    made.kind = table_columns::kind_of(*value);
    made.what += table_columns::range_of(*value);
    m_columns.push_back(std::move(made));
}

} // namespace assess
