#include "questionnaires/canonical_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdint>

namespace assess {

namespace {

std::string quoted_string(const nlohmann::json& text) {
    // Whoever fills a value with bytes that are no UTF-8 gets U+FFFD, not an exception.
    return text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append(std::string& out, const nlohmann::json& value) {
    if (value.is_object()) {
        char before = '{';
        for (const auto& [key, member] : value.items()) {
            out += before;
            out += quoted_string(key);
            out += ':';
            append(out, member);
            before = ',';
        }
        out += value.empty() ? "{}" : "}";
    } else if (value.is_array()) {
        char before = '[';
        for (const auto& element : value) {
            out += before;
            append(out, element);
            before = ',';
        }
        out += value.empty() ? "[]" : "]";
    } else if (value.is_number_float()) {
        // fmt's shortest digits; the JSON library's are not always the shortest.
        const auto number = value.get<double>();
        out += number == 0 ? "0" : fmt::format("{}", number); // no "-0"
    } else {
        out += quoted_string(value);
    }
}

} // namespace

std::string canonical_json(const nlohmann::json& value) {
    std::string out;
    append(out, value);
    return out;
}

std::string fnv1a64_digest(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    return fmt::format("fnv1a64:{:016x}", hash);
}

} // namespace assess
