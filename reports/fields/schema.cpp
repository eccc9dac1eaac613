// What field lists and kinds say in JSON Schema, draft-07.
#include "reports/fields/field_list.hpp"
#include "reports/wording/wording.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace assess::fields {
namespace {

/// Puts a part that is used in several places among the definitions.
Json defined(const std::string& name, Json schema, Json& definitions) {
    if (!definitions.contains(name)) {
        definitions[name] = std::move(schema);
    } else if (definitions[name] != schema) {
        throw std::logic_error("two definitions are called " + name);
    }
    return {{"$ref", "#/definitions/" + name}};
}

/// With what it means in this place; beside a reference nothing else would count.
Json described(const std::string& means, Json schema) {
    Json full{{"description", means}};
    if (schema.contains("$ref")) {
        full["allOf"] = Json::array({std::move(schema)});
    } else {
        full.update(schema);
    }
    return full;
}

void add_property(Json& schema, const std::string& name, Json property, bool required) {
    if (schema["properties"].contains(name)) {
        throw std::logic_error("two fields are called " + name);
    }
    schema["properties"][name] = std::move(property);
    if (required) {
        schema["required"].push_back(name);
    }
}

} // namespace

Json nullable(Json schema) {
    if (schema.contains("type")) {
        schema["type"] = {schema["type"], "null"};
    } else if (schema.contains("enum")) {
        schema["enum"].push_back(nullptr);
    } else {
        return {{"anyOf", Json::array({std::move(schema), {{"type", "null"}}})}};
    }
    return schema;
}

Json Text::json(const Message& message, const GapReport&) {
    return reports::english(message);
}

Json Text::schema(Json&) const {
    Json schema{{"type", "string"}};
    if (least > 0) {
        schema["minLength"] = least;
    }
    return schema;
}

Json Count::schema(Json&) const {
    Json schema{{"type", "integer"}, {"minimum", least}};
    if (most < std::numeric_limits<std::uint64_t>::max()) {
        schema["maximum"] = most;
    }
    return schema;
}

Json Number::schema(Json&) const {
    Json schema{{"type", "number"}};
    for (const auto& [end, value] : {std::pair("minimum", least), {"maximum", most}}) {
        if (std::isfinite(value)) {
            schema[end] = value == std::floor(value) ? Json(static_cast<int>(value)) : Json(value);
        }
    }
    return schema;
}

Json LevelOfInterval::schema(Json&) {
    return {{"type", "number"}, {"exclusiveMinimum", 0}, {"exclusiveMaximum", 1}};
}

Json Reason::schema(Json& definitions) {
    return defined(
        "reason",
        described("Completes \"not available, because ...\"; null where it is available.",
                  nullable(not_empty.schema(definitions))),
        definitions);
}

Json list_schema(Json items, std::size_t least, std::size_t most) {
    Json schema{{"type", "array"}, {"items", std::move(items)}};
    if (least > 0) {
        schema["minItems"] = least;
    }
    if (most < std::numeric_limits<std::size_t>::max()) {
        schema["maxItems"] = most;
    }
    return schema;
}

Json by_id_schema(const std::vector<std::string>& ids, const Json& each) {
    Json schema{{"type", "object"}, {"additionalProperties", false}, {"required", ids}};
    for (const auto& id : ids) {
        schema["properties"][id] = each;
    }
    return schema;
}

Json object_schema(const std::string& name, const std::string& means,
                   const std::vector<FieldMeaning>& fields, Json& definitions) {
    Json schema{{"type", "object"},
                {"additionalProperties", false},
                {"required", Json::array()},
                {"properties", Json::object()}};
    for (const auto& field : fields) {
        if (field.means.empty()) {
            throw std::logic_error("nobody says what the field " + field.name + " means");
        }
        const bool may_be_null = field.presence == Presence::WithReason;
        auto value = field.schema(definitions);
        add_property(schema, field.name,
                     described(field.means, may_be_null ? nullable(std::move(value)) : value),
                     field.presence != Presence::WhereAny);
        if (may_be_null) {
            add_property(schema, field.name + "_reason",
                         described("Why " + field.name + " is null; null where it is not.",
                                   Reason::schema(definitions)),
                         true);
        }
    }
    return name.empty() ? schema : defined(name, described(means, std::move(schema)), definitions);
}

std::vector<std::size_t> places_of(std::initializer_list<std::string_view> names,
                                   const std::vector<FieldMeaning>& fields) {
    std::vector<std::size_t> places(names.size() == 0 ? fields.size() : 0);
    std::iota(places.begin(), places.end(), std::size_t{0});
    for (const auto name : names) {
        const auto found = std::ranges::find(fields, name, &FieldMeaning::name);
        if (found == fields.end()) {
            throw std::logic_error("no field is called " + std::string(name));
        }
        places.push_back(static_cast<std::size_t>(found - fields.begin()));
    }
    return places;
}

void put(Json& object, const FieldMeaning& field, Told told) {
    if (field.presence == Presence::WhereAny && told.value.empty()) {
        return;
    }
    if (field.presence == Presence::WithReason) {
        if (told.value.is_number_float() && !std::isfinite(told.value.get<double>())) {
            told = {nullptr, reports::english({"reason.not-finite"})};
        } else if (told.value.is_null() && told.reason.is_null()) {
            told.reason = reports::english({"reason.not-computed"});
        }
    }
    object[field.name] = std::move(told.value);
    if (field.presence == Presence::WithReason) {
        object[field.name + "_reason"] = std::move(told.reason);
    }
}

} // namespace assess::fields
