#include "model/json/json_input.hpp"

#include "model/json/json_scanner.hpp"
#include "model/text/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace assess {

namespace {

using Json = nlohmann::json;

/// Builds the value while it is read; stops at what the library would let pass: nesting that is
/// too deep. Notes keys that occur twice, of which the library would keep the last.
class Builder // NOLINT(bugprone-exception-escape): moving a JSON value throws nothing
    : public nlohmann::json_sax<Json> {
public:
    Json result;
    bool duplicate_keys = false;
    std::size_t error_byte = 0;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return put(value);
    }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*size*/) override { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        auto [place, is_new] = m_open.back()->get_ref<Json::object_t&>().try_emplace(name);
        duplicate_keys = duplicate_keys || !is_new;
        m_next = &place->second;
        return true;
    }
    bool parse_error(std::size_t byte, const std::string& /*token*/,
                     const Json::exception& /*error*/) override {
        error_byte = byte;
        return false;
    }

private:
    std::vector<Json*> m_open;
    Json* m_next = nullptr; ///< where the value after a key goes

    Json* place_for(Json&& value) {
        if (m_open.empty()) {
            result = std::move(value);
            return &result;
        }
        if (m_open.back()->is_array()) {
            auto& list = m_open.back()->get_ref<Json::array_t&>();
            list.push_back(std::move(value));
            return &list.back();
        }
        *m_next = std::move(value);
        return m_next;
    }
    bool put(Json&& value) {
        place_for(std::move(value));
        return true;
    }
    bool open(Json&& value) {
        if (m_open.size() == deepest_json) {
            return false;
        }
        m_open.push_back(place_for(std::move(value)));
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }
};

void refuse_broken_utf8(std::string_view text, const std::string& file) {
    if (const auto byte = first_invalid_utf8(text)) {
        const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
        throw InputError(
            {place_of_byte(text, file, *byte),
             fmt::format("the byte 0x{:02x} is not valid UTF-8",
                         static_cast<unsigned>(static_cast<unsigned char>(text[*byte]))),
             utf16 ? "The file looks like UTF-16. Save it as UTF-8." : "Save the file as UTF-8."});
    }
}

[[noreturn]] void refuse_syntax(std::string_view text, const std::string& file,
                                std::size_t library_byte) {
    auto error = scan_json(text, [](const JsonSpot&) {});
    if (!error) { // the library is stricter than the scanner: its place is all that is known
        const auto byte = library_byte > 0 ? library_byte - 1 : 0;
        error = JsonSyntaxError{byte, "this is not valid JSON", {}};
    }
    throw InputError({place_of_byte(text, file, error->byte), error->what, error->hint});
}

[[noreturn]] void refuse_duplicate_keys(std::string_view text, const std::string& file) {
    Diagnostics diagnostics;
    scan_json(text, [&](const JsonSpot& spot) {
        if (spot.duplicate) {
            auto place = place_of_byte(text, file, spot.key);
            place.where = spot.pointer;
            diagnostics.push_back({std::move(place), "this object already has a field of that name",
                                   "Keep one of the two."});
        }
    });
    throw InputError(std::move(diagnostics));
}

} // namespace

Json parse_json(std::string_view text, const std::string& file) {
    refuse_broken_utf8(text, file);
    Builder builder;
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
        refuse_syntax(text, file, builder.error_byte);
    }
    if (builder.duplicate_keys) {
        refuse_duplicate_keys(text, file);
    }
    return std::move(builder.result);
}

} // namespace assess
