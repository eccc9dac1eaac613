#include "model/json/json_input.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace assess {

namespace {

std::string must_be(std::string_view name, std::string_view kind, const nlohmann::json& value) {
    return fmt::format("{} must be {}, but is {}", in_quotes(name), kind, kind_of(value));
}

/// A short value as it stands in the file; text shortened.
std::string shown(const nlohmann::json& value) {
    return value.is_string() ? in_quotes(value.get_ref<const std::string&>()) : value.dump();
}

} // namespace

std::string_view kind_of(const nlohmann::json& value) {
    switch (value.type()) {
    case nlohmann::json::value_t::null:
        return "null";
    case nlohmann::json::value_t::object:
        return "an object";
    case nlohmann::json::value_t::array:
        return "a list";
    case nlohmann::json::value_t::string:
        return "text";
    case nlohmann::json::value_t::boolean:
        return "true or false";
    default:
        return "a number";
    }
}

std::string suggestion(std::string_view word, std::span<const std::string> names) {
    auto close = closest_names(word, names);
    if (!close.empty()) {
        std::transform(close.begin(), close.end(), close.begin(),
                       [](const std::string& name) { return in_quotes(name); });
        return fmt::format("Did you mean {}?", listed(close));
    }
    constexpr std::size_t few = 20;
    if (names.empty() || names.size() > few) {
        return {};
    }
    return fmt::format("Use {}.", listed(names));
}

ObjectReader::ObjectReader(const nlohmann::json& value, std::string pointer, JsonProblems& problems)
    : m_pointer(std::move(pointer)), m_problems(&problems) {
    if (value.is_object()) {
        m_object = &value;
    } else {
        problems.add(m_pointer, fmt::format("expected an object, but this is {}", kind_of(value)),
                     "Write fields in braces: {\"name\": ...}.");
    }
}

const nlohmann::json* ObjectReader::raw(std::string_view name) {
    if (std::find(m_known.begin(), m_known.end(), name) == m_known.end()) {
        m_known.emplace_back(name);
    }
    if (m_object == nullptr) {
        return nullptr;
    }
    const auto found = m_object->find(name);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view name) const {
    if (m_object == nullptr) {
        return false;
    }
    const auto found = m_object->find(name);
    return found != m_object->end() && !found->is_null();
}

void ObjectReader::problem(std::string_view name, std::string what, std::string hint) const {
    m_problems->add(pointer_to(m_pointer, name), std::move(what), std::move(hint));
}

bool ObjectReader::require(std::string_view name, std::string hint) const {
    if (is_object() && !has(name)) {
        problem(name, fmt::format("the field {} is missing", in_quotes(name)), std::move(hint));
        return false;
    }
    return is_object();
}

void ObjectReader::format(std::string_view expected) {
    const auto add = fmt::format("Write \"format\": \"{}\".", expected);
    const auto* value = raw("format");
    if (require("format", add) &&
        (!value->is_string() || value->get_ref<const std::string&>() != expected)) {
        problem("format", fmt::format("the format {} is not one that is read here", shown(*value)),
                add);
    }
}

std::string ObjectReader::required_string(std::string_view name) {
    require(name);
    const auto text = string(name);
    if (text && trimmed(*text).empty()) {
        problem(name, fmt::format("{} is empty", in_quotes(name)), "Give it a value.");
        return {};
    }
    return text.value_or(std::string{});
}

std::optional<std::string> ObjectReader::string(std::string_view name) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        problem(name, must_be(name, "text", *value), "Write it in double quotes.");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::optional<double> ObjectReader::number(std::string_view name, double lowest, double highest) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        problem(name, must_be(name, "a number", *value),
                value->is_string() ? "Write numbers without quotes." : "");
        return std::nullopt;
    }
    const auto number = value->get<double>();
    if (!std::isfinite(number) || number < lowest || number > highest) {
        problem(name,
                fmt::format("{} is {}, which is outside {} to {}", in_quotes(name), value->dump(),
                            lowest, highest),
                fmt::format("Give a number from {} to {}.", lowest, highest));
        return std::nullopt;
    }
    return number;
}

std::optional<double> ObjectReader::required_number(std::string_view name, double lowest,
                                                    double highest) {
    require(name, fmt::format("Give a number from {} to {}.", lowest, highest));
    return number(name, lowest, highest);
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view name, std::int64_t lowest,
                                                  std::int64_t highest) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto hint = fmt::format("Give a whole number from {} to {}.", lowest, highest);
    if (!value->is_number()) {
        problem(name, must_be(name, "a whole number", *value), hint);
        return std::nullopt;
    }
    // Doubles hold every whole number up to 2^53; beyond that the range check below is enough.
    const auto number = value->get<double>();
    const bool whole = std::isfinite(number) && std::floor(number) == number;
    const bool fits = whole && number >= static_cast<double>(lowest) &&
                      number <= static_cast<double>(highest) && std::abs(number) < 9.2e18;
    if (!fits) {
        problem(name,
                whole ? fmt::format("{} is {}, which is outside {} to {}", in_quotes(name),
                                    value->dump(), lowest, highest)
                      : fmt::format("{} is {}, which is no whole number", in_quotes(name),
                                    value->dump()),
                hint);
        return std::nullopt;
    }
    return value->is_number_float() ? static_cast<std::int64_t>(number)
                                    : value->get<std::int64_t>();
}

std::optional<bool> ObjectReader::boolean(std::string_view name) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        problem(name, must_be(name, "true or false", *value), "Write true or false, unquoted.");
        return std::nullopt;
    }
    return value->get<bool>();
}

std::optional<std::size_t> ObjectReader::choice(std::string_view name,
                                                std::initializer_list<std::string_view> choices) {
    return choice(name, std::span<const std::string_view>(choices.begin(), choices.size()));
}

std::optional<std::size_t> ObjectReader::choice(std::string_view name,
                                                std::span<const std::string_view> choices) {
    const auto text = string(name);
    if (!text) {
        return std::nullopt;
    }
    const auto found = std::find(choices.begin(), choices.end(), *text);
    if (found == choices.end()) {
        const std::vector<std::string> names(choices.begin(), choices.end());
        problem(name,
                fmt::format("{} is {}, which is not one of its values", in_quotes(name),
                            in_quotes(*text)),
                suggestion(*text, names));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::vector<std::string> ObjectReader::strings(std::string_view name) {
    std::vector<std::string> texts;
    each_string(name, [&](const std::string& text, const std::string&) { texts.push_back(text); });
    return texts;
}

void ObjectReader::each_string(
    std::string_view name,
    const std::function<void(const std::string&, const std::string&)>& visit) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return;
    }
    if (!value->is_array()) {
        problem(name, must_be(name, "a list of text", *value), "Write [\"one\", \"two\"].");
        return;
    }
    const auto list = pointer_to(m_pointer, name);
    for (std::size_t i = 0; i < value->size(); ++i) {
        const auto& element = (*value)[i];
        const auto pointer = pointer_to(list, i);
        if (element.is_string()) {
            visit(element.get_ref<const std::string&>(), pointer);
        } else {
            m_problems->add(pointer, fmt::format("expected text, but this is {}", kind_of(element)),
                            "Write it in double quotes.");
        }
    }
}

std::optional<ObjectReader> ObjectReader::object(std::string_view name) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return std::nullopt;
    }
    ObjectReader reader(*value, pointer_to(m_pointer, name), *m_problems);
    return reader.is_object() ? std::optional(std::move(reader)) : std::nullopt;
}

bool ObjectReader::objects(std::string_view name, const std::function<void(ObjectReader&)>& visit) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return false;
    }
    if (!value->is_array()) {
        problem(name, must_be(name, "a list of objects", *value), "Write [{...}, {...}].");
        return false;
    }
    const auto list = pointer_to(m_pointer, name);
    for (std::size_t i = 0; i < value->size(); ++i) {
        ObjectReader reader((*value)[i], pointer_to(list, i), *m_problems);
        visit(reader);
    }
    return true;
}

bool ObjectReader::members(std::string_view name,
                           const std::function<void(const std::string&, const nlohmann::json&,
                                                    const std::string&)>& visit) {
    const auto* value = raw(name);
    if (value == nullptr) {
        return false;
    }
    if (!value->is_object()) {
        problem(name, must_be(name, "an object", *value), "Write {\"key\": ...}.");
        return false;
    }
    const auto object = pointer_to(m_pointer, name);
    for (const auto& [key, member] : value->items()) {
        visit(key, member, pointer_to(object, key));
    }
    return true;
}

void ObjectReader::ignore(std::initializer_list<std::string_view> names) {
    m_known.insert(m_known.end(), names.begin(), names.end());
}

void ObjectReader::finish() {
    if (m_object == nullptr) {
        return;
    }
    for (const auto& [key, value] : m_object->items()) {
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) {
            m_problems->add_at_key(pointer_to(m_pointer, key),
                                   fmt::format("there is no field {} here", in_quotes(key)),
                                   suggestion(key, m_known));
        }
    }
}

} // namespace assess
