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

/// What is told of a field: a value, or null and why it is.
struct Told {
    Json value;
    Json reason = nullptr;
};

/// Adds it to the object as the field's presence has it. A number that is not finite is not there.
void put(Json& object, const FieldMeaning& field, Told told);

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
    FieldList(std::string_view name, std::string_view means, Fill fill)
        : m_name(name), m_means(means) {
        fill(*this);
    }
    FieldList(const FieldList&) = delete; // others refer to it
    FieldList& operator=(const FieldList&) = delete;
    ~FieldList() = default;

    /// `read` is a member of T, or a function of a T, or of a T and the report around it.
    template <typename Kind, typename Read>
    void add(std::string_view name, std::string_view means, const Kind& kind, Read read) {
        add(name, means, Presence::Always, kind, value_of(kind, read));
    }
    /// Missing where there is nothing to tell.
    template <typename Kind, typename Read>
    void add_where_any(std::string_view name, std::string_view means, const Kind& kind, Read read) {
        add(name, means, Presence::WhereAny, kind, value_of(OrNull<Kind>{kind}, read));
    }
    /// Of a Quantity, or of a number that need not be finite.
    template <typename Kind, typename Read>
    void add_with_reason(std::string_view name, std::string_view means, const Kind& kind,
                         Read read) {
        add(name, means, Presence::WithReason, kind,
            [kind, read](const T& value, const GapReport& report) {
                return told_of(kind, read_from(read, value, report), report);
            });
    }
    /// The fields of another list, of what `read` takes from a T; all, or these.
    template <typename Other, typename Read>
    void include(const FieldList<Other>& other, Read read,
                 std::initializer_list<std::string_view> names = {}) {
        for (const auto i : places_of(names, other.m_fields)) {
            m_fields.push_back(other.m_fields[i]);
            m_tell.push_back(
                [tell = &other.m_tell[i], read](const T& value, const GapReport& report) {
                    return (*tell)(read_from(read, value, report), report);
                });
        }
    }

    [[nodiscard]] Json json(const T& value, const GapReport& report) const {
        auto object = Json::object();
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            put(object, m_fields[i], m_tell[i](value, report));
        }
        return object;
    }
    Json schema(Json& definitions) const {
        return object_schema(m_name, m_means, m_fields, definitions);
    }

private:
    template <typename>
    friend class FieldList;
    using Tell = std::function<Told(const T& value, const GapReport& report)>;

    template <typename Kind>
    void add(std::string_view name, std::string_view means, Presence presence, const Kind& kind,
             Tell tell) {
        m_fields.push_back({std::string(name), std::string(means), presence,
                            [kind](Json& definitions) { return kind.schema(definitions); }});
        m_tell.push_back(std::move(tell));
    }
    template <typename Kind, typename Read>
    static auto value_of(const Kind& kind, Read read) {
        return [kind, read](const T& value, const GapReport& report) {
            return Told{kind.json(read_from(read, value, report), report)};
        };
    }
    template <typename Kind, typename Value>
    static Told told_of(const Kind& kind, const Value& value, const GapReport& report) {
        if constexpr (requires { value.reason(); }) {
            return value ? Told{kind.json(*value, report)}
                         : Told{nullptr, Reason::json(value.reason(), report)};
        } else {
            return Told{kind.json(value, report)};
        }
    }

    std::string m_name;
    std::string m_means;
    std::vector<FieldMeaning> m_fields;
    std::vector<Tell> m_tell; ///< one a field
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
Quantity<T> or_because(const std::optional<T>& value, Message reason) {
    return value ? Quantity<T>(*value) : Quantity<T>::unavailable(std::move(reason));
}

/// What `made` makes of a quantity, not available for the same reason.
template <typename T, typename Make>
auto made_of(const Quantity<T>& quantity, Make make) {
    using Made = Quantity<std::decay_t<std::invoke_result_t<Make, const T&>>>;
    return quantity ? Made(std::invoke(make, *quantity)) : Made::unavailable(quantity.reason());
}

} // namespace assess::fields
