#include "model/landscape/landscape_fields.hpp"

#include <fmt/format.h>

namespace assess {

namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

} // namespace

bool is_id(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= longest_id && plain(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

std::string fault_of(std::string_view text, std::size_t longest) {
    if (has_control_character(text)) {
        return "has a control character, such as a line break or tab";
    }
    const auto length = code_points(text);
    return length > longest ? fmt::format("has {} characters; at most {} are read", length, longest)
                            : std::string{};
}

void read_text(ObjectReader& reader, std::string_view name, std::string& target, bool required) {
    const auto text = required ? reader.required_string(name) : reader.string(name).value_or("");
    if (text.empty()) {
        return;
    }
    const bool is_name = name == "name" || name == "edition" || name == "artifact";
    if (const auto fault = fault_of(text, is_name ? longest_name : longest_text); !fault.empty()) {
        reader.problem(name, in_quotes(name) + " " + fault, "Shorten it, or write it plainly.");
        return;
    }
    target = trimmed(text);
}

} // namespace assess
