// The kinds of values that a field can have. Each gives its JSON Schema (draft-07), and the JSON
// of a value.
#pragma once

#include "model/facts/message.hpp"
#include "model/gap_report/gap_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assess::fields {

using Json = nlohmann::ordered_json;

/// The same schema, that allows null too.
Json nullable(Json schema);
Json list_schema(Json items, std::size_t least, std::size_t most);
Json by_id_schema(const std::vector<std::string>& ids, const Json& each);

/// Words in the document's language, at least so many characters.
struct Text {
    std::size_t least = 0;

    Json schema(Json& definitions) const;
    static Json json(const std::string& words, const GapReport&) { return words; }
    static Json json(std::string_view words, const GapReport&) { return words; }
    static Json json(const Message& message, const GapReport&);
};

inline constexpr Text not_empty{1};

/// True or false.
struct Flag {
    static Json schema(Json&) { return {{"type", "boolean"}}; }
    static Json json(bool value, const GapReport&) { return value; }
};

/// A whole number, 0 or more.
struct Count {
    std::uint64_t least = 0;
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

    Json schema(Json& definitions) const;
    static Json json(std::uint64_t value, const GapReport&) { return value; }
};

/// A number within bounds, ends allowed.
struct Number {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();

    Json schema(Json& definitions) const;
    static Json json(double value, const GapReport&) { return value; }
};

inline constexpr Number any_number{};
inline constexpr Number not_negative{0, std::numeric_limits<double>::infinity()};
inline constexpr Number share{0, 1};
inline constexpr Number probability{0, 1};
inline constexpr Number coordinate{-1, 1}; ///< on the plane, or along a diagonal
inline constexpr Number distance{-2, 2};   ///< of two coordinates

/// The level of an interval, between 0 and 1.
struct LevelOfInterval {
    static Json schema(Json& definitions);
    static Json json(double value, const GapReport&) { return value; }
};

/// Always this value.
struct Constant {
    std::string value;

    Json schema(Json&) const { return {{"const", value}}; }
    template <typename Any>
    Json json(const Any&, const GapReport&) const {
        return value;
    }
};

/// All values of an enumeration from its first to `last`.
template <typename Enum>
std::vector<Enum> all_up_to(Enum last) {
    std::vector<Enum> values;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
        values.push_back(static_cast<Enum>(i));
    }
    return values;
}

/// An id out of a closed set.
struct OneOf {
    std::vector<std::string> ids;

    Json schema(Json&) const { return {{"enum", ids}}; }
    static Json json(std::string_view id, const GapReport&) { return id; }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    static Json json(Enum value, const GapReport&) { return id_of(value); }
};

/// The ids of an enumeration up to its value `last`.
template <typename Enum>
OneOf id_up_to(Enum last) {
    OneOf kind;
    for (const auto value : all_up_to(last)) {
        kind.ids.emplace_back(id_of(value));
    }
    return kind;
}

/// Null where there is nothing: no value, or no words.
template <typename Kind>
struct OrNull {
    Kind kind;

    Json schema(Json& definitions) const { return nullable(kind.schema(definitions)); }
    template <typename Maybe>
    Json json(const Maybe& value, const GapReport& report) const {
        if constexpr (requires { *value; }) {
            return value ? kind.json(*value, report) : Json();
        } else {
            return value.empty() ? Json() : kind.json(value, report);
        }
    }
};
template <typename Kind>
OrNull(Kind) -> OrNull<Kind>;

/// Why a value is null; null where it is not.
struct Reason {
    static Json schema(Json& definitions);
    template <typename Words>
    static Json json(const Words& words, const GapReport& report) {
        return OrNull{not_empty}.json(words, report);
    }
};

template <typename Kind>
struct ListOf {
    Kind kind;
    std::size_t least = 0;
    std::size_t most = std::numeric_limits<std::size_t>::max();

    Json schema(Json& definitions) const {
        return list_schema(kind.schema(definitions), least, most);
    }
    template <typename Range>
    Json json(const Range& values, const GapReport& report) const {
        auto list = Json::array();
        for (const auto& value : values) {
            list.push_back(kind.json(value, report));
        }
        return list;
    }
};
template <typename Kind, typename... Bounds>
ListOf(Kind, Bounds...) -> ListOf<Kind>;

/// An object with a member for each of these ids, of values in their order.
template <typename Kind>
struct ById {
    std::vector<std::string> ids;
    Kind kind;

    Json schema(Json& definitions) const { return by_id_schema(ids, kind.schema(definitions)); }
    template <typename Values>
    Json json(const Values& values, const GapReport& report) const {
        auto object = Json::object();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            object[ids[i]] = kind.json(values.at(i), report);
        }
        return object;
    }
};

template <typename Kind>
ById(std::vector<std::string>, Kind) -> ById<Kind>;

/// An object with a member for each category of the landscape, of values in its order.
template <typename Kind>
struct ByCategory {
    Kind kind;

    Json schema(Json& definitions) const {
        return {{"type", "object"}, {"additionalProperties", kind.schema(definitions)}};
    }
    template <typename Values>
    Json json(const Values& values, const GapReport& report) const {
        const auto& categories = report.landscape.categories;
        auto object = Json::object();
        for (std::size_t i = 0; i < std::min(values.size(), categories.size()); ++i) {
            object[categories[i].id] = kind.json(values[i], report);
        }
        return object;
    }
};
template <typename Kind>
ByCategory(Kind) -> ByCategory<Kind>;

} // namespace assess::fields
