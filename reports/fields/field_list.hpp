// Field lists: what is told of a value, each field once.
//
// A field has a name, a meaning, a kind, and a way to be read from the value. From the list come
// the value's JSON, the JSON Schema of it, and the columns of tables (tables/columns.hpp). Lists
// live as long as the program: they refer to each other.
#pragma once

#include "reports/fields/kinds.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assess::fields {

enum class Presence : std::uint8_t {
    Always,
    WhereAny,  ///< missing where it is null or empty
    WithReason ///< null where it is not available; "<name>_reason" says why, else is null
};

/// A field without its reader. The meaning is a sentence or the clause of one.
struct FieldMeaning {
    std::string name;
    std::string means;
    Presence presence = Presence::Always;
    std::function<Json(Json& definitions)> schema;
};

/// The schema of an object of these fields. With a name it is put among the definitions, and what
/// is returned refers to it. Throws std::logic_error for two fields of one name, for a field
/// without a meaning, and for another definition of that name.
Json object_schema(const std::string& name, const std::string& means,
                   const std::vector<FieldMeaning>& fields, Json& definitions);

/// Where the fields of these names are; of no name, all. Throws std::logic_error for a name that no
/// field has.
std::vector<std::size_t> places_of(std::initializer_list<std::string_view> names,
                                   const std::vector<FieldMeaning>& fields);

/// Adds a value that may be not available: with null as its reason, or null with the reason.
void put_value(Json& object, const std::string& name, Json value);
void put_reason(Json& object, const std::string& name, Json reason);

/// What a reader takes from a value; it may look at the report around it.
template <typename Read, typename T>
decltype(auto) read_from(const Read& read, const T& value, const GapReport& report) {
    if constexpr (std::is_invocable_v<const Read&, const T&, const GapReport&>) {
        return std::invoke(read, value, report);
    } else {
        return std::invoke(read, value);
    }
}

/// The fields that are told of a T.
template <typename T>
class FieldList {
public:
    /// `fill` adds the fields.
    template <typename Fill>
    explicit FieldList(Fill fill) {
        fill(*this);
    }
    /// Of an object that has a name of its own in the schema.
    template <typename Fill>
    FieldList(std::string name, std::string means, Fill fill)
        : m_name(std::move(name)), m_means(std::move(means)) {
        fill(*this);
    }
    FieldList(const FieldList&) = delete; // others refer to it
    FieldList& operator=(const FieldList&) = delete;
    ~FieldList() = default;

    /// `read` is a member of T, or a function of a T, or of a T and the report around it.
    template <typename Kind, typename Read>
    void add(std::string name, std::string means, Kind kind, Read read) {
        add(name, std::move(means), Presence::Always, kind,
            [name, kind, read](Json& object, const T& value, const GapReport& report) {
                object[name] = kind.json(read_from(read, value, report), report);
            });
    }
    /// Missing where there is nothing to tell.
    template <typename Kind, typename Read>
    void add_where_any(std::string name, std::string means, Kind kind, Read read) {
        add(name, std::move(means), Presence::WhereAny, kind,
            [name, kind, read](Json& object, const T& value, const GapReport& report) {
                Json json = OrNull{kind}.json(read_from(read, value, report), report);
                if (!json.empty()) {
                    object[name] = std::move(json);
                }
            });
    }
    /// Of a Quantity, or of a number that need not be finite.
    template <typename Kind, typename Read>
    void add_with_reason(std::string name, std::string means, Kind kind, Read read) {
        add(name, std::move(means), Presence::WithReason, kind,
            [name, kind, read](Json& object, const T& value, const GapReport& report) {
                put(object, name, kind, read_from(read, value, report), report);
            });
    }
    /// The fields of another list, of what `read` takes from a T; all, or these.
    template <typename Other, typename Read>
    void include(const FieldList<Other>& other, Read read,
                 std::initializer_list<std::string_view> names = {}) {
        for (const auto i : places_of(names, other.m_fields)) {
            m_fields.push_back(other.m_fields[i]);
            m_puts.push_back([put = &other.m_puts[i], read](Json& object, const T& value,
                                                            const GapReport& report) {
                (*put)(object, read_from(read, value, report), report);
            });
        }
    }

    [[nodiscard]] Json json(const T& value, const GapReport& report) const {
        auto object = Json::object();
        for (const auto& put : m_puts) {
            put(object, value, report);
        }
        return object;
    }
    Json schema(Json& definitions) const {
        return object_schema(m_name, m_means, m_fields, definitions);
    }

private:
    template <typename>
    friend class FieldList;
    using Put = std::function<void(Json& object, const T& value, const GapReport& report)>;

    template <typename Kind>
    void add(std::string name, std::string means, Presence presence, const Kind& kind, Put put) {
        m_fields.push_back({std::move(name), std::move(means), presence,
                            [kind](Json& definitions) { return kind.schema(definitions); }});
        m_puts.push_back(std::move(put));
    }
    template <typename Kind, typename Value>
    static void put(Json& object, const std::string& name, const Kind& kind, const Value& value,
                    const GapReport& report) {
        if constexpr (requires { value.reason(); }) {
            if (value) {
                put_value(object, name, kind.json(*value, report));
            } else {
                put_reason(object, name, Reason::json(value.reason(), report));
            }
        } else {
            put_value(object, name, kind.json(value, report));
        }
    }

    std::string m_name;
    std::string m_means;
    std::vector<FieldMeaning> m_fields;
    std::vector<Put> m_puts; ///< one a field
};

/// An object of a list's fields.
template <typename T>
struct ObjectOf {
    const FieldList<T>* list;

    explicit ObjectOf(const FieldList<T>& fields) : list(&fields) {}
    Json schema(Json& definitions) const { return list->schema(definitions); }
    Json json(const T& value, const GapReport& report) const { return list->json(value, report); }
};

/// What is missing is not available for this reason.
template <typename T>
Quantity<T> or_because(const std::optional<T>& value, std::string reason) {
    return value ? Quantity<T>(*value) : Quantity<T>::unavailable(std::move(reason));
}

/// What `made` makes of a quantity, not available for the same reason.
template <typename T, typename Make>
auto made_of(const Quantity<T>& quantity, Make make) {
    using Made = Quantity<std::decay_t<std::invoke_result_t<Make, const T&>>>;
    return quantity ? Made(std::invoke(make, *quantity)) : Made::unavailable(quantity.reason());
}

} // namespace assess::fields
