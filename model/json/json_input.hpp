// JSON as people write it: a strict reader whose every complaint has a place in the file.
// One mechanism for landscapes, policies, mappings and rosters:
//
//     const nlohmann::json json = parse_json(text, file);    // throws at a syntax error
//     JsonProblems problems(text, file);                     // collects everything else
//     ObjectReader root(json, "", problems);
//     root.format("assess/policy/1");
//     const auto level = root.number("interval_level", 0.5, 0.999);
//     root.objects("columns", [&](ObjectReader& column) {
//         const auto name = column.required_string("name");
//         const auto kind = column.choice("kind", {"flag", "list"});
//         ...
//         column.finish();                                   // unknown fields, closest names
//     });
//     root.finish();
//     problems.throw_if_any();                               // all of them at once
#pragma once

#include "model/diagnostics/diagnostic.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

/// Objects and arrays may be nested this deeply.
inline constexpr std::size_t deepest_json = 64;

/// Strict JSON (RFC 8259) and stricter: besides syntax errors it refuses broken UTF-8, keys that
/// occur twice in an object, numbers too large for a double, NaN and Infinity, and nesting deeper
/// than deepest_json. Throws InputError with file, line and column. A byte-order mark is allowed.
nlohmann::json parse_json(std::string_view text, const std::string& file);

/// Line and column of the value at a JSON pointer ("" is the whole text), or of the nearest value
/// around it where there is none. Scans the text: for messages only.
Place place_of(std::string_view text, const std::string& file, const std::string& pointer);

/// Line and column of a byte of the text.
Place place_of_byte(std::string_view text, const std::string& file, std::size_t byte);

/// One step further down: "/tools" and "a/b" give "/tools/a~1b".
std::string pointer_to(const std::string& pointer, std::string_view key);
std::string pointer_to(const std::string& pointer, std::size_t index);

/// Collects what is wrong with one JSON text and finds the lines when all is known.
/// Keeps a view of the text: the text must outlive it.
class JsonProblems {
public:
    JsonProblems(std::string_view text, std::string file);

    /// A problem of the value at `pointer`.
    void add(std::string pointer, std::string what, std::string hint = {});
    /// A problem of the key that ends `pointer`.
    void add_at_key(std::string pointer, std::string what, std::string hint = {});

    [[nodiscard]] bool empty() const { return m_problems.empty(); }
    [[nodiscard]] std::size_t size() const { return m_problems.size(); }
    /// All problems with their places, in the order of the text.
    [[nodiscard]] Diagnostics diagnostics() const;
    /// Throws InputError with diagnostics() where there are any.
    void throw_if_any() const;

private:
    struct Problem {
        std::string pointer;
        bool at_key = false;
        std::string what;
        std::string hint;
    };
    std::string_view m_text;
    std::string m_file;
    std::vector<Problem> m_problems;
};

/// Reads the fields of one JSON object. Every reader of a field notes its name as known, adds a
/// problem where the value does not fit, and then returns what a missing field returns. A value
/// that is `null` counts as missing. Where the value is no object at all, that one problem is
/// added, every field counts as missing, and nothing is said about required ones.
class ObjectReader {
public:
    /// `value` and `problems` must outlive the reader.
    ObjectReader(const nlohmann::json& value, std::string pointer, JsonProblems& problems);

    [[nodiscard]] bool is_object() const { return m_object != nullptr; }
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] const std::string& pointer() const { return m_pointer; }
    [[nodiscard]] JsonProblems& problems() const { return *m_problems; }
    /// Adds a problem of the field's value, or of the object where it has no such field.
    void problem(std::string_view name, std::string what, std::string hint = {}) const;

    /// True where the field is there; else adds the problem that it is missing.
    bool require(std::string_view name, std::string hint = "Add it to this object.") const;

    /// The field "format", which must be `expected`, such as "assess/landscape/1".
    void format(std::string_view expected);

    /// A string that is not blank. Empty where there was a problem.
    std::string required_string(std::string_view name);
    std::optional<std::string> string(std::string_view name);
    /// A finite number in [lowest, highest].
    std::optional<double> number(std::string_view name, double lowest, double highest);
    std::optional<double> required_number(std::string_view name, double lowest, double highest);
    /// A whole number in [lowest, highest]; 5.0 is one, 5.5 is not.
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t lowest,
                                        std::int64_t highest);
    std::optional<bool> boolean(std::string_view name);
    /// One of a few words: its index. A wrong one is answered with the closest.
    std::optional<std::size_t> choice(std::string_view name,
                                      std::initializer_list<std::string_view> choices);
    std::optional<std::size_t> choice(std::string_view name,
                                      std::span<const std::string_view> choices);
    /// An array of strings; a missing one is empty. An element that is no string is a problem
    /// and is left out.
    std::vector<std::string> strings(std::string_view name);
    /// The same; calls with each string and its pointer, for problems of single elements.
    void each_string(std::string_view name,
                     const std::function<void(const std::string&, const std::string&)>& visit);
    /// An object, or nothing where it is missing or of another kind.
    std::optional<ObjectReader> object(std::string_view name);
    /// An array of objects: calls with each. Returns false where the field is missing or no array.
    bool objects(std::string_view name, const std::function<void(ObjectReader&)>& visit);
    /// An object whose keys are free: calls with each key, its value and its pointer.
    bool members(std::string_view name,
                 const std::function<void(const std::string&, const nlohmann::json&,
                                          const std::string&)>& visit);
    /// The value itself, for kinds that differ; nothing where it is missing.
    const nlohmann::json* raw(std::string_view name);

    /// Fields that are allowed and of no interest.
    void ignore(std::initializer_list<std::string_view> names);
    /// Adds a problem for every field that was neither read nor ignored, with the closest names.
    void finish();

private:
    const nlohmann::json* m_object = nullptr;
    std::string m_pointer;
    JsonProblems* m_problems;
    std::vector<std::string> m_known;
};

/// What a value is, in words: "a number", "text", "a list", "an object", "null", "true or false".
std::string_view kind_of(const nlohmann::json& value);

/// A hint with the closest of the names, or with all of them where none is
/// close: `Did you mean "tolerance"?`, `Use x, y or z.`
std::string suggestion(std::string_view word, std::span<const std::string> names);

} // namespace assess
